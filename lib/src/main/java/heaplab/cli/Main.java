package heaplab.cli;

import heaplab.trace.TraceException;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The command line over the library: {@code java -jar heaplab.jar}. Exit code 0 means done, 1 that
 * a trace or file is bad (what was found where, on stderr), 2 that the command was used wrongly.
 */
@Command(
        name = "heaplab",
        description = "Simulated heaps, recorded traces and what they show.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            AddressesCommand.class,
            BenchCommand.class,
            CompareCommand.class,
            FreelistCommand.class,
            InspectCommand.class,
            ListCommand.class,
            RasterCommand.class
        })
public final class Main {
    public static void main(String[] args) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // "1,234" in every country
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(badInput());
    }

    /** Bad input is told in one line; anything else is a bug, told with its stack trace. */
    private static IExecutionExceptionHandler badInput() {
        return (problem, command, parsed) -> {
            boolean expected =
                    problem instanceof TraceException
                            || problem instanceof BadFile
                            || problem instanceof UncheckedIOException;
            if (!expected) throw problem;
            command.getErr().println(problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        };
    }

    /** The version of the jar, or {@code development} when run from classes. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"heaplab " + (version == null ? "development" : version)};
        }
    }
}
