package heaplab.bench;

import com.sun.management.ThreadMXBean;
import heaplab.RecipeNames;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.trace.Datasets;
import heaplab.trace.Generators;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast a trace is replayed, without samples or records: three recordings and three generated
 * traces, on the implicit list and on every other way to keep track of free blocks. Read {@code
 * operations} (of the trace, per microsecond: million per second) and {@code allocatedBytes}, which
 * stays 0: the replay loop allocates nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReplayBenchmark {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Param({"git-log", "gawk", "cc1", "binary", "peak", "uniform"})
    public String trace;

    /** By its name on the command line: any other can be given as well. */
    @Param({
        "implicit/first-fit",
        "implicit/next-fit",
        "implicit/best-fit",
        "explicit-lifo/first-fit",
        "segregated/first-fit",
        "size-tree/best-fit",
        "tlsf/good-fit"
    })
    public String recipe;

    private final Memory memory = new FlatMemory(512 << 20); // of every replay, as in a C program
    private Trace loaded;
    private Recipe made;
    private Replay replay;

    /** What one invocation did, for JMH to add up. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        public long operations;
        public long allocatedBytes;
    }

    @Setup
    public void load() {
        loaded =
                switch (trace) {
                    case "binary" -> Generators.binary();
                    case "uniform" -> Workloads.uniform(200_000);
                    case "peak" -> Workloads.peak(200_000);
                    default -> Datasets.trace(trace);
                };
        made = RecipeNames.named(recipe);
    }

    @Setup(Level.Invocation)
    public void emptyHeap() {
        memory.clear();
        replay = new Replay(loaded, new ListHeap(made, memory));
    }

    @Benchmark
    public int replay(Counts counts) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        replay.run();
        counts.allocatedBytes += THREADS.getCurrentThreadAllocatedBytes() - before;
        counts.operations += loaded.operations();
        return replay.hash();
    }
}
