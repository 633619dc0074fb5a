package heaplab.policy;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;

/**
 * A block of exactly the right size if there is one, else the first that fits. Programs ask for the
 * same sizes again and again, and an exact block leaves no rest. Cost: linear in the number of
 * blocks unless a block fits exactly. Source: Wilson et al., "Dynamic Storage Allocation" (1995),
 * section 3.
 */
public final class ExactThenFirstFit implements Fit {
    @Override
    public int find(FreeBlocks free, int size) {
        int first = FreeBlocks.NIL;
        for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b)) {
            int found = free.size(b);
            if (found == size) return b;
            if (found > size && first == FreeBlocks.NIL) first = b;
        }
        return first;
    }
}
