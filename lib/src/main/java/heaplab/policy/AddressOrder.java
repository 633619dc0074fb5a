package heaplab.policy;

import heaplab.heap.FreeBlocks;
import heaplab.heap.Order;

/**
 * The list is sorted by address: first fit fills the front of the heap, as with an implicit list,
 * but a search does not see allocated blocks. Freeing is linear in the number of free blocks.
 * Source: CS:APP 3e, section 9.9.13.
 */
public final class AddressOrder implements Order {
    @Override
    public int predecessor(FreeBlocks free, int block) {
        int before = FreeBlocks.NIL;
        for (int b = free.first(); b != FreeBlocks.NIL && b < block; b = free.next(b)) before = b;
        return before;
    }

    @Override
    public String objection(int block, int size, int next, int nextSize) {
        return block < next ? "" : "found address %d before %d".formatted(block, next);
    }

    @Override
    public String toString() {
        return "address order";
    }
}
