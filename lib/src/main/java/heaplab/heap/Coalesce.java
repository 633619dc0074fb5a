package heaplab.heap;

/**
 * A coalescing policy: when free neighbours become one block. Source: lecture 2, "Coalescing" and
 * "Summary of Key Allocator Policies".
 */
@FunctionalInterface
public interface Coalesce {
    /** A block has just become free, by free or because the heap has grown: join it, or not. */
    void freed(Merger heap);

    /** Whether to join all free neighbours now; asked after every free. */
    default boolean sweepAfterFree(Merger heap) {
        return false;
    }

    /**
     * Whether to join all free neighbours before the heap grows for a request that nothing fits.
     */
    default boolean sweepBeforeGrowing(Merger heap) {
        return false;
    }

    /**
     * Whether a search joins each free block it comes to with the free ones after it. Needs a list
     * in address order, and headers only.
     */
    default boolean joinsWhileSearching() {
        return false;
    }

    /** Whether the policy promises that two neighbours are never both free: a law to check. */
    default boolean joinsAtOnce() {
        return false;
    }
}
