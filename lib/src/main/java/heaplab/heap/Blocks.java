package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Blocks as bits in memory; the only place that knows them. A block is named by the address of its
 * header, as {@code p} on the slides; its payload starts one word later:
 *
 * <pre>
 * block          block + 4                              block + size
 * | size |p|a|   | payload, padding ....... (footer) |  | next header
 * </pre>
 *
 * Sizes are in bytes, header included, and multiples of the alignment, so the low bits are free: a
 * for "allocated", p for "the block before is allocated" (kept by {@link Tags#FOOTER_IF_FREE}). The
 * walk ends at the epilogue, a header of size 0. Source: lecture 2, "Detailed Implicit Free List
 * Example".
 */
public final class Blocks {
    /** Bytes of a header, or of a footer. */
    public static final int TAG = 4;

    static final int ALLOCATED = 1;
    static final int PREVIOUS_ALLOCATED = 2;
    static final int SIZE = -8; // mask
    static final int SMALLEST = 8; // size of any block is at least this: the epilogue has less

    final Memory memory;
    private final Tags tags;
    private final int alignment; // of payloads, bytes
    private final int overhead; // bytes of tags in an allocated block
    private final int minimum; // bytes of the smallest block

    /** Blocks with payloads aligned to 8 or 16 bytes, and bytes for links in each free block. */
    public Blocks(Memory memory, Tags tags, int alignment, int linkBytes) {
        this.memory = memory;
        this.tags = tags;
        this.alignment = requireAlignment(alignment);
        overhead = TAG + tags.footerBytes(true);
        int smallestAllocated = overhead + 1;
        int smallestFree = TAG + linkBytes + tags.footerBytes(false);
        minimum = roundUp(Math.max(smallestAllocated, smallestFree));
    }

    /** The alignment itself, when it is one that leaves the flag bits free. */
    static int requireAlignment(int bytes) {
        if (bytes != 8 && bytes != 16)
            throw new IllegalArgumentException("alignment " + bytes + ": expected 8 or 16");
        return bytes;
    }

    private int roundUp(int bytes) {
        return bytes + alignment - 1 & -alignment;
    }

    /** Size of the block that holds a payload, in bytes; more than an int comes out negative. */
    public int sizeFor(int payloadBytes) {
        int size = roundUp(payloadBytes + overhead);
        return size < 0 ? size : Math.max(minimum, size);
    }

    /** Size of a block in bytes, tags included. */
    public int size(int block) {
        return memory.word(block) & SIZE;
    }

    /** Whether the bit of a block, or of the epilogue, says "allocated". */
    public boolean isAllocated(int block) {
        return (memory.word(block) & ALLOCATED) != 0;
    }

    /** The block after this one, or the epilogue. */
    public int next(int block) {
        return block + size(block);
    }

    /** Whether this is the epilogue, the end of the heap. */
    public boolean isEnd(int block) {
        return size(block) == 0;
    }

    /** Address of a block's payload. */
    public int payload(int block) {
        return block + TAG;
    }

    /** The block that a payload address belongs to. */
    public int of(int address) {
        return address - TAG;
    }

    /** Bytes of an allocated block that the program may use. */
    public int usable(int block) {
        return size(block) - overhead;
    }

    /** Whether the tags tell in constant time if the block before is free. */
    boolean knowPrevious() {
        return tags != Tags.HEADER_ONLY;
    }

    /** With footers: whether the block before is free. */
    boolean isPreviousFree(int block) {
        return tags == Tags.BOUNDARY_TAGS
                ? (memory.word(block - TAG) & ALLOCATED) == 0
                : (memory.word(block) & PREVIOUS_ALLOCATED) == 0;
    }

    /** With footers, where the block before is free: that block. */
    int previous(int block) {
        return block - (memory.word(block - TAG) & SIZE);
    }

    /** Makes a block allocated: writes header and footer, and tells the next block. */
    void allocate(int block, int size) {
        if (tags == Tags.BOUNDARY_TAGS) {
            memory.word(block, size | ALLOCATED);
            memory.word(block + size - TAG, size | ALLOCATED);
            return;
        }
        memory.word(block, size | previousBit(block) | ALLOCATED);
        if (tags == Tags.FOOTER_IF_FREE)
            memory.word(block + size, memory.word(block + size) | PREVIOUS_ALLOCATED);
    }

    private int previousBit(int block) {
        return tags == Tags.FOOTER_IF_FREE ? memory.word(block) & PREVIOUS_ALLOCATED : 0;
    }

    /** Makes a block free: writes header and footer, and tells the next block. */
    void release(int block, int size) {
        if (tags == Tags.BOUNDARY_TAGS) {
            memory.word(block, size);
            memory.word(block + size - TAG, size);
            return;
        }
        memory.word(block, size | previousBit(block));
        if (tags == Tags.HEADER_ONLY) return;
        int next = block + size;
        memory.word(next - TAG, size);
        memory.word(next, memory.word(next) & ~PREVIOUS_ALLOCATED);
    }

    /**
     * The first block. Boundary tags need a prologue before it, so that it has an allocated
     * neighbour.
     */
    int first() {
        return alignment == 16 || tags == Tags.BOUNDARY_TAGS ? 12 : 4;
    }

    /** Bytes that are in no block: before the first one, and the epilogue. */
    int fixedBytes() {
        return first() + TAG;
    }

    /** Writes an empty heap: unused words, the prologue where tags need one, and the epilogue. */
    void format() {
        int first = first();
        memory.sbrk(first + TAG);
        if (tags == Tags.BOUNDARY_TAGS) {
            memory.word(first - 2 * TAG, 2 * TAG | ALLOCATED);
            memory.word(first - TAG, 2 * TAG | ALLOCATED);
        }
        memory.word(first, ALLOCATED | (tags == Tags.FOOTER_IF_FREE ? PREVIOUS_ALLOCATED : 0));
    }

    /** Writes the epilogue after the break has moved. */
    void epilogue() {
        memory.word(memory.brk() - TAG, ALLOCATED);
    }

    /** Ends the heap so many bytes earlier, inside or right before its last, free, block. */
    void shrink(int block, int bytes) {
        int previous = previousBit(block);
        memory.sbrk(-bytes);
        int end = memory.brk() - TAG;
        memory.word(end, ALLOCATED | (end == block ? previous : 0));
    }

    /** Where the blocks keep their sizes. */
    public Tags tags() {
        return tags;
    }

    /** Alignment of payloads, in bytes. */
    public int alignment() {
        return alignment;
    }

    /** Size of the smallest block, in bytes. */
    public int minimum() {
        return minimum;
    }

    /** Bytes of tags in an allocated block. */
    public int overhead() {
        return overhead;
    }

    /**
     * Bytes in allocated blocks, by what the program did, not by tags: so that a law can compare
     * them with a walk. Constant time, as is the next.
     */
    int liveBytes() {
        return memory.word(Statics.LIVE_BYTES);
    }

    /** Number of blocks of both kinds, by what was made and joined. */
    int count() {
        return memory.word(Statics.BLOCKS);
    }

    void addLive(int bytes) {
        memory.word(Statics.LIVE_BYTES, memory.word(Statics.LIVE_BYTES) + bytes);
    }

    void addCount(int more) {
        memory.word(Statics.BLOCKS, memory.word(Statics.BLOCKS) + more);
    }
}
