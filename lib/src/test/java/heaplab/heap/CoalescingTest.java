package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.heap;
import static heaplab.heap.Drawn.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import heaplab.policy.DeferredCoalesce;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextCoalesce;
import heaplab.policy.NextFit;
import heaplab.policy.ThresholdCoalesce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoalescingTest {
    @ParameterizedTest
    @EnumSource
    void freeBetweenTwoAllocatedBlocksJoinsNothing(Tags tags) {
        ListHeap heap = heap(FIRST_FIT.with(tags), "A16 A24 A32");
        free(heap, 1);
        assertHeap("A16 F24 A32", heap);
        assertEquals(0, heap.work().joins);
    }

    @ParameterizedTest
    @EnumSource
    void freeBeforeAFreeBlockJoinsTheNext(Tags tags) {
        ListHeap heap = heap(FIRST_FIT.with(tags), "A16 A24 F32 A16");
        free(heap, 1);
        assertHeap("A16 F56 A16", heap);
        assertEquals(1, heap.work().joins);
    }

    @ParameterizedTest
    @EnumSource
    void freeAfterAFreeBlockJoinsThePrevious(Tags tags) {
        ListHeap heap = heap(FIRST_FIT.with(tags), "A16 F24 A32 A16");
        free(heap, 2);
        assertHeap("A16 F56 A16", heap);
        assertEquals(1, heap.work().joins);
    }

    @ParameterizedTest
    @EnumSource
    void freeBetweenTwoFreeBlocksJoinsAll(Tags tags) {
        ListHeap heap = heap(FIRST_FIT.with(tags), "F24 A32 F16");
        free(heap, 1);
        assertHeap("F72", heap);
        assertEquals(2, heap.work().joins);
    }

    @Test
    void withHeadersOnlyThePreviousBlockIsFoundByAScan() {
        ListHeap headers = heap(FIRST_FIT.with(Tags.HEADER_ONLY), "A16 A16 A16 F16 A16 A16");
        free(headers, 4);
        assertEquals(4, headers.work().scans);
        ListHeap footers = heap(FIRST_FIT, "A16 A16 A16 F16 A16 A16");
        free(footers, 4);
        assertEquals(0, footers.work().scans);
        assertEquals(headers.toString(), footers.toString());
    }

    @Test
    void neverLeavesFreeNeighboursApart() {
        ListHeap heap = heap(FIRST_FIT.with(new NeverCoalesce()), "F16 A16 F16");
        free(heap, 1);
        assertHeap("F16 F16 F16", heap);
        assertEquals(0, heap.malloc(24), "48 bytes are free, but false fragmentation");
    }

    @Test
    void nextOnlyLeavesThePreviousApart() {
        ListHeap heap = heap(FIRST_FIT.with(new NextCoalesce()), "F16 A16 F16");
        free(heap, 1);
        assertHeap("F16 F32", heap);
        assertEquals(0, heap.work().scans);
    }

    @Test
    void deferredJoinsOnlyWhenARequestFails() {
        ListHeap heap = heap(FIRST_FIT.with(new DeferredCoalesce()), "A16 A16 A24 F16 A16 A16");
        free(heap, 0);
        free(heap, 1);
        free(heap, 5);
        assertHeap("F16 F16 A24 F16 A16 F16", heap);
        int address = heap.malloc(8);
        assertHeap("A16 F16 A24 F16 A16 F16", heap);
        heap.free(address);
        assertEquals(payload(heap, 0), heap.malloc(24));
        assertHeap("A32 A24 F16 A16 F16", heap);
        assertEquals(1, heap.work().sweeps);
        assertEquals(0, heap.malloc(24), "swept in vain");
        assertEquals(2, heap.work().sweeps);
    }

    @Test
    void thresholdJoinsWhenFreeMemoryIsScattered() {
        String row = "A16 A16 A16 A16 A16 A16 A16 A16 A16 A16";
        ListHeap heap = heap(FIRST_FIT.with(new ThresholdCoalesce(0.8)), row);
        for (int i = 0; i < 7; i++) free(heap, i);
        assertHeap("F16 F16 F16 F16 F16 F16 F16 A16 A16 A16", heap);
        free(heap, 7);
        assertHeap("F128 A16 A16", heap);
        ListHeap calm = heap(FIRST_FIT.with(new ThresholdCoalesce(0.9)), row);
        for (int i = 0; i < 8; i++) free(calm, i);
        assertHeap("F16 F16 F16 F16 F16 F16 F16 F16 A16 A16", calm);
    }

    @Test
    void growthJoinsTheLastFreeBlock() {
        ListHeap heap = FIRST_FIT.withChunk(64).withLimit(400).heap();
        heap.malloc(40);
        assertHeap("A48 F16", heap);
        heap.malloc(40);
        assertHeap("A48 A48 F32", heap);
    }

    @Test
    void aCursorFollowsTheBlockItsOwnIsJoinedTo() {
        ListHeap heap = heap(FIRST_FIT.with(new NextFit()), "F16 A16 F32 A16");
        int address = heap.malloc(24);
        assertEquals(heap.blocks().of(address), heap.cursor(), "never moved back before");
        free(heap, 1);
        assertNotEquals(heap.blocks().first(), heap.cursor());
        heap.free(address);
        assertHeap("F64 A16", heap);
        assertEquals(heap.blocks().first(), heap.cursor());
    }
}
