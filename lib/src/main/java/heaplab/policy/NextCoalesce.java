package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * Coalescing with the next block only: constant time with headers alone, but a free block before
 * the freed one stays apart. Source: lecture 2, "Coalescing with next block".
 */
public final class NextCoalesce implements Coalesce {
    @Override
    public void freed(Merger heap) {
        heap.joinNext();
    }
}
