package heaplab.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UndoLogTest {
    private final Memory memory = new FlatMemory(10_000);

    private UndoLog log(int capacity) {
        memory.sbrk(16);
        UndoLog log = new UndoLog(capacity);
        memory.record(log);
        return log;
    }

    @Test
    void stepsAreTakenBackInReverse() {
        UndoLog log = log(10);
        memory.word(0, 1);
        long mark = log.mark();
        memory.word(0, 2);
        memory.byteAt(0, 3);
        memory.word(-4, 4);
        log.undoTo(mark, memory);
        assertEquals(1, memory.word(0));
        assertEquals(0, memory.word(-4));
        assertEquals(mark, log.mark());
    }

    @Test
    void theBreakIsTakenBackWithWhatWasBeyondIt() {
        UndoLog log = log(100);
        memory.fill(0, 16, 7);
        Memory.Snapshot before = memory.snapshot();
        long mark = log.mark();
        memory.sbrk(-8);
        memory.sbrk(40);
        memory.fill(0, 48, 9);
        memory.sbrk(-48);
        log.undoTo(mark, memory);
        assertEquals(16, memory.brk());
        assertArrayEquals(before.words(), memory.snapshot().words());
        memory.sbrk(4);
        assertEquals(0, memory.word(16), "new memory is zero");
    }

    @Test
    void aFullRingForgetsTheOldest() {
        UndoLog log = log(3);
        long first = log.mark();
        memory.word(0, 1);
        long second = log.mark();
        for (int i = 2; i <= 4; i++) memory.word(0, i);
        assertFalse(log.reaches(first));
        assertTrue(log.reaches(second));
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> log.undoTo(first, memory));
        assertEquals("cannot undo to mark 0: the log holds marks 1 to 4", refused.getMessage());
        assertEquals(4, memory.word(0), "nothing is taken back");
        log.undoTo(second, memory);
        assertEquals(1, memory.word(0));
    }

    @Test
    void afterAnUndoRecordingGoesOn() {
        UndoLog log = log(3);
        for (int round = 0; round < 10; round++) {
            long mark = log.mark();
            for (int i = 1; i <= 3; i++) memory.word(4, i);
            log.undoTo(mark, memory);
            assertEquals(0, memory.word(4));
        }
        assertFalse(log.reaches(1), "a mark of the future");
    }

    @Test
    void restoringASnapshotEmptiesTheLog() {
        UndoLog log = log(10);
        long mark = log.mark();
        memory.word(0, 1);
        memory.restore(memory.snapshot());
        assertFalse(log.reaches(mark));
        assertTrue(log.reaches(log.mark()));
    }

    @Test
    void withoutALogNothingIsRecorded() {
        UndoLog log = log(10);
        long mark = log.mark();
        memory.record(null);
        memory.word(0, 1);
        assertEquals(mark, log.mark());
    }

    @Test
    void aLogHoldsAtLeastOneWrite() {
        assertThrows(IllegalArgumentException.class, () -> new UndoLog(0));
    }
}
