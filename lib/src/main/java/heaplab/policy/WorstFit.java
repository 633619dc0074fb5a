package heaplab.policy;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;

/**
 * Worst fit: take the largest free block, the first of equals, so that what is left over is large
 * enough to be useful. It uses up the large blocks that large requests need. Cost: linear in the
 * number of blocks, always. Source: Knuth, TAOCP 1, section 2.5.
 */
public final class WorstFit implements Fit {
    @Override
    public int find(FreeBlocks free, int size) {
        int worst = FreeBlocks.NIL;
        int worstSize = size - 1;
        for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b)) {
            if (free.size(b) > worstSize) {
                worst = b;
                worstSize = free.size(b);
            }
        }
        return worst;
    }
}
