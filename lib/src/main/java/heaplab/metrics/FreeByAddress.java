package heaplab.metrics;

import heaplab.heap.Inspectable;
import java.util.Arrays;

/**
 * Where the free blocks of a heap lie: how many and how large, for each tenth of its addresses, and
 * how many of them are splinters; means over the samples of a replay. A block belongs to the tenth
 * in which it starts. Cost: one look at each free block of a sample. Source: lecture 2, "Finding a
 * Free Block".
 */
public final class FreeByAddress implements Inspectable.BlockVisitor {
    /** Parts of equal length that the heap is divided into. */
    public static final int PARTS = 10;

    /** Bytes, tags included, of the largest free block that counts as a splinter. */
    public static final int SPLINTER = 64;

    private final long[] blocks = new long[PARTS]; // free ones, summed over the samples
    private final long[] bytes = new long[PARTS]; // in them, tags included
    private final long[] splinters = new long[PARTS]; // how many of them are no larger than one
    private int samples;
    private int heapBytes; // at this sample

    /** Begins one more sample; answers what to tell of each free block. */
    Inspectable.BlockVisitor sample(Inspectable heap) {
        heapBytes = heap.memory().brk();
        samples++;
        return this;
    }

    @Override
    public void block(int block, int size, boolean allocated) {
        if (allocated) return;
        int part = (int) ((long) block * PARTS / heapBytes);
        blocks[part]++;
        bytes[part] += size;
        if (size <= SPLINTER) splinters[part]++;
    }

    /** Mean size of a free block in a part of the heap, in bytes; NaN where there never was one. */
    public double meanBytes(int part) {
        return mean(part, part + 1);
    }

    /** Splinters in a part of the heap at a time, on average. */
    public double splinters(int part) {
        return samples == 0 ? 0 : (double) splinters[part] / samples;
    }

    /**
     * Mean size of a free block in the upper half over that in the lower half: 1 when they are
     * equal, NaN when one of the halves never had any.
     */
    public double upperToLower() {
        return mean(PARTS / 2, PARTS) / mean(0, PARTS / 2);
    }

    private double mean(int from, int to) {
        return (double) sum(bytes, from, to) / sum(blocks, from, to);
    }

    private static long sum(long[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }
}
