package heaplab.metrics;

/**
 * What a byte of the heap is used for: the lines of a {@link Ledger}, from the bottom of its chart
 * to the top. Source: lecture 2, "Internal Fragmentation" and "External Fragmentation".
 */
public enum Use {
    /** Asked for by the program, and not freed. */
    PAYLOAD("payload"),

    /** Headers of allocated blocks. */
    HEADER("headers"),

    /** Footers of allocated blocks. */
    FOOTER("footers"),

    /** Rounds a request up to the alignment, or to the smallest block. */
    PADDING("padding"),

    /** Rounds a block up to its size class. */
    ROUNDING("class rounding"),

    /** What a block has beyond all that, because its rest was not split off. */
    REMAINDER("unsplit remainder"),

    /** In no block: prologue, epilogue, unused words. */
    FIXED("fixed"),

    /** In free blocks other than the largest, with their tags. */
    SCATTERED("free, scattered"),

    /** The largest free block, with its tags. */
    LARGEST("free, largest block");

    private final String words;

    Use(String words) {
        this.words = words;
    }

    /** Neither payload nor free: what the allocator itself costs. */
    public boolean isOverhead() {
        return this != PAYLOAD && !isFree();
    }

    /** In a free block. */
    public boolean isFree() {
        return this == SCATTERED || this == LARGEST;
    }

    @Override
    public String toString() {
        return words;
    }
}
