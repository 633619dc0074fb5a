package heaplab.view;

import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Curves of several policies over the operations of one trace. */
final class OverTime {
    private static final int HEIGHT = 300; // of a panel
    private static final int STEADY_POINTS = 60;
    private static final double LOGARITHMIC_FROM = 30; // largest / smallest value

    private final Comparison comparison;
    private final Map<String, Style.Look> looks;
    private final Timeline any; // payload and sample times are the same in all
    private final Scale operations;
    private final double[] x; // operations of the samples, in their unit

    /** A figure of a timeline at a sample. */
    interface Figure {
        double at(Timeline timeline, int sample);
    }

    OverTime(Comparison comparison) {
        this.comparison = comparison;
        looks = Style.looks(comparison.runs().stream().map(Metrics::name).toList());
        any = comparison.runs().get(0).timeline();
        operations = Scale.operations(comparison.trace().operations());
        x = x(any, operations);
    }

    static double[] x(Timeline timeline, Scale operations) {
        return IntStream.range(0, timeline.size())
                .mapToDouble(i -> operations.of(timeline.operation(i)))
                .toArray();
    }

    Chart memory() {
        double most = comparison.runs().stream().mapToLong(Metrics::peakHeap).max().orElse(1);
        Scale bytes = Scale.bytes(most);
        Plot plot = plot("memory (" + bytes.unit() + ")");
        plot.area("payload", x, i -> bytes.of(any.payload(i)), Style.BEHIND);
        lines(plot, (timeline, i) -> bytes.of(timeline.heap(i)));
        plot.bound(x, i -> bytes.of(any.peakPayload(i)));
        List<Key> legend = legend();
        legend.add(Key.area("payload", Style.BEHIND));
        legend.add(Key.bound());
        String alt =
                sentence("Heap at the end", m -> Scale.text(m.peakHeap()) + times(m))
                        + " Bound: "
                        + Scale.text(comparison.bound())
                        + ".";
        String text = text(Timeline::heap, most, m -> Scale.text(m.peakHeap()));
        return chart("Memory over time", List.of(panel("", plot)), legend, HEIGHT + 40, text, alt);
    }

    private static String times(Metrics run) {
        return " (" + Scale.number(run.timesBound()) + " times the bound)";
    }

    Chart fragmentation() {
        List<Chart.Panel> panels =
                List.of(
                        percents(
                                "internal fragmentation",
                                plot("% of allocated bytes"),
                                Timeline::internalFragmentation),
                        percents(
                                "external fragmentation (moving mean)",
                                plot("% of free bytes").yTo(100),
                                this::smoothExternal),
                        percents(
                                "utilization (bound: 100 %)",
                                plot("peak payload, % of heap").yTo(100), Timeline::utilization));
        String alt =
                sentence(
                        "Internal and external fragmentation at the largest heap, and utilization",
                        m ->
                                Scale.percent(m.internalFragmentation())
                                        + ", "
                                        + Scale.percent(m.externalFragmentation())
                                        + ", "
                                        + Scale.percent(m.peakUtilization()));
        String text =
                "external fragmentation\n"
                        + text(
                                Timeline::externalFragmentation,
                                1,
                                m -> Scale.percent(m.externalFragmentation()))
                        + "utilization\n"
                        + text(Timeline::utilization, 1, m -> Scale.percent(m.peakUtilization()));
        return chart(
                "Fragmentation and utilization over time", panels, legend(), HEIGHT, text, alt);
    }

    private Chart.Panel percents(String title, Plot plot, Figure figure) {
        lines(plot, (timeline, i) -> 100 * figure.at(timeline, i));
        return panel(title, plot);
    }

    private double smoothExternal(Timeline timeline, int sample) {
        return IntStream.rangeClosed(Math.max(0, sample - smoothing() + 1), sample)
                .mapToDouble(timeline::externalFragmentation)
                .average()
                .orElse(Double.NaN);
    }

    Chart work() {
        Figure figure = (timeline, i) -> timeline.visitsPerMalloc(i, smoothing());
        double[] all = values(figure).sorted().toArray();
        double most = all.length == 0 ? 1 : all[all.length - 1];
        Plot plot = plot("blocks looked at per malloc");
        if (all.length == 0) plot.yTo(most);
        else if (most > LOGARITHMIC_FROM * all[0]) plot.logarithmic(most);
        lines(plot, figure);
        Function<Metrics, String> mean = m -> Scale.number(m.work().visitsPerMalloc());
        String alt = sentence("Blocks looked at per malloc, over the whole trace", mean);
        String text = text(figure, most, mean.andThen(s -> s + " per malloc"));
        return chart("Work over time", List.of(panel("", plot)), legend(), HEIGHT + 40, text, alt);
    }

    /**
     * Intervals that one point of the work curve covers: single ones would hide it in its noise.
     */
    private int smoothing() {
        return Math.max(1, x.length / STEADY_POINTS);
    }

    private DoubleStream values(Figure figure) {
        return comparison.runs().stream()
                .flatMapToDouble(
                        run ->
                                IntStream.range(0, x.length)
                                        .mapToDouble(i -> figure.at(run.timeline(), i)))
                .filter(value -> value > 0);
    }

    private Plot plot(String yTitle) {
        return new Plot(operations.unit(), yTitle).xFrom(0, x[x.length - 1]);
    }

    private void lines(Plot plot, Figure figure) {
        for (Metrics run : comparison.runs())
            plot.line(run.name(), x, i -> figure.at(run.timeline(), i), looks.get(run.name()));
    }

    private List<Key> legend() {
        List<Key> legend = new ArrayList<>();
        looks.forEach((name, look) -> legend.add(Key.line(name, look)));
        return legend;
    }

    private static Chart.Panel panel(String title, Plot plot) {
        return new Chart.Panel(title, plot);
    }

    private Chart chart(
            String title,
            List<Chart.Panel> panels,
            List<Key> legend,
            int height,
            String text,
            String alt) {
        String full = title + ": " + comparison.trace().name();
        return new Chart(full, panels, legend, height, text, alt);
    }

    private String sentence(String start, Function<Metrics, String> figure) {
        StringJoiner sentence = new StringJoiner("; ", start + ": ", ".");
        for (Metrics run : comparison.runs()) sentence.add(run.name() + " " + figure.apply(run));
        return sentence.toString();
    }

    /** A line of text for each policy. */
    private String text(Figure figure, double most, Function<Metrics, String> last) {
        int width = looks.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Metrics run : comparison.runs())
            text.append(run.name())
                    .append(" ".repeat(width - run.name().length() + 2))
                    .append(Sparkline.of(x.length, i -> figure.at(run.timeline(), i), most))
                    .append("  ")
                    .append(last.apply(run))
                    .append('\n');
        return text.toString();
    }
}
