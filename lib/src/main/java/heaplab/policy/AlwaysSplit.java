package heaplab.policy;

import heaplab.heap.Split;

/**
 * Always split: the rest becomes a free block of its own whenever it is large enough to be one.
 * Least waste inside blocks, most small blocks. Source: lecture 2, "Allocating in Free Block".
 */
public final class AlwaysSplit implements Split {
    @Override
    public boolean worth(int blockSize, int request) {
        return true;
    }
}
