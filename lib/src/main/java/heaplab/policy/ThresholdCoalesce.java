package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * Deferred coalescing that sweeps when external fragmentation passes a threshold, or when nothing
 * fits. Measuring takes a walk, so it looks only after as many frees as a quarter of the blocks it
 * saw last: amortized constant time per free. Both numbers are kept in the heap's static variables.
 * Source: lecture 2, "Summary of Key Allocator Policies".
 *
 * @param fragmentation threshold for 1 - largest free block / free bytes, from 0 to 1
 */
public record ThresholdCoalesce(double fragmentation) implements Coalesce {
    private static final int FREES = 0; // note: frees since the last look
    private static final int BLOCKS = 1; // note: blocks seen at the last look
    private static final int FEWEST_FREES = 8; // between two looks

    /** Sweeps when half of the free bytes are outside of the largest free block. */
    public ThresholdCoalesce() {
        this(0.5);
    }

    public ThresholdCoalesce {
        if (!(fragmentation >= 0 && fragmentation <= 1))
            throw new IllegalArgumentException(
                    "threshold " + fragmentation + ": expected a fraction from 0 to 1");
    }

    @Override
    public void freed(Merger heap) {}

    @Override
    public boolean sweepAfterFree(Merger heap) {
        int frees = heap.note(FREES) + 1;
        heap.note(FREES, frees);
        if (frees < Math.max(FEWEST_FREES, heap.note(BLOCKS) / 4)) return false;
        Merger.Census census = heap.census();
        heap.note(FREES, 0);
        heap.note(BLOCKS, census.blocks());
        return 1 - (double) census.largestFree() / heap.freeBytes() > fragmentation;
    }

    @Override
    public boolean sweepBeforeGrowing(Merger heap) {
        return true;
    }

    @Override
    public String toString() {
        return "coalesce at fragmentation > " + fragmentation;
    }
}
