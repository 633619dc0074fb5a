package heaplab.view;

import heaplab.metrics.Effort;
import heaplab.metrics.OperationCosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What free and malloc cost over time, in steps, and the longest single malloc. */
final class CostChart {
    private static final int HEIGHT = 280; // of a panel

    private final List<OperationCosts> runs;
    private final Map<String, Style.Look> looks;
    private final Scale operations;
    private final double[] edges; // of the intervals, in the unit of the axis

    /** A figure of a run in an interval. */
    private interface Figure {
        double at(OperationCosts run, int interval);
    }

    private CostChart(List<OperationCosts> runs) {
        this.runs = runs;
        looks = Style.looks(runs.stream().map(OperationCosts::name).toList());
        operations = Scale.operations(runs.get(0).trace().operations());
        edges =
                IntStream.rangeClosed(0, OperationCosts.INTERVALS)
                        .mapToDouble(i -> operations.of(runs.get(0).end(i - 1)))
                        .toArray();
    }

    static Chart of(List<OperationCosts> runs) {
        if (runs.isEmpty()) throw new IllegalArgumentException("0 runs: expected 1 or more");
        return new CostChart(runs).chart();
    }

    private Chart chart() {
        List<Key> legend = new ArrayList<>();
        looks.forEach((name, look) -> legend.add(Key.line(name, look)));
        return new Chart(
                "What operations cost: "
                        + runs.get(0).trace().name()
                        + " (steps: blocks looked at, walked over or joined)",
                List.of(
                        panel("free, mean", (run, i) -> run.frees().mean(i)),
                        panel("malloc, mean", (run, i) -> run.requests().mean(i)),
                        panel("malloc, longest", CostChart::longest)),
                legend,
                HEIGHT,
                text(),
                sentence());
    }

    private Chart.Panel panel(String title, Figure figure) {
        Plot plot = new Plot(operations.unit(), "steps").xFrom(0, edges[edges.length - 1]);
        if (!isAnythingThere(figure)) plot.yTo(1);
        for (OperationCosts run : runs)
            plot.line(run.name(), edges, i -> figure.at(run, interval(i)), looks.get(run.name()));
        return new Chart.Panel(title, plot);
    }

    private boolean isAnythingThere(Figure figure) {
        return runs.stream()
                .anyMatch(
                        run ->
                                IntStream.range(0, OperationCosts.INTERVALS)
                                        .anyMatch(i -> figure.at(run, i) > 0));
    }

    /** Nothing is drawn where nothing was asked for. */
    private static double longest(OperationCosts run, int interval) {
        Effort requests = run.requests();
        return Double.isNaN(requests.mean(interval)) ? Double.NaN : requests.longest(interval);
    }

    /** The last edge ends the last interval. */
    private static int interval(int edge) {
        return Math.min(edge, OperationCosts.INTERVALS - 1);
    }

    private String text() {
        int width = looks.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder("longest malloc in each interval (steps)\n");
        double most = runs.stream().mapToLong(run -> run.requests().longest()).max().orElse(1);
        for (OperationCosts run : runs)
            text.append(run.name())
                    .append(" ".repeat(width - run.name().length() + 2))
                    .append(
                            Sparkline.of(
                                    OperationCosts.INTERVALS, i -> run.requests().longest(i), most))
                    .append("  ")
                    .append(steps(run))
                    .append('\n');
        return text.toString();
    }

    private String sentence() {
        StringJoiner sentence = new StringJoiner("; ", "", ".");
        for (OperationCosts run : runs) sentence.add(run.name() + " " + steps(run));
        return sentence.toString();
    }

    private static String steps(OperationCosts run) {
        Function<Effort, String> words =
                e -> "%s steps, at most %,d".formatted(Scale.number(e.mean()), e.longest());
        return "free %s; malloc %s"
                .formatted(words.apply(run.frees()), words.apply(run.requests()));
    }
}
