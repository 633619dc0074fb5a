package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import java.util.List;

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
public final class TwoLevelIndex implements FreeIndex {
    private final ClassLists lists;
    private final SizeClasses classes;
    private final Work work;

    /** The free ones among the blocks; a search that finds one visits just that. */
    public TwoLevelIndex(Blocks blocks, SizeClasses classes, Work work) {
        lists = new ClassLists(blocks, classes);
        this.classes = classes;
        this.work = work;
    }

    @Override
    public int find(int size) {
        int sizeClass = classes.of(size);
        sizeClass = lists.from(classes.least(sizeClass) < size ? sizeClass + 1 : sizeClass);
        work.visits++;
        return sizeClass < 0 ? NIL : lists.next(lists.sentinel(sizeClass));
    }

    @Override
    public void insert(int block, int size) {
        lists.insert(classes.of(size), NIL, block);
    }

    @Override
    public void remove(int block, int size) {
        lists.remove(block, size);
    }

    @Override
    public List<Chain> chains() {
        return lists.chains();
    }

    @Override
    public Fault fault() {
        return lists.fault();
    }
}
