package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * Deferred coalescing on scan: free only clears the bit, and a search joins every free block that
 * it comes to with the free ones after it. What no search passes stays apart. Needs a list in
 * address order. Source: lecture 2, "Summary of Key Allocator Policies".
 */
public final class ScanCoalesce implements Coalesce {
    @Override
    public void freed(Merger heap) {}

    @Override
    public boolean joinsWhileSearching() {
        return true;
    }

    @Override
    public boolean sweepBeforeGrowing(Merger heap) {
        return true;
    }
}
