package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Million operations per second of replays that nothing else is done in: no samples, no totals.
 * Differs from machine to machine and from run to run, so it stands beside the counted work and
 * decides nothing.
 *
 * @param median of all replays after the first third, which warms up
 * @param best of these
 * @param replays that were timed
 */
public record Throughput(double median, double best, int replays) {

    /** Replays again and again, each time on a new heap, for so many seconds. */
    public static Throughput of(Trace trace, Supplier<? extends Allocator> heaps, double seconds) {
        long start = System.nanoTime();
        double[] mops = new double[16];
        int count = 0;
        while (count < 3 || System.nanoTime() - start < seconds * 1e9) {
            if (count == mops.length) mops = Arrays.copyOf(mops, 2 * count);
            mops[count++] = replay(trace, heaps.get());
        }
        double[] warm = Arrays.copyOfRange(mops, count / 3, count);
        Arrays.sort(warm);
        return new Throughput(warm[warm.length / 2], warm[warm.length - 1], warm.length);
    }

    private static double replay(Trace trace, Allocator heap) {
        Replay replay = new Replay(trace, heap);
        long start = System.nanoTime();
        replay.run();
        return trace.operations() * 1e3 / (System.nanoTime() - start);
    }
}
