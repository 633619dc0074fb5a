package heaplab.heap;

import java.util.List;

/** Size classes, each named by its smallest size. All sizes are in bytes. */
final class ModelClasses {
    private static final List<String> SCHEMES =
            List.of("powers of two", "exact below 256", "4 steps", "8 steps");

    private final long steps; // of each power of two
    private final long exactBelow;

    static boolean knows(SizeClasses classes) {
        return SCHEMES.contains(classes.toString());
    }

    ModelClasses(SizeClasses classes) {
        String scheme = classes.toString();
        steps = scheme.endsWith("steps") ? scheme.charAt(0) - '0' : 1;
        exactBelow = scheme.startsWith("exact") ? 256 : 0;
    }

    /** The class of a size. */
    long of(long size) {
        long power = Long.highestOneBit(size);
        return size < exactBelow ? size : size - (size - power) % (power / steps);
    }

    /** The first class that has no block smaller than this. */
    long roundedUp(long size) {
        long own = of(size);
        return own == size ? size : own + Long.highestOneBit(own) / steps;
    }
}
