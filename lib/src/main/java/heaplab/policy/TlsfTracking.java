package heaplab.policy;

import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.Recipe;
import heaplab.heap.SizeClasses;
import heaplab.heap.Tracking;
import heaplab.heap.TwoLevelIndex;
import heaplab.heap.Work;
import heaplab.memory.Memory;

/**
 * Two-level segregated fit: a good fit in constant time, without looking at any block.
 *
 * @param classes to the next of which a request is rounded up
 */
public record TlsfTracking(SizeClasses classes) implements Tracking {
    /** Each power of two in 8 steps: a block is at most an eighth larger than rounded up. */
    public TlsfTracking() {
        this(new SteppedClasses(3));
    }

    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new TwoLevelIndex(blocks, classes, work);
    }

    @Override
    public int linkBytes() {
        return Memory.WORD * 2; // next and previous
    }

    @Override
    public String objection(Recipe recipe) {
        return recipe.fit() instanceof GoodFit
                ? Tracking.super.objection(recipe)
                : "%s: expected good fit, which is what it finds, found %s".formatted(this, recipe);
    }

    @Override
    public boolean findsEveryFit() {
        return false;
    }

    @Override
    public String toString() {
        if (classes instanceof PowersOfTwo) return "half fit";
        return "TLSF" + (classes.equals(new SteppedClasses(3)) ? "" : " " + classes);
    }
}
