package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.GoodFit;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NeverSplit;
import heaplab.policy.ScanCoalesce;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SimpleSegregatedTracking;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.TlsfTracking;
import org.junit.jupiter.api.Test;

/** Choices that do not go together are told so: what was found, and what goes. */
class ObjectionTest {
    private static void assertRefused(String objection, Recipe recipe) {
        assertEquals(objection, recipe.objection());
        var e = assertThrows(IllegalArgumentException.class, recipe::heap);
        assertEquals(objection, e.getMessage());
    }

    @Test
    void anIndexThatSearchesItselfHasOneFit() {
        assertRefused(
                "size tree: expected best fit, which is what it finds, found size tree"
                        + " · first fit · always split · immediate coalesce · boundary tags",
                FIRST_FIT.with(new SizeTreeTracking()));
        assertRefused(
                "TLSF: expected good fit, which is what it finds, found TLSF"
                        + " · best fit · always split · immediate coalesce · boundary tags",
                FIRST_FIT.with(new TlsfTracking()).with(new BestFit()));
        assertEquals("", FIRST_FIT.with(new SizeTreeTracking()).with(new BestFit()).objection());
        assertEquals("", FIRST_FIT.with(new TlsfTracking()).with(new GoodFit()).objection());
    }

    @Test
    void joiningOnScanNeedsAListInAddressOrder() {
        Recipe onScan = FIRST_FIT.with(new ScanCoalesce());
        assertEquals("", onScan.objection());
        assertRefused(
                "scan coalesce: expected a list in address order, found explicit LIFO",
                onScan.with(new ExplicitTracking()));
        assertRefused(
                "scan coalesce: expected a list in address order, found segregated",
                onScan.with(new SegregatedTracking()));
        assertRefused(
                "scan coalesce: expected a list in address order, found size tree",
                onScan.with(new SizeTreeTracking()).with(new BestFit()));
    }

    @Test
    void simpleSegregatedStorageNeitherSplitsNorJoins() {
        Recipe simple = FIRST_FIT.with(new SimpleSegregatedTracking());
        String expected =
                "simple segregated: expected first fit, never split, never coalesce, and a realloc"
                        + " that does not resize, found ";
        assertRefused(expected + simple + ", realloc stays if it fits", simple);
        Recipe whole = simple.with(new NeverSplit()).with(new NeverCoalesce());
        assertEquals("", whole.objection());
        Recipe inPlace = whole.with(Realloc.IN_PLACE);
        assertRefused(expected + whole + ", realloc in place", inPlace);
    }
}
