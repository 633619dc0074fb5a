package heaplab.metrics;

import java.util.Arrays;

/**
 * What operations of one kind cost, in steps: a block that a search looks at, one that is walked
 * over to find a neighbour or in a sweep, or a pair joined. Known for the whole replay and for each
 * interval of it, so that the one operation that pays for many shows.
 */
public final class Effort {
    private final long[] operations; // in each interval
    private final long[] steps;
    private final long[] longest; // steps of a single operation

    Effort(int intervals) {
        operations = new long[intervals];
        steps = new long[intervals];
        longest = new long[intervals];
    }

    void add(int interval, long cost) {
        operations[interval]++;
        steps[interval] += cost;
        longest[interval] = Math.max(longest[interval], cost);
    }

    /** Number of operations. */
    public long operations() {
        return Arrays.stream(operations).sum();
    }

    /** Steps per operation; 0 when there was none. */
    public double mean() {
        return (double) Arrays.stream(steps).sum() / Math.max(1, operations());
    }

    /** Most steps of a single operation. */
    public long longest() {
        return Arrays.stream(longest).max().orElse(0);
    }

    /** Steps per operation in an interval; NaN when there was none. */
    public double mean(int interval) {
        return operations[interval] == 0
                ? Double.NaN
                : (double) steps[interval] / operations[interval];
    }

    /** Most steps of a single operation in an interval; 0 when there was none. */
    public long longest(int interval) {
        return longest[interval];
    }
}
