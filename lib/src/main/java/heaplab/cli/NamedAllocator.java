package heaplab.cli;

import heaplab.Heaps;
import heaplab.Nearest;
import heaplab.Policies;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Allocator;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An allocator as the command line names it: a recipe by the name of its fit, or one of the
 * originals.
 *
 * @param maker of an allocator in an empty memory
 */
record NamedAllocator(String name, Function<Memory, Allocator> maker) {
    static SortedMap<String, NamedAllocator> all() {
        SortedMap<String, NamedAllocator> all = new TreeMap<>();
        Policies.all(Fit.class).forEach((name, fit) -> add(all, name, Heaps.recipe(fit)));
        add(all, "textbook-first-fit", Heaps.textbook(new FirstFit()).recipe());
        add(all, "textbook-next-fit", Heaps.textbook(new NextFit()).recipe());
        all.put("naive-bump", new NamedAllocator("naive-bump", NaiveBump::new));
        return all;
    }

    private static void add(SortedMap<String, NamedAllocator> all, String name, Recipe recipe) {
        all.put(name, new NamedAllocator(name, memory -> new ListHeap(recipe, memory)));
    }

    /** A new allocator whose heap may grow to this many bytes. */
    Allocator heap(int limitBytes) {
        return maker.apply(new FlatMemory(limitBytes));
    }

    /** Finds an allocator by the name in an option. */
    static final class Converter implements ITypeConverter<NamedAllocator> {
        @Override
        public NamedAllocator convert(String name) {
            SortedMap<String, NamedAllocator> all = all();
            if (all.containsKey(name)) return all.get(name);
            throw new TypeConversionException(
                    "found %s, expected %s".formatted(name, Nearest.list(name, all.keySet())));
        }
    }
}
