package heaplab.heap;

import heaplab.memory.Memory;

/**
 * What a C program sees: malloc, free, calloc and realloc on addresses, which are byte offsets from
 * the heap's start. An allocator must answer at once, place blocks in free memory only, and never
 * move one. As in C it does not notice a wrong free: wrap it in {@code Checked} for that.
 *
 * <p>Source: lecture 2, "The malloc/free Functions" and "Constraints".
 */
public interface Allocator {
    /** No address: what malloc answers for size 0 and when memory is exhausted. */
    int NULL = 0;

    /**
     * A block of at least this many bytes, or {@link #NULL} when there is none (or bytes is 0).
     *
     * @throws IllegalArgumentException when bytes is negative
     */
    int malloc(int bytes);

    /**
     * Gives back a block that malloc, calloc or realloc returned; {@code free(NULL)} does nothing.
     */
    void free(int address);

    /** The memory the heap lives in. */
    Memory memory();

    /**
     * How many bytes the program may use of the block at an address: at least what it asked for.
     *
     * @throws UnsupportedOperationException when the allocator cannot tell
     */
    default int usable(int address) {
        throw new UnsupportedOperationException(
                getClass().getSimpleName()
                        + " cannot tell the size of a block: implement usable or realloc");
    }

    /**
     * A block for an array, all zero; {@link #NULL} also when count x bytes does not fit an int.
     *
     * @throws IllegalArgumentException when count or bytes is negative
     */
    default int calloc(int count, int bytes) {
        long total = (long) requireSize(count) * requireSize(bytes);
        int address = total > Integer.MAX_VALUE ? NULL : malloc((int) total);
        if (address != NULL) memory().fill(address, (int) total, 0);
        return address;
    }

    /**
     * A block of the new size with the old contents. Size 0 frees and answers {@link #NULL}; NULL
     * as address is malloc. When there is no room the answer is NULL and the old block stays as it
     * was.
     *
     * @throws IllegalArgumentException when bytes is negative
     */
    default int realloc(int address, int bytes) {
        if (address == NULL) return malloc(bytes);
        if (requireSize(bytes) == 0) {
            free(address);
            return NULL;
        }
        int moved = malloc(bytes);
        if (moved == NULL) return NULL;
        memory().copy(address, moved, Math.min(bytes, usable(address)));
        free(address);
        return moved;
    }

    /** The size itself, when it is one. */
    static int requireSize(int bytes) {
        if (bytes < 0) throw new IllegalArgumentException("size " + bytes + ": expected 0 or more");
        return bytes;
    }
}
