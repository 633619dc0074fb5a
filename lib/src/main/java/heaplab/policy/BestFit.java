package heaplab.policy;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;

/**
 * Best fit: search the whole list for the free block that leaves the fewest bytes over; the first
 * of equals, and an exact fit ends the search. Leftovers are small. Cost: linear in the number of
 * blocks unless a block fits exactly. Source: lecture 2, "Finding a Free Block".
 */
public final class BestFit implements Fit {
    @Override
    public int find(FreeBlocks free, int size) {
        int best = FreeBlocks.NIL;
        int bestSize = Integer.MAX_VALUE;
        for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b)) {
            int found = free.size(b);
            if (found == size) return b;
            if (found > size && found < bestSize) {
                best = b;
                bestSize = found;
            }
        }
        return best;
    }
}
