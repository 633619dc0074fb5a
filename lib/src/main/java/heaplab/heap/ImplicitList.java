package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Method 1: no list at all. The lengths in the headers link all blocks, allocated ones too, and a
 * search steps over those. There is nothing to insert or remove, but a search is linear in the
 * number of all blocks. Source: lecture 2, "Keeping Track of Free Blocks".
 */
public final class ImplicitList extends FreeIndex implements FreeBlocks {
    private final Fit fit;
    private final Work work;
    private final int start; // the first block
    private int seen; // within one search: the free block found last,
    private int seenSize; // and its size, so that size() need not read it again

    /** The free ones among the blocks; adds what a search looks at to the visits. */
    public ImplicitList(Blocks blocks, Fit fit, Work work) {
        super(blocks);
        this.fit = fit;
        this.work = work;
        start = blocks.first();
    }

    @Override
    public int find(int size) {
        seen = NIL;
        return fit.find(this, size);
    }

    @Override
    public int first() {
        return freeFrom(start);
    }

    @Override
    public int next(int block) {
        return freeFrom(block + size(block));
    }

    /**
     * The first free block at or after a block. The hottest loop of all: it walks the array itself
     * and steps by {@code tag >> 2}, the size in words, because that drops both flags as well.
     */
    private int freeFrom(int block) {
        int[] words = memory.flat();
        int at = (block + Memory.STATIC_BYTES) >> 2;
        int visits = 1;
        int tag = words[at];
        while ((tag & Blocks.ALLOCATED) != 0 && tag >= Blocks.SMALLEST) {
            at += tag >> 2;
            tag = words[at];
            visits++;
        }
        work.visits += visits;
        if (tag < Blocks.SMALLEST) return NIL;
        seenSize = tag & Blocks.SIZE;
        return seen = (at << 2) - Memory.STATIC_BYTES;
    }

    @Override
    public int size(int block) {
        return block == seen ? seenSize : memory.word(block) & Blocks.SIZE;
    }

    @Override
    public int cursor() {
        int block = memory.word(Statics.CURSOR);
        return freeFrom(block == NIL ? start : block);
    }

    @Override
    public void cursor(int block) {
        memory.word(Statics.CURSOR, block);
    }

    @Override
    public int cursorBlock() {
        return memory.word(Statics.CURSOR);
    }

    @Override
    public void insert(Memory memory, int block, int size) {
        swallowed(block, size);
        if (block == seen) seenSize = size; // it was joined while the search was at it
    }

    @Override
    public void remove(Memory memory, int block, int size) {}

    /** A cursor to a block that is now inside a larger one moves to the start of that. */
    @Override
    public void swallowed(int block, int size) {
        int cursor = memory.word(Statics.CURSOR);
        if (cursor > block && cursor < block + size) memory.word(Statics.CURSOR, block);
    }

    @Override
    public void dropped(int block) {
        if (memory.word(Statics.CURSOR) == block) memory.word(Statics.CURSOR, NIL);
    }
}
