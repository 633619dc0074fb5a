package heaplab.heap;

import heaplab.memory.Memory;
import java.util.List;

/**
 * Method 2: a list of the free blocks alone, linked by pointers inside them. A search does not see
 * allocated blocks; the order of the list is a choice of its own. The smallest block must hold two
 * links. Cost: a search is linear in the number of free blocks, insertion as its {@link Order}
 * says. Source: lecture 2, "Keeping Track of Free Blocks"; CS:APP 3e, section 9.9.13.
 */
public final class ExplicitList extends FreeLists implements FreeBlocks {
    private static final int LIST = sentinel(0); // where it begins and ends

    private final Order order;
    private final boolean isLifo;
    private final Fit fit;
    private final Work work;
    private boolean roving; // whether a fit has ever used the cursor: others are spared its care

    /** The free ones among the blocks; adds what a search looks at to the visits. */
    public ExplicitList(Blocks blocks, Order order, Fit fit, Work work) {
        super(blocks, 1);
        this.order = order;
        isLifo = order.isLifo();
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
        return nextOf(block);
    }

    @Override
    public int last() {
        return lastOf(0);
    }

    @Override
    public int cursor() {
        int block = memory.word(Statics.CURSOR);
        return block == NIL ? first() : block;
    }

    @Override
    public void cursor(int block) {
        roving = true;
        memory.word(Statics.CURSOR, block);
    }

    @Override
    public int cursorBlock() {
        return memory.word(Statics.CURSOR);
    }

    @Override
    public void insert(Memory memory, int block, int size) {
        int previous = isLifo ? NIL : predecessor(order, this, block, work);
        insertAfter(memory, previous == NIL ? LIST : previous, block);
    }

    /** A cursor to a block that leaves the list moves to the next one. */
    @Override
    public void remove(Memory memory, int block, int size) {
        if (roving && memory.word(Statics.CURSOR) == block)
            memory.word(Statics.CURSOR, nextOf(block));
        unlink(memory, block);
    }

    @Override
    public List<Chain> chains() {
        List<Integer> blocks = blocks(0);
        return blocks.isEmpty() ? List.of() : List.of(new Chain("free list", blocks));
    }

    @Override
    public Fault fault() {
        Fault fault = linkFault();
        if (fault == null) fault = orderFault(order);
        return fault == null ? cursorFault() : fault;
    }

    private Fault cursorFault() {
        int cursor = cursorBlock();
        if (cursor == NIL || blocks(0).contains(cursor)) return null;
        return new Fault(
                "the cursor is in the list",
                Statics.CURSOR,
                "found %d, expected a free block or 0".formatted(cursor));
    }
}
