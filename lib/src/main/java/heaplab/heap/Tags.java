package heaplab.heap;

/**
 * Where a block keeps its size and allocated bit. Each such word costs 4 bytes.
 *
 * <pre>
 *                   allocated                        free
 * HEADER_ONLY       |size/1| payload ......... |     |size/0| ............... |
 * BOUNDARY_TAGS     |size/1| payload .. |size/1|     |size/0| ........ |size/0|
 * FOOTER_IF_FREE    |size/1| payload ......... |     |size/0| ........ |size/0|
 * </pre>
 *
 * A footer leads to the block before in constant time; without one that is a walk from the start.
 * The third variant says in bit 1 of each header whether the block before is allocated, so only
 * free blocks need a footer. Source: lecture 2, "Bidirectional Coalescing"; Knuth, TAOCP 1, section
 * 2.5.
 */
public enum Tags {
    HEADER_ONLY("header only"),
    BOUNDARY_TAGS("boundary tags"),
    FOOTER_IF_FREE("footer if free");

    private final String words;

    Tags(String words) {
        this.words = words;
    }

    /** Bytes of footer in an allocated or in a free block. */
    public int footerBytes(boolean allocated) {
        return this == BOUNDARY_TAGS || this == FOOTER_IF_FREE && !allocated ? 4 : 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
