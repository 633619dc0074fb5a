package heaplab.cli;

import heaplab.metrics.Contestant;
import java.util.List;
import picocli.CommandLine.Option;

/** The allocators that a command sets side by side. */
final class RecipesArgument {
    @Option(
            names = "--recipes",
            required = true,
            split = ",",
            paramLabel = "NAME",
            converter = NamedAllocator.Converter.class,
            description =
                    "Recipes, INDEX/FIT/COALESCE/TAGS, or other allocators, by commas (see list).")
    private List<NamedAllocator> recipes;

    /** Each by its name, in the order given. */
    List<Contestant> contestants() {
        return recipes.stream().map(r -> new Contestant(r.name(), r::heap)).toList();
    }
}
