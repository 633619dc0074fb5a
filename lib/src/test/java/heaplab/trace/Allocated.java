package heaplab.trace;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes the present thread has allocated in the Java heap, exactly. */
public final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    public static long bytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
