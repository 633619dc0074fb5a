package heaplab.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.LongStream;

/**
 * A clock for replays: the processor time of this thread, so that what else runs on the machine is
 * not timed with it; where that ticks too slowly, as on Windows, the time of day.
 */
final class Clock {
    private static final long SLOW_NANOS = 1_000_000; // a tick of this length is too slow
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean FINE = THREADS.isCurrentThreadCpuTimeSupported() && isFine();

    private Clock() {}

    /** Nanoseconds since some moment of this thread's life. */
    static long nanos() {
        return FINE ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** The shortest of a few ticks: this thread may have had to wait in one. */
    private static boolean isFine() {
        return LongStream.generate(Clock::tick).limit(3).min().orElseThrow() < SLOW_NANOS;
    }

    private static long tick() {
        long start = THREADS.getCurrentThreadCpuTime();
        long now = start;
        while (now == start) now = THREADS.getCurrentThreadCpuTime();
        return now - start;
    }
}
