package heaplab.view;

import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Utilization against work, a dot for each policy and a panel for each trace: up and left wins.
 * Work is what searches look at and what frees walk over: a list in order is paid for there.
 */
final class PriceChart {
    private static final int HEIGHT = 310; // of a panel
    private static final int MARKER_SIZE = 11;

    private PriceChart() {}

    static Chart of(List<Comparison> comparisons) {
        if (comparisons.isEmpty())
            throw new IllegalArgumentException("0 comparisons: expected 1 or more");
        Set<String> names = new LinkedHashSet<>();
        for (Comparison comparison : comparisons)
            for (Metrics run : comparison.runs()) names.add(run.name());
        Map<String, Style.Look> looks = Style.looks(names);
        double most = 1;
        for (Comparison comparison : comparisons)
            for (Metrics run : comparison.runs())
                most = Math.max(most, run.work().looksPerMalloc());
        List<Chart.Panel> panels = new ArrayList<>();
        StringJoiner text = new StringJoiner("\n", "", "\n");
        for (Comparison comparison : comparisons) {
            panels.add(new Chart.Panel(comparison.trace().name(), plot(comparison, looks, most)));
            text.add(sentence(comparison));
        }
        List<Key> legend = new ArrayList<>();
        looks.forEach((name, look) -> legend.add(Key.marker(name, look)));
        legend.add(Key.bound());
        String all = text.toString();
        return new Chart(
                "What policies cost: up and to the left is better",
                panels,
                legend,
                HEIGHT,
                all,
                all.strip().replace('\n', ' '));
    }

    private static Plot plot(Comparison comparison, Map<String, Style.Look> looks, double most) {
        Plot plot = new Plot("blocks looked at per malloc and free", "peak utilization (%)");
        plot.yTo(100).logarithmicX(most).chart().getStyler().setMarkerSize(MARKER_SIZE);
        for (Metrics run : comparison.runs())
            plot.points(
                    run.name(),
                    new double[] {Math.max(1, run.work().looksPerMalloc())},
                    new double[] {100 * run.peakUtilization()},
                    looks.get(run.name()));
        return plot.bound(new double[] {1, Plot.decade(most)}, i -> 100);
    }

    private static String sentence(Comparison comparison) {
        StringJoiner sentence = new StringJoiner("; ", comparison.trace().name() + ": ", ".");
        for (Metrics run : comparison.runs())
            sentence.add(
                    "%s %s utilization with %s blocks looked at per malloc and free"
                            .formatted(
                                    run.name(),
                                    Scale.percent(run.peakUtilization()),
                                    Scale.number(run.work().looksPerMalloc())));
        return sentence.toString();
    }
}
