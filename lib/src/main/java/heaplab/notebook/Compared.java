package heaplab.notebook;

import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.Metrics;
import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import heaplab.view.Bundle;
import heaplab.view.Charts;
import heaplab.view.Picture;
import heaplab.view.Raster;
import heaplab.view.Tables;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a comparison shows: as a picture it is the chart of memory over time; the others are asked
 * for by name.
 */
public final class Compared implements Picture {
    private final Comparison comparison;
    private final List<Contestant> contestants;

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

    /** Utilization against work. */
    public Picture price() {
        return Charts.price(comparison);
    }

    /** Every block as a rectangle of addresses and time, a panel for each contestant. */
    public Picture raster() {
        Raster raster = Raster.of(trace());
        for (Contestant contestant : contestants)
            raster.panel(contestant.name(), lifetimes(contestant));
        return raster;
    }

    /** The figures of one contestant, by the name it has in the table. */
    public Metrics run(String name) {
        return comparison.runs().get(indexOf(name));
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

    private int indexOf(String name) {
        List<String> names = contestants.stream().map(Contestant::name).toList();
        if (!names.contains(name))
            throw new IllegalArgumentException(
                    "found %s, expected one of %s".formatted(name, names));
        return names.indexOf(name);
    }
}
