package heaplab.notebook;

import static heaplab.heap.Allocator.NULL;

import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.view.HeapPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two recipes side by side on the same small random programs, short ones first: the first heap on
 * which they differ is shown as it was before, as the answer made it, and as it should be.
 */
final class HeapDuel {
    private static final int PROGRAMS = 200;
    private static final int LARGEST_REQUEST = 60; // bytes
    private static final int HEAP_BYTES = 512;

    private final ListHeap given;
    private final ListHeap right;
    private final List<Integer> live = new ArrayList<>(); // addresses, the same in both heaps
    private final List<String> done = new ArrayList<>(); // operations, as text

    private HeapDuel(Recipe answer, Recipe expected) {
        given = small(Watched.ending(answer));
        right = small(expected);
    }

    private static ListHeap small(Recipe recipe) {
        return recipe.withChunk(4 * recipe.alignment()).withLimit(HEAP_BYTES).heap();
    }

    /** Throws {@link CheckFailed} below the pictures of the first heap where the two differ. */
    static void fight(Recipe answer, Recipe expected, String hint) {
        SplittableRandom random = new SplittableRandom(9);
        for (int program = 0; program < PROGRAMS; program++) {
            HeapDuel duel = new HeapDuel(answer, expected);
            for (int i = 0; i < 3 + program / 4; i++) duel.operation(random, hint);
        }
    }

    private void operation(SplittableRandom random, String hint) {
        int kind = live.isEmpty() ? 0 : random.nextInt(10);
        int pick = live.isEmpty() ? 0 : random.nextInt(live.size());
        int bytes = 1 + random.nextInt(LARGEST_REQUEST);
        HeapPicture before = HeapPicture.of(given);
        int wanted;
        int found;
        if (kind < 5) {
            done.add("malloc(%d)".formatted(bytes));
            wanted = right.malloc(bytes);
            found = attempt(before, () -> given.malloc(bytes));
        } else if (kind < 9) {
            int address = live.remove(pick);
            done.add("free(%d)".formatted(address));
            wanted = free(right, address);
            found = attempt(before, () -> free(given, address));
        } else {
            int address = live.remove(pick);
            done.add("realloc(%d, %d)".formatted(address, bytes));
            wanted = right.realloc(address, bytes);
            found = attempt(before, () -> given.realloc(address, bytes));
            if (wanted == NULL) live.add(address);
        }
        if (wanted != NULL) live.add(wanted);
        if (found != wanted || !given.toString().equals(right.toString()))
            throw difference(before, hint);
    }

    private static int free(ListHeap heap, int address) {
        heap.free(address);
        return NULL;
    }

    private interface Step {
        int run();
    }

    private int attempt(HeapPicture before, Step step) {
        try {
            int found = step.run();
            given.check();
            return found;
        } catch (NotAnswered open) {
            throw open;
        } catch (RuntimeException e) {
            Display.show(before.titled("the heap before " + last()));
            String what = e instanceof CheckFailed ? e.getMessage() : e.toString();
            throw new CheckFailed("after %s: %s".formatted(String.join(", ", done), what));
        }
    }

    private String last() {
        return done.get(done.size() - 1);
    }

    private CheckFailed difference(HeapPicture before, String hint) {
        Display.show(
                HeapPicture.stack(
                        before.titled("before " + last()),
                        HeapPicture.of(given).titled("after it: yours"),
                        HeapPicture.of(right).titled("after it: expected")));
        return new CheckFailed(
                "after %s: found %s, expected %s. %s"
                        .formatted(String.join(", ", done), given, right, hint));
    }
}
