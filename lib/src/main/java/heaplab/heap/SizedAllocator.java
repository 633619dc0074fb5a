package heaplab.heap;

import heaplab.memory.Memory;

/**
 * What a Rust program sees: who frees a block says its size and alignment again, so the allocator
 * need not store them. {@code Headered} makes an {@link Allocator} of it. Source: lecture 1,
 * "Allocator Design".
 */
public interface SizedAllocator {
    /**
     * What alloc answers when there is no room: address 0, the heap's start, is a block like any.
     */
    int NONE = -1;

    /**
     * A block of this many bytes (1 or more) at a multiple of align (a power of two), or {@link
     * #NONE}.
     */
    int alloc(int size, int align);

    /** Gives a block back; size and align are those it was allocated with. */
    void dealloc(int address, int size, int align);

    /** The memory the heap lives in. */
    Memory memory();
}
