package heaplab.cli;

import heaplab.trace.Datasets;
import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the names that the other commands take. */
@Command(
        name = "list",
        description = "Prints the names of all allocators and recordings.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec private CommandSpec command;

    @Override
    public void run() {
        print("allocators", NamedAllocator.all().keySet());
        if (Datasets.directory().isPresent()) print("recordings", Datasets.names());
    }

    private void print(String what, Collection<String> names) {
        PrintWriter out = command.commandLine().getOut();
        out.println(what + ":");
        names.forEach(name -> out.println("  " + name));
    }
}
