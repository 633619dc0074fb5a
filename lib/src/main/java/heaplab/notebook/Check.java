package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.Memory;
import heaplab.view.Bundle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Feedback on exercises. A right answer gets one line, an unanswered one is told so, a wrong one
 * throws with a hint, below a picture where one helps. Nothing is returned, because a grader takes
 * a number that a cell returns for points. Answers are methods or classes whose stub throws {@link
 * NotAnswered}.
 */
public final class Check {
    private static final Set<String> RIGHT = new HashSet<>(); // exercises answered right so far

    private Check() {}

    /** An answer that has one right value. */
    public static void answer(String exercise, Supplier<?> given, Object expected, String hint) {
        answer(exercise, given, expected, hint, Map.of());
    }

    /** The same with a diagnosis for each common wrong answer, in place of the general hint. */
    public static void answer(
            String exercise,
            Supplier<?> given,
            Object expected,
            String hint,
            Map<?, String> diagnoses) {
        attempt(
                exercise,
                () -> {
                    Object found = given.get();
                    if (Objects.equals(found, expected)) return;
                    String say = diagnoses.containsKey(found) ? diagnoses.get(found) : hint;
                    throw new CheckFailed("found %s, which is not it. %s".formatted(found, say));
                });
    }

    /** A condition that the answer fulfils or not. */
    public static void that(String exercise, Supplier<Boolean> holds, String hint) {
        attempt(
                exercise,
                () -> {
                    if (!holds.get()) throw new CheckFailed(hint);
                });
    }

    /**
     * A function that has to agree with another from 1 to a last argument; with a diagnosis for
     * each common wrong one. The first argument where it differs is named.
     */
    public static void function(
            String exercise,
            IntUnaryOperator answer,
            IntUnaryOperator expected,
            int last,
            String hint,
            Map<IntUnaryOperator, String> diagnoses) {
        attempt(
                exercise,
                () -> {
                    int n = firstDifference(answer, expected, last);
                    if (n > last) return;
                    String say =
                            diagnoses.keySet().stream()
                                    .filter(f -> firstDifference(answer, f, last) > last)
                                    .findFirst()
                                    .map(diagnoses::get)
                                    .orElse(hint);
                    throw new CheckFailed(
                            "for %d found %d, expected %d. %s"
                                    .formatted(
                                            n, answer.applyAsInt(n), expected.applyAsInt(n), say));
                });
    }

    private static int firstDifference(IntUnaryOperator a, IntUnaryOperator b, int last) {
        return IntStream.rangeClosed(1, last)
                .filter(n -> a.applyAsInt(n) != b.applyAsInt(n))
                .findFirst()
                .orElse(last + 1);
    }

    /**
     * An addblock that has to write what heaps of a recipe write, on drawn heaps, small ones first.
     * A wrong one is shown the first heap that comes out wrong, with a diagnosis of the common
     * mistake that it agrees with, else the hint.
     */
    public static void addblock(
            String exercise,
            AddBlock answer,
            Recipe recipe,
            String hint,
            Map<AddBlock, String> diagnoses) {
        attempt(
                exercise,
                () -> {
                    String say =
                            diagnoses.keySet().stream()
                                    .filter(mistake -> Placings.agree(answer, mistake, recipe))
                                    .findFirst()
                                    .map(diagnoses::get)
                                    .orElse(hint);
                    Placings.check(answer, recipe, say);
                });
    }

    /**
     * A figure that a walk over a heap has to find, on each of these heaps. A wrong one is shown
     * the first heap where it differs, one that does not end within seconds is told so.
     */
    public static void walk(
            String exercise,
            ToIntFunction<ListHeap> answer,
            ToIntFunction<ListHeap> expected,
            String hint,
            ListHeap... heaps) {
        WalkAnswer walk = new WalkAnswer(answer, expected);
        attempt(
                exercise,
                () -> {
                    for (ListHeap heap : heaps) walk.tryOn(heap, hint);
                });
    }

    /**
     * A fit that has to take the same blocks as another: compared on drawn heaps, small ones first.
     * A wrong one is shown the first heap where they differ.
     */
    public static void fit(String exercise, Supplier<Fit> answer, Fit expected) {
        attempt(exercise, () -> Duel.fight(answer.get(), expected));
    }

    /**
     * A recipe that has to make the same heaps as another, operation by operation: for a splitting
     * or coalescing policy, an order, a fit. A wrong one is shown the first heap where they differ.
     */
    public static void heaps(
            String exercise, Supplier<Recipe> answer, Recipe expected, String hint) {
        attempt(exercise, () -> HeapDuel.fight(answer.get(), expected, hint));
    }

    /**
     * A quiz on a free list. A wrong answer is shown the list before it and told what was probably
     * done wrong.
     */
    public static void quiz(String exercise, Quiz quiz, Supplier<Quiz.Answers> answers) {
        attempt(exercise, () -> quiz.check(answers.get()));
    }

    /**
     * A drawn heap of at most so many bare words, "F5 A1 F4", and requests in words, that one fit
     * serves and another does not: shown as both leave it when that is not so.
     */
    public static void wins(
            String exercise,
            Supplier<String> heap,
            Supplier<List<Integer>> requests,
            Fit winner,
            Fit loser,
            int mostWords) {
        attempt(
                exercise,
                () -> Fates.requireWin(heap.get(), requests.get(), winner, loser, mostWords));
    }

