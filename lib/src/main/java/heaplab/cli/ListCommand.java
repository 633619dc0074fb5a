package heaplab.cli;

import heaplab.RecipeNames;
import heaplab.trace.Datasets;
import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the names that the other commands take, recipes by their parts. */
@Command(
        name = "list",
        description = "Prints the names of all parts of recipes, allocators and recordings.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    private static final int WIDTH = 100;
    private static final String INDENT = " ".repeat(11);

    @Spec private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        out.println(
                """
                recipes: INDEX/FIT/COALESCE/TAGS and further parts, in any order. What is left out is
                the first of its line, or what the index demands; a number may follow, where a policy
                has one: good-fit-20. "heaplab --list" prints every full name.""");
        RecipeNames.partsByKind().forEach(this::print);
        print("others", NamedAllocator.own().keySet());
        if (Datasets.directory().isPresent()) print("recordings", Datasets.names());
        out.flush();
    }

    /** As many names to a line as there is room for. */
    private void print(String kind, Collection<String> names) {
        StringBuilder line = new StringBuilder("%-11s".formatted(kind));
        for (String name : names) {
            if (line.length() + 1 + name.length() > WIDTH) {
                command.commandLine().getOut().println(line);
                line = new StringBuilder(INDENT);
            }
            line.append(' ').append(name);
        }
        command.commandLine().getOut().println(line);
    }
}
