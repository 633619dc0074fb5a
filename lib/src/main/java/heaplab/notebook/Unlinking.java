package heaplab.notebook;

import heaplab.memory.Memory;

/** How a block is taken out of a doubly linked list: a part of an allocator, for exercises. */
@FunctionalInterface
public interface Unlinking {
    /**
     * Takes a block out of its list. The word at {@code block + 4} has the address of the next
     * block, the one at {@code block + 8} that of the previous block. The list is a ring: before
     * the first block and after the last one comes its start, which has both links as a block does.
     */
    void unlink(Memory memory, int block);
}
