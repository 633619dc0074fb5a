package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.chains;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.heap;
import static heaplab.heap.Drawn.payloadOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.QuickCoalesce;
import heaplab.policy.ScanCoalesce;
import heaplab.policy.SegregatedTracking;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Free blocks that are joined only when they are large, come by, or are needed. */
class LateCoalescingTest {
    private static final Recipe ON_SCAN = FIRST_FIT.with(new ScanCoalesce());
    private static final Recipe QUICK = FIRST_FIT.with(new QuickCoalesce(32));

    private static void malloc(ListHeap heap, int blockBytes) {
        heap.malloc(payloadOf(heap, blockBytes));
    }

    @ParameterizedTest
    @EnumSource
    void aSearchJoinsTheRunOfFreeBlocksItComesTo(Tags tags) {
        ListHeap heap = heap(ON_SCAN.with(tags), "A16 A16 A16 A32 A16");
        for (int block : new int[] {2, 0, 3, 1}) free(heap, block);
        assertHeap("F16 F16 F16 F32 A16", heap);
        malloc(heap, 16);
        assertHeap("A16 F64 A16", heap);
        assertEquals(3, heap.work().joins);
        assertEquals(0, heap.work().sweeps);
    }

    @Test
    void whatNoSearchPassesStaysApart() {
        ListHeap heap = heap(ON_SCAN, "F16 A16 F16 F16 A16");
        malloc(heap, 16);
        assertHeap("A16 A16 F16 F16 A16", heap);
        malloc(heap, 32);
        assertHeap("A16 A16 A32 A16", heap);
    }

    @Test
    void bestFitJoinsAllOnItsWayAndChoosesAmongTheJoined() {
        ListHeap heap = heap(ON_SCAN.with(new BestFit()), "F16 A16 F16 F16 A16 F24 F24");
        malloc(heap, 24);
        assertHeap("F16 A16 A32 A16 F48", heap);
    }

    @Test
    void aListInAddressOrderIsJoinedOnScanAsWell() {
        Recipe recipe = ON_SCAN.with(new ExplicitTracking(new AddressOrder()));
        ListHeap heap = heap(recipe, "A16 F16 F24 A16 F16 F16 A16");
        assertEquals(List.of("free list: 1 2 4 5"), chains(heap));
        malloc(heap, 32);
        assertHeap("A16 A40 A16 F16 F16 A16", heap);
        assertEquals(List.of("free list: 3 4"), chains(heap));
    }

    @Test
    void smallBlocksWaitForTheNextRequestOfTheirSize() {
        ListHeap heap = heap(QUICK, "A32 A32 A48 A16");
        free(heap, 0);
        free(heap, 1);
        assertHeap("F32 F32 A48 A16", heap);
        malloc(heap, 32);
        assertHeap("A32 F32 A48 A16", heap);
        assertEquals(0, heap.work().joins + heap.work().splits);
    }

    @Test
    void aLargeBlockIsJoinedAtOnceWithItsNeighbours() {
        ListHeap heap = heap(QUICK, "F16 F32 A40 F24 A16");
        free(heap, 2);
        assertHeap("F16 F96 A16", heap);
        ListHeap limit = heap(QUICK, "F16 F32 A32 F24 A16");
        free(limit, 2);
        assertHeap("F16 F32 F32 F24 A16", limit);
    }

    @Test
    void allAreJoinedWhenNothingFits() {
        ListHeap heap = heap(QUICK.with(new SegregatedTracking()), "F32 F16 A16 F16 F32");
        assertEquals(List.of("16 to 31 bytes: 1 3", "32 to 63 bytes: 0 4"), chains(heap));
        malloc(heap, 48);
        assertHeap("F48 A16 A48", heap);
        assertEquals(1, heap.work().sweeps);
        assertEquals(List.of("32 to 63 bytes: 0"), chains(heap));
    }

    @Test
    void aBoundBelowZeroIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new QuickCoalesce(-1));
        assertEquals("-1 bytes: expected 0 or more", e.getMessage());
    }
}
