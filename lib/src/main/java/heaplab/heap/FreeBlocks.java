package heaplab.heap;

/**
 * The free blocks as a fit sees them: a list to walk, in the list's own order. A block is the
 * address of its header; {@link #NIL} ends the list. The list counts every block that is looked at.
 */
public interface FreeBlocks {
    /** No block. */
    int NIL = 0;

    /** The first free block, or {@link #NIL}. */
    int first();

    /** The free block after this one, or {@link #NIL}. */
    int next(int block);

    /** The last free block, or {@link #NIL}. Linear, unless the list has an end of its own. */
    default int last() {
        int last = NIL;
        for (int b = first(); b != NIL; b = next(b)) last = b;
        return last;
    }

    /** Size of a free block in bytes, tags included: comparable with what a fit is asked for. */
    int size(int block);

    /** The first free block at or after the cursor, or {@link #NIL}. */
    int cursor();

    /**
     * Moves the cursor to a block. It is a word in memory, and stays valid when blocks are joined.
     */
    void cursor(int block);
}
