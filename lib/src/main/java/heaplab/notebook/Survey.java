package heaplab.notebook;

import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import heaplab.metrics.OperationCosts;
import heaplab.view.Bundle;
import heaplab.view.Charts;
import heaplab.view.FigureTable;
import heaplab.view.HtmlTable;
import heaplab.view.Picture;
import heaplab.view.Tables;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/**
 * The same contestants on several traces. As a picture it is a table: heap bytes over peak payload,
 * a row for each trace, the best one marked.
 */
public final class Survey implements Picture {
    private final List<Compared> compared; // a trace each
    private final List<Comparison> comparisons; // their figures

    Survey(List<Compared> compared) {
        this.compared = compared;
        comparisons = compared.stream().map(Compared::comparison).toList();
    }

    @Override
    public Bundle bundle() {
        return HtmlTable.of(Tables.timesBound(comparisons));
    }

    /** What a live block consists of, a row for each contestant on each trace. */
    public Table blocks() {
        return Tables.blocks(comparisons);
    }

    /** A figure of every contestant on every trace; a star marks the smallest of a row. */
    public Table table(String figure, ToDoubleFunction<Metrics> of) {
        return FigureTable.of(figure, comparisons, of);
    }

    /** Utilization against work, a panel for each trace. */
    public Picture price() {
        return Charts.price(comparisons.toArray(Comparison[]::new));
    }

    /** What was measured on one trace, by its name. */
    public Compared on(String name) {
        return compared.stream()
                .filter(c -> c.trace().name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "found %s, expected one of %s".formatted(name, names())));
    }

    private List<String> names() {
        return comparisons.stream().map(c -> c.trace().name()).toList();
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** A figure of one contestant on every trace, in the order of the traces. */
    public double[] figures(String name, ToDoubleFunction<Metrics> figure) {
        return comparisons.stream().mapToDouble(c -> figure.applyAsDouble(run(c, name))).toArray();
    }

    /** The runs of one contestant, a trace each. */
    public List<Metrics> runs(String name) {
        return comparisons.stream().map(c -> run(c, name)).toList();
    }

    /** A figure of one contestant over that of another, on every trace. */
    public double[] ratios(String name, String other, ToDoubleFunction<Metrics> figure) {
        return comparisons.stream()
                .mapToDouble(
                        c ->
                                figure.applyAsDouble(run(c, name))
                                        / figure.applyAsDouble(run(c, other)))
                .toArray();
    }

    /** On how many traces something holds: "holds on 7 of 9 recordings". */
    public Verdict verdict(Predicate<Comparison> claim) {
        return new Verdict((int) comparisons.stream().filter(claim).count(), comparisons.size());
    }

    /** On how many traces something holds for one contestant. */
    public Verdict verdict(String name, Predicate<Metrics> claim) {
        return verdict(c -> claim.test(run(c, name)));
    }

    /** On how many traces a figure of one contestant is less than that of another. */
    public Verdict less(String name, String other, ToDoubleFunction<Metrics> figure) {
        return verdict(
                c -> figure.applyAsDouble(run(c, name)) < figure.applyAsDouble(run(c, other)));
    }

    /** On how many traces an operation's cost is less for one contestant than for another. */
    public Verdict cheaper(String name, String other, ToDoubleFunction<OperationCosts> cost) {
        long holds =
                compared.stream()
                        .map(Compared::costs)
                        .filter(
                                c ->
                                        cost.applyAsDouble(c.run(name))
                                                < cost.applyAsDouble(c.run(other)))
                        .count();
        return new Verdict((int) holds, compared.size());
    }

    /** The run of a contestant within a comparison, by name. */
    public static Metrics run(Comparison comparison, String name) {
        return comparison.run(name);
    }

    /** How often a claim held. */
    public record Verdict(int holds, int of) {
        @Override
        public String toString() {
            return holds == 0
                    ? "does not hold here: on none of %d recordings".formatted(of)
                    : "holds on %d of %d recordings".formatted(holds, of);
        }
    }
}
