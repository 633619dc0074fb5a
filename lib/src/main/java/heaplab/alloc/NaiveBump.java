package heaplab.alloc;

import heaplab.heap.Allocator;
import heaplab.memory.Memory;

/**
 * The simplest malloc there is: every block is new memory from the break, and free does nothing.
 * Eight bytes before each payload hold the payload's size, for realloc to know how much to copy.
 *
 * <pre>| size | unused | payload, rounded up to 8 | size | unused | ...</pre>
 *
 * Cost: constant time, and memory for every byte ever asked for: the most a program can use.
 * Source: the naive package of the malloc lab, CS:APP 3e.
 */
public final class NaiveBump implements Allocator {
    private static final int HEADER_BYTES = 8;

    private final Memory memory;

    /** In a memory whose heap is still empty. */
    public NaiveBump(Memory memory) {
        this.memory = memory;
    }

    @Override
    public int malloc(int bytes) {
        if (Allocator.requireSize(bytes) == 0) return NULL;
        int size = bytes + HEADER_BYTES + 7 & -8;
        int block = size < 0 ? Memory.OUT_OF_MEMORY : memory.sbrk(size);
        if (block == Memory.OUT_OF_MEMORY) return NULL;
        memory.word(block, bytes);
        return block + HEADER_BYTES;
    }

    @Override
    public void free(int address) {}

    @Override
    public int usable(int address) {
        return memory.word(address - HEADER_BYTES);
    }

    @Override
    public Memory memory() {
        return memory;
    }
}
