package heaplab.policy;

import heaplab.heap.Split;

/**
 * Split only when the rest is worth having: so much internal fragmentation is tolerated to be
 * spared splinters. Source: lecture 2, "Summary of Key Allocator Policies".
 *
 * @param bytes least size of a rest that is cut off, tags included
 */
public record ThresholdSplit(int bytes) implements Split {
    /** Cuts off 32 bytes or more. */
    public ThresholdSplit() {
        this(32);
    }

    public ThresholdSplit {
        if (bytes < 0)
            throw new IllegalArgumentException("threshold " + bytes + " bytes: expected 0 or more");
    }

    @Override
    public boolean worth(int blockSize, int request) {
        return blockSize - request >= bytes;
    }

    @Override
    public String toString() {
        return "split ≥ " + bytes;
    }
}
