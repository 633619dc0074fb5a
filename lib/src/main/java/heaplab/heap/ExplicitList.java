package heaplab.heap;

import heaplab.memory.Memory;
import java.util.List;

/**
 * Method 2: a list of the free blocks alone, linked by pointers inside them. A search does not see
 * allocated blocks; the order of the list is a choice of its own. The smallest block must hold two
 * links. Cost: a search is linear in the number of free blocks, insertion as its {@link Order}
 * says. Source: lecture 2, "Keeping Track of Free Blocks"; CS:APP 3e, section 9.9.13.
 */
public final class ExplicitList implements FreeIndex, FreeBlocks {
    private static final int LIST = FreeLists.sentinel(0);

    private final Memory memory;
    private final FreeLists lists;
    private final Order order;
    private final Fit fit;
    private final Work work;

    /** The free ones among the blocks; adds what a search looks at to the visits. */
    public ExplicitList(Blocks blocks, Order order, Fit fit, Work work) {
        memory = blocks.memory;
        lists = new FreeLists(memory, 1);
        this.order = order;
        this.fit = fit;
        this.work = work;
    }

    @Override
    public int find(int size) {
        return fit.find(this, size);
    }

    @Override
    public int first() {
        return next(LIST);
    }

    @Override
    public int next(int block) {
        work.visits++;
        return lists.next(block);
    }

    @Override
    public int last() {
        return lists.last(0);
    }

    @Override
    public int size(int block) {
        return memory.word(block) & Blocks.SIZE;
    }

    @Override
    public int cursor() {
        int block = memory.word(Statics.CURSOR);
        return block == NIL ? first() : block;
    }

    @Override
    public void cursor(int block) {
        memory.word(Statics.CURSOR, block);
    }

    @Override
    public int cursorBlock() {
        return memory.word(Statics.CURSOR);
    }

    /** What the order looks at counts as scans: it is the price of freeing. */
    @Override
    public void insert(int block, int size) {
        long visits = work.visits;
        int previous = order.predecessor(this, block);
        work.scans += work.visits - visits;
        work.visits = visits;
        lists.insertAfter(previous == NIL ? LIST : previous, block);
    }

    /** A cursor to a block that leaves the list moves to the next one. */
    @Override
    public void remove(int block, int size) {
        if (memory.word(Statics.CURSOR) == block) memory.word(Statics.CURSOR, lists.next(block));
        lists.remove(block);
    }

    @Override
    public List<Chain> chains() {
        List<Integer> blocks = lists.blocks(0);
        return blocks.isEmpty() ? List.of() : List.of(new Chain("free list", blocks));
    }

    @Override
    public Fault fault() {
        Fault fault = lists.fault();
        for (Chain chain : chains()) if (fault == null) fault = outOfOrder(order, chain, memory);
        return fault;
    }

    /** The first two blocks that an order does not want in this succession, or null. */
    static Fault outOfOrder(Order order, Chain chain, Memory memory) {
        for (int i = 1; i < chain.blocks().size(); i++) {
            int block = chain.blocks().get(i - 1);
            int next = chain.blocks().get(i);
            int size = memory.word(block) & Blocks.SIZE;
            int nextSize = memory.word(next) & Blocks.SIZE;
            String objection = order.objection(block, size, next, nextSize);
            if (!objection.isEmpty())
                return new Fault("a list keeps its order", block + Blocks.TAG, objection);
        }
        return null;
    }
}
