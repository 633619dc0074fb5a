package heaplab.cli;

import heaplab.Heaps;
import heaplab.Nearest;
import heaplab.RecipeNames;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An allocator as the command line names it: a recipe by its parts (see {@link RecipeNames}), or
 * one of a few that have a name of their own.
 *
 * @param limitBytes the most that its heap may grow to
 * @param maker of an allocator in an empty memory
 */
record NamedAllocator(String name, int limitBytes, Function<Memory, Allocator> maker) {
    /** Those with a name of their own. */
    static Map<String, NamedAllocator> own() {
        Map<String, NamedAllocator> own = new TreeMap<>();
        for (NamedAllocator allocator :
                List.of(
                        of("textbook-first-fit", Heaps.textbook(new FirstFit()).recipe()),
                        of("textbook-next-fit", Heaps.textbook(new NextFit()).recipe()),
                        new NamedAllocator("naive-bump", Heaps.LIMIT_BYTES, NaiveBump::new)))
            own.put(allocator.name, allocator);
        return own;
    }

    /**
     * The allocator of a name.
     *
     * @throws IllegalArgumentException that says what was found and what was expected
     */
    static NamedAllocator named(String name) {
        Map<String, NamedAllocator> own = own();
        if (own.containsKey(name)) return own.get(name);
        if (!name.contains("/") && !RecipeNames.isPart(name)) {
            List<String> known = new ArrayList<>(RecipeNames.parts());
            known.addAll(own.keySet());
            throw new IllegalArgumentException(
                    "found %s, expected %s".formatted(name, Nearest.list(name, known)));
        }
        NamedAllocator allocator = of(name, RecipeNames.named(name));
        allocator.heap(); // refuses a limit that is too small, or too large
        return allocator;
    }

    private static NamedAllocator of(String name, Recipe recipe) {
        int limitBytes = recipe.growth().limitBytes();
        return new NamedAllocator(name, limitBytes, memory -> new ListHeap(recipe, memory));
    }

    /** An empty memory that its heap can grow in. */
    Memory memory() {
        return new FlatMemory(limitBytes);
    }

    /** A new allocator. */
    Allocator heap() {
        return maker.apply(memory());
    }

    /** Finds an allocator by the name in an option. */
    static final class Converter implements ITypeConverter<NamedAllocator> {
        @Override
        public NamedAllocator convert(String name) {
            try {
                return named(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
