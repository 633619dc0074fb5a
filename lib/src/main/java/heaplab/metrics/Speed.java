package heaplab.metrics;

import heaplab.alloc.NaiveBump;
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

    /**
     * Seconds of one replay, on heaps that grow to this many bytes. Where all that an allocator
     * knows is in its memory, that has been as large before, so that only the break moves.
     */
    static double seconds(Trace trace, Supplier<? extends Allocator> heaps, long peakHeap) {
        Allocator heap = heaps.get();
        Memory.Snapshot empty = isAllInMemory(heap) ? heap.memory().snapshot() : null;
        if (empty != null) {
            heap.memory().sbrk((int) peakHeap - empty.brk());
            heap.memory().restore(empty);
        }
        double best = Double.MAX_VALUE;
        double sum = 0;
        for (int round = 0; round < MOST_ROUNDS && sum < BUDGET_SECONDS; round++) {
            double seconds = round(trace, heap);
            best = Math.min(best, seconds);
            sum += seconds;
            if (empty == null) heap = heaps.get();
            else heap.memory().restore(empty);
        }
        return best;
    }

    /**
     * Whether an empty memory makes an empty heap: one that has grown before, so that its growing
     * is not timed, as a C program's is not. Others, such as {@code Checked}, keep books elsewhere.
     */
    private static boolean isAllInMemory(Allocator heap) {
        return heap instanceof ListHeap || heap instanceof NaiveBump;
    }

    private static double round(Trace trace, Allocator heap) {
        Replay replay = new Replay(trace, heap);
        long start = Clock.nanos();
        replay.run();
        return Math.max(1, Clock.nanos() - start) / 1e9;
    }
}
