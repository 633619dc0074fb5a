package heaplab.metrics;

/**
 * What an allocated block has beyond its payload, by the choice in a recipe that decides it: the
 * tags, the alignment (with the smallest block), the size classes, the splitting policy. Together
 * they are the internal fragmentation, in bytes. Source: lecture 2, "Internal Fragmentation".
 */
public enum BlockCost {
    /** Headers and footers: decided by the tags. */
    TAGS("tags", Use.HEADER, Use.FOOTER),

    /** Decided by the alignment, and by the smallest block that tags and links allow. */
    PADDING("padding", Use.PADDING),

    /** Decided by the size classes. */
    ROUNDING("class rounding", Use.ROUNDING),

    /** Decided by the splitting policy. */
    REMAINDER("unsplit remainder", Use.REMAINDER);

    private final String words;
    private final Use[] uses;

    BlockCost(String words, Use... uses) {
        this.words = words;
        this.uses = uses;
    }

    /** Bytes that a ledger has of it. */
    public long bytes(Ledger ledger) {
        long sum = 0;
        for (Use use : uses) sum += ledger.bytes(use);
        return sum;
    }

    /** Bytes of all costs: what the allocated blocks have beyond their payload. */
    public static long together(Ledger ledger) {
        return ledger.allocated() - ledger.bytes(Use.PAYLOAD);
    }

    @Override
    public String toString() {
        return words;
    }
}
