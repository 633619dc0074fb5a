package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

/**
 * Simple segregated storage: each class has blocks of one size, its least, to which requests are
 * rounded up, and a request takes the first block of its class. An empty list gets a chunk of new
 * memory, cut into equal blocks. Blocks are never split and never joined, so memory that one class
 * has used is lost to the others. Cost: constant time, always. Source: CS:APP 3e, section 9.9.14.
 */
public final class SimpleSegregatedIndex extends ClassLists {
    private final Work work;

    /** The free ones among the blocks; a search visits one of them at the most. */
    public SimpleSegregatedIndex(Blocks blocks, SizeClasses classes, Work work) {
        super(blocks, classes);
        this.work = work;
    }

    /** Sizes of blocks are the least of a class, so that they are of that class themselves. */
    @Override
    public int classFor(int size) {
        return classes.least(roundedUp(size));
    }

    private int roundedUp(int size) {
        int sizeClass = classes.of(size);
        return classes.least(sizeClass) < size ? sizeClass + 1 : sizeClass;
    }

    @Override
    public int pieceBytes(int size) {
        return classFor(size);
    }

    @Override
    public int find(int size) {
        work.visits++;
        int sizeClass = roundedUp(size);
        return classFrom(sizeClass) == sizeClass ? nextOf(sentinel(sizeClass)) : NIL;
    }
}
