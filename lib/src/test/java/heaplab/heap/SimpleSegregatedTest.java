package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.chains;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.policy.ExactClasses;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NeverSplit;
import heaplab.policy.SimpleSegregatedTracking;
import heaplab.policy.SteppedClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simple segregated storage: new memory is cut into blocks of one size. */
class SimpleSegregatedTest {
    private static ListHeap heap(SizeClasses classes, int chunk) {
        return FIRST_FIT
                .with(new SimpleSegregatedTracking(classes))
                .with(new NeverSplit())
                .with(new NeverCoalesce())
                .withChunk(chunk)
                .withLimit(16 + 4 * chunk)
                .heap();
    }

    private static ListHeap heap(int chunk) {
        return heap(new SteppedClasses(0), chunk);
    }

    @Test
    void aChunkIsCutIntoBlocksOfOneSizeAndUsedFromItsFront() {
        ListHeap heap = heap(128);
        assertHeap("", heap);
        assertEquals(0, placed(heap, 20));
        assertHeap("A32 F32 F32 F32", heap);
        assertEquals(List.of("32 to 63 bytes: 1 2 3"), chains(heap));
        assertEquals(1, placed(heap, 24));
        assertEquals(4, placed(heap, 50), "another class has a chunk of its own");
        assertHeap("A32 A32 F32 F32 A64 F64", heap);
        assertEquals(2, heap.work().growths);
        assertEquals(0, heap.work().splits);
    }

    @Test
    void theLastBlockGetsWhatIsLeftOver() {
        ListHeap heap = heap(144);
        heap.malloc(20);
        assertHeap("A32 F32 F32 F48", heap);
        assertEquals(List.of("32 to 63 bytes: 1 2 3"), chains(heap));
        ListHeap exact = heap(new ExactClasses(), 80);
        exact.malloc(16);
        assertHeap("A24 F24 F32", exact);
        assertEquals(List.of("24 bytes: 1", "32 bytes: 2"), chains(exact));
    }

    @Test
    void aBlockLargerThanAChunkIsRoundedUpAsWell() {
        ListHeap heap = heap(128);
        int address = heap.malloc(129);
        assertHeap("A256", heap);
        assertEquals(248, heap.usable(address));
        assertEquals(256, heap.classFor(heap.sizeFor(129)));
    }

    @Test
    void whatOneClassHasUsedIsLostToTheOthers() {
        ListHeap heap = heap(64);
        for (int i = 0; i < 8; i++) heap.malloc(24);
        for (int i = 0; i < 8; i++) free(heap, i);
        assertHeap("F32 F32 F32 F32 F32 F32 F32 F32", heap);
        assertEquals(Allocator.NULL, heap.malloc(56), "256 bytes are free");
        assertEquals(7, placed(heap, 24), "the one freed last");
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 30, 1_500_000_000, 1_900_000_000, Integer.MAX_VALUE - 64})
    void aRequestBeyondAllClassesIsRefused(int bytes) {
        for (SizeClasses classes :
                List.of(new SteppedClasses(0), new SteppedClasses(3), new ExactClasses())) {
            ListHeap heap = heap(classes, 64);
            heap.malloc(8);
            assertEquals(Allocator.NULL, heap.malloc(bytes), classes.toString());
            heap.check();
        }
    }
}
