package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

/**
 * Makes an allocated block smaller or larger where it is, as far as the recipe's {@link Realloc}
 * goes: the tail is given back, or what it lacks is taken from a free next block, or from beyond
 * the break. Source: lecture 2, "The malloc/free Functions".
 */
final class Resizer {
    private final ListHeap heap;
    private final Blocks blocks;
    private final FreeIndex index;
    private final Joiner joiner;
    private final HeapEnd end;

    Resizer(ListHeap heap, FreeIndex index, Joiner joiner, HeapEnd end) {
        this.heap = heap;
        blocks = index.blocks;
        this.index = index;
        this.joiner = joiner;
        this.end = end;
    }

    /** Whether a block, still at its address, has this size or more now. */
    boolean resize(int block, int size) {
        Realloc mode = heap.recipe().realloc();
        if (mode == Realloc.ALWAYS_MOVES || size < 0) return false;
        boolean resizes = mode != Realloc.STAYS_IF_IT_FITS;
        if (size <= blocks.size(block)) {
            if (resizes) giveBackTail(block, size);
            return true;
        }
        if (resizes && growIntoNext(block, size)) return true;
        return mode == Realloc.AT_THE_TOP && growAtTheTop(block, size);
    }

    /** Moves the break for a block that is the last one, or has only a free one after it. */
    private boolean growAtTheTop(int block, int size) {
        int next = blocks.next(block);
        boolean joins = heap.recipe().coalesce().joinsAtOnce() && !blocks.isAllocated(next);
        int top = joins ? blocks.next(next) : next;
        int missing = Math.max(blocks.minimum(), size - (top - block));
        return blocks.isEnd(top) && end.grow(missing) != NIL && growIntoNext(block, size);
    }

    private boolean growIntoNext(int block, int size) {
        int next = blocks.next(block);
        int old = blocks.size(block);
        if (blocks.isAllocated(next) || old + blocks.size(next) < size) return false;
        int whole = old + blocks.size(next);
        index.remove(blocks.memory, next, whole - old);
        heap.work().joins++;
        blocks.addCount(-1);
        blocks.allocate(block, whole);
        index.swallowed(block, whole);
        blocks.addLive(whole - old);
        giveBackTail(block, size);
        return true;
    }

    /** Gives the tail of an allocated block back, where the splitting policy finds it worth it. */
    private void giveBackTail(int block, int size) {
        int whole = blocks.size(block);
        if (!heap.isWorthSplitting(whole, size)) return;
        heap.cut();
        blocks.addLive(size - whole);
        blocks.allocate(block, size);
        joiner.settle(block + size, whole - size);
    }
}
