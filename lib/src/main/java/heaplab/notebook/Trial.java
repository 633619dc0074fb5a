package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.heap.Names;
import heaplab.heap.Recipe;
import heaplab.view.HeapPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small random programs on heaps of one recipe, short ones first, so that the first one that fails
 * is a small one. After each operation every law of the heap is checked, and that the program's
 * blocks do not overlap and that a refused request really fits nowhere.
 */
final class Trial {
    private static final int PROGRAMS = 200;
    private static final int LARGEST_REQUEST = 60; // bytes
    private static final int HEAP_BYTES = 512;

    private final ListHeap heap;
    private final List<Integer> live = new ArrayList<>(); // addresses
    private final List<String> done = new ArrayList<>(); // operations, as text

    private Trial(Recipe recipe) {
        Recipe ending = Watched.ending(recipe);
        heap = ending.withChunk(2 * recipe.alignment()).withLimit(HEAP_BYTES).heap();
    }

    /**
     * One line if every program ends well; else {@link CheckFailed}, below a picture of the heap.
     */
    static String of(Recipe recipe) {
        SplittableRandom random = new SplittableRandom(4);
        int operations = 0;
        for (int program = 0; program < PROGRAMS; program++) {
            Trial trial = new Trial(recipe);
            for (int i = 0; i < 4 + program / 2; i++) trial.operation(random);
            operations += trial.done.size();
        }
        return "%s: %d small programs, %,d operations, every law held after each"
                .formatted(Names.of(recipe.fit()), PROGRAMS, operations);
    }

    private void operation(SplittableRandom random) {
        boolean free = !live.isEmpty() && random.nextInt(5) < 2;
        HeapPicture before = HeapPicture.of(heap);
        try {
            if (free) free(live.remove(random.nextInt(live.size())));
            else malloc(1 + random.nextInt(LARGEST_REQUEST));
            heap.check();
        } catch (NotAnswered open) {
            throw open;
        } catch (RuntimeException e) {
            Display.show(before.titled("the heap before " + done.get(done.size() - 1)));
            throw new CheckFailed(
                    "after %s: %s".formatted(String.join(", ", done), e.getMessage()));
        }
    }

    private void free(int address) {
        done.add("free(%d)".formatted(address));
        heap.free(address);
    }

    private void malloc(int bytes) {
        done.add("malloc(%d)".formatted(bytes));
        int largest = heap.largestFree();
        int address = heap.malloc(bytes);
        if (address == Allocator.NULL) {
            boolean fits = largest >= heap.blocks().sizeFor(bytes);
            if (fits && heap.recipe().tracking().findsEveryFit())
                throw new CheckFailed(
                        "refused, but a free block of %d bytes fits".formatted(largest));
            return;
        }
        if (heap.usable(address) < bytes)
            throw new CheckFailed(
                    "the block at %d has room for %d bytes, not for %d"
                            .formatted(address, heap.usable(address), bytes));
        for (int other : live)
            if (address < other + heap.usable(other) && other < address + heap.usable(address))
                throw new CheckFailed(
                        "the block at %d overlaps the one at %d".formatted(address, other));
        live.add(address);
    }
}
