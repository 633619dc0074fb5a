package heaplab.notebook;

import heaplab.Heaps;
import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.HeapText;
import heaplab.heap.Inspectable;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.Metrics;
import heaplab.policy.FirstFit;
import heaplab.trace.Datasets;
import heaplab.trace.Trace;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.Picture;
import heaplab.view.Progress;
import java.util.Arrays;
import java.util.List;

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
        List<Contestant> contestants = Contestant.of(recipes);
        Compared compared = new Compared(replayed(trace, contestants), contestants);
        show(compared.table());
        return compared;
    }

    /** Comparisons of the same fits on several recordings, without showing anything yet. */
    public static Survey survey(List<String> recordings, Fit... fits) {
        Recipe[] recipes = Arrays.stream(fits).map(Heaps::recipe).toArray(Recipe[]::new);
        List<Contestant> contestants = Contestant.of(recipes);
        return new Survey(recordings.stream().map(n -> replayed(trace(n), contestants)).toList());
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

    /** Checks every law of a heap now. */
    public static Bundle check(ListHeap heap) {
        heap.check();
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
