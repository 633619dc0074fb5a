package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.chains;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.heap;
import static heaplab.heap.Drawn.payloadOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.Policies;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FifoOrder;
import heaplab.policy.PowersOfTwo;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeOrder;
import heaplab.policy.SizeTreeTracking;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in its list a block goes that has become free; blocks are numbered from 0. */
class OrderTest {
    private static final String ROW = "A16 A24 A16 A40 A16 A32 A16";

    private static Recipe explicit(String order) {
        return FIRST_FIT.with(new ExplicitTracking(Policies.named(Order.class, order)));
    }

    @ParameterizedTest
    @CsvSource({
        "lifo-order, 5 1 3",
        "fifo-order, 3 1 5",
        "address-order, 1 3 5",
        "size-order, 1 5 3"
    })
    void freedBlocksAreListedInOrder(String order, String expected) {
        ListHeap heap = heap(explicit(order), ROW);
        for (int block : new int[] {3, 1, 5}) free(heap, block);
        assertEquals(List.of("free list: " + expected), chains(heap));
        heap.check();
    }

    @ParameterizedTest
    @CsvSource({"lifo-order, 3 0", "fifo-order, 0 3", "address-order, 0 3", "size-order, 3 0"})
    void theRestOfASplitIsAFreedBlockLikeAnyOther(String order, String expected) {
        ListHeap heap = heap(explicit(order), "F32 A16 F64");
        heap.malloc(payloadOf(heap, 48));
        assertHeap("F32 A16 A48 F16", heap);
        assertEquals(List.of("free list: " + expected), chains(heap));
    }

    @ParameterizedTest
    @CsvSource({"lifo-order, 0 2", "fifo-order, 2 0", "address-order, 0 2", "size-order, 2 0"})
    void aJoinedBlockLeavesItsPlaceAndIsListedAnew(String order, String expected) {
        ListHeap heap = heap(explicit(order), "F32 A16 F24 A16 F16");
        free(heap, 1);
        assertHeap("F72 A16 F16", heap);
        assertEquals(List.of("free list: " + expected), chains(heap));
    }

    @ParameterizedTest
    @CsvSource({"lifo-order, 0", "fifo-order, 0", "address-order, 3", "size-order, 2"})
    void anOrderIsPaidForWhenABlockIsFreed(String order, int scans) {
        ListHeap heap = heap(explicit(order), ROW);
        free(heap, 1);
        free(heap, 3);
        long before = heap.work().scans;
        free(heap, 5);
        assertEquals(scans, heap.work().scans - before, "blocks looked at, and the end");
        assertEquals(0, heap.work().visits, "which are no visits of a search");
    }

    @Test
    void amongEqualsTheOneFreedLastComesFirst() {
        ListHeap heap = heap(explicit("size-order"), "A16 A32 A16 A32 A16");
        free(heap, 1);
        free(heap, 3);
        assertEquals(List.of("free list: 3 1"), chains(heap));
    }

    @Test
    void eachClassHasAListInThatOrder() {
        String row = "A16 A24 A16 A40 A16 A32 A16 A64";
        ListHeap lifo = heap(FIRST_FIT.with(new SegregatedTracking()), row);
        Tracking fifo = new SegregatedTracking(new PowersOfTwo(), new FifoOrder());
        Tracking size = new SegregatedTracking(new PowersOfTwo(), new SizeOrder());
        List<ListHeap> heaps =
                List.of(lifo, heap(FIRST_FIT.with(fifo), row), heap(FIRST_FIT.with(size), row));
        for (ListHeap heap : heaps) for (int block : new int[] {3, 1, 5}) free(heap, block);
        List<String> middle = List.of("5 3", "3 5", "5 3");
        for (int i = 0; i < heaps.size(); i++)
            assertEquals(
                    List.of("16 to 31 bytes: 1", "32 to 63 bytes: " + middle.get(i)),
                    chains(heaps.get(i)));
        free(lifo, 7);
        assertEquals("64 to 127 bytes: 7", chains(lifo).get(2));
    }

    @Test
    void aTreeIsSortedBySizeThenByAddress() {
        ListHeap heap =
                heap(FIRST_FIT.with(new SizeTreeTracking()).with(new BestFit()), ROW + " A32 A16");
        for (int block : new int[] {7, 3, 1, 5}) free(heap, block);
        assertEquals(List.of("by size: 1 5 7 3"), chains(heap));
        heap.check();
    }

    @Test
    void nothingFreeIsNoList() {
        for (Tracking tracking : Variants.TRACKINGS) {
            Recipe recipe = FIRST_FIT.with(tracking);
            for (Fit fit : Variants.FITS)
                if (recipe.with(fit).objection().isEmpty())
                    assertEquals(List.of(), chains(heap(recipe.with(fit), "A16 A32")));
        }
    }
}
