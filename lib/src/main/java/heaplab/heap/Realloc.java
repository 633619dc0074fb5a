package heaplab.heap;

/** How far realloc goes to leave a block where it is. */
public enum Realloc {
    /** Always a new block: the textbook's way. */
    ALWAYS_MOVES("realloc always moves"),

    /** Stays when the block is large enough as it is, and never gives anything back. */
    STAYS_IF_IT_FITS("realloc stays if it fits"),

    /** Shrinks by splitting; grows into the next block if that is free and large enough. */
    IN_PLACE("realloc in place"),

    /** The same, and the last block of the heap grows by moving the break. */
    AT_THE_TOP("realloc in place or at the top");

    private final String words;

    Realloc(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
