package heaplab.policy;

import heaplab.heap.FreeBlocks;
import heaplab.heap.Order;

/**
 * The list is sorted by size, the smallest first, and among equals the one freed last: first fit
 * finds the best fit. Freeing is linear in the number of free blocks; a tree does better. Source:
 * lecture 2, "Keeping Track of Free Blocks", method 4.
 */
public final class SizeOrder implements Order {
    @Override
    public int predecessor(FreeBlocks free, int block) {
        int size = free.size(block);
        int before = FreeBlocks.NIL;
        for (int b = free.first(); b != FreeBlocks.NIL && free.size(b) < size; b = free.next(b))
            before = b;
        return before;
    }

    @Override
    public String objection(int block, int size, int next, int nextSize) {
        return size <= nextSize ? "" : "found %d bytes before %d".formatted(size, nextSize);
    }

    @Override
    public String toString() {
        return "size order";
    }
}
