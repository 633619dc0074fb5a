package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * No coalescing: free only clears the allocated bit. The heap is cut smaller and smaller until
 * there is enough free memory and no block that fits: false fragmentation. Source: lecture 2,
 * "Freeing a Block".
 */
public final class NeverCoalesce implements Coalesce {
    @Override
    public void freed(Merger heap) {}
}
