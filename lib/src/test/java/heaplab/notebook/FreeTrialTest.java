package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.Memory;
import heaplab.policy.FirstFit;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextCoalesce;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

class FreeTrialTest {
    private static final Recipe FOOTERS = Heaps.recipe(new FirstFit());
    private static final Recipe HEADERS = FOOTERS.with(Tags.HEADER_ONLY);

    private static void clearFlag(Memory memory, int p) {
        memory.word(p, memory.word(p) & -2);
    }

    private static void joinNext(Memory memory, int p) {
        clearFlag(memory, p);
        int next = p + memory.word(p);
        if ((memory.word(next) & 1) == 0) memory.word(p, memory.word(p) + memory.word(next));
    }

    private static void joinBoth(Memory memory, int p, boolean footer) {
        int size = memory.word(p) & -2;
        int next = memory.word(p + size);
        int before = memory.word(p - 4);
        if ((next & 1) == 0) size += next;
        int start = (before & 1) == 0 ? p - before : p;
        memory.word(start, size + p - start);
        if (footer) memory.word(p + size - 4, size + p - start);
    }

    @Test
    void theSlidesAnswersAreRight() {
        Recipe never = HEADERS.with(new NeverCoalesce());
        Recipe next = HEADERS.with(new NextCoalesce());
        assertDoesNotThrow(() -> FreeTrial.of(FreeTrialTest::clearFlag, never, ""));
        assertDoesNotThrow(() -> FreeTrial.of(FreeTrialTest::joinNext, next, ""));
        assertDoesNotThrow(() -> FreeTrial.of((m, p) -> joinBoth(m, p, true), FOOTERS, ""));
    }

    @Test
    void aBlockThatIsNotJoinedIsShownWithBothHeaps() {
        String said = wrong(FreeTrialTest::clearFlag, HEADERS.with(new NextCoalesce()));
        assertTrue(
                said.matches("after the block at \\d+ is freed, found .*F.*, expected .*Hint"),
                said);
    }

    @Test
    void aMissingFooterIsNamedThoughTheWalkIsRight() {
        String said = wrong((m, p) -> joinBoth(m, p, false), FOOTERS);
        assertTrue(
                said.matches(
                        ".*as expected, but the word at \\d+ is \\d+/[01], expected \\d+/0\\. Hint"),
                said);
    }

    @Test
    void aTouchedNeighbourIsNamed() {
        ObjIntConsumer<Memory> smash =
                (m, p) -> {
                    int next = p + (m.word(p) & -2);
                    joinNext(m, p);
                    if ((m.word(next) & 1) == 1 && m.word(next) > 1) m.word(next + 4, 7);
                };
        String said = wrong(smash, HEADERS.with(new NextCoalesce()));
        assertTrue(said.contains("is 0/7, expected 0/0"), said);
    }

    @Test
    void anAnswerThatBreaksOffOrDoesNotEndIsToldSo() {
        String said = wrong((m, p) -> m.word(p + 1), HEADERS);
        assertTrue(said.contains("it broke off with \"address "), said);
        AtomicBoolean stop = new AtomicBoolean();
        ObjIntConsumer<Memory> endless =
                (m, p) -> {
                    while (!stop.get()) Thread.onSpinWait();
                };
        said = wrong(endless, HEADERS);
        stop.set(true);
        assertTrue(said.contains("no end after 3 seconds"), said);
    }

    @Test
    void anUnansweredOneStaysUnanswered() {
        ObjIntConsumer<Memory> open =
                (m, p) -> {
                    throw new NotAnswered();
                };
        assertThrows(NotAnswered.class, () -> FreeTrial.of(open, HEADERS, ""));
    }

    private static String wrong(ObjIntConsumer<Memory> answer, Recipe expected) {
        return assertThrows(CheckFailed.class, () -> FreeTrial.of(answer, expected, "Hint"))
                .getMessage();
    }
}
