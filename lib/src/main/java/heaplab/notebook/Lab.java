package heaplab.notebook;

import heaplab.Heaps;
import heaplab.heap.Allocator;
import heaplab.heap.BrokenHeap;
import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.HeapText;
import heaplab.heap.Inspectable;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.Memory;
import heaplab.metrics.BreakMoves;
import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.OperationCosts;
import heaplab.policy.FirstFit;
import heaplab.trace.Datasets;
import heaplab.trace.Trace;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.ListPicture;
import heaplab.view.Picture;
import heaplab.view.Progress;
import heaplab.view.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tech.tablesaw.api.Table;

/**
 * What notebooks say: one line each for a heap, a replay, a comparison, a source. The first use
 * makes pictures show in the kernel; nothing here is needed outside of notebooks.
 */
public final class Lab {
    static {
        KernelBridge.install();
    }

    private Lab() {}

    /** One line that says what runs here, and what to mend if something is missing. */
    public static Bundle ready() {
        return Bundle.of(SelfCheck.line());
    }

    /** Shows a picture, a table or any value below the cell, before it ends. */
    public static void show(Object value) {
        Display.show(value);
    }

    /** A heap with these blocks, tags included: "A16 F24 A16". Headers only, first fit. */
    public static ListHeap heap(String blocks) {
        return heap(blocks, new FirstFit());
    }

    /** A heap with these blocks and a fit; headers only, always split, immediate coalescing. */
    public static ListHeap heap(String blocks, Fit fit) {
        return heap(blocks, Heaps.recipe(fit).with(Tags.HEADER_ONLY));
    }

    /** A heap with these blocks, made to a recipe. */
    public static ListHeap heap(String blocks, Recipe recipe) {
        return HeapText.parse(recipe, blocks);
    }

    /** The picture of a heap, word by word. */
    public static HeapPicture draw(Inspectable heap) {
        return HeapPicture.of(heap);
    }

    /** How a heap keeps track of its free blocks: the lists or the tree that a search sees. */
    public static ListPicture lists(Inspectable heap) {
        return ListPicture.of(heap);
    }

    /** A heap just large enough for these requests, served: what was not asked for is dotted. */
    public static HeapPicture served(Recipe recipe, int... requestedBytes) {
        ListHeap rule = recipe.heap();
        ListHeap heap = heap("F" + Arrays.stream(requestedBytes).map(rule::sizeFor).sum(), recipe);
        Map<Integer, Integer> requested = new HashMap<>();
        for (int bytes : requestedBytes) requested.put(heap.malloc(bytes), bytes);
        String ledger = Ledger.of(heap, requestedBytes).toString();
        return draw(heap).requested(requested).titled(recipe.tags().toString()).captioned(ledger);
    }

    /** Words in binary, the three lowest bits apart: there a header keeps its flags. */
    public static Table bits(int... words) {
        return Tables.bits(words);
    }

    /** A block, by its number from 0, freed in each of these heaps: before and after, in words. */
    public static Frees free(Recipe recipe, int number, String... heaps) {
        return new Frees(recipe, number, heaps);
    }

    /** What each fit does with the last of these requests on a heap drawn as in "A16 F24 A16". */
    public static Searches search(String blocks, List<Integer> requests, Fit... fits) {
        return new Searches(blocks, requests, fits);
    }

    /** Bytes of the free block that each request takes, before it is cut; 0 where none fits. */
    public static List<Integer> taken(String blocks, Fit fit, int... requests) {
        return new Search(blocks, fit, requests).taken();
    }

    /** These lines of C, run one after the other: see {@link CProgram}. */
    public static CProgram program(Allocator heap, String... lines) {
        return new CProgram(heap, lines);
    }

    /** realloc of the first allocated block, in each of these drawn heaps. */
    public static Resizes resize(Recipe recipe, int bytes, String... heaps) {
        return new Resizes(recipe, bytes, heaps);
    }

    /** Requests in this order on a heap drawn as in "A16 F24 A16", and what is refused. */
    public static Packing pack(String blocks, Fit fit, int... requests) {
        return new Packing(blocks, fit, requests);
    }

    /** All words of a heap with their values, as a program sees them: without blocks. */
    public static HeapPicture words(Memory memory) {
        return HeapPicture.of(new PlainWords(memory)).values();
    }

    /** What malloc must not do: the same blocks, moved together, in a new heap. */
    public static ListHeap compacted(ListHeap heap) {
        return Compaction.of(heap);
    }

    /** A trace replayed by a program that trusts nobody: every constraint put to the test. */
    public static Constraints constraints(Trace trace, Allocator heap, int alignment) {
        return new Constraints(trace, heap, alignment);
    }

