package heaplab.policy;

import heaplab.heap.SizeClasses;

/** A class for each power of two: 8 to 15 bytes, 16 to 31, and so on. */
public final class PowersOfTwo implements SizeClasses {
    private static final int CLASSES = 31;

    @Override
    public int count() {
        return CLASSES;
    }

    @Override
    public int of(int size) {
        return 31 - Integer.numberOfLeadingZeros(size);
    }

    @Override
    public int least(int sizeClass) {
        return 1 << sizeClass;
    }

    @Override
    public String toString() {
        return "powers of two";
    }
}
