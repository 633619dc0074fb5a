package heaplab.view;

import heaplab.trace.Lifetimes;

/**
 * How much of each pixel of an address by time picture is allocated, and for how long; exact,
 * however small the blocks are. The sum over all pixels is bytes times operations.
 *
 * <p>Idea: a block adds to each row it touches where it begins and subtracts where it ends; one
 * running sum per row then gives the pixels. Cost: per block the rows it touches, not its pixels.
 */
final class Coverage {
    private final int columns;
    private final int rows;
    private final double operationsPerPixel;
    private final double bytesPerPixel;
    private final double[][] allocated; // by row from the bottom, then by column: 0 to 1
    private final double[][] lifetime; // allocated times the logarithm of the lifetime
    private final double[][] heap; // obtained: 0 to 1

    /** Of a replay, on a grid that spans this many bytes and all operations. */
    Coverage(Lifetimes lifetimes, int heapBytes, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        int operations = Math.max(1, lifetimes.trace().operations());
        operationsPerPixel = (double) operations / columns;
        bytesPerPixel = Math.max(1, heapBytes) / (double) rows;
        allocated = new double[rows][columns + 2];
        lifetime = new double[rows][columns + 2];
        heap = new double[rows][columns + 2];
        for (int i = 0; i < lifetimes.count(); i++) block(lifetimes, i);
        for (int i = 0; i < lifetimes.sizes(); i++) size(lifetimes, i);
        for (int y = 0; y < rows; y++) {
            sum(allocated[y]);
            sum(lifetime[y]);
            sum(heap[y]);
        }
    }

    private void block(Lifetimes all, int i) {
        int from = all.block(i);
        int to = from + all.bytes(i);
        add(allocated, 1, from, to, all.born(i), all.gone(i));
        double log = Math.log10(Math.max(1, all.lifetime(i)));
        add(lifetime, log, from, to, all.born(i), all.gone(i));
    }

    /** A size that the heap has when n operations are done is there during the n-th of them. */
    private void size(Lifetimes all, int i) {
        int from = Math.max(0, all.sizeSince(i) - 1);
        boolean last = i + 1 == all.sizes();
        int to = last ? all.trace().operations() : all.sizeSince(i + 1) - 1;
        add(heap, 1, 0, all.size(i), from, to);
    }

    private void add(double[][] grid, double value, int from, int to, int born, int gone) {
        double bottom = from / bytesPerPixel;
        double top = Math.min(rows, to / bytesPerPixel);
        for (int y = (int) bottom; y < top; y++) {
            double share = Math.min(top, y + 1) - Math.max(bottom, y);
            begin(grid[y], born / operationsPerPixel, value * share);
            begin(grid[y], gone / operationsPerPixel, -value * share);
        }
    }

    /** From here on to the right the value is there; the pixel it begins in has only a part. */
    private static void begin(double[] row, double x, double value) {
        int pixel = Math.min((int) x, row.length - 2);
        double part = x - pixel;
        row[pixel] += value * (1 - part);
        row[pixel + 1] += value * part;
    }

    private static void sum(double[] row) {
        for (int x = 1; x < row.length; x++) row[x] += row[x - 1];
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The allocated share of a pixel, rows counted from address 0 upwards. */
    double allocated(int x, int y) {
        return clip(allocated[y][x]);
    }

    /** The share of a pixel that is heap. */
    double heap(int x, int y) {
        return clip(heap[y][x]);
    }

    /** Mean logarithm (base 10) of the lifetimes in a pixel, by bytes and operations. */
    double logLifetime(int x, int y) {
        return allocated[y][x] < 1e-9 ? 0 : lifetime[y][x] / allocated[y][x];
    }

    private static double clip(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
