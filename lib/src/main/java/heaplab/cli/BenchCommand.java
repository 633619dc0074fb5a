package heaplab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import heaplab.trace.Trace;
import heaplab.view.Progress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how many operations per second allocators do, and prints a line of JSON for each. */
@Command(
        name = "bench",
        description =
                "Replays a trace again and again, each time on an empty heap, and prints one line"
                        + " of JSON per allocator: million operations per second, bytes that the"
                        + " JVM allocated per operation, and a hash over all addresses.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
    private static final double SLICE_SECONDS = 0.1; // of one allocator, before the next has a go

    @Spec private CommandSpec command;
    @Mixin private TraceArgument trace;

    @Option(
            names = "--allocators",
            required = true,
            split = ",",
            paramLabel = "NAME",
            converter = NamedAllocator.Converter.class,
            description =
                    "Recipes, INDEX/FIT/COALESCE/TAGS, or other allocators, by commas (see list).")
    private List<NamedAllocator> allocators;

    @Option(
            names = "--seconds",
            defaultValue = "1",
            paramLabel = "S",
            description =
                    "Time to measure each for, after half as much to warm up (${DEFAULT-VALUE}).")
    private double seconds;

    @Override
    public void run() {
        if (!(seconds > 0 && seconds <= 3600))
            throw new ParameterException(
                    command.commandLine(),
                    "--seconds " + seconds + ": expected more than 0, at most 3600");
        Trace operations = trace.load();
        List<Bench> benches = allocators.stream().map(a -> new Bench(a, operations)).toList();
        measure(benches, operations.name());
        PrintWriter out = command.commandLine().getOut();
        for (Bench bench : benches) out.println(json(bench));
    }

    /** Takes turns, so that a disturbance of the machine meets all of them. */
    private void measure(List<Bench> benches, String name) {
        double total = 1.5 * seconds * benches.size();
        try (Progress progress = TerminalLine.progress("measuring " + name, millis(total))) {
            runAll(benches, progress, 0.5 * seconds);
            benches.forEach(Bench::forget);
            runAll(benches, progress, seconds);
        }
    }

    private void runAll(List<Bench> benches, Progress progress, double until) {
        while (benches.stream().anyMatch(b -> !b.hasRun(until))) {
            for (Bench bench : benches)
                if (!bench.hasRun(until)) bench.run(Math.min(SLICE_SECONDS, until));
            progress.accept(millis(benches.stream().mapToDouble(Bench::seconds).sum()));
        }
    }

    private static long millis(double seconds) {
        return (long) (1e3 * seconds);
    }

    private static String json(Bench bench) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("allocator", bench.allocator());
        line.put("trace", bench.trace().name());
        line.put("operations", bench.trace().operations());
        line.put("median_mops", bench.medianMops());
        line.put("best_mops", bench.bestMops());
        line.put("bytes_per_operation", bench.bytesPerOperation());
        line.put("hash", bench.hash());
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
