package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.heap.Recipe;
import heaplab.heap.Work;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * What one replay of a trace showed. Payload, heap and work are exact; fragmentation is known at
 * the samples. All of it is the same on every machine, but for the time. Cost: the replay, and a
 * walk over the heap per sample.
 *
 * @param name of the allocator, as in the legend of a chart
 * @param trace that was replayed
 * @param timeline samples
 * @param work what the heap did; all 0 for an allocator that does not count
 * @param peakPayload most bytes asked for and live
 * @param peakHeap most bytes obtained from the system
 * @param refused requests answered with NULL
 * @param replaySeconds processor time of one replay on this machine, without the samples; without
 *     the running totals as well where {@link Comparison#timed} has seen to it
 */
public record Metrics(
        String name,
        Trace trace,
        Timeline timeline,
        Work work,
        long peakPayload,
        long peakHeap,
        long refused,
        double replaySeconds) {
    /** Samples that a chart can still show apart. */
    public static final int SAMPLES = 500;

    private static final int OPERATIONS_PER_REPORT = 4096; // to whoever shows the progress

    /** Replays a trace on an allocator that nothing was asked of yet. */
    public static Metrics of(String name, Trace trace, Allocator heap) {
        return of(name, trace, heap, SAMPLES, done -> {});
    }

    /** The same with at most this many samples; tells now and then how many operations are done. */
    public static Metrics of(
            String name, Trace trace, Allocator heap, int samples, LongConsumer progress) {
        Replay replay = new Replay(trace, heap);
        Requests live = new Requests(heap, trace.ids());
        Timeline timeline = new Timeline(trace, heap, samples);
        long replayNanos = 1;
        for (int i = 0; i < timeline.size(); i++) {
            long start = Clock.nanos();
            for (int op = replay.position(); op < timeline.operation(i); op++) {
                replay.runTo(op + 1);
                live.done(trace, op, replay);
                if (op % OPERATIONS_PER_REPORT == 0) progress.accept(op);
            }
            replayNanos += Clock.nanos() - start;
            timeline.sample(i, heap, live);
            progress.accept(replay.position());
        }
        return new Metrics(
                name,
                trace,
                timeline,
                Timeline.workOf(heap),
                live.peakPayload(),
                heap.memory().highWater(),
                live.refused(),
                replayNanos / 1e9);
    }

    /** The same figures with another time of the replay, which was taken without the totals. */
    Metrics timed(double seconds) {
        return new Metrics(name, trace, timeline, work, peakPayload, peakHeap, refused, seconds);
    }

    /** Operations of the trace / seconds of its replay: the one figure that is of this machine. */
    public double operationsPerSecond() {
        return trace.operations() / replaySeconds;
    }

    /** Each trace with each recipe, in this order. */
    public static List<Metrics> each(List<Trace> traces, Recipe... recipes) {
        return traces.stream()
                .flatMap(trace -> Comparison.of(trace, recipes).runs().stream())
                .toList();
    }

    /** Peak payload / peak heap: the malloc lab's utilization; 0 when there is no heap. */
    public double peakUtilization() {
        return timeline.utilization(timeline.size() - 1);
    }

    /**
     * Peak heap / peak payload: how many times the bound; not finite when nothing was asked for.
     */
    public double timesBound() {
        return (double) peakHeap / peakPayload;
    }

    /** At the first sample at which the heap is largest; NaN where there is no ledger. */
    public double internalFragmentation() {
        return timeline.internalFragmentation(sampleOfPeakHeap());
    }

    /** At the first sample at which the heap is largest; NaN where there is no ledger. */
    public double externalFragmentation() {
        return timeline.externalFragmentation(sampleOfPeakHeap());
    }

    /** Mean over all samples. */
    public double meanInternalFragmentation() {
        return mean(timeline::internalFragmentation);
    }

    /** Mean over all samples. */
    public double meanExternalFragmentation() {
        return mean(timeline::externalFragmentation);
    }

    /**
     * 1 - most bytes ever in allocated blocks / peak heap: what fragmentation costs between blocks,
     * their tags and padding not counted; NaN where there is no ledger. Source: Johnstone and
     * Wilson, "The Memory Fragmentation Problem: Solved?" (1998), measure 4.
     */
    public double waste() {
        if (!timeline.hasLedgers()) return Double.NaN;
        long most =
                IntStream.range(0, timeline.size())
                        .mapToLong(i -> timeline.ledger(i).allocated())
                        .max()
                        .orElse(0);
        return 1 - (double) most / peakHeap;
    }

    /** Free blocks for each live one: the median over all samples at which something is live. */
    public double freePerLive() {
        double[] ratios =
                IntStream.range(0, timeline.size())
                        .mapToDouble(timeline::freePerLive)
                        .filter(ratio -> !Double.isNaN(ratio))
                        .sorted()
                        .toArray();
        return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
    }

    /** How often a request left a rest, 0 to 1: the p of the fifty-percent rule. */
    public double splitsPerMalloc() {
        return work.mallocs == 0 ? 0 : (double) work.splits / work.mallocs;
    }

    /** What {@link #freePerLive} is in equilibrium, if lifetimes are random: half of that. */
    public double ruleOfFifty() {
        return splitsPerMalloc() / 2;
    }

    /**
     * Where every byte was at the first sample at which the heap is largest.
     *
     * @throws IllegalStateException when the heap cannot be walked
     */
    public Ledger ledger() {
        return timeline.ledger(sampleOfPeakHeap());
    }

    /** The first sample at which the heap is largest. */
    public int sampleOfPeakHeap() {
        int sample = 0;
        for (int i = 1; i < timeline.size(); i++)
            if (timeline.heap(i) > timeline.heap(sample)) sample = i;
        return sample;
    }

    /** The first sample with the most payload: the same moment for every allocator on a trace. */
    public int sampleOfPeakPayload() {
        int best = 0;
        for (int i = 1; i < timeline.size(); i++)
            if (timeline.payload(i) > timeline.payload(best)) best = i;
        return best;
    }

    /**
     * Where every byte was at {@link #sampleOfPeakPayload()}.
     *
     * @throws IllegalStateException when the heap cannot be walked
     */
    public Ledger ledgerAtPeakPayload() {
        return timeline.ledger(sampleOfPeakPayload());
    }

    private double mean(IntToDoubleFunction figure) {
        return IntStream.range(0, timeline.size()).mapToDouble(figure).average().orElse(Double.NaN);
    }
}
