package heaplab.policy;

import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.Names;
import heaplab.heap.Order;
import heaplab.heap.SegregatedIndex;
import heaplab.heap.SizeClasses;
import heaplab.heap.Tracking;
import heaplab.heap.Work;
import heaplab.memory.Memory;

/**
 * Method 3: a list for each size class, searched from the class of the request upwards.
 *
 * @param classes which sizes share a list
 * @param order where in its list a block goes that is freed
 */
public record SegregatedTracking(SizeClasses classes, Order order) implements Tracking {
    /** A class for each power of two; the block freed last comes first in its list. */
    public SegregatedTracking() {
        this(new PowersOfTwo());
    }

    /** The block freed last comes first in its list. */
    public SegregatedTracking(SizeClasses classes) {
        this(classes, new LifoOrder());
    }

    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new SegregatedIndex(blocks, classes, order, fit, work);
    }

    @Override
    public int linkBytes() {
        return Memory.WORD * 2; // next and previous
    }

    @Override
    public String toString() {
        String name = "segregated";
        if (!(classes instanceof PowersOfTwo)) name += " " + classes;
        return order instanceof LifoOrder ? name : name + " " + Names.of(order);
    }
}
