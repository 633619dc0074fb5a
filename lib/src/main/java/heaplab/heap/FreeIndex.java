package heaplab.heap;

import heaplab.memory.Memory;
import java.util.List;

/**
 * How a heap keeps track of its free blocks: the lecture's four methods are four of these. The heap
 * tells it of every block that becomes free or stops being so. Source: lecture 2, "Keeping Track of
 * Free Blocks".
 */
public abstract class FreeIndex {
    /** What is kept track of. */
    protected final Blocks blocks;

    /** Where they lie: the short way for a search, whose first step waits for it. */
    protected final Memory memory;

    protected FreeIndex(Blocks blocks) {
        this.blocks = blocks;
        memory = blocks.memory;
    }

    /** A free block of at least this many bytes, tags included, or {@link FreeBlocks#NIL}. */
    public abstract int find(int size);

    /**
     * A block is free from now on; its tags are written. It may cover what were other blocks.
     *
     * @param memory that of the blocks; the caller has it at hand, and the JIT would not see that a
     *     field of the index leads to the same one
     */
    public abstract void insert(Memory memory, int block, int size);

    /** A block is about to be allocated, or joined with another. */
    public abstract void remove(Memory memory, int block, int size);

    /** An allocated block has taken in what followed it. */
    public void swallowed(int block, int size) {}

    /** A free block at the end of the heap, already removed, is no longer part of it. */
    public void dropped(int block) {}

    /** Bytes of the blocks that new memory is cut into for a request; 0: it stays in one piece. */
    public int pieceBytes(int size) {
        return 0;
    }

    /** What a block of this many bytes is rounded up to, where there are size classes only. */
    public int classFor(int size) {
        return size;
    }

    /**
     * The block a cursor points to where the index keeps one, else NIL: for pictures and checks.
     */
    public int cursorBlock() {
        return FreeBlocks.NIL;
    }

    /**
     * What links say: a chain for each list that is not empty, for pictures and checks. Empty where
     * there are no links. Does not get lost in broken links: a chain ends where they lead astray.
     */
    public List<Chain> chains() {
        return List.of();
    }

    /** The first thing that is wrong with the links, or null. */
    public Fault fault() {
        return null;
    }

    /**
     * Free blocks in the order in which links lead to them.
     *
     * @param name which blocks these are, for instance "32 to 63 bytes"
     * @param root the block that the index itself leads to: the first of a list, the root of a tree
     * @param blocks addresses of headers
     */
    public record Chain(String name, int root, List<Integer> blocks) {
        /** A list. */
        public Chain(String name, List<Integer> blocks) {
            this(name, blocks.get(0), blocks);
        }
    }

    /**
     * A broken law of an index.
     *
     * @param law in words
     * @param address of the word that breaks it
     * @param found what is there, and what was expected
     */
    public record Fault(String law, int address, String found) {}
}
