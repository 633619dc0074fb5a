package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.heap.Allocator;
import heaplab.memory.Memory;
import org.junit.jupiter.api.Test;

class CallAnswerTest {
    @Test
    void theLibrarysOwnAreRight() {
        assertDoesNotThrow(() -> new CallAnswer(Allocator::calloc).calloc());
        assertDoesNotThrow(() -> new CallAnswer(Allocator::realloc).realloc());
    }

    @Test
    void aCallocThatDoesNotClearIsToldTheFirstByte() {
        assertEquals(
                "calloc(3, 4) in the heap F24 A16 F40: byte 0 of q is not zero."
                        + " Clear count x bytes, no more and no less.",
                calloc((heap, count, bytes) -> heap.malloc(count * bytes)));
    }

    @Test
    void aCallocThatClearsElementsAsWordsMissesTheLastBytes() {
        String said =
                calloc(
                        (heap, count, bytes) -> {
                            int p = heap.malloc(count * bytes);
                            if (p != 0) heap.memory().fill(p, count * bytes & -Memory.WORD, 0);
                            return p;
                        });
        assertTrue(said.startsWith("calloc(5, 7) in the heap A16 F64: byte 32 of q"), said);
    }

    @Test
    void aCallocThatClearsTooMuchBreaksTheHeap() {
        String said =
                calloc(
                        (heap, count, bytes) -> {
                            int p = heap.malloc(count * bytes);
                            if (p != 0) heap.memory().fill(p, 8 * count, 0);
                            return p;
                        });
        assertTrue(said.contains("the heap is broken at"), said);
    }

    @Test
    void aCallocThatClearsAtNullIsFound() {
        String said =
                calloc(
                        (heap, count, bytes) -> {
                            int p = heap.malloc(count * bytes);
                            heap.memory().fill(p, count * bytes, 0);
                            return p;
                        });
        assertTrue(said.startsWith("calloc(6, 4) in the heap F24 A16"), said);
    }

    @Test
    void aCallocThatOverflowsIsToldSo() {
        String said =
                calloc(
                        (heap, count, bytes) -> {
                            int p = heap.malloc(count * bytes);
                            if (p != 0) heap.memory().fill(p, count * bytes, 0);
                            return p;
                        });
        assertTrue(
                said.startsWith("calloc(268435457, 16) in the heap A16 F64: found a block at"),
                said);
    }

    @Test
    void aReallocThatCopiesAllOfTheOldBlockBreaksTheNext() {
        String said =
                realloc(
                        (heap, p, bytes) -> {
                            int q = heap.malloc(bytes);
                            heap.memory().copy(p, q, heap.usable(p));
                            heap.free(p);
                            return q;
                        });
        assertTrue(said.startsWith("realloc(8, 9) in the heap A40 A16 F16 A16 F24"), said);
    }

    @Test
    void aReallocThatCopiesAllOfTheNewBlockReadsTheNext() {
        String said =
                realloc(
                        (heap, p, bytes) -> {
                            int q = heap.malloc(bytes);
                            heap.memory().copy(p, q, bytes);
                            heap.free(p);
                            return q;
                        });
        assertTrue(said.contains(": your copy goes on behind the old block. Copy"), said);
    }

    @Test
    void aReallocThatLosesTheRefusedBlockIsFound() {
        String said =
                realloc(
                        (heap, p, bytes) -> {
                            int q = heap.malloc(bytes);
                            if (q != 0) move(heap, p, q, bytes);
                            heap.free(p);
                            return q;
                        });
        assertTrue(said.contains("A24 A16 F24: the block at 8 was freed. If malloc"), said);
    }

    @Test
    void aReallocThatKeepsTheOldBlockLeaks() {
        String said =
                realloc(
                        (heap, p, bytes) -> {
                            int q = heap.malloc(bytes);
                            if (q != 0) move(heap, p, q, bytes);
                            return q;
                        });
        assertTrue(said.contains("found 3 allocated blocks, expected 2."), said);
    }

    @Test
    void aReallocThatMovesNothingHasLostTheWords() {
        String said =
                realloc(
                        (heap, p, bytes) -> {
                            int q = heap.malloc(bytes);
                            heap.free(p);
                            return q;
                        });
        assertTrue(said.contains("word 0 of q should be 10."), said);
    }

    private static void move(Allocator heap, int from, int to, int bytes) {
        heap.memory().copy(from, to, Math.min(bytes, heap.usable(from)));
    }

    private static String calloc(Call answer) {
        return assertThrows(CheckFailed.class, () -> new CallAnswer(answer).calloc()).getMessage();
    }

    private static String realloc(Call answer) {
        return assertThrows(CheckFailed.class, () -> new CallAnswer(answer).realloc()).getMessage();
    }
}
