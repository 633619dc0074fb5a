package heaplab.heap;

import heaplab.memory.Memory;
import java.util.List;

/** A heap that can be looked at block by block: what pictures, metrics and checks are made from. */
public interface Inspectable {
    /** Called for each block of a walk. */
    @FunctionalInterface
    interface BlockVisitor {
        /**
         * A block: where it starts (its header, if it has one), its bytes in all, and its state.
         */
        void block(int block, int bytes, boolean allocated);
    }

    /** The memory the heap lives in. */
    Memory memory();

    /**
     * Visits every block in address order. Linear; allocates nothing.
     *
     * @throws BrokenHeap when the walk meets a size that cannot be
     */
    void walk(BlockVisitor visitor);

    /** Bytes of header at the start of every block. */
    int headerBytes();

    /** Bytes of footer at the end of a block. */
    int footerBytes(boolean allocated);

    /** Bytes of the block that a request needs: tags and padding, and nothing left over. */
    default int sizeFor(int payloadBytes) {
        return payloadBytes + headerBytes() + footerBytes(true) + 7 & -8;
    }

    /** What a block of this many bytes is rounded up to, in a heap that has size classes only. */
    default int classFor(int blockBytes) {
        return blockBytes;
    }

    /** Bytes of free-list links after the header of a free block. */
    default int linkBytes() {
        return 0;
    }

    /** What the links say, list by list; empty where there are none. */
    default List<FreeIndex.Chain> chains() {
        return List.of();
    }

    /** The block that the cursor of a next-fit search points to; 0 when there is none. */
    default int cursor() {
        return 0;
    }
}
