package heaplab.bench;

import heaplab.Heaps;
import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.ListHeap;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.trace.Datasets;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
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
 * Whether a fit written in a notebook cell is as fast as the same code in the library: the same
 * first fit compiled here, and as a class and as a lambda by JShell, which is what the kernels run
 * cells with.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CellFitBenchmark {
    /** Where a cell leaves its fit. */
    public static Fit fromCell;

    private static final String LOOP =
            "for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b))"
                    + " if (free.size(b) >= size) return b; return FreeBlocks.NIL;";

    @Param({"library", "cell class", "cell lambda"})
    public String home;

    private final Memory memory = new FlatMemory(512 << 20);
    private final Trace trace = Datasets.trace("git-log");
    private Fit fit;
    private Replay replay;

    /** The same code, compiled with the library's tests. */
    static final class LibraryFit implements Fit {
        @Override
        public int find(FreeBlocks free, int size) {
            for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b))
                if (free.size(b) >= size) return b;
            return FreeBlocks.NIL;
        }
    }

    @Setup
    public void compile() {
        String type = "class CellFit implements Fit { public int find(FreeBlocks free, int size) {";
        fit =
                switch (home) {
                    case "library" -> new LibraryFit();
                    case "cell class" -> cell(type + LOOP + "} }", "new CellFit()");
                    default -> cell("Fit lambda = (free, size) -> {" + LOOP + "};", "lambda");
                };
    }

    private static Fit cell(String declaration, String value) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            run(shell, "import heaplab.heap.*;");
            run(shell, declaration);
            run(shell, "heaplab.bench.CellFitBenchmark.fromCell = " + value + ";");
        }
        return fromCell;
    }

    private static void run(JShell shell, String code) {
        for (SnippetEvent event : shell.eval(code))
            if (event.status() != jdk.jshell.Snippet.Status.VALID || event.exception() != null)
                throw new IllegalStateException(code + ": " + event);
    }

    @Setup(Level.Invocation)
    public void emptyHeap() {
        memory.clear();
        replay = new Replay(trace, new ListHeap(Heaps.recipe(fit), memory));
    }

    @Benchmark
    public int replay() {
        return replay.run().hash();
    }
}
