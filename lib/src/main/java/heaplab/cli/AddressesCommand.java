package heaplab.cli;

import heaplab.heap.Allocator;
import heaplab.memory.FlatMemory;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import heaplab.view.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints where an allocator puts each block of a trace: answer keys and cross-checks. */
@Command(
        name = "addresses",
        description =
                "Prints the address of each malloc and realloc of a trace, one per line: the"
                        + " payload's offset from the start of the heap, -1 for none.",
        mixinStandardHelpOptions = true)
final class AddressesCommand implements Runnable {
    private static final int OPERATIONS_PER_REPORT = 8192;

    @Spec private CommandSpec command;
    @Mixin private TraceArgument trace;

    @Option(
            names = "--allocator",
            required = true,
            paramLabel = "NAME",
            converter = NamedAllocator.Converter.class,
            description = "A recipe, INDEX/FIT/COALESCE/TAGS, or another allocator (see list).")
    private NamedAllocator allocator;

    @Option(
            names = "--heap",
            paramLabel = "BYTES",
            description = "The most the heap may grow to (the allocator's own limit).")
    private Integer heapBytes; // null: not given

    @Override
    public void run() {
        Allocator heap = heap();
        Trace operations = trace.load();
        PrintWriter out = command.commandLine().getOut();
        int count = operations.operations();
        try (Progress progress = TerminalLine.progress("replaying " + operations.name(), count)) {
            Replay replay = new Replay(operations, heap);
            for (int i = 0; i < count; i++) {
                replay.runTo(i + 1);
                if (operations.kind(i) != Trace.FREE) print(out, replay, operations.id(i));
                if (i % OPERATIONS_PER_REPORT == 0) progress.accept(i);
            }
            progress.accept(count);
        }
        out.flush();
    }

    private Allocator heap() {
        if (heapBytes == null) return allocator.heap();
        try {
            return allocator.maker().apply(new FlatMemory(heapBytes));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--heap: " + e.getMessage());
        }
    }

    /** Not println, which may flush each line. */
    private static void print(PrintWriter out, Replay replay, int id) {
        int address = replay.address(id);
        out.print(address == Allocator.NULL ? -1 : address);
        out.print('\n');
    }
}
