package heaplab.notebook;

import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A common mistake with free lists, and a list that makes it: so the answers of somebody who makes
 * it are simulated, and never guessed. {@link Mistakes} has them all.
 *
 * @param what was done: "forgot the header"; several ways to do it have the same
 * @param right what is right instead
 * @param heap makes a new list that makes the mistake
 * @param added what is added to where a block starts, to get what malloc returns
 */
record Mistake(String what, String right, Supplier<FreeListSimulator> heap, int added) {
    /** A list that does as it is told, but is told something else. */
    static Mistake ofOptions(String what, String right, FreeListOptions wrong) {
        return new Mistake(what, right, () -> new FreeListSimulator(wrong), wrong.headerBytes());
    }

    /** What to say: "You forgot the header: each block takes 4 bytes more." */
    String words() {
        return "You %s: %s.".formatted(what, right);
    }

    /** What somebody who makes it does with an exercise. */
    List<Step> solve(FreeListExercise exercise) {
        return exercise.solve(heap.get());
    }
}
