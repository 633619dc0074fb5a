package heaplab.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatMemoryTest {
    private final Memory memory = new FlatMemory(10_000);

    @Test
    void theHeapIsEmptyAtFirstAndTheStaticAreaZero() {
        assertEquals(0, memory.brk());
        assertEquals(0, memory.word(-Memory.STATIC_BYTES));
        assertEquals(0, memory.word(-4));
        memory.word(-4, 7);
        assertEquals(7, memory.word(-4));
    }

    @Test
    void sbrkAnswersTheOldBreak() {
        assertEquals(0, memory.sbrk(16));
        assertEquals(16, memory.sbrk(0));
        assertEquals(16, memory.sbrk(-4));
        assertEquals(12, memory.brk());
    }

    @Test
    void theLimitIsAWholeWordAndTheLastOneUsable() {
        Memory small = new FlatMemory(19);
        assertEquals(16, small.limit());
        assertEquals(Memory.OUT_OF_MEMORY, small.sbrk(20));
        assertEquals(0, small.sbrk(16));
        small.word(12, 5);
        assertEquals(Memory.OUT_OF_MEMORY, small.sbrk(4));
        assertEquals(16, small.brk());
    }

    @Test
    void whatIsGivenBackIsZeroWhenItReturns() {
        memory.sbrk(8000);
        memory.fill(0, 8000, 0xff);
        memory.sbrk(-4000);
        memory.sbrk(4000);
        assertEquals(-1, memory.word(3996));
        for (int a = 4000; a < 8000; a += 4) assertEquals(0, memory.word(a));
    }

    @Test
    void growthKeepsEveryWord() {
        for (int a = 0; memory.sbrk(4) != Memory.OUT_OF_MEMORY; a += 4) memory.word(a, a + 1);
        assertEquals(10_000, memory.brk());
        for (int a = 0; a < 10_000; a += 4) assertEquals(a + 1, memory.word(a));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 'address 2: expected a multiple of 4 (the heap is 0 to 16)'",
        "2147483644, 'address 2147483644: expected an address below the break (the heap is 0 to"
                + " 16)'",
        "-4100, 'address -4100: expected -4096 or more (the heap is 0 to 16)'",
        "-2147483648, 'address -2147483648: expected -4096 or more (the heap is 0 to 16)'"
    })
    void aBadAddressIsNamedWithItsRule(int address, String message) {
        memory.sbrk(16);
        assertEquals(message, refusal(() -> memory.word(address)));
        assertEquals(message, refusal(() -> memory.word(address, 1)));
    }

    @Test
    void aStrayWriteAtTheBreakDoesNotGetIntoMemoryObtainedLater() {
        memory.sbrk(16);
        memory.word(16, 7);
        memory.sbrk(16);
        assertEquals(0, memory.word(16));
    }

    @Test
    void aStrayWriteAtTheBreakIsRefusedWhereAnUndoLogCouldNotTakeItBack() {
        memory.sbrk(16);
        memory.record(new UndoLog(8));
        assertEquals(
                "address 16: expected an address below the break (the heap is 0 to 16)",
                refusal(() -> memory.word(16, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 2, -16 - 4, Integer.MIN_VALUE})
    void theBreakStaysAtAWordOfTheHeap(int bytes) {
        memory.sbrk(16);
        assertEquals(
                "sbrk(" + bytes + "): expected a multiple of 4, at least -16",
                refusal(() -> memory.sbrk(bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, (1 << 30) + 1})
    void theLimitIsFromZeroToOneGibibyte(int limit) {
        assertEquals(
                "limit " + limit + " bytes: expected 0 to 1073741824",
                refusal(() -> new FlatMemory(limit)));
    }

    @Test
    void bytesOfAWordAreNumberedLowestFirst() {
        memory.sbrk(8);
        memory.word(0, 0x44332211);
        assertEquals(0x11, memory.byteAt(0));
        assertEquals(0x44, memory.byteAt(3));
        memory.byteAt(1, 0x1fe);
        assertEquals(0x4433fe11, memory.word(0));
        memory.byteAt(-1, 0x80);
        assertEquals(0x80000000, memory.word(-4));
    }

    @Test
    void fillAndCopyMoveBytesAtAnyAddress() {
        memory.sbrk(200);
        for (int from = 0; from < 5; from++)
            for (int to = 50; to < 55; to++)
                for (int bytes = 0; bytes < 12; bytes++) {
                    memory.fill(0, 200, 0);
                    memory.fill(from, bytes, 0x1a5);
                    memory.copy(from, to, bytes);
                    for (int a = 0; a < 100; a++) {
                        boolean inside = a >= from && a < from + bytes || a >= to && a < to + bytes;
                        assertEquals(inside ? 0xa5 : 0, memory.byteAt(a));
                    }
                }
    }

    @Test
    void restoreTakesBackGrowthAndShrinking() {
        memory.sbrk(100);
        memory.fill(0, 100, 1);
        memory.word(-4, 9);
        Memory.Snapshot snapshot = memory.snapshot();
        assertEquals(0x01010101, snapshot.word(96));
        assertEquals(9, snapshot.word(-4));
        assertEquals(0, snapshot.word(100));
        for (int bytes : new int[] {8000, -60}) {
            memory.sbrk(bytes);
            memory.fill(0, memory.brk(), 2);
            memory.restore(snapshot);
            assertEquals(100, memory.brk());
            assertArrayEquals(snapshot.words(), memory.snapshot().words());
        }
        memory.sbrk(4);
        assertEquals(0, memory.word(100), "what lay beyond the snapshot is gone");
    }

    @Test
    void clearGivesAnEmptyHeapAgain() {
        memory.sbrk(8000);
        memory.fill(0, 8000, 1);
        memory.word(-4, 1);
        memory.clear();
        assertEquals(0, memory.brk());
        assertEquals(0, memory.word(-4));
        memory.sbrk(8000);
        for (int a = 0; a < 8000; a += 4) assertEquals(0, memory.word(a));
    }

    @Test
    void theFlatArrayHasTheWordsAfterTheStaticArea() {
        memory.sbrk(8);
        memory.word(4, 77);
        assertEquals(77, memory.flat()[(4 + Memory.STATIC_BYTES) / 4]);
        assertTrue(memory.flat().length >= (8 + Memory.STATIC_BYTES) / 4);
    }

    /** What a smashed size in a header leads to. */
    @Test
    void aCopyThatRunsOutOfMemoryNamesTheFirstWordThatIsNotThere() {
        memory.sbrk(16);
        int end = 4 * memory.flat().length - Memory.STATIC_BYTES;
        String message =
                "address %d: expected an address below the break (the heap is 0 to 16)"
                        .formatted(end);
        assertEquals(message, refusal(() -> memory.copy(8, 8, 1 << 20)));
        assertEquals(message, refusal(() -> memory.copy(8, 8, Integer.MAX_VALUE)));
        assertEquals(message, refusal(() -> memory.copy(end, 0, 8)));
        memory.copy(8, 0, -4);
        assertEquals(0, memory.word(0));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
