package heaplab.policy;

import heaplab.heap.SizeClasses;

/**
 * A class of its own for each small size, then one for each power of two: most requests of real
 * programs are small and come again and again, and find a block of just their size. Source: CS:APP
 * 3e, section 9.9.14; Lea, "A Memory Allocator" (1996).
 *
 * @param bytes a power of two, 16 to 1024: smaller sizes have a class for each multiple of 8
 */
public record ExactClasses(int bytes) implements SizeClasses {
    private static final int STEP = 8;
    private static final int POWERS = 31;

    /** Exact below 256 bytes, tags included. */
    public ExactClasses() {
        this(256);
    }

    public ExactClasses {
        if (Integer.bitCount(bytes) != 1 || bytes < 16 || bytes > 1024)
            throw new IllegalArgumentException(
                    "exact below %d bytes: expected a power of two from 16 to 1024"
                            .formatted(bytes));
    }

    private int smallOnes() {
        return bytes / STEP;
    }

    private int smallestPower() {
        return Integer.numberOfTrailingZeros(bytes);
    }

    @Override
    public int count() {
        return smallOnes() + POWERS - smallestPower();
    }

    @Override
    public int of(int size) {
        return size < bytes
                ? size / STEP
                : smallOnes() + 31 - Integer.numberOfLeadingZeros(size) - smallestPower();
    }

    @Override
    public int least(int sizeClass) {
        return sizeClass < smallOnes() ? sizeClass * STEP : bytes << sizeClass - smallOnes();
    }

    @Override
    public String toString() {
        return "exact below " + bytes;
    }
}
