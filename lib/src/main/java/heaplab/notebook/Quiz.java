package heaplab.notebook;

import heaplab.alloc.ExerciseGenerator;
import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.view.Bundle;
import heaplab.view.FreeListPicture;
import heaplab.view.Picture;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions on a free list: what does each operation return, and what is the list afterwards? As a
 * picture it is the exercise; the answers are hidden until asked for. A wrong answer is compared
 * with what each of many common {@linkplain Mistake mistakes} gives.
 *
 * <p>The exercises are those of the simulator of OSTEP, chapter "Free-Space Management": an option
 * line of its homework gives the exercise that it gives there.
 */
public final class Quiz implements Picture {
    private static final int OPERATIONS = 8;
    private static final int LARGEST = 20; // bytes of a request
    private static final int PERCENT = 60; // of the draws are a malloc

    /** What {@link #of(long)} asks about. */
    private static final FreeListOptions OPTIONS =
            FreeListOptions.DEFAULTS.withHeader(4).withAlignment(8).withCoalescing(true);

    private final FreeListExercise exercise;
    private final List<Step> steps;
    private final int listAfter; // the operation after which the list is asked for
    private Answers given = new Answers(new TreeMap<>(), null); // operation by operation

    /**
     * Answers to a quiz, some of them or all.
     *
     * @param returned what operations return, by their number
     * @param list the list where it is asked for; null: not answered
     */
    public record Answers(SortedMap<Integer, Integer> returned, List<Chunk> list) {
        private static final Pattern NUMBER = Pattern.compile("\\d+");

        /**
         * The same with the list, entry by entry: "1000:8 1020:80", or as the original writes it,
         * "[ addr:1000 sz:8 ][ addr:1020 sz:80 ]"; "" is the empty list.
         */
        public Answers list(String entries) {
            List<Integer> numbers = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(entries);
            while (matcher.find()) numbers.add(Integer.parseInt(matcher.group()));
            if (numbers.size() % 2 != 0)
                throw new IllegalArgumentException(
                        "list \"%s\": found %d numbers, expected pairs of address:bytes"
                                .formatted(entries, numbers.size()));
            List<Chunk> list = new ArrayList<>();
            for (int i = 0; i < numbers.size(); i += 2)
                list.add(new Chunk(numbers.get(i), numbers.get(i + 1)));
            return new Answers(returned, List.copyOf(list));
        }

        private Answers with(int operation, int value) {
            SortedMap<Integer, Integer> more = new TreeMap<>(returned);
            more.put(operation, value);
            return new Answers(more, list);
        }
    }

    private Quiz(FreeListExercise exercise, int listAfter) {
        this.exercise = exercise;
        this.listAfter = listAfter;
        steps = exercise.solve();
        if (steps.isEmpty()) throw new IllegalArgumentException("0 operations: expected 1 or more");
        for (int i = 0; i < steps.size(); i++)
            if (steps.get(i).skipped())
                throw new IllegalArgumentException(
                        "operation %d: found %s, expected a pointer that a malloc has set"
                                .formatted(i, steps.get(i).operation()));
        if (listAfter < 0 || listAfter >= steps.size())
            throw new IllegalArgumentException(
                    "operation %d: expected 0 to %d".formatted(listAfter, steps.size() - 1));
    }

    /** Eight operations in a heap of 100 bytes with headers of 4, another quiz for each seed. */
    public static Quiz of(long seed) {
        return of(seed, OPTIONS);
    }

    /** The same in a heap of your own. */
    public static Quiz of(long seed, FreeListOptions options) {
        BigInteger number = BigInteger.valueOf(seed);
        return of(ExerciseGenerator.random(options, number, OPERATIONS, LARGEST, PERCENT));
    }

    /** The exercise of an option line of the homework: "-n 10 -H 0 -p BEST -s 0". */
    public static Quiz of(String optionLine) {
        return of(ExerciseGenerator.line(optionLine));
    }

    /** An exercise of your own, of at least one operation; the last list is asked for. */
    public static Quiz of(FreeListExercise exercise) {
        return new Quiz(exercise, exercise.operations().size() - 1);
    }

    /** The same quiz, asking for the list after another operation. */
    public Quiz askingForListAfter(int operation) {
        return new Quiz(exercise, operation);
    }

