package heaplab.policy;

import heaplab.heap.SizeClasses;

/**
 * Each power of two in a number of equal steps: with 8 steps 64 to 71 bytes, 72 to 79, ... 128 to
 * 143, and so on. Rounding up to the next class adds at most one step. Source: Masmano et al.,
 * "TLSF" (2004).
 *
 * @param log2Steps steps of each power of two, as an exponent: 0 to 3
 */
public record SteppedClasses(int log2Steps) implements SizeClasses {
    private static final int POWERS = 31;

    /** 4 steps for each power of two. */
    public SteppedClasses() {
        this(2);
    }

    public SteppedClasses {
        if (log2Steps < 0 || log2Steps > 3)
            throw new IllegalArgumentException(
                    "2^%d steps: expected an exponent from 0 to 3".formatted(log2Steps));
    }

    @Override
    public int count() {
        return POWERS << log2Steps;
    }

    @Override
    public int of(int size) {
        int power = 31 - Integer.numberOfLeadingZeros(size);
        return (power - 1 << log2Steps) + (size >> power - log2Steps);
    }

    @Override
    public int least(int sizeClass) {
        int power = sizeClass >> log2Steps;
        int step = sizeClass - (power - 1 << log2Steps);
        return power < log2Steps ? 0 : step << power - log2Steps;
    }

    @Override
    public String toString() {
        return (1 << log2Steps) + " steps";
    }
}
