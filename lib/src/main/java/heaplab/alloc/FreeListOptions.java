package heaplab.alloc;

/**
 * What a {@link FreeListSimulator} is told: its text is the option line of the original. Change one
 * with a wither: {@code FreeListOptions.DEFAULTS.withHeader(4).with(ListPlacement.FIRST)}.
 *
 * @param heapBytes size of the heap, at least 1
 * @param base address of the heap's first byte, at least 0
 * @param headerBytes bytes before each block's payload, at least 0
 * @param alignment sizes are rounded up to a multiple of this many bytes; {@link #UNALIGNED}: not
 * @param placement which entry a request gets
 * @param order where a freed block goes in the list
 * @param coalesces whether a free joins entries that touch
 */
public record FreeListOptions(
        int heapBytes,
        int base,
        int headerBytes,
        int alignment,
        ListPlacement placement,
        ListOrder order,
        boolean coalesces) {

    /** The alignment that leaves sizes as they are. */
    public static final int UNALIGNED = -1;

    /** What the original does without options: 100 bytes at 1000, no header, best fit. */
    public static final FreeListOptions DEFAULTS =
            new FreeListOptions(
                    100, 1000, 0, UNALIGNED, ListPlacement.BEST, ListOrder.ADDRSORT, false);

    public FreeListOptions {
        require(heapBytes >= 1, "heap of %d bytes: expected 1 or more", heapBytes);
        require(base >= 0, "base address %d: expected 0 or more", base);
        require(
                base <= Integer.MAX_VALUE - heapBytes,
                "base address %d: expected a heap that ends below 2147483648",
                base);
        require(headerBytes >= 0, "header of %d bytes: expected 0 or more", headerBytes);
        require(
                alignment == UNALIGNED || alignment >= 1,
                "alignment %d: expected 1 or more, or -1 for none",
                alignment);
    }

    private static void require(boolean holds, String message, int found) {
        if (!holds) throw new IllegalArgumentException(message.formatted(found));
    }

    public FreeListOptions withHeap(int bytes) {
        return new FreeListOptions(
                bytes, base, headerBytes, alignment, placement, order, coalesces);
    }

    public FreeListOptions withBase(int address) {
        return new FreeListOptions(
                heapBytes, address, headerBytes, alignment, placement, order, coalesces);
    }

    public FreeListOptions withHeader(int bytes) {
        return new FreeListOptions(heapBytes, base, bytes, alignment, placement, order, coalesces);
    }

    public FreeListOptions withAlignment(int bytes) {
        return new FreeListOptions(
                heapBytes, base, headerBytes, bytes, placement, order, coalesces);
    }

    public FreeListOptions with(ListPlacement newPlacement) {
        return new FreeListOptions(
                heapBytes, base, headerBytes, alignment, newPlacement, order, coalesces);
    }

    public FreeListOptions with(ListOrder newOrder) {
        return new FreeListOptions(
                heapBytes, base, headerBytes, alignment, placement, newOrder, coalesces);
    }

    public FreeListOptions withCoalescing(boolean wanted) {
        return new FreeListOptions(
                heapBytes, base, headerBytes, alignment, placement, order, wanted);
    }

    /** The address behind the heap's last byte. */
    public int end() {
        return base + heapBytes;
    }

    /** A size or address rounded up to a multiple of the alignment. */
    public long aligned(long bytes) {
        return alignment == UNALIGNED ? bytes : (bytes + alignment - 1) / alignment * alignment;
    }

    /** Bytes a request takes from the list: its size rounded up, and a header. */
    public long blockBytes(int size) {
        return aligned(size) + headerBytes;
    }

    @Override
    public String toString() {
        return "-S %d -b %d -H %d -a %d -p %s -l %s%s"
                .formatted(
                        heapBytes,
                        base,
                        headerBytes,
                        alignment,
                        placement,
                        order,
                        coalesces ? " -C" : "");
    }
}
