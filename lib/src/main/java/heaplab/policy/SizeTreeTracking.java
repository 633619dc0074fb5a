package heaplab.policy;

import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.Recipe;
import heaplab.heap.SizeTree;
import heaplab.heap.Tracking;
import heaplab.heap.Work;
import heaplab.memory.Memory;

/** Method 4: a balanced tree of the free blocks by size, which finds the best fit. */
public final class SizeTreeTracking implements Tracking {
    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new SizeTree(blocks, work);
    }

    @Override
    public int linkBytes() {
        return Memory.WORD * 2; // smaller and larger
    }

    @Override
    public String objection(Recipe recipe) {
        return recipe.fit() instanceof BestFit
                ? Tracking.super.objection(recipe)
                : "size tree: expected best fit, which is what it finds, found " + recipe;
    }

    @Override
    public String toString() {
        return "size tree";
    }
}
