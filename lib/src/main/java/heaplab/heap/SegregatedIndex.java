package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Method 3, segregated fits: an explicit list for each size class. A search goes through the list
 * of its own class, where some blocks may be too small, and then through those of larger classes,
 * where all fit. First fit is nearly best fit here. Cost: linear in the blocks of one class;
 * insertion as its {@link Order} says. Source: lecture 2, "Keeping Track of Free Blocks"; CS:APP
 * 3e, section 9.9.14.
 */
public final class SegregatedIndex extends ClassLists implements FreeBlocks {
    private final Order order;
    private final boolean isLifo;
    private final Fit fit;
    private final Work work;
    private int list; // within one operation: the sentinel of the list that is looked at

    /** The free ones among the blocks; adds what a search looks at to the visits. */
    public SegregatedIndex(Blocks blocks, SizeClasses classes, Order order, Fit fit, Work work) {
        super(blocks, classes);
        this.order = order;
        isLifo = order.isLifo();
        this.fit = fit;
        this.work = work;
    }

    @Override
    public int find(int size) {
        int sizeClass = classes.of(size);
        if (isEmpty(sizeClass)) sizeClass = classFrom(sizeClass + 1);
        while (sizeClass >= 0) {
            list = sentinel(sizeClass);
            int block = fit.find(this, size);
            if (block != NIL) return block;
            sizeClass = classFrom(sizeClass + 1);
        }
        return NIL;
    }

    @Override
    public int first() {
        return next(list);
    }

    @Override
    public int next(int block) {
        work.visits++;
        return nextOf(block);
    }

    /** The first block of the class: there is no cursor. */
    @Override
    public int cursor() {
        return first();
    }

    @Override
    public void cursor(int block) {}

    @Override
    public void insert(Memory memory, int block, int size) {
        int sizeClass = classes.of(size);
        list = sentinel(sizeClass);
        int previous = isLifo ? NIL : predecessor(order, this, block, work);
        link(memory, sizeClass, previous, block);
    }

    @Override
    public Fault fault() {
        Fault fault = super.fault();
        return fault == null ? orderFault(order) : fault;
    }
}
