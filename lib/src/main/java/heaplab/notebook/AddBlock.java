package heaplab.notebook;

import heaplab.memory.Memory;

/**
 * The slide's {@code addblock}, on simulated memory: makes the free block at p an allocated one of
 * so many bytes, tags included and not yet rounded, and the rest of it a free block. Source:
 * lecture 2, "Allocating in Free Block".
 */
@FunctionalInterface
public interface AddBlock {
    /** Allocates at least len bytes, 1 or more, in the free block at address p. */
    void addblock(Memory memory, int p, int len);
}
