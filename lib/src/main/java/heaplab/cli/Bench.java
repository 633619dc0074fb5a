package heaplab.cli;

import com.sun.management.ThreadMXBean;
import heaplab.heap.Allocator;
import heaplab.memory.Memory;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Replays of one trace by one allocator, timed. Each round starts with an empty heap in the same
 * memory, which has grown in the rounds before, as the memory of a C program would have; making the
 * heap is not timed. Nothing else is done in a replay: no samples, no totals.
 */
final class Bench {
    private static final int FEWEST_ROUNDS = 5;
    private static final int MOST_ROUNDS = 100_000; // for traces of a few operations
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final NamedAllocator allocator;
    private final Trace trace;
    private final Memory memory;
    private double[] roundSeconds = new double[64]; // of each round that is not forgotten
    private int rounds;
    private double seconds; // of those rounds
    private double forgottenSeconds;
    private long allocatedBytes; // by the JVM in those rounds
    private int hash; // over all addresses of the last round

    Bench(NamedAllocator allocator, Trace trace) {
        this.allocator = allocator;
        memory = allocator.memory();
        this.trace = trace;
    }

    /** Does rounds for this many seconds, at least one round. */
    void run(double sliceSeconds) {
        double end = seconds + sliceSeconds;
        do round();
        while (seconds < end && rounds < MOST_ROUNDS);
    }

    private void round() {
        memory.clear();
        Allocator heap = allocator.maker().apply(memory);
        Replay replay = new Replay(trace, heap);
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        replay.run();
        double time = Math.max(1, System.nanoTime() - start) / 1e9;
        allocatedBytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        hash = replay.hash();
        add(time);
    }

    private void add(double time) {
        if (rounds == roundSeconds.length) roundSeconds = Arrays.copyOf(roundSeconds, 2 * rounds);
        roundSeconds[rounds++] = time;
        seconds += time;
    }

    /** The rounds so far were to warm up. */
    void forget() {
        forgottenSeconds += seconds;
        seconds = 0;
        rounds = 0;
        allocatedBytes = 0;
    }

    boolean hasRun(double enough) {
        return rounds >= MOST_ROUNDS || seconds >= enough && rounds >= FEWEST_ROUNDS;
    }

    /** Seconds in replays, those to warm up included. */
    double seconds() {
        return forgottenSeconds + seconds;
    }

    String allocator() {
        return allocator.name();
    }

    Trace trace() {
        return trace;
    }

    /** Million operations per second in the median round. */
    double medianMops() {
        return mops(rounds / 2);
    }

    /** Million operations per second in the fastest round. */
    double bestMops() {
        return mops(0);
    }

    private double mops(int rank) {
        double[] sorted = Arrays.copyOf(roundSeconds, rounds);
        Arrays.sort(sorted);
        return trace.operations() / sorted[rank] / 1e6;
    }

    double bytesPerOperation() {
        return allocatedBytes / Math.max(1, (double) rounds * trace.operations());
    }

    /** As an unsigned number: equal hashes, equal addresses. */
    long hash() {
        return Integer.toUnsignedLong(hash);
    }
}
