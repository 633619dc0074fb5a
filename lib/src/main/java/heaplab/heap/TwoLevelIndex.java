package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

/**
 * Lists for size classes, searched without looking at a single size: a request is rounded up to the
 * next class, all of whose blocks fit, and a bit map finds the first such list that has one. Blocks
 * of the request's own class are passed over, even those that would fit.
 *
 * <p>With powers of two as classes this is half fit, with each of them cut into 8 steps the
 * two-level segregated fit (TLSF). Cost: constant time, always. Source: Ogasawara, "An algorithm
 * with constant execution time for dynamic storage allocation" (1995); Masmano, Ripoll, Crespo,
 * Real, "TLSF" (ECRTS 2004).
 */
public final class TwoLevelIndex extends ClassLists {
    private final Work work;

    /** The free ones among the blocks; a search that finds one visits just that. */
    public TwoLevelIndex(Blocks blocks, SizeClasses classes, Work work) {
        super(blocks, classes);
        this.work = work;
    }

    @Override
    public int find(int size) {
        int sizeClass = classes.of(size);
        sizeClass = classFrom(classes.least(sizeClass) < size ? sizeClass + 1 : sizeClass);
        work.visits++;
        return sizeClass < 0 ? NIL : nextOf(sentinel(sizeClass));
    }
}
