package heaplab.heap;

/**
 * How a heap keeps track of its free blocks: the lecture's four methods are four of these. The heap
 * tells it of every block that becomes free or stops being so. Source: lecture 2, "Keeping Track of
 * Free Blocks".
 */
public interface FreeIndex {
    /** A free block of at least this many bytes, tags included, or {@link FreeBlocks#NIL}. */
    int find(int size);

    /** A block is free from now on; its tags are written. It may cover what were other blocks. */
    void insert(int block, int size);

    /** A block is about to be allocated, or joined with another. */
    void remove(int block, int size);

    /** An allocated block has taken in what followed it. */
    default void swallowed(int block, int size) {}

    /**
     * The block a cursor points to where the index keeps one, else NIL: for pictures and checks.
     */
    default int cursorBlock() {
        return FreeBlocks.NIL;
    }
}
