package heaplab.view;

import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Parts of the ledger over time, stacked on each other from the first layer to the last. */
record StackedAreas(List<Layer> layers) {
    /** A part of a ledger, in bytes. */
    record Layer(String name, Color color, ToLongFunction<Ledger> bytes) {
        private boolean isIn(Metrics run) {
            Timeline timeline = run.timeline();
            return IntStream.range(0, timeline.size())
                    .anyMatch(i -> bytes.applyAsLong(timeline.ledger(i)) > 0);
        }
    }

    /** The runs of which there are ledgers. */
    static List<Metrics> walkable(List<Metrics> runs) {
        List<Metrics> walkable = runs.stream().filter(m -> m.timeline().hasLedgers()).toList();
        if (walkable.isEmpty())
            throw new IllegalArgumentException(
                    "no ledger: expected an allocator whose heap can be walked");
        return walkable;
    }

    /** Without the layers that none of these runs ever has. */
    StackedAreas used(List<Metrics> runs) {
        return new StackedAreas(
                layers.stream().filter(layer -> runs.stream().anyMatch(layer::isIn)).toList());
    }

    /** Axes up to a number of bytes, filled with the layers. */
    Plot plot(Metrics run, double most) {
        Timeline timeline = run.timeline();
        Scale bytes = Scale.bytes(most);
        Scale operations = Scale.operations(run.trace().operations());
        double[] x = OverTime.x(timeline, operations);
        Plot plot = new Plot(operations.unit(), bytes.unit()).xFrom(0, x[x.length - 1]);
        plot.yTo(1.04 * bytes.of(most));
        double[][] tops = tops(timeline, bytes);
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            double[] top = tops[layer];
            plot.area(layers.get(layer).name, x, i -> top[i], layers.get(layer).color);
        }
        return plot;
    }

    /** The upper edge of each layer at each sample. */
    private double[][] tops(Timeline timeline, Scale bytes) {
        double[][] tops = new double[layers.size()][timeline.size()];
        for (int i = 0; i < timeline.size(); i++) {
            Ledger ledger = timeline.ledger(i);
            long sum = 0;
            for (int layer = 0; layer < tops.length; layer++) {
                sum += layers.get(layer).bytes.applyAsLong(ledger);
                tops[layer][i] = bytes.of(sum);
            }
        }
        return tops;
    }

    /** All layers together at a sample, in bytes. */
    long together(Timeline timeline, int sample) {
        Ledger ledger = timeline.ledger(sample);
        return layers.stream().mapToLong(layer -> layer.bytes.applyAsLong(ledger)).sum();
    }

    /** The highest stack of several runs, in bytes; 1 where all are empty. */
    double highest(List<Metrics> runs) {
        return runs.stream()
                .map(Metrics::timeline)
                .flatMapToLong(t -> IntStream.range(0, t.size()).mapToLong(i -> together(t, i)))
                .reduce(1, Math::max);
    }

    /** Entries of the legend, the topmost layer first. */
    List<Key> legend() {
        List<Key> legend = new ArrayList<>();
        for (Layer layer : layers) legend.add(Key.area(layer.name, layer.color));
        Collections.reverse(legend);
        return legend;
    }

    /** For example "first fit tags 1.2 KiB + padding 300 bytes". */
    String words(String name, Ledger ledger) {
        StringJoiner parts = new StringJoiner(" + ", name + " ", "");
        for (Layer layer : layers)
            parts.add(layer.name + " " + Scale.text(layer.bytes.applyAsLong(ledger)));
        return parts.toString();
    }
}
