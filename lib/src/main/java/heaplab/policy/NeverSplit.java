package heaplab.policy;

import heaplab.heap.Split;

/**
 * Never split: the request gets the whole block. Simple, and what is left over is wasted inside it
 * until the block is freed. Source: lecture 2, "Allocating in Free Block".
 */
public final class NeverSplit implements Split {
    @Override
    public boolean worth(int blockSize, int request) {
        return false;
    }
}
