package heaplab.policy;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;

/**
 * First fit: search the list from the beginning and take the first free block that fits. Small
 * leftovers ("splinters") gather at the beginning of the list, and every later search passes them.
 * Cost: linear in the number of blocks. Source: lecture 2, "Finding a Free Block".
 */
public final class FirstFit implements Fit {
    @Override
    public int find(FreeBlocks free, int size) {
        for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b))
            if (free.size(b) >= size) return b;
        return FreeBlocks.NIL;
    }
}
