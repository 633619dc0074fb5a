package heaplab.notebook;

import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.Metrics;
import heaplab.metrics.OperationCosts;
import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import heaplab.view.Bundle;
import heaplab.view.Charts;
import heaplab.view.Movie;
import heaplab.view.Picture;
import heaplab.view.Raster;
import heaplab.view.Tables;
import java.util.Comparator;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a comparison shows: as a picture it is the chart of memory over time; the others are asked
 * for by name.
 */
public final class Compared implements Picture {
    private static final Comparator<Metrics> BY_HEAP = Comparator.comparingLong(Metrics::peakHeap);

    private final Comparison comparison;
    private final List<Contestant> contestants;
    private Costs costs; // null until they are asked for

    Compared(Comparison comparison, List<Contestant> contestants) {
        this.comparison = comparison;
        this.contestants = contestants;
    }

    @Override
    public Bundle bundle() {
        return memory().bundle();
    }

    /** A row for each contestant: heap, utilization, fragmentation, work. */
    public Table table() {
        return Tables.comparison(comparison);
    }

    /** Memory over time, with the payload and the bound. */
    public Picture memory() {
        return Charts.memory(comparison);
    }

    /** Internal and external fragmentation and utilization over time. */
    public Picture fragmentation() {
        return Charts.fragmentation(comparison);
    }

    /** Blocks looked at per malloc, over time. */
    public Picture work() {
        return Charts.work(comparison);
    }

    /** Where every byte went, over time. */
    public Picture ledger() {
        return Charts.ledger(comparison);
    }

    /** What tags, alignment, size classes and splitting cost, over time. */
    public Picture blockCosts() {
        return Charts.blockCosts(comparison);
    }

    /** The same as figures, with the most payload live. */
    public Table blockCostTable() {
        return Tables.blockCosts(comparison);
    }

    /** Where the free blocks lie, and how large they are: small ones are splinters. */
    public Picture freeBlocks() {
        return Charts.freeBlocks(comparison);
    }

    /** Utilization against work. */
    public Picture price() {
        return Charts.price(comparison);
    }

    /** What each free and each malloc cost, and who pays for joining. Replays once more. */
    public Costs costs() {
        if (costs == null) costs = new Costs(OperationCosts.of(trace(), contestants));
        return costs;
    }

    /** Every block as a rectangle of addresses and time, a panel for each contestant. */
    public Picture raster() {
        Raster raster = Raster.of(trace());
        for (Contestant contestant : contestants)
            raster.panel(contestant.name(), lifetimes(contestant));
        return raster;
    }

    /** The heap of one contestant, to be scrubbed through time. */
    public Movie movie(String name) {
        return Movie.of(lifetimes(name)).titled(name + " on " + trace().name());
    }

    /** Where one contestant put every block, and from when to when. */
    public Lifetimes lifetimes(String name) {
        return lifetimes(contestants.get(comparison.runs().indexOf(run(name))));
    }

    /** Who needed the most heap; the first of equals. */
    public String largest() {
        return comparison.runs().stream().max(BY_HEAP).orElseThrow().name();
    }

    /** Who needed the least heap; the first of equals. */
    public String smallest() {
        return comparison.runs().stream().min(BY_HEAP).orElseThrow().name();
    }

    /** The place of a contestant: 1 for the least heap; equals share a place. */
    public int rank(String name) {
        long heap = run(name).peakHeap();
        return 1 + (int) comparison.runs().stream().filter(r -> r.peakHeap() < heap).count();
    }

    /** How much more heap the largest took than the smallest, in percent. */
    public int extraPercent() {
        double most = run(largest()).peakHeap();
        return (int) Math.round(100 * most / run(smallest()).peakHeap() - 100);
    }

    /** The figures of one contestant, by the name it has in the table. */
    public Metrics run(String name) {
        return comparison.run(name);
    }

    /** All figures. */
    public Comparison comparison() {
        return comparison;
    }

    public Trace trace() {
        return comparison.trace();
    }

    private Lifetimes lifetimes(Contestant contestant) {
        return Lifetimes.of(trace(), contestant.heap().get());
    }
}
