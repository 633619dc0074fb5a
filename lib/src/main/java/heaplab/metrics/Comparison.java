package heaplab.metrics;

import heaplab.heap.Recipe;
import heaplab.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Several allocators on one trace, each replayed on a heap of its own. The bound shown next to them
 * is the trace's peak payload: no allocator can do with less. Cost: for each allocator one replay,
 * and a bounded number of walks over its heap.
 *
 * @param runs in the order of the contestants
 */
public record Comparison(Trace trace, List<Metrics> runs) {
    public Comparison {
        runs = List.copyOf(runs);
    }

    /** Recipes, named by what they differ in. */
    public static Comparison of(Trace trace, Recipe... recipes) {
        return of(trace, Contestant.of(recipes), Metrics.SAMPLES, done -> {});
    }

    /** Any allocators; tells now and then how many operations are done, of all replays together. */
    public static Comparison of(
            Trace trace, List<Contestant> contestants, int samples, LongConsumer progress) {
        List<Metrics> runs = new ArrayList<>();
        for (Contestant contestant : contestants) {
            long before = (long) runs.size() * trace.operations();
            runs.add(
                    Metrics.of(
                            contestant.name(),
                            trace,
                            contestant.heap().get(),
                            samples,
                            done -> progress.accept(before + done)));
        }
        return new Comparison(trace, runs);
    }

    /**
     * The same with each short replay timed once more, without totals: a long one is hardly slower
     * with them. Not before all have run, as whoever comes first would have the JVM to himself.
     * Takes some 50 ms for each of the contestants that this is the comparison of.
     */
    public Comparison timed(List<Contestant> contestants) {
        List<Metrics> timed = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Metrics run = runs.get(i);
            boolean isLong = run.replaySeconds() >= Speed.LONG_SECONDS;
            timed.add(isLong ? run : timed(run, contestants.get(i)));
        }
        return new Comparison(trace, timed);
    }

    private Metrics timed(Metrics run, Contestant contestant) {
        return run.timed(Speed.seconds(trace, contestant.heap(), run.peakHeap()));
    }

    /**
     * The run of a contestant, by the name it has in the legend.
     *
     * @throws IllegalArgumentException that lists the names when there is none
     */
    public Metrics run(String name) {
        List<String> names = runs.stream().map(Metrics::name).toList();
        if (!names.contains(name))
            throw new IllegalArgumentException(
                    "found %s, expected one of %s".formatted(name, names));
        return runs.get(names.indexOf(name));
    }

    /** Bytes that no allocator can do without. */
    public long bound() {
        return trace.peakBytes();
    }
}
