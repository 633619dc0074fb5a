package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

/**
 * What happens to a block that becomes free: joined with its neighbours as the coalescing policy
 * says, then tagged, then told to the index. The freed block's size is carried along and written
 * once, at the end. Source: lecture 2, "Coalescing" and the four cases of boundary tags.
 */
final class Joiner implements Merger {
    final FreeIndex index;
    private final Coalesce coalesce;
    private final Work work;
    private int freed; // within one operation: the block that has just become free
    private int freedBytes; // and its size, which its header does not have before it is joined

    Joiner(FreeIndex index, Coalesce coalesce, Work work) {
        this.index = index;
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
        index.blocks.release(freed, freedBytes);
        index.insert(freed, freedBytes);
        return freed;
    }

    @Override
    public void joinNext() {
        int next = freed + freedBytes;
        if (!index.blocks.isAllocated(next)) join(next);
    }

    @Override
    public void joinPrevious() {
        int previous = freePrevious();
        if (previous == NIL) return;
        join(previous);
        freed = previous;
    }

    private int freePrevious() {
        if (index.blocks.knowPrevious())
            return index.blocks.isPreviousFree(freed) ? index.blocks.previous(freed) : NIL;
        int previous = NIL;
        for (int b = index.blocks.first(); b != freed; b = index.blocks.next(b)) {
            previous = b;
            work.scans++;
        }
        return previous == NIL || index.blocks.isAllocated(previous) ? NIL : previous;
    }

    private void join(int neighbour) {
        int size = index.blocks.size(neighbour);
        index.remove(neighbour, size);
        work.joins++;
        index.blocks.addCount(-1);
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
        for (int b = index.blocks.first(); !index.blocks.isEnd(b); b = index.blocks.next(b)) {
            work.scans++;
            if (!index.blocks.isAllocated(b) && !index.blocks.isAllocated(index.blocks.next(b)))
                joinRun(b);
        }
        return work.joins != joinsBefore;
    }

    /** Joins a free block with all free ones after it. */
    private void joinRun(int block) {
        freed = block;
        freedBytes = index.blocks.size(block);
        index.remove(block, freedBytes);
        while (!index.blocks.isAllocated(freed + freedBytes)) join(freed + freedBytes);
        put();
    }

    /** While a search goes on: joins a free block, or NIL, with what follows it; the same block. */
    int joinWhileSearching(int block) {
        if (block == NIL) return NIL;
        work.scans++;
        if (!index.blocks.isAllocated(index.blocks.next(block))) joinRun(block);
        return block;
    }

    @Override
    public int freedBytes() {
        return freedBytes;
    }

    @Override
    public int freeBytes() {
        return index.blocks.memory.brk() - index.blocks.fixedBytes() - index.blocks.liveBytes();
    }

    @Override
    public Census census() {
        int largest = 0;
        Blocks blocks = index.blocks;
        for (int b = blocks.first(); !blocks.isEnd(b); b = blocks.next(b)) {
            work.scans++;
            if (!blocks.isAllocated(b)) largest = Math.max(largest, blocks.size(b));
        }
        return new Census(blocks.count(), largest);
    }

    @Override
    public int note(int which) {
        return index.blocks.memory.word(noteAddress(which));
    }

    @Override
    public void note(int which, int value) {
        index.blocks.memory.word(noteAddress(which), value);
    }

    private static int noteAddress(int which) {
        if (which != 0 && which != 1)
            throw new IllegalArgumentException("note " + which + ": expected 0 or 1");
        return which == 0 ? Statics.NOTE_0 : Statics.NOTE_1;
    }
}
