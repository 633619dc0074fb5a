package heaplab.heap;

/**
 * What a heap offers to its coalescing policy. Only within {@link Coalesce#freed} is there a freed
 * block to join.
 */
public interface Merger {
    /** Joins the freed block with the one after it, if that is free too. Constant time. */
    void joinNext();

    /**
     * Joins the freed block with the one before it, if that is free too: in constant time with
     * footers, by a walk from the start of the heap with headers only.
     */
    void joinPrevious();

    /** Bytes of the block that has just become free, with what was joined to it. */
    int freedBytes();

    /** Bytes in free blocks. Constant time. */
    int freeBytes();

    /** What a walk over the heap counts. Linear, and counted as work. */
    Census census();

    /**
     * One of two words of memory, 0 or 1, in which the policy may remember something; at first 0.
     *
     * @throws IllegalArgumentException when there is no such word
     */
    int note(int which);

    /** Writes one of the policy's two words. */
    void note(int which, int value);

    /**
     * Number of blocks, free and allocated, and bytes of the largest free one (0: none is free).
     */
    record Census(int blocks, int largestFree) {}
}
