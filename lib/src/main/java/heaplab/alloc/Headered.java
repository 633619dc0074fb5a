package heaplab.alloc;

import heaplab.heap.Allocator;
import heaplab.heap.SizedAllocator;
import heaplab.memory.Memory;

/**
 * Makes a malloc and free of an allocator that must be told the size again: the size is kept in the
 * word before the payload, the lecture's answer to "how much do I free, given just a pointer?".
 *
 * <pre>| unused, up to the alignment | size | payload, size bytes | next block</pre>
 *
 * Cost: a header as large as the alignment for each block. Source: lecture 2, "Knowing How Much to
 * Free".
 */
public final class Headered implements Allocator {
    private final SizedAllocator heap;
    private final int alignment; // of payloads, and bytes of the header

    /** Payloads aligned to 8 bytes. */
    public Headered(SizedAllocator heap) {
        this(heap, 8);
    }

    /** Payloads aligned to a power of two, 4 bytes or more. */
    public Headered(SizedAllocator heap, int alignment) {
        if (alignment < Memory.WORD || Integer.bitCount(alignment) != 1)
            throw new IllegalArgumentException(
                    "alignment %d: expected a power of two, at least 4".formatted(alignment));
        this.heap = heap;
        this.alignment = alignment;
    }

    @Override
    public int malloc(int bytes) {
        if (Allocator.requireSize(bytes) == 0 || bytes > Integer.MAX_VALUE - alignment) return NULL;
        int block = heap.alloc(bytes + alignment, alignment);
        if (block == SizedAllocator.NONE) return NULL;
        int address = block + alignment;
        memory().word(address - Memory.WORD, bytes);
        return address;
    }

    @Override
    public void free(int address) {
        if (address == NULL) return;
        heap.dealloc(address - alignment, usable(address) + alignment, alignment);
    }

    @Override
    public int usable(int address) {
        return memory().word(address - Memory.WORD);
    }

    @Override
    public Memory memory() {
        return heap.memory();
    }
}
