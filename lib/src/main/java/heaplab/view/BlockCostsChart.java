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

    private static final StackedAreas STACK =
            new StackedAreas(
                    List.of(
                            layer(BlockCost.TAGS, Ink.BLUE),
                            layer(BlockCost.PADDING, Style.OVERHEAD),
                            layer(BlockCost.ROUNDING, Ink.GREEN),
                            layer(BlockCost.REMAINDER, Style.REMAINDER)));

    private BlockCostsChart() {}

    private static StackedAreas.Layer layer(BlockCost cost, Color color) {
        return new StackedAreas.Layer(cost.toString(), color, cost::bytes);
    }

    static Chart of(Comparison comparison) {
        List<Metrics> runs = StackedAreas.walkable(comparison.runs());
        double most = STACK.highest(runs);
        List<Chart.Panel> panels = new ArrayList<>();
        for (Metrics run : runs) panels.add(new Chart.Panel(run.name(), STACK.plot(run, most)));
        String title = "What blocks cost beyond their payload: " + comparison.trace().name();
        return new Chart(title, panels, STACK.legend(), HEIGHT, text(runs, most), alt(runs));
    }

    /** A line for each recipe: all costs together over time, and the most of them. */
    private static String text(List<Metrics> runs, double most) {
        int width = runs.stream().mapToInt(run -> run.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Metrics run : runs)
            text.append(run.name())
                    .append(" ".repeat(width - run.name().length() + 2))
                    .append(
                            Sparkline.of(
                                    run.timeline().size(),
                                    i -> STACK.together(run.timeline(), i),
                                    most))
                    .append("  at most ")
                    .append(Scale.text(STACK.highest(List.of(run))))
                    .append('\n');
        return text.append(alt(runs)).append('\n').toString();
    }

    private static String alt(List<Metrics> runs) {
        StringJoiner alt = new StringJoiner("; ", "With the most payload: ", ".");
        for (Metrics run : runs)
            alt.add(
                    STACK.words(run.name(), run.ledgerAtPeakPayload())
                            + ", payload "
                            + Scale.text(run.ledgerAtPeakPayload().bytes(Use.PAYLOAD)));
        return alt.toString();
    }
}
