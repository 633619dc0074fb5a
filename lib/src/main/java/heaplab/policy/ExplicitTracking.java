package heaplab.policy;

import heaplab.heap.Blocks;
import heaplab.heap.ExplicitList;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.Names;
import heaplab.heap.Order;
import heaplab.heap.Tracking;
import heaplab.heap.Work;
import heaplab.memory.Memory;

/**
 * Method 2: a list of the free blocks, linked by pointers inside them.
 *
 * @param order where in the list a block goes that is freed
 */
public record ExplicitTracking(Order order) implements Tracking {
    /** The block freed last comes first. */
    public ExplicitTracking() {
        this(new LifoOrder());
    }

    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new ExplicitList(blocks, order, fit, work);
    }

    @Override
    public int linkBytes() {
        return Memory.WORD * 2; // next and previous
    }

    @Override
    public boolean isInAddressOrder() {
        return order instanceof AddressOrder;
    }

    @Override
    public String toString() {
        return "explicit " + Names.of(order);
    }
}
