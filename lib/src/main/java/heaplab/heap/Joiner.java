package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

/**
 * What happens to a block that becomes free: joined with its neighbours as the coalescing policy
 * says, then tagged, then told to the index. The freed block's size is carried along and written
 * once, at the end. Source: lecture 2, "Coalescing" and the four cases of boundary tags.
 */
final class Joiner implements Merger {
    private final FreeIndex index;
    private final Blocks blocks;
    private final Coalesce coalesce;
    private final Work work;
    private int freed; // within one operation: the block that has just become free
    private int freedBytes; // and its size, which its header does not have before it is joined

    Joiner(FreeIndex index, Coalesce coalesce, Work work) {
        this.index = index;
        blocks = index.blocks;
        this.coalesce = coalesce;
        this.work = work;
    }

    /** Frees a block of a given size; the block it is part of then. */
    int settle(int block, int size) {
        freed = block;
        freedBytes = size;
        coalesce.freed(this);
        return put();
    }

    private int put() {
        blocks.release(freed, freedBytes);
        index.insert(blocks.memory, freed, freedBytes);
        return freed;
    }

    @Override
    public void joinNext() {
        int next = freed + freedBytes;
        if (!blocks.isAllocated(next)) join(next);
    }

    @Override
    public void joinPrevious() {
        int previous = freePrevious();
        if (previous == NIL) return;
        join(previous);
        freed = previous;
    }

    private int freePrevious() {
        if (blocks.knowPrevious())
            return blocks.isPreviousFree(freed) ? blocks.previous(freed) : NIL;
        int previous = NIL;
        for (int b = blocks.first(); b != freed; b = blocks.next(b)) {
            previous = b;
            work.scans++;
        }
        return previous == NIL || blocks.isAllocated(previous) ? NIL : previous;
    }

    private void join(int neighbour) {
        int size = blocks.size(neighbour);
        index.remove(blocks.memory, neighbour, size);
        work.joins++;
        blocks.addCount(-1);
        freedBytes += size;
    }

    /** Joins all free neighbours if the policy wants that after a free; whether any were. */
    boolean afterFree() {
        return coalesce.sweepAfterFree(this) && sweep();
    }

    /**
     * Joins all free neighbours if the policy wants that before the heap grows; whether any were.
     */
    boolean beforeGrowing() {
        return coalesce.sweepBeforeGrowing(this) && sweep();
    }

    private boolean sweep() {
        long joinsBefore = work.joins;
        work.sweeps++;
        for (int b = blocks.first(); !blocks.isEnd(b); b = blocks.next(b)) {
            work.scans++;
            if (!blocks.isAllocated(b) && !blocks.isAllocated(blocks.next(b))) joinRun(b);
        }
        return work.joins != joinsBefore;
    }

    /** Joins a free block with all free ones after it. */
    private void joinRun(int block) {
        freed = block;
        freedBytes = blocks.size(block);
        index.remove(blocks.memory, block, freedBytes);
        while (!blocks.isAllocated(freed + freedBytes)) join(freed + freedBytes);
        put();
    }

    /** While a search goes on: joins a free block, or NIL, with what follows it; the same block. */
    int joinWhileSearching(int block) {
        if (block == NIL) return NIL;
        work.scans++;
        if (!blocks.isAllocated(blocks.next(block))) joinRun(block);
        return block;
    }

    @Override
    public int freedBytes() {
        return freedBytes;
    }

    @Override
    public int freeBytes() {
        return blocks.memory.brk() - blocks.fixedBytes() - blocks.liveBytes();
    }

    @Override
    public Census census() {
        int largest = 0;
        for (int b = blocks.first(); !blocks.isEnd(b); b = blocks.next(b)) {
            work.scans++;
            if (!blocks.isAllocated(b)) largest = Math.max(largest, blocks.size(b));
        }
        return new Census(blocks.count(), largest);
    }

    @Override
    public int note(int which) {
        return blocks.memory.word(noteAddress(which));
    }

    @Override
    public void note(int which, int value) {
        blocks.memory.word(noteAddress(which), value);
    }

    private static int noteAddress(int which) {
        if (which != 0 && which != 1)
            throw new IllegalArgumentException("note " + which + ": expected 0 or 1");
        return which == 0 ? Statics.NOTE_0 : Statics.NOTE_1;
    }
}
