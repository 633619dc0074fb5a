package heaplab.view;

import heaplab.metrics.Comparison;
import heaplab.metrics.FreeByAddress;
import heaplab.metrics.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Where free blocks lie in the heap: splinters, and mean sizes, by tenths of its addresses. */
final class FreeBlocksChart {
    private static final int HEIGHT = 300; // of a panel
    private static final int PARTS = FreeByAddress.PARTS;
    private static final double[] EDGES = // of the parts, as shares of the heap in percent
            IntStream.rangeClosed(0, PARTS).mapToDouble(i -> 100.0 * i / PARTS).toArray();

    private final Comparison comparison;
    private final Map<String, Style.Look> looks;

    private FreeBlocksChart(Comparison comparison) {
        this.comparison = comparison;
        looks = Style.looks(comparison.runs().stream().map(Metrics::name).toList());
    }

    static Chart of(Comparison comparison) {
        return new FreeBlocksChart(comparison).chart();
    }

    private Chart chart() {
        List<Key> legend = new ArrayList<>();
        looks.forEach((name, look) -> legend.add(Key.line(name, look)));
        String splinters = "splinters: free blocks of at most " + FreeByAddress.SPLINTER + " bytes";
        return new Chart(
                "Free blocks by address, mean over time: " + comparison.trace().name(),
                List.of(
                        new Chart.Panel(splinters, splinters()),
                        new Chart.Panel("mean size of a free block", sizes())),
                legend,
                HEIGHT,
                text(),
                alt());
    }

    private Plot splinters() {
        Plot plot = plot("splinters in a tenth of the heap");
        for (Metrics run : comparison.runs())
            plot.line(run.name(), EDGES, i -> where(run).splinters(part(i)), looks.get(run.name()));
        return plot;
    }

    private Plot sizes() {
        Plot plot = plot("mean size (bytes)").logarithmic(largest());
        for (Metrics run : comparison.runs())
            plot.line(run.name(), EDGES, i -> where(run).meanBytes(part(i)), looks.get(run.name()));
        return plot;
    }

    private static Plot plot(String yTitle) {
        return new Plot("address (% of the heap)", yTitle).xFrom(0, 100);
    }

    /** The last edge ends the last part. */
    private static int part(int edge) {
        return Math.min(edge, PARTS - 1);
    }

    private static FreeByAddress where(Metrics run) {
        return run.timeline().freeByAddress();
    }

    private double largest() {
        return comparison.runs().stream()
                .flatMapToDouble(run -> Arrays.stream(means(run)))
                .filter(mean -> !Double.isNaN(mean))
                .max()
                .orElse(1);
    }

    private static double[] means(Metrics run) {
        return IntStream.range(0, PARTS).mapToDouble(where(run)::meanBytes).toArray();
    }

    private String text() {
        StringBuilder text = new StringBuilder("mean bytes of a free block, a tenth each\n");
        int width = looks.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (Metrics run : comparison.runs()) {
            text.append(run.name()).append(" ".repeat(width - run.name().length()));
            for (double mean : means(run)) text.append("%10s".formatted(Scale.number(mean)));
            text.append('\n');
        }
        return text.toString();
    }

    private String alt() {
        StringJoiner alt =
                new StringJoiner(
                        "; ",
                        "Mean size of a free block in the upper half of the heap, as a multiple of"
                                + " that in the lower half: ",
                        ".");
        for (Metrics run : comparison.runs())
            alt.add(run.name() + " " + Scale.number(where(run).upperToLower()));
        return alt.toString();
    }
}
