package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Recipe;
import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FirstFit;
import heaplab.policy.SizeTreeTracking;
import org.junit.jupiter.api.Test;

class SearchCostTest {
    private static final Recipe IMPLICIT = Heaps.recipe(new FirstFit());

    @Test
    void aSearchThatFindsNothingSeesAllBlocksOrFreeOnesOrAPathInATree() {
        SearchCost cost =
                Lab.searchCost(
                        IMPLICIT,
                        IMPLICIT.with(new ExplicitTracking()),
                        Heaps.recipe(new BestFit()).with(new SizeTreeTracking()));
        assertEquals(2001, cost.visits("implicit · first fit", 1000)); // and the epilogue
        assertEquals(1001, cost.visits("explicit LIFO · first fit", 1000)); // and the end
        long path = cost.visits("size tree · best fit", 1000);
        assertTrue(path > 0 && path < 40, path + " visits");
        assertEquals(0, cost.scans("implicit · first fit", 10_000));
        long passed = cost.scans("size tree · best fit", 1000);
        assertTrue(passed > 3 && passed < 120, passed + " scans: two nodes taken out, one put in");
    }

    @Test
    void aFreeWalksAlongAListInAddressOrder() {
        SearchCost cost =
                Lab.searchCost(IMPLICIT, IMPLICIT.with(new ExplicitTracking(new AddressOrder())));
        long walked = cost.scans("explicit address order", 1000);
        assertTrue(walked > 400 && walked < 600, walked + " scans");
        assertThrows(IllegalArgumentException.class, () -> cost.visits("implicit", 17));
        assertThrows(IllegalArgumentException.class, () -> cost.visits("nobody", 100));
    }
}
