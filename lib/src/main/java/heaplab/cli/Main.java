package heaplab.cli;

import heaplab.RecipeNames;
import heaplab.trace.TraceException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
public final class Main implements Runnable {
    @Spec private CommandSpec command;

    @Option(names = "--list", description = "Print the full name of every recipe, one per line.")
    private boolean list;

    public static void main(String[] args) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // "1,234" in every country
        System.exit(commandLine().execute(args));
    }

    /** Without a command there is nothing to do, except to list. */
    @Override
    public void run() {
        if (!list) throw new ParameterException(command.commandLine(), "Missing a command");
        PrintWriter out = command.commandLine().getOut();
        RecipeNames.all().forEach(name -> out.print(name + "\n")); // println may flush each line
        out.flush();
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