    /** How the end of the heap moves, on each of these recordings with each of these recipes. */
    public static List<BreakMoves> breakMoves(List<String> recordings, Recipe... recipes) {
        return recordings.stream()
                .flatMap(name -> Arrays.stream(recipes).map(r -> BreakMoves.of(trace(name), r)))
                .toList();
    }

    /** The trace of a recorded program, by name: see {@code Datasets.names()}. */
    public static Trace trace(String name) {
        return Datasets.trace(name);
    }

    /** A fit under a name for charts and tables: for lambdas, which have none. */
    public static Fit called(String name, Fit fit) {
        return new NamedFit(name, fit);
    }

    /** Replays a recording with each fit: shows the table, answers the chart and more. */
    public static Compared compare(String recording, Fit... fits) {
        return compare(trace(recording), fits);
    }

    /** Replays a trace with each fit, all else as in {@link Heaps#recipe}. */
    public static Compared compare(Trace trace, Fit... fits) {
        return compare(trace, Arrays.stream(fits).map(Heaps::recipe).toArray(Recipe[]::new));
    }

    /** Replays a recording with each recipe. */
    public static Compared compare(String recording, Recipe... recipes) {
        return compare(trace(recording), recipes);
    }

    /** Replays a trace with each recipe; work of more than two seconds shows its progress. */
    public static Compared compare(Trace trace, Recipe... recipes) {
        return compare(trace, Contestant.of(recipes));
    }

    /** Replays a trace with any allocators, under names of their own. */
    public static Compared compare(Trace trace, List<Contestant> contestants) {
        Comparison comparison = replayed(trace, contestants).timed(contestants);
        Compared compared = new Compared(comparison, contestants);
        show(compared.table());
        return compared;
    }

    /** What each free and each malloc of a trace costs with each recipe. */
    public static Costs costs(Trace trace, Recipe... recipes) {
        return new Costs(OperationCosts.of(trace, Contestant.of(recipes)));
    }

    /** Comparisons of the same fits on several recordings, without showing anything yet. */
    public static Survey survey(List<String> recordings, Fit... fits) {
        return survey(recordings, Arrays.stream(fits).map(Heaps::recipe).toArray(Recipe[]::new));
    }

    /** Comparisons of the same recipes on several recordings. */
    public static Survey survey(List<String> recordings, Recipe... recipes) {
        List<Contestant> contestants = Contestant.of(recipes);
        return new Survey(
                recordings.stream()
                        .map(name -> new Compared(replayed(trace(name), contestants), contestants))
                        .toList());
    }

    /** How the work of a malloc and a free grows with the number of free blocks. */
    public static SearchCost searchCost(Recipe... recipes) {
        return new SearchCost(recipes);
    }

    /**
     * A number in a recipe, for instance a threshold, turned from value to value on each trace: one
     * replay each.
     */
    public static Knob knob(
            String name, IntFunction<Recipe> recipe, int[] values, Trace... traces) {
        Recipe[] recipes = Arrays.stream(values).mapToObj(recipe).toArray(Recipe[]::new);
        List<Contestant> contestants = Contestant.of(recipes);
        return new Knob(
                name,
                values.clone(),
                Arrays.stream(traces).map(trace -> replayed(trace, contestants)).toList());
    }

    /** On how many drawn heaps an addblock does what heaps of a recipe do. */
    public static Placings placings(AddBlock addblock, Recipe recipe) {
        return Placings.of(addblock, recipe);
    }

    private static Comparison replayed(Trace trace, List<Contestant> contestants) {
        long total = (long) trace.operations() * contestants.size();
        try (Progress progress = Display.progress("replaying " + trace.name(), total)) {
            return Comparison.of(trace, contestants, Metrics.SAMPLES, progress);
        }
    }

    /**
     * Tries a fit on many small random programs, with every law of the heap checked after each
     * operation: one line if all is well.
     *
     * @throws CheckFailed that says what went wrong, below a picture of the heap
     */
    public static Bundle check(Fit fit) {
        return check(Heaps.recipe(fit));
    }

    /** The same for a whole recipe. */
    public static Bundle check(Recipe recipe) {
        return Bundle.of(Trial.of(recipe));
    }

    /** Whether every law of a heap holds now; else which is broken, where, and what is there. */
    public static Bundle check(ListHeap heap) {
        try {
            heap.check();
        } catch (BrokenHeap broken) {
            return Bundle.of(broken.getMessage());
        }
        return Bundle.of("every law holds: " + heap);
    }

    /** The real source of a type of this library, as the jar carries it. */
    public static Picture source(Class<?> type) {
        return Sources.of(type);
    }

    /** A fit with a name of its own. */
    private record NamedFit(String name, Fit fit) implements Fit {
        @Override
        public int find(FreeBlocks free, int size) {
            return fit.find(free, size);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
