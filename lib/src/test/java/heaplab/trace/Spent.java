package heaplab.trace;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the present thread has spent. */
public final class Spent {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Spent() {}

    /** Bytes it has allocated in the Java heap, exactly. */
    public static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Time on a processor: not disturbed by what else the machine does. */
    public static long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
