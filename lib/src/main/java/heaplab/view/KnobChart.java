package heaplab.view;

import heaplab.metrics.BlockCost;
import heaplab.metrics.Comparison;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Figures against a number in a recipe that is doubled from run to run: a threshold, a chunk.
 *
 * <p>There is a comparison for each trace, with a run for each value of the number, in that order.
 */
public final class KnobChart {
    private static final int HEIGHT = 310; // of a panel

    private static final String INSIDE = "inside blocks";
    private static final String OUTSIDE = "outside: free";
    private static final String TOGETHER = "together";
    private static final Style.Look INSIDE_LOOK = new Style.Look(Ink.AMBER, SeriesMarkers.CIRCLE);
    private static final Style.Look OUTSIDE_LOOK = new Style.Look(Ink.BLUE, SeriesMarkers.SQUARE);
    private static final Style.Look TOGETHER_LOOK =
            new Style.Look(Ink.BLACK, SeriesMarkers.DIAMOND);

    private final String knob;
    private final int[] values;
    private final double[] x; // their binary logarithms
    private final List<Comparison> comparisons;

    private KnobChart(String knob, int[] values, List<Comparison> comparisons) {
        this.knob = knob;
        this.values = values.clone();
        this.comparisons = comparisons;
        x = Arrays.stream(values).mapToDouble(value -> Math.log(value) / Math.log(2)).toArray();
    }

    /** Waste inside of blocks and outside, with the most payload live: a panel for each trace. */
    public static Chart waste(String knob, int[] values, List<Comparison> comparisons) {
        return new KnobChart(knob, values, comparisons).waste();
    }

    /** One figure, named with its unit: a line for each trace. */
    public static Chart of(
            String knob,
            int[] values,
            List<Comparison> comparisons,
            String what,
            ToDoubleFunction<Metrics> figure) {
        return new KnobChart(knob, values, comparisons).figure(what, figure);
    }

    private Chart waste() {
        List<Chart.Panel> panels = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        StringJoiner alt = new StringJoiner(" ");
        for (Comparison comparison : comparisons) {
            panels.add(new Chart.Panel(comparison.trace().name(), waste(comparison)));
            text.append(wasteText(comparison));
            alt.add(least(comparison));
        }
        List<Key> legend =
                List.of(
                        Key.line(INSIDE, INSIDE_LOOK),
                        Key.line(OUTSIDE, OUTSIDE_LOOK),
                        Key.line(TOGETHER, TOGETHER_LOOK));
        String title = "Waste with the most payload live, by " + knob;
        return new Chart(title, panels, legend, HEIGHT, text.toString(), alt.toString());
    }

    private Plot waste(Comparison comparison) {
        List<Metrics> runs = comparison.runs();
        Plot plot = new Plot(knob, "% of the payload").doublings(x).yTo(1.04 * mostWaste());
        return plot.curve(INSIDE, x, i -> inside(runs.get(i)), INSIDE_LOOK)
                .curve(OUTSIDE, x, i -> outside(runs.get(i)), OUTSIDE_LOOK)
                .curve(TOGETHER, x, i -> together(runs.get(i)), TOGETHER_LOOK);
    }

    private double mostWaste() {
        return comparisons.stream()
                .flatMap(comparison -> comparison.runs().stream())
                .mapToDouble(KnobChart::together)
                .reduce(1, Math::max);
    }

    /** Bytes in allocated blocks beyond the payload, in percent of that. */
    private static double inside(Metrics run) {
        Ledger ledger = run.ledgerAtPeakPayload();
        return percent(BlockCost.together(ledger), ledger);
    }

    /** Bytes in free blocks, in percent of the payload. */
    private static double outside(Metrics run) {
        Ledger ledger = run.ledgerAtPeakPayload();
        return percent(ledger.free(), ledger);
    }

    private static double together(Metrics run) {
        return inside(run) + outside(run);
    }

    private static double percent(long bytes, Ledger ledger) {
        long payload = ledger.bytes(Use.PAYLOAD);
        return payload == 0 ? 0 : 100.0 * bytes / payload;
    }

    private String wasteText(Comparison comparison) {
        StringBuilder text =
                new StringBuilder(comparison.trace().name()).append(", in % of payload\n");
        line(text, knob, i -> values[i], "%8.0f");
        List<Metrics> runs = comparison.runs();
        line(text, INSIDE, i -> inside(runs.get(i)), "%8.1f");
        line(text, OUTSIDE, i -> outside(runs.get(i)), "%8.1f");
        line(text, TOGETHER, i -> together(runs.get(i)), "%8.1f");
        return text.toString();
    }

    private interface At {
        double value(int i);
    }

    private void line(StringBuilder text, String name, At figure, String format) {
        text.append("%-28s".formatted(name));
        for (int i = 0; i < values.length; i++) text.append(format.formatted(figure.value(i)));
        text.append('\n');
    }

    private String least(Comparison comparison) {
        List<Metrics> runs = comparison.runs();
        int best = 0;
        for (int i = 1; i < values.length; i++)
            if (together(runs.get(i)) < together(runs.get(best))) best = i;
        return "%s: least waste together at %d, %s %% of the payload; %s %% at %d and %s %% at %d."
                .formatted(
                        comparison.trace().name(),
                        values[best],
                        Scale.fixed(together(runs.get(best)), 1),
                        Scale.fixed(together(runs.get(0)), 1),
                        values[0],
                        Scale.fixed(together(runs.get(values.length - 1)), 1),
                        values[values.length - 1]);
    }

    private Chart figure(String what, ToDoubleFunction<Metrics> figure) {
        Map<String, Style.Look> looks =
                Style.looks(comparisons.stream().map(c -> c.trace().name()).toList());
        Plot plot = new Plot(knob, what).doublings(x);
        StringBuilder text = new StringBuilder();
        line(text, knob, i -> values[i], "%8.0f");
        StringJoiner alt = new StringJoiner("; ", what + ": ", ".");
        for (Comparison comparison : comparisons) {
            String name = comparison.trace().name();
            List<Metrics> runs = comparison.runs();
            plot.curve(name, x, i -> figure.applyAsDouble(runs.get(i)), looks.get(name));
            line(text, name, i -> figure.applyAsDouble(runs.get(i)), "%8.2f");
            alt.add(name + " from " + first(runs, figure) + " to " + last(runs, figure));
        }
        List<Key> legend = new ArrayList<>();
        looks.forEach((name, look) -> legend.add(Key.line(name, look)));
        String title = what + ", by " + knob;
        List<Chart.Panel> panels = List.of(new Chart.Panel("", plot));
        return new Chart(title, panels, legend, HEIGHT, text.toString(), alt.toString());
    }

    private String first(List<Metrics> runs, ToDoubleFunction<Metrics> figure) {
        return "%s at %d".formatted(Scale.number(figure.applyAsDouble(runs.get(0))), values[0]);
    }

    private String last(List<Metrics> runs, ToDoubleFunction<Metrics> figure) {
        int end = values.length - 1;
        return "%s at %d".formatted(Scale.number(figure.applyAsDouble(runs.get(end))), values[end]);
    }
}
