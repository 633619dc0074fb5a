package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.memory.Memory;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import java.util.function.Supplier;

/**
 * How much processor time a replay takes here: the fastest of a few rounds, each from an empty heap
 * and without samples or totals, which would be timed with it otherwise.
 */
final class Speed {
    /** A replay that took so long is long enough for its totals not to matter. */
    static final double LONG_SECONDS = 0.5;

    private static final double BUDGET_SECONDS = 0.05; // for all rounds, unless one takes longer
    private static final int MOST_ROUNDS = 1000; // for traces of a few operations

    private Speed() {}

    /** Seconds of one replay. */
    static double seconds(Trace trace, Supplier<? extends Allocator> heaps) {
        Allocator heap = heaps.get();
        Memory.Snapshot empty = heap instanceof ListHeap ? heap.memory().snapshot() : null;
        double best = Double.MAX_VALUE;
        double sum = 0;
        for (int round = 0; round < MOST_ROUNDS && sum < BUDGET_SECONDS; round++) {
            double seconds = round(trace, heap);
            best = Math.min(best, seconds);
            sum += seconds;
            // All that a list heap knows is in its memory, which has grown, as that of a C program.
            if (empty == null) heap = heaps.get();
            else heap.memory().restore(empty);
        }
        return best;
    }

    private static double round(Trace trace, Allocator heap) {
        Replay replay = new Replay(trace, heap);
        long start = Clock.nanos();
        replay.run();
        return Math.max(1, Clock.nanos() - start) / 1e9;
    }
}
