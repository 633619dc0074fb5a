package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.heap;
import static heaplab.heap.Drawn.payload;
import static heaplab.heap.Drawn.payloadOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.policy.NextFit;
import heaplab.policy.ThresholdSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReallocTest {
    private static final Recipe IN_PLACE = FIRST_FIT.with(Realloc.IN_PLACE);

    private static int resize(ListHeap heap, int number, int blockBytes) {
        return heap.realloc(payload(heap, number), payloadOf(heap, blockBytes));
    }

    @ParameterizedTest
    @EnumSource
    void shrinkingGivesTheTailBack(Tags tags) {
        ListHeap heap = heap(IN_PLACE.with(tags), "A64 A16");
        assertEquals(payload(heap, 0), resize(heap, 0, 24));
        assertHeap("A24 F40 A16", heap);
    }

    @ParameterizedTest
    @EnumSource
    void theTailJoinsAFreeNext(Tags tags) {
        ListHeap heap = heap(IN_PLACE.with(tags), "A64 F16 A16");
        resize(heap, 0, 56);
        assertHeap(tags == Tags.BOUNDARY_TAGS ? "A64 F16 A16" : "A56 F24 A16", heap);
        resize(heap, 0, 24);
        assertHeap("A24 F56 A16", heap);
    }

    @ParameterizedTest
    @EnumSource
    void growthIntoAFreeNextSplitsOffTheRest(Tags tags) {
        ListHeap heap = heap(IN_PLACE.with(tags), "A16 F64 A16");
        assertEquals(payload(heap, 0), resize(heap, 0, 48));
        assertHeap("A48 F32 A16", heap);
        assertEquals(0, heap.work().copiedBytes);
    }

    @ParameterizedTest
    @EnumSource
    void growthMayTakeAllOfTheNext(Tags tags) {
        ListHeap heap = heap(IN_PLACE.with(tags), "A16 F24 A16");
        assertEquals(payload(heap, 0), resize(heap, 0, 40));
        assertHeap("A40 A16", heap);
    }

    @Test
    void aRestThatIsNotWorthItStays() {
        ListHeap heap = heap(IN_PLACE.with(new ThresholdSplit(40)), "A16 F64 A16");
        resize(heap, 0, 48);
        assertHeap("A80 A16", heap);
    }

    @Test
    void aNextThatIsTooSmallMeansMoving() {
        ListHeap heap = heap(IN_PLACE, "A24 F16 A16 F64");
        int p = payload(heap, 0);
        heap.memory().fill(p, 16, 0xab);
        int moved = resize(heap, 0, 48);
        assertHeap("F40 A16 A48 F16", heap);
        for (int i = 0; i < 16; i++) assertEquals(0xab, heap.memory().byteAt(moved + i));
        assertEquals(16, heap.work().copiedBytes, "what there was, not what is asked for");
    }

    @Test
    void noRoomLeavesTheOldBlock() {
        ListHeap heap = heap(IN_PLACE, "A24 F16 A16 F32");
        assertEquals(Allocator.NULL, resize(heap, 0, 48));
        assertHeap("A24 F16 A16 F32", heap);
        assertEquals(1, heap.work().refused);
    }

    @Test
    void theOtherModesMoveOrStayWhole() {
        ListHeap moves = heap(FIRST_FIT.with(Realloc.ALWAYS_MOVES), "A32 F32");
        assertNotEquals(payload(moves, 0), resize(moves, 0, 32));
        assertHeap("F32 A32", moves);
        ListHeap stays = heap(FIRST_FIT.with(Realloc.STAYS_IF_IT_FITS), "A32 F64");
        assertEquals(payload(stays, 0), resize(stays, 0, 16));
        assertHeap("A32 F64", stays);
        assertNotEquals(payload(stays, 0), resize(stays, 0, 40));
        assertHeap("F32 A40 F24", stays);
    }

    @Test
    void nullIsMallocAndSizeZeroIsFree() {
        for (Realloc mode : Realloc.values()) {
            ListHeap heap = heap(FIRST_FIT.with(mode), "F64");
            int p = heap.realloc(Allocator.NULL, 8);
            assertEquals(payload(heap, 0), p);
            assertEquals(Allocator.NULL, heap.realloc(p, 0));
            assertHeap("F64", heap);
            assertThrows(IllegalArgumentException.class, () -> heap.realloc(p, -1));
            assertEquals(Allocator.NULL, heap.realloc(Allocator.NULL, Integer.MAX_VALUE));
        }
    }

    @Test
    void aCursorInASwallowedBlockMovesToItsStart() {
        ListHeap heap = heap(IN_PLACE.with(new NextFit()), "A16 F32 A16");
        int p = heap.malloc(24);
        heap.free(p);
        assertEquals(heap.blocks().of(p), heap.cursor());
        resize(heap, 0, 40);
        assertEquals(heap.blocks().first(), heap.cursor());
        heap.check();
    }

    @Test
    void callocClearsAndRefusesWhatDoesNotFitAnInt() {
        ListHeap heap = heap(FIRST_FIT, "F64");
        heap.memory().fill(payload(heap, 0), 56, 0xff);
        heap.blocks().release(heap.blocks().first(), 64);
        int p = heap.calloc(5, 3);
        for (int i = 0; i < 15; i++) assertEquals(0, heap.memory().byteAt(p + i));
        assertEquals(0xff, heap.memory().byteAt(p + 15), "not more than asked for");
        assertEquals(Allocator.NULL, heap.calloc(1 << 16, 1 << 16));
        assertEquals(Allocator.NULL, heap.calloc(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(Allocator.NULL, heap.calloc(0, 8));
        assertThrows(IllegalArgumentException.class, () -> heap.calloc(-1, -1));
        assertHeap("A24 F40", heap);
    }

    @Test
    void aNegativeSizeIsAnErrorAndZeroIsNull() {
        ListHeap heap = heap(FIRST_FIT, "F64");
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> heap.malloc(-1));
        assertEquals("size -1: expected 0 or more", e.getMessage());
        assertEquals(Allocator.NULL, heap.malloc(0));
        heap.free(Allocator.NULL);
        assertEquals(0, heap.work().mallocs + heap.work().frees);
        for (int bytes : new int[] {57, Integer.MAX_VALUE, Integer.MAX_VALUE - 8})
            assertEquals(Allocator.NULL, heap.malloc(bytes));
        assertEquals(3, heap.work().refused);
        assertHeap("F64", heap);
    }
}
