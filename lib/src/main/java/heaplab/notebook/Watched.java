package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The free blocks of one search, watched: it knows which ones were looked at, and it stops a search
 * that goes on behind the end of the list, or does not end. A fit in a notebook may wrap around for
 * ever, and nothing in Java could interrupt its loop.
 */
final class Watched implements FreeBlocks {
    private static final int MOST_STEPS = 10_000; // drawn heaps have a few dozen blocks

    private final FreeBlocks free;
    private final Map<Integer, Integer> seen = new LinkedHashMap<>(); // block to its bytes
    private int steps;

    Watched(FreeBlocks free) {
        this.free = free;
    }

    /** The same fit, stopped where it would go on for ever. */
    static Fit ending(Fit fit) {
        return (free, size) -> fit.find(new Watched(free), size);
    }

    /** The same recipe with its fit so; one whose index searches itself has nothing to stop. */
    static Recipe ending(Recipe recipe) {
        Recipe ending = recipe.with(ending(recipe.fit()));
        return ending.objection().isEmpty() ? ending : recipe;
    }

    /** Bytes of each block whose size was asked for, in that order. */
    Map<Integer, Integer> seen() {
        return seen;
    }

    @Override
    public int first() {
        return step(free.first());
    }

    @Override
    public int next(int block) {
        requireBlock("next", block);
        return step(free.next(block));
    }

    @Override
    public int cursor() {
        return step(free.cursor());
    }

    private static void requireBlock(String call, int block) {
        if (block == NIL)
            throw new CheckFailed(
                    call + "(NIL): no free block was left; expected a test for NIL before that");
    }

    private int step(int block) {
        if (++steps > MOST_STEPS)
            throw new CheckFailed(
                    "the search has taken %,d steps in a small heap: when does it end?"
                            .formatted(MOST_STEPS));
        return block;
    }

    @Override
    public int size(int block) {
        requireBlock("size", block);
        seen.put(block, free.size(block));
        return free.size(block);
    }

    @Override
    public void cursor(int block) {
        free.cursor(block);
    }
}
