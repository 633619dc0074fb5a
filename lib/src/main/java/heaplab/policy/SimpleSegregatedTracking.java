package heaplab.policy;

import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.heap.SimpleSegregatedIndex;
import heaplab.heap.SizeClasses;
import heaplab.heap.Tracking;
import heaplab.heap.Work;
import heaplab.memory.Memory;

/**
 * Simple segregated storage: blocks of one size for each class, never split and never joined.
 *
 * @param classes whose least sizes are the sizes of blocks
 */
public record SimpleSegregatedTracking(SizeClasses classes) implements Tracking {
    /** Blocks of 16, 32, 64 bytes and so on, tags included. */
    public SimpleSegregatedTracking() {
        this(new PowersOfTwo());
    }

    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new SimpleSegregatedIndex(blocks, classes, work);
    }

    @Override
    public int linkBytes() {
        return Memory.WORD * 2; // next and previous
    }

    @Override
    public String objection(Recipe recipe) {
        boolean resizes =
                recipe.realloc() != Realloc.ALWAYS_MOVES
                        && recipe.realloc() != Realloc.STAYS_IF_IT_FITS;
        boolean fits =
                recipe.fit() instanceof FirstFit
                        && recipe.split() instanceof NeverSplit
                        && recipe.coalesce() instanceof NeverCoalesce;
        return fits && !resizes
                ? ""
                : "%s: expected first fit, never split, never coalesce, and a realloc that does"
                                .formatted(this)
                        + " not resize, found %s, %s".formatted(recipe, recipe.realloc());
    }

    @Override
    public boolean findsEveryFit() {
        return false;
    }

    @Override
    public String toString() {
        return "simple segregated" + (classes instanceof PowersOfTwo ? "" : " " + classes);
    }
}
