package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * Immediate coalescing: every freed block is joined with both neighbours at once, so two free
 * blocks never touch. With footers free takes constant time (the four cases), with headers only it
 * is linear. Source: lecture 2, "Bidirectional Coalescing (Constant Time)".
 */
public final class ImmediateCoalesce implements Coalesce {
    @Override
    public void freed(Merger heap) {
        heap.joinNext();
        heap.joinPrevious();
    }

    @Override
    public boolean joinsAtOnce() {
        return true;
    }
}