    /**
     * What the operations return, from the first one on: the address behind the block's header, -1
     * for a refused malloc, 0 for a free. The list comes with {@link Answers#list}.
     */
    public static Answers returned(int... values) {
        SortedMap<Integer, Integer> returned = new TreeMap<>();
        for (int i = 0; i < values.length; i++) returned.put(i, values[i]);
        return new Answers(returned, null);
    }

    /** The exercise, with a question mark for each answer. */
    @Override
    public Bundle bundle() {
        return new QuizSheet(exercise, listAfter).bundle();
    }

    /** Answers one operation, and says whether it is right; the quiz remembers it. */
    public Bundle answer(int operation, int value) {
        if (operation < 0 || operation >= steps.size())
            throw new IllegalArgumentException(
                    "operation %d: expected 0 to %d".formatted(operation, steps.size() - 1));
        given = given.with(operation, value);
        return Bundle.of(
                value == returned(operation)
                        ? "%d: right".formatted(operation)
                        : new Diagnosis(exercise, listAfter, given).of(operation));
    }

    /** Answers the list that is asked for, and says whether it is right. */
    public Bundle answer(String list) {
        given = given.list(list);
        return Bundle.of(
                given.list().equals(list())
                        ? "list after %d: right".formatted(listAfter)
                        : new Diagnosis(exercise, listAfter, given).ofList());
    }

    /** Answers all at once, and says what is wrong first. */
    public Bundle answer(Answers answers) {
        try {
            check(answers);
        } catch (NotAnswered | CheckFailed open) {
            return Bundle.of(open.getMessage());
        }
        return Bundle.of("all right");
    }

    /** Every list and every result, drawn. */
    public Picture solution() {
        return FreeListPicture.of(exercise.options(), steps);
    }

    /** For whoever sets the quiz: which mistakes give other answers here, and which do not. */
    public Bundle catches() {
        SortedMap<Integer, Integer> right = new TreeMap<>();
        for (int i = 0; i < steps.size(); i++) right.put(i, returned(i));
        List<String> missed =
                new Diagnosis(exercise, listAfter, new Answers(right, list()))
                        .mistakes().stream().map(Mistake::what).toList();
        List<String> caught =
                Mistakes.of(exercise.options()).stream()
                        .map(Mistake::what)
                        .distinct()
                        .filter(what -> !missed.contains(what))
                        .toList();
        return Bundle.of(
                "caught: %s\nnot caught: %s"
                        .formatted(String.join("; ", caught), String.join("; ", missed)));
    }

    /** The exercise itself, for programs. */
    public FreeListExercise exercise() {
        return exercise;
    }

    /**
     * Compares answers with the right ones.
     *
     * @throws NotAnswered when there is none
     * @throws CheckFailed for a wrong one, or when some are missing; a picture shows the list
     *     before the first wrong one
     */
    void check(Answers answers) {
        if (answers.returned().isEmpty() && answers.list() == null) throw new NotAnswered();
        if (answers.returned().size() > steps.size())
            throw new CheckFailed(
                    "found %d answers, expected one for each of %d operations"
                            .formatted(answers.returned().size(), steps.size()));
        for (int i = 0; i < steps.size(); i++) {
            Integer value = answers.returned().get(i);
            if (value != null && value != returned(i)) {
                show(i);
                throw new CheckFailed(new Diagnosis(exercise, listAfter, answers).of(i));
            }
            if (i == listAfter && answers.list() != null && !answers.list().equals(list())) {
                show(i);
                throw new CheckFailed(new Diagnosis(exercise, listAfter, answers).ofList());
            }
        }
        missing(answers);
    }

    private void missing(Answers answers) {
        int open = steps.size() - answers.returned().size();
        if (open > 0)
            throw new CheckFailed(
                    "right so far; %d of %d operations are open".formatted(open, steps.size()));
        if (answers.list() == null)
            throw new CheckFailed(
                    "right so far; the list after operation %d is open: .list(\"address:bytes"
                                    .formatted(listAfter)
                            + " ...\")");
    }

    /** What an operation starts from. */
    private void show(int operation) {
        List<Step> before = steps.subList(0, operation);
        Display.show(FreeListPicture.of(exercise.options(), before).last());
    }

    private int returned(int operation) {
        return steps.get(operation).returned(exercise.options().headerBytes());
    }

    private List<Chunk> list() {
        return steps.get(listAfter).freeList();
    }
}
