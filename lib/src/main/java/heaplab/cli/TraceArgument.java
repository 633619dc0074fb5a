package heaplab.cli;

import heaplab.trace.Datasets;
import heaplab.trace.Trace;
import heaplab.trace.TraceReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The trace a command works on: a file, or the name of a recording. */
final class TraceArgument {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            paramLabel = "TRACE",
            description = "A trace file, plain or gzip, or the name of a recording (see list).")
    private String trace;

    @Option(
            names = "--lenient",
            description = "Report bad lines on stderr and leave them out, instead of giving up.")
    private boolean lenient;

    Trace load() {
        Path file = file();
        if (!lenient) return TraceReader.read(file);
        PrintWriter err = command.commandLine().getErr();
        return TraceReader.readLeniently(file, complaint -> err.println(complaint.getMessage()));
    }

    /** What looks like a path is one, whether there is such a file or not. */
    private Path file() {
        boolean path = trace.matches(".*[./\\\\].*") || Files.isRegularFile(Path.of(trace));
        return path || Datasets.directory().isEmpty() ? Path.of(trace) : Datasets.file(trace);
    }
}
