package heaplab.notebook;

import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListExercise.Operation;
import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.notebook.Quiz.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What may have gone wrong in a quiz. A mistake is named only if somebody who makes it, and no
 * other, gives exactly these answers, right ones included. Two that both give them are both named;
 * where more do, or none, the first wrong answer gets a general hint.
 */
final class Diagnosis {
    private static final int MOST = 2; // mistakes named at once

    private final FreeListExercise exercise;
    private final FreeListOptions options;
    private final int listAfter;
    private final Answers given;

    Diagnosis(FreeListExercise exercise, int listAfter, Answers given) {
        this.exercise = exercise;
        this.options = exercise.options();
        this.listAfter = listAfter;
        this.given = given;
    }

    /** Of a wrong answer to an operation. */
    String of(int operation) {
        Operation asked = exercise.operations().get(operation);
        return "%d  %s: found %d, which is not it. %s"
                .formatted(operation, asked, given.returned().get(operation), words(hint(asked)));
    }

    /** Of a wrong list. */
    String ofList() {
        return "list after %d  %s: found %s, which is not it. %s"
                .formatted(
                        listAfter,
                        exercise.operations().get(listAfter),
                        entries(given.list()),
                        words(listHint()));
    }

    private static String entries(List<Chunk> list) {
        return list.isEmpty()
                ? "the empty list"
                : list.stream().map(Chunk::toString).collect(Collectors.joining(" "));
    }

    private String words(String hint) {
        List<Mistake> named = mistakes();
        return named.isEmpty() || named.size() > MOST
                ? hint
                : named.stream().map(Mistake::words).collect(Collectors.joining(" Or: "));
    }

    /** The mistakes that give these answers, one of each kind. */
    List<Mistake> mistakes() {
        Map<String, Mistake> found = new LinkedHashMap<>();
        for (Mistake mistake : Mistakes.of(options))
            if (gives(mistake)) found.putIfAbsent(mistake.what(), mistake);
        return List.copyOf(found.values());
    }

    private boolean gives(Mistake mistake) {
        List<Step> steps = mistake.solve(exercise);
        boolean sameList =
                given.list() == null || given.list().equals(steps.get(listAfter).freeList());
        return sameList
                && given.returned().entrySet().stream()
                        .allMatch(
                                answer ->
                                        gives(
                                                mistake,
                                                steps.get(answer.getKey()),
                                                answer.getValue()));
    }

    /** What is said of a free that is impossible to the mistaken may be 0 or -1. */
    private static boolean gives(Mistake mistake, Step step, int value) {
        return step.skipped() ? value == 0 || value == -1 : value == step.returned(mistake.added());
    }

    private String hint(Operation operation) {
        if (!operation.isMalloc()) return "free returns 0, or -1 if no block starts there.";
        return "The block takes %s. Which entry does %s choose, and where does it begin? (No such"
                        .formatted(size(operation.bytes()), options.placement().words())
                + " entry: -1.)";
    }

    /** "11 bytes, rounded up to 12, and 4 of header: 16". */
    private String size(int bytes) {
        long rounded = options.aligned(bytes);
        long block = options.blockBytes(bytes);
        return "%d bytes%s%s%s"
                .formatted(
                        bytes,
                        rounded == bytes ? "" : ", rounded up to " + rounded,
                        options.headerBytes() == 0
                                ? ""
                                : ", and %d of header".formatted(options.headerBytes()),
                        block == bytes ? "" : ": " + block);
    }

    private String listHint() {
        return "The list is kept %s; %s."
                .formatted(
                        options.order().words(),
                        options.coalesces()
                                ? "a freed block joins entries that it touches, if they are next"
                                        + " to it in the list"
                                : "nothing is joined");
    }
}
