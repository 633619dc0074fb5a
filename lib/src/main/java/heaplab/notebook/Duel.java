package heaplab.notebook;

import static heaplab.heap.Allocator.NULL;

import heaplab.Heaps;
import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Names;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.view.HeapPicture;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Two fits side by side on the same drawn heaps and requests: the first heap on which they take
 * different blocks is shown, with both choices named.
 */
final class Duel {
    private static final int ROUNDS = 300;
    private static final int REQUESTS = 6; // on each heap, until one is refused

    private final Fit answer;
    private final Fit expected;

    private Duel(Fit answer, Fit expected) {
        this.answer = answer;
        this.expected = expected;
    }

    /** Throws {@link CheckFailed} below the picture of the first heap where the two differ. */
    static void fight(Fit answer, Fit expected) {
        Duel duel = new Duel(answer, expected);
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < ROUNDS; round++) {
            int blocks = 2 + round / 20;
            duel.round(drawn(random, blocks), random);
        }
    }

    /** Blocks that no fit could have joined: free ones never touch. */
    private static String drawn(SplittableRandom random, int blocks) {
        StringBuilder text = new StringBuilder();
        boolean free = random.nextBoolean();
        for (int i = 0; i < blocks; i++) {
            text.append(free ? "F" : "A").append(8 * (1 + random.nextInt(8))).append(' ');
            free = !free && random.nextInt(4) > 0;
        }
        return text.toString().strip();
    }

    private void round(String drawn, SplittableRandom random) {
        Recipe recipe = Heaps.recipe(expected).with(Tags.HEADER_ONLY);
        ListHeap right = HeapText.parse(recipe, drawn);
        ListHeap given = HeapText.parse(recipe.with(Watched.ending(answer)), drawn);
        for (int i = 0; i < REQUESTS; i++) {
            int bytes = 1 + random.nextInt(44);
            HeapPicture before = HeapPicture.of(given);
            String heap = given.toString();
            int wanted = right.malloc(bytes);
            int found = malloc(given, bytes, before);
            if (found != wanted) throw difference(before, heap, bytes, found, wanted);
            if (wanted == NULL) return;
        }
    }

    private static int malloc(ListHeap heap, int bytes, HeapPicture before) {
        String call = "malloc(%d) in the heap %s".formatted(bytes, heap);
        try {
            return heap.malloc(bytes);
        } catch (NotAnswered open) {
            throw open;
        } catch (RuntimeException e) {
            Display.show(before.titled("before " + call));
            String what = e instanceof CheckFailed ? e.getMessage() : e.toString();
            throw new CheckFailed(call + ": " + what);
        }
    }

    private CheckFailed difference(
            HeapPicture before, String heap, int bytes, int found, int wanted) {
        Map<Integer, String> names = new HashMap<>();
        if (found != NULL) names.put(found, "yours");
        if (wanted != NULL) names.put(wanted, "expected");
        Display.show(before.titled("malloc(%d) in this heap".formatted(bytes)).names(names));
        return new CheckFailed(
                ("malloc(%d) in the heap %s: your fit takes %s, %s takes %s."
                                + " Which does it look at, and which does it keep?")
                        .formatted(bytes, heap, block(found), Names.of(expected), block(wanted)));
    }

    private static String block(int address) {
        return address == NULL ? "no block" : "the block at " + (address - Blocks.TAG);
    }
}
