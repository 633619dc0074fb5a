package heaplab.policy;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;

/**
 * Next fit: like first fit, but start where the previous search finished, and wrap around once. It
 * does not pass the same unhelpful blocks again, but spreads blocks over the whole heap. Cost:
 * linear, often far less. Source: lecture 2, "Finding a Free Block"; Knuth, TAOCP 1, section 2.5
 * (roving pointer).
 */
public final class NextFit implements Fit {
    @Override
    public int find(FreeBlocks free, int size) {
        int start = free.cursor();
        for (int b = start; b != FreeBlocks.NIL; b = free.next(b))
            if (free.size(b) >= size) return found(free, b);
        for (int b = free.first(); b != start && b != FreeBlocks.NIL; b = free.next(b))
            if (free.size(b) >= size) return found(free, b);
        return FreeBlocks.NIL;
    }

    private static int found(FreeBlocks free, int block) {
        free.cursor(block);
        return block;
    }
}
