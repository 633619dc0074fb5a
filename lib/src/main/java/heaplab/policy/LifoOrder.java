package heaplab.policy;

import heaplab.heap.FreeBlocks;
import heaplab.heap.Order;

/**
 * Last in, first out: a freed block goes to the front of the list. Constant time, and it is used
 * again while it is still in the cache. Source: CS:APP 3e, section 9.9.13.
 */
public final class LifoOrder implements Order {
    @Override
    public int predecessor(FreeBlocks free, int block) {
        return FreeBlocks.NIL;
    }

    @Override
    public boolean isLifo() {
        return true;
    }

    @Override
    public String toString() {
        return "LIFO";
    }
}
