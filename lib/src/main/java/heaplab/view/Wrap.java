package heaplab.view;

/**
 * A heap written in rows like the lines of a page: the first row has the lowest addresses. A power
 * of two of bytes per row, so that rows begin at round addresses.
 */
record Wrap(int rowBytes, int rows) {
    private static final int MOST_ROWS = 32;
    private static final int SMALLEST_ROW = 64;

    static Wrap of(int heapBytes) {
        int rowBytes = SMALLEST_ROW;
        while ((long) rowBytes * MOST_ROWS < heapBytes) rowBytes *= 2;
        return new Wrap(rowBytes, Math.max(1, (heapBytes + rowBytes - 1) / rowBytes));
    }

    /** Where the row of an address ends. */
    int endOfRow(int address) {
        return (address / rowBytes + 1) * rowBytes;
    }

    /** The address is written in every row whose number is a multiple of this. */
    int labelled() {
        return rows > 16 ? 4 : rows > 8 ? 2 : 1;
    }

    /** The unit of the addresses that are written. */
    String unit() {
        return Axis.exactUnit(rowBytes * labelled());
    }
}
