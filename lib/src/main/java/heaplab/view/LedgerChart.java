package heaplab.view;

import heaplab.metrics.Comparison;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import heaplab.metrics.Use;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Where every byte went over time, stacked: one panel for each policy, on the same axes. */
final class LedgerChart {
    private static final int HEIGHT = 310; // of a panel

    /** A layer of the stack, from the bottom to the top. */
    private record Layer(String name, Color color, ToLongFunction<Ledger> bytes) {}

    private static final List<Layer> LAYERS =
            List.of(
                    new Layer("payload", Style.PAYLOAD, l -> l.bytes(Use.PAYLOAD)),
                    new Layer("headers, footers, padding", Style.OVERHEAD, LedgerChart::tags),
                    new Layer("unsplit rests", Style.REMAINDER, LedgerChart::roundedUp),
                    new Layer("free, scattered", Style.SCATTERED, l -> l.bytes(Use.SCATTERED)),
                    new Layer("free, largest block", Style.LARGEST, l -> l.bytes(Use.LARGEST)));

    private LedgerChart() {}

    /** What blocks have beyond what their requests need. */
    private static long roundedUp(Ledger ledger) {
        return ledger.bytes(Use.REMAINDER) + ledger.bytes(Use.ROUNDING);
    }

    private static long tags(Ledger ledger) {
        return ledger.overhead() - roundedUp(ledger);
    }

    static Chart of(Comparison comparison) {
        List<Metrics> runs =
                comparison.runs().stream().filter(m -> m.timeline().hasLedgers()).toList();
        if (runs.isEmpty())
            throw new IllegalArgumentException(
                    "no ledger: expected an allocator whose heap can be walked");
        double most = runs.stream().mapToLong(Metrics::peakHeap).max().orElse(1);
        List<Chart.Panel> panels = new ArrayList<>();
        StringJoiner text = new StringJoiner("\n", "", "\n");
        for (Metrics run : runs) {
            panels.add(new Chart.Panel(run.name(), plot(run, most)));
            text.add(run.name() + " at the end: " + last(run));
        }
        text.add("bound: " + Scale.text(comparison.bound()));
        String title = "Where every byte went: " + comparison.trace().name();
        return new Chart(title, panels, legend(), HEIGHT, text.toString(), alt(runs));
    }

    private static Ledger last(Metrics run) {
        return run.timeline().ledger(run.timeline().size() - 1);
    }

    private static Plot plot(Metrics run, double most) {
        Timeline timeline = run.timeline();
        Scale bytes = Scale.bytes(most);
        Scale operations = Scale.operations(run.trace().operations());
        double[] x = OverTime.x(timeline, operations);
        Plot plot = new Plot(operations.unit(), bytes.unit()).xFrom(0, x[x.length - 1]);
        plot.yTo(1.04 * bytes.of(most));
        double[][] tops = tops(timeline, bytes);
        for (int layer = LAYERS.size() - 1; layer >= 0; layer--) {
            double[] top = tops[layer];
            plot.area(LAYERS.get(layer).name, x, i -> top[i], LAYERS.get(layer).color);
        }
        return plot.bound(x, i -> bytes.of(timeline.peakPayload(i)));
    }

    /** The upper edge of each layer at each sample. */
    private static double[][] tops(Timeline timeline, Scale bytes) {
        double[][] tops = new double[LAYERS.size()][timeline.size()];
        IntStream.range(0, timeline.size())
                .forEach(
                        i -> {
                            Ledger ledger = timeline.ledger(i);
                            long sum = 0;
                            for (int layer = 0; layer < tops.length; layer++) {
                                sum += LAYERS.get(layer).bytes.applyAsLong(ledger);
                                tops[layer][i] = bytes.of(sum);
                            }
                        });
        return tops;
    }

    private static List<Key> legend() {
        List<Key> legend = new ArrayList<>();
        for (Layer layer : LAYERS) legend.add(Key.area(layer.name, layer.color));
        Collections.reverse(legend);
        legend.add(Key.bound());
        return legend;
    }

    private static String alt(List<Metrics> runs) {
        StringJoiner alt = new StringJoiner("; ", "At the largest heap: ", ".");
        for (Metrics run : runs) {
            Ledger ledger = run.timeline().ledger(run.sampleOfPeakHeap());
            StringJoiner parts = new StringJoiner(" + ", run.name() + " ", "");
            for (Layer layer : LAYERS)
                parts.add(layer.name + " " + Scale.text(layer.bytes.applyAsLong(ledger)));
            alt.add(parts.toString());
        }
        return alt.toString();
    }
}
