package heaplab.view;

import heaplab.metrics.BlockCost;
import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import heaplab.metrics.Use;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What tags, alignment, size classes and splitting cost over time, in bytes, stacked: one panel for
 * each recipe, on the same axes. Payload and free blocks are left out, so that small costs show.
 */
final class BlockCostsChart {
    private static final int HEIGHT = 310; // of a panel

    private static final StackedAreas ALL =
            new StackedAreas(
                    List.of(
                            layer(BlockCost.TAGS, Ink.BLUE),
                            layer(BlockCost.PADDING, Style.OVERHEAD),
                            layer(BlockCost.ROUNDING, Ink.GREEN),
                            layer(BlockCost.REMAINDER, Style.REMAINDER)));

    private final Comparison comparison;
    private final List<Metrics> runs;
    private final StackedAreas stack;

    private BlockCostsChart(Comparison comparison) {
        this.comparison = comparison;
        runs = StackedAreas.walkable(comparison.runs());
        stack = ALL.used(runs);
    }

    private static StackedAreas.Layer layer(BlockCost cost, Color color) {
        return new StackedAreas.Layer(cost.toString(), color, cost::bytes);
    }

    static Chart of(Comparison comparison) {
        return new BlockCostsChart(comparison).chart();
    }

    private Chart chart() {
        double most = stack.highest(runs);
        List<Chart.Panel> panels = new ArrayList<>();
        for (Metrics run : runs) panels.add(new Chart.Panel(run.name(), stack.plot(run, most)));
        String title = "What blocks cost beyond their payload: " + comparison.trace().name();
        return new Chart(title, panels, stack.legend(), HEIGHT, text(most), alt());
    }

    /** A line for each recipe: all costs together over time, and the most of them. */
    private String text(double most) {
        int width = runs.stream().mapToInt(run -> run.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Metrics run : runs)
            text.append(run.name())
                    .append(" ".repeat(width - run.name().length() + 2))
                    .append(line(run, most))
                    .append("  at most ")
                    .append(Scale.text(stack.highest(List.of(run))))
                    .append('\n');
        return text.append(alt()).append('\n').toString();
    }

    private String line(Metrics run, double most) {
        int samples = run.timeline().size();
        return Sparkline.of(samples, i -> stack.together(run.timeline(), i), most);
    }

    private String alt() {
        StringJoiner alt = new StringJoiner("; ", "With the most payload: ", ".");
        for (Metrics run : runs)
            alt.add(
                    stack.words(run.name(), run.ledgerAtPeakPayload())
                            + ", payload "
                            + Scale.text(run.ledgerAtPeakPayload().bytes(Use.PAYLOAD)));
        return alt.toString();
    }
}
