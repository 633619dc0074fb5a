package heaplab.cli;

import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.Metrics;
import heaplab.trace.Trace;
import heaplab.view.Progress;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a trace with several recipes and prints what each made of it. */
@Command(
        name = "compare",
        description =
                "Replays a trace with several recipes and prints a table: heap, utilization,"
                        + " fragmentation when the heap is largest, work, and million operations"
                        + " per second on this machine.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Runnable {
    @Spec private CommandSpec command;
    @Mixin private TraceArgument trace;

    @Mixin private RecipesArgument recipes;

    @ArgGroup private Format format;

    /** At most one of two formats for programs. */
    private static final class Format {
        @Option(names = "--csv", required = true, description = "Print comma-separated values.")
        private boolean csv;

        @Option(names = "--json", required = true, description = "Print an array of JSON objects.")
        private boolean json;
    }

    @Override
    public void run() {
        ComparisonTable table = new ComparisonTable(compare(trace.load()));
        PrintWriter out = command.commandLine().getOut();
        if (format == null) out.print(table.text());
        else out.print(format.csv ? table.csv() : table.json());
        out.flush();
    }

    private Comparison compare(Trace operations) {
        List<Contestant> contestants = recipes.contestants();
        long total = (long) operations.operations() * contestants.size();
        try (Progress progress = TerminalLine.progress("comparing " + operations.name(), total)) {
            Comparison comparison =
                    Comparison.of(operations, contestants, Metrics.SAMPLES, progress);
            progress.accept(total);
            return comparison.timed(contestants);
        }
    }
}
