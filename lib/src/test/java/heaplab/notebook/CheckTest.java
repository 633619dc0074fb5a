package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.Policies;
import heaplab.heap.Coalesce;
import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.ListHeap;
import heaplab.heap.Tags;
import heaplab.heap.Tracking;
import heaplab.heap.Variants;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.WorstFit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class CheckTest {
    /** Takes the first free block, whether it fits or not. */
    private static final Fit TOO_SMALL = (free, size) -> free.first();

    /** Never finds anything. */
    private static final Fit BLIND = (free, size) -> FreeBlocks.NIL;

    @Test
    void everyFitOfTheLibraryPassesTheTrialAndBeatsNobodyInADuelWithItself() {
        for (Fit fit : Policies.all(Fit.class).values()) {
            for (Tags tags : Tags.values())
                assertTrue(Trial.of(Heaps.recipe(fit).with(tags)).contains("every law held"));
            assertDoesNotThrow(() -> Duel.fight(fit, fit));
        }
    }

    @Test
    void everyCoalescingPolicyPassesTheTrial() {
        for (Coalesce coalesce : Policies.all(Coalesce.class).values())
            Trial.of(Heaps.recipe(new FirstFit()).with(coalesce));
    }

    @Test
    void everyTrackingPassesTheTrial() {
        for (Tracking tracking : Policies.trackings().values())
            Trial.of(Variants.recipes(List.of(tracking)).get(0));
    }

    @Test
    void aFitThatTakesABlockThatIsTooSmallFailsWithTheProgramThatShowsIt() {
        String said = failure(() -> Lab.check(TOO_SMALL));
        assertTrue(said.matches("(?s)after malloc.*has room for \\d+ bytes, not for \\d+"), said);
    }

    @Test
    void aFitThatFindsNothingIsToldWhichBlockFits() {
        String said = failure(() -> Lab.check(BLIND));
        assertTrue(
                said.matches("(?s)after malloc.*refused, but a free block of \\d+ bytes fits.*"),
                said);
    }

    @Test
    void aWrongFitIsShownTheFirstHeapOnWhichItDiffers() {
        String said = failure(() -> Check.fit("8.2", BestFit::new, new WorstFit()));
        assertTrue(said.startsWith("Exercise 8.2: malloc("), said);
        assertTrue(said.contains("worst fit takes the block at"), said);
    }

    @Test
    void aCommonWrongAnswerGetsItsOwnDiagnosis() {
        Map<Integer, String> diagnoses = Map.of(20, "You forgot the header.");
        String said = failure(() -> Check.answer("7.1", () -> 20, 24, "Look again.", diagnoses));
        assertEquals("Exercise 7.1: found 20, which is not it. You forgot the header.", said);
        said = failure(() -> Check.answer("7.1", () -> 21, 24, "Look again.", diagnoses));
        assertEquals("Exercise 7.1: found 21, which is not it. Look again.", said);
    }

    @Test
    void aGuessIsAnsweredButNeverAnError() {
        assertEquals("Right: 44.", Check.guess(44, 44).text());
        assertEquals("You said 43, it is 44. Why?", Check.guess(43, 44).text());
        assertTrue(Check.guess(-1, 44).text().startsWith("Measured: 44. (No guess yet"));
        assertTrue(Check.guess("?", "next fit").text().startsWith("Measured: next fit. (No"));
        assertEquals("percent more. Right: 44.", Check.guess("percent more", 44, 44).text());
    }

    @Test
    void anOpenExerciseIsNoErrorButDoesNotCountAsRight() {
        Check.answer(
                "9.9",
                () -> {
                    throw new NotAnswered();
                },
                1,
                "");
        assertEquals("Exercise 9.9 is open", failure(() -> Check.required("9.9")));
        Check.answer("9.9", () -> 1, 1, "");
        assertDoesNotThrow(() -> Check.required("9.9"));
    }

    @Test
    void aGoalNamesBothFigures() {
        String said = failure(() -> Check.atLeast("8.4", "use", () -> 0.5, 0.9));
        assertEquals("Exercise 8.4: use: 0.5000, the goal is at least 0.9000", said);
        said = failure(() -> Check.atMost("8.4", "use", () -> 0.5, 0.1, "Hint."));
        assertEquals("Exercise 8.4: use: 0.5000, the goal is at most 0.1000. Hint.", said);
        Check.atMost("8.4", "visits per malloc", () -> 3.0, 4);
    }

    @Test
    void wholeFiguresAreWrittenWhole() {
        String said = failure(() -> Check.atMost("7.4", "steps", () -> 58_250_000.0, 0));
        assertEquals("Exercise 7.4: steps: 58,250,000, the goal is at most 0", said);
    }

    @Test
    void anAnswerThatBreaksOffIsToldWithoutAStackTrace() {
        String said = failure(() -> Check.answer("7.1", () -> 1 / Integer.parseInt("0"), 1, ""));
        assertEquals(
                "Exercise 7.1: it broke off with java.lang.ArithmeticException: / by zero", said);
    }

    @Test
    void aFunctionIsToldWhereItDiffersAndWhichCommonMistakeItIs() {
        Map<IntUnaryOperator, String> diagnoses = Map.of(n -> n + 4, "Round up.");
        IntUnaryOperator right = n -> n + 11 & -8;
        Check.function("7.2", n -> (n + 11) / 8 * 8, right, 100, "", diagnoses);
        String said =
                failure(() -> Check.function("7.2", n -> n + 4, right, 100, "Hint.", diagnoses));
        assertEquals("Exercise 7.2: for 1 found 5, expected 8. Round up.", said);
        said = failure(() -> Check.function("7.2", n -> 8, right, 100, "Hint.", diagnoses));
        assertEquals("Exercise 7.2: for 5 found 8, expected 16. Hint.", said);
    }

    @Test
    void aWalkIsToldOnWhichHeapItFails() {
        ListHeap good = Lab.heap("A16 F24");
        ListHeap bad = Lab.heap("F8 A16");
        Check.walk("7.3", ListHeap::freeBytes, ListHeap::freeBytes, "", good, bad);
        String said =
                failure(() -> Check.walk("7.3", h -> 24, ListHeap::freeBytes, "Hint.", good, bad));
        assertEquals(
                "Exercise 7.3: found 24, expected 8 in the heap F8 A16, header only. Hint.", said);
        said =
                failure(
                        () ->
                                Check.walk(
                                        "7.3",
                                        h -> h.memory().word(21),
                                        ListHeap::freeBytes,
                                        "",
                                        good));
        assertTrue(said.contains("broke off with \"address 21: expected a multiple of 4"), said);
    }

    @Test
    void aWalkThatDoesNotEndIsToldSo() {
        AtomicBoolean stop = new AtomicBoolean();
        ToIntFunction<ListHeap> endless =
                heap -> {
                    while (!stop.get()) Thread.onSpinWait();
                    return 0;
                };
        ListHeap heap = Lab.heap("A16 F24");
        String said = failure(() -> Check.walk("7.3", endless, ListHeap::freeBytes, "", heap));
        stop.set(true);
        assertTrue(said.contains("no end after 3 seconds"), said);
    }

    @Test
    void aFitThatGoesOnBehindTheEndOfTheListIsTold() {
        Fit forgetful =
                (free, size) -> {
                    int b = free.first();
                    while (free.size(b) < size) b = free.next(b);
                    return b;
                };
        String said = "size(NIL): no free block was left; expected a test for NIL before that";
        String trial = failure(() -> Lab.check(forgetful));
        assertTrue(trial.contains(said), trial);
        String duel = failure(() -> Check.fit("forgetful", () -> forgetful, new FirstFit()));
        assertTrue(duel.contains(said), duel);
    }

    @Test
    void aFitThatSearchesForEverIsStopped() {
        Fit endless =
                (free, size) -> {
                    int b = free.first();
                    while (b != 0 && free.size(b) < size)
                        b = free.next(b) == 0 ? free.first() : free.next(b);
                    return b;
                };
        String trial = failure(() -> Lab.check(endless));
        assertTrue(trial.contains("when does it end?"), trial);
        String duel = failure(() -> Check.fit("endless", () -> endless, new FirstFit()));
        assertTrue(duel.matches("(?s).*malloc\\(\\d+\\) in the heap .*when does it end.*"), duel);
    }

    @Test
    void goalsAreAllNamedAndTheMissedOnesCounted() {
        List<Goal> half = List.of(Goal.atLeast("x", 94.99, 95), Goal.atMost("y (%)", 10, 10));
        String said = failure(() -> Check.goals("goals", () -> half, "Look again."));
        assertTrue(said.endsWith("1 of 2 goals missed. Look again."), said);
        assertThrows(CheckFailed.class, () -> Check.required("goals"));
        String table = Check.table(half).print();
        for (String part : List.of("94.99", "at least 95", "✗", "y (%)", "at most 10", "✓"))
            assertTrue(table.contains(part), table);
        Check.goals("goals", () -> half.subList(1, 2), "");
        assertDoesNotThrow(() -> Check.required("goals"));
    }

    @Test
    void theChoiceNearestByItsFactorIsRight() {
        assertEquals("Right: 50. Exactly: 52.7.", Check.nearest(50, 52.7, 2, 10, 50).text());
        String wrong = Check.nearest(1, 4, 1, 5, 20).text();
        assertTrue(wrong.startsWith("You said 1, it is 5."), wrong);
        assertTrue(Check.nearest(-1, 1.07, 1, 10).text().startsWith("Measured: 1."));
    }

    @Test
    void anOpenWalkIsNoError() {
        Check.walk(
                "9.8",
                heap -> {
                    throw new NotAnswered();
                },
                ListHeap::freeBytes,
                "",
                Lab.heap("F8"));
        assertEquals("Exercise 9.8 is open", failure(() -> Check.required("9.8")));
    }

    private static String failure(org.junit.jupiter.api.function.Executable attempt) {
        return assertThrows(CheckFailed.class, attempt).getMessage();
    }
}
