package heaplab.cli;

import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListSimulator;
import heaplab.view.FreeListText;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The free-list simulator of OSTEP, on the command line: fills in a table of operations, or prints
 * an exercise with the options of the original, line for line as the original does.
 */
@Command(
        name = "freelist",
        description = {
            "Simulates the free list of OSTEP's chapter on free-space management.",
            "With a FILE: prints its operations with result, entries searched and free list"
                    + " filled in. Its columns are heap_size, base, header, align, policy, order,"
                    + " coalesce, op, id, size, and case for several heaps.",
            "Without: prints an exercise as the original does, for the same options."
        },
        mixinStandardHelpOptions = true)
final class FreelistCommand implements Runnable {
    @Spec private CommandSpec command;
    @Mixin private FreelistOptions options;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A table of operations, comma-separated, plain or gzip.")
    private Path file;

    @Override
    public void run() {
        if (file == null) exercise();
        else table();
        out().flush();
    }

    private void table() {
        String option =
                command.commandLine().getParseResult().matchedOptions().stream()
                        .map(matched -> matched.longestName())
                        .findFirst()
                        .orElse("");
        if (!option.isEmpty())
            throw wrong("found FILE and %s, expected one of them".formatted(option));
        out().print(FreeListFile.filledIn(file));
    }

    /** Step by step: the output may be much larger than the memory. */
    private void exercise() {
        FreeListExercise exercise = drawn();
        FreeListText text = options.text();
        out().print(options.header());
        FreeListSimulator heap = new FreeListSimulator(exercise.options());
        exercise.solve(heap, step -> out().print(text.of(step)));
    }

    private FreeListExercise drawn() {
        try {
            return options.exercise();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
