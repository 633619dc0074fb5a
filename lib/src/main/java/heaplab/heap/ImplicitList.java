package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Method 1: no list at all. The lengths in the headers link all blocks, allocated ones too, and a
 * search steps over those. There is nothing to insert or remove, but a search is linear in the
 * number of all blocks. Source: lecture 2, "Keeping Track of Free Blocks".
 */
public final class ImplicitList implements FreeIndex, FreeBlocks {
    private static final int CURSOR = -4; // address of the static variable that holds the cursor

    private final Memory memory;
    private final Fit fit;
    private final Work work;
    private final int start; // the first block

    public ImplicitList(Blocks blocks, Fit fit, Work work) {
        this.memory = blocks.memory;
        this.fit = fit;
        this.work = work;
        start = blocks.first();
    }

    @Override
    public int find(int size) {
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

    /** The first free block at or after a block. */
    private int freeFrom(int block) {
        int visits = 1;
        int tag = memory.word(block);
        while ((tag & Blocks.ALLOCATED) != 0) {
            if (tag < 8) {
                block = NIL; // the epilogue
                break;
            }
            block += tag & Blocks.SIZE;
            tag = memory.word(block);
            visits++;
        }
        work.visits += visits;
        return block;
    }

    @Override
    public int size(int block) {
        return memory.word(block) & Blocks.SIZE;
    }

    @Override
    public int cursor() {
        int block = memory.word(CURSOR);
        return freeFrom(block == NIL ? start : block);
    }

    @Override
    public void cursor(int block) {
        memory.word(CURSOR, block);
    }

    @Override
    public int cursorBlock() {
        return memory.word(CURSOR);
    }

    @Override
    public void insert(int block) {
        swallowed(block);
    }

    @Override
    public void remove(int block) {}

    /** A cursor to a block that is now inside a larger one moves to the start of that. */
    @Override
    public void swallowed(int block) {
        int cursor = memory.word(CURSOR);
        if (cursor > block && cursor < block + size(block)) memory.word(CURSOR, block);
    }
}
