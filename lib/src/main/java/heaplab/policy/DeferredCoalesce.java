package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * Deferred coalescing: free does nothing more than clear the bit; when no block fits a request, one
 * sweep joins all free neighbours before the heap grows. Free is fast, and now and then one malloc
 * pays for all. Source: lecture 2, "Summary of Key Allocator Policies".
 */
public final class DeferredCoalesce implements Coalesce {
    @Override
    public void freed(Merger heap) {}

    @Override
    public boolean sweepBeforeGrowing(Merger heap) {
        return true;
    }
}
