package heaplab.policy;

import heaplab.heap.FreeBlocks;
import heaplab.heap.Order;

/**
 * First in, first out: a freed block goes to the end of the list, so its neighbours have time to
 * become free as well before it is cut. Constant time where the list knows its end. Source: Wilson
 * et al., "Dynamic Storage Allocation" (1995), section 3.4.
 */
public final class FifoOrder implements Order {
    @Override
    public int predecessor(FreeBlocks free, int block) {
        return free.last();
    }

    @Override
    public String toString() {
        return "FIFO";
    }
}