    /**
     * A way to free the block whose header is at an address, on the bare words of memory: compared
     * on drawn heaps with what a recipe does. A wrong one is shown the first heap that differs.
     */
    public static void freeing(
            String exercise, ObjIntConsumer<Memory> answer, Recipe expected, String hint) {
        attempt(exercise, () -> FreeTrial.of(answer, expected, hint));
    }

    /**
     * A calloc: zeroed blocks, NULL when count x bytes is too much, nobody else's words touched.
     */
    public static void calloc(String exercise, Call answer) {
        attempt(exercise, () -> new CallAnswer(answer).calloc());
    }

    /** A realloc: contents kept, a refused one changes nothing, nobody else's words touched. */
    public static void realloc(String exercise, Call answer) {
        attempt(exercise, () -> new CallAnswer(answer).realloc());
    }

    /** A recipe that has to pass small random programs with every law checked. */
    public static void laws(String exercise, Supplier<Recipe> answer) {
        attempt(exercise, () -> Trial.of(answer.get()));
    }

    /** A measured figure that has to reach a goal; both are named in the answer, met or not. */
    public static void atLeast(
            String exercise, String what, Supplier<Double> measured, double goal) {
        atLeast(exercise, what, measured, goal, "");
    }

    /** The same with a hint where the goal is missed. */
    public static void atLeast(
            String exercise, String what, Supplier<Double> measured, double goal, String hint) {
        goal(exercise, () -> Goal.atLeast(what, measured.get(), goal), hint);
    }

    /** A measured figure that may not pass a goal. */
    public static void atMost(
            String exercise, String what, Supplier<Double> measured, double goal) {
        atMost(exercise, what, measured, goal, "");
    }

    /** The same with a hint where the goal is missed. */
    public static void atMost(
            String exercise, String what, Supplier<Double> measured, double goal, String hint) {
        goal(exercise, () -> Goal.atMost(what, measured.get(), goal), hint);
    }

    /** Several goals at once: a table of all figures, met or not, and a hint if one is missed. */
    public static void goals(String exercise, Supplier<List<Goal>> measured, String hint) {
        attempt(
                exercise,
                () -> {
                    List<Goal> goals = measured.get();
                    Display.show(table(goals));
                    long missed = goals.stream().filter(goal -> !goal.met()).count();
                    if (missed > 0)
                        throw new CheckFailed(
                                "%d of %d goals missed. %s".formatted(missed, goals.size(), hint));
                });
    }

    static Table table(List<Goal> goals) {
        return Table.create(
                "goals",
                StringColumn.create("figure", goals.stream().map(Goal::what)),
                StringColumn.create("found", goals.stream().map(goal -> number(goal.found()))),
                StringColumn.create("goal", goals.stream().map(Goal::words)),
                StringColumn.create("met", goals.stream().map(g -> g.met() ? "✓" : "✗")));
    }

    private static void goal(String exercise, Supplier<Goal> measured, String hint) {
        attempt(
                exercise,
                () -> {
                    Goal goal = measured.get();
                    String line =
                            "%s: %s, the goal is %s"
                                    .formatted(goal.what(), number(goal.found()), goal.words());
                    if (!goal.met())
                        throw new CheckFailed(hint.isEmpty() ? line : line + ". " + hint);
                    Display.show(Bundle.of(line));
                });
    }

    static String number(double value) {
        boolean whole = value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%.4g", value);
    }

    /** For hidden tests: throws unless all these exercises were answered right in this session. */
    public static void required(String... exercises) {
        for (String exercise : exercises)
            if (!RIGHT.contains(exercise))
                throw new CheckFailed("Exercise " + exercise + " is open");
    }

    /** What a guess made before the run is worth after it; never an error. */
    public static Bundle guess(Object predicted, Object measured) {
        return Bundle.of(worth(predicted, measured));
    }

    /** The same with a word on what was measured: "percent more". */
    public static Bundle guess(String what, Object predicted, Object measured) {
        return Bundle.of(what + ". " + worth(predicted, measured));
    }

    private static String worth(Object predicted, Object measured) {
        boolean open = Set.of(-1, -1L, -1.0, "?").contains(predicted);
        if (open)
            return "Measured: %s. (No guess yet: write yours and run again.)".formatted(measured);
        return Objects.equals(predicted, measured)
                ? "Right: " + measured + "."
                : "You said %s, it is %s. Why?".formatted(predicted, measured);
    }

    /**
     * The same for a choice between a few numbers: the one nearest to what was measured is right.
     */
    public static Bundle nearest(int predicted, double measured, int... choices) {
        int right = choices[0];
        for (int choice : choices)
            if (Math.abs(Math.log(measured / choice)) < Math.abs(Math.log(measured / right)))
                right = choice;
        String exact = " Exactly: %s.".formatted(digits(measured));
        return Bundle.of(guess(predicted, right).text() + exact);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.3g", value);
    }

    private static void attempt(String exercise, Runnable test) {
        RIGHT.remove(exercise);
        try {
            test.run();
        } catch (NotAnswered open) {
            Display.show(Bundle.of("Exercise " + exercise + ": not answered yet"));
            return;
        } catch (CheckFailed wrong) {
            throw new CheckFailed("Exercise " + exercise + ": " + wrong.getMessage());
        } catch (RuntimeException broken) {
            throw new CheckFailed("Exercise %s: it broke off with %s".formatted(exercise, broken));
        }
        RIGHT.add(exercise);
        Display.show(Bundle.of("Exercise " + exercise + ": right"));
    }
}
