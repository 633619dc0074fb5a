package heaplab.heap;

/**
 * A placement policy: which free block a request gets. Asked once per malloc; it owns its search
 * loop. A pure function: what it has to remember is the list's cursor, a word in memory. Source:
 * lecture 2, "Finding a Free Block".
 */
@FunctionalInterface
public interface Fit {
    /** A free block of at least this many bytes, tags included, or {@link FreeBlocks#NIL}. */
    int find(FreeBlocks free, int size);
}
