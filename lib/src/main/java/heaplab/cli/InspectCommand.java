package heaplab.cli;

import heaplab.trace.Trace;
import heaplab.trace.TraceFacts;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what is in a trace: operations, ids, peak payload, and how large the requests are. */
@Command(
        name = "inspect",
        description = "Prints a trace's operations, ids, peak payload and size histogram.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Runnable {
    private static final int BAR = 40; // characters of the longest bar

    @Spec private CommandSpec command;
    @Mixin private TraceArgument trace;

    @Override
    public void run() {
        Trace operations = trace.load();
        TraceFacts facts = TraceFacts.of(operations);
        print("trace %s%n", operations.name());
        print(
                "operations %,d (%,d malloc, %,d realloc, %,d free)%n",
                operations.operations(), facts.mallocs(), facts.reallocs(), facts.frees());
        print("ids %,d%n", operations.ids());
        print(
                "peak payload %,d bytes, after operation %,d%n",
                operations.peakBytes(), facts.peakOperation());
        print("live at the end %,d blocks, %,d bytes%n", facts.liveBlocks(), facts.liveBytes());
        histogram(facts.sizes());
        command.commandLine().getOut().flush();
    }

    private void histogram(long[] sizes) {
        long most = Math.max(1, Arrays.stream(sizes).max().orElse(0));
        print("%n%23s  %11s%n", "bytes asked for", "requests");
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) continue;
            String bar = "#".repeat((int) ((sizes[i] * BAR + most - 1) / most));
            print("%23s  %,11d  %s%n", TraceFacts.range(i), sizes[i], bar);
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = command.commandLine().getOut();
        out.print(String.format(Locale.ROOT, format, values));
    }
}
