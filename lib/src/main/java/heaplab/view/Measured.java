package heaplab.view;

import java.util.Arrays;

/**
 * Points of one curve, from left to right.
 *
 * @param y NaN leaves a gap
 * @param joined by a line, or not
 */
record Measured(String name, double[] x, double[] y, boolean joined) {
    /** The highest point; 0 when there is none. */
    double highest() {
        return Arrays.stream(y).filter(v -> !Double.isNaN(v)).max().orElse(0);
    }

    /** The first point that is one; 0 when there is none. */
    double first() {
        return Arrays.stream(y).filter(v -> !Double.isNaN(v)).findFirst().orElse(0);
    }

    /** The last point that is one; 0 when there is none. */
    double last() {
        return Arrays.stream(y).filter(v -> !Double.isNaN(v)).reduce((a, b) -> b).orElse(0);
    }
}
