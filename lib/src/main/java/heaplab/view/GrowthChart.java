package heaplab.view;

import heaplab.metrics.BreakMoves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/** How often the break moves and what lies unused at the top, for each chunk, a line per trace. */
final class GrowthChart {
    private static final int HEIGHT = 290; // of a panel
    private static final double ROOM = 1.5; // factor beyond the smallest and the largest chunk

    private final Map<String, List<BreakMoves>> byTrace = new LinkedHashMap<>();
    private final Map<String, Style.Look> looks;

    private GrowthChart(List<BreakMoves> growths) {
        if (growths.isEmpty())
            throw new IllegalArgumentException("0 growth policies: expected 1 or more");
        for (BreakMoves growth : growths)
            byTrace.computeIfAbsent(growth.trace().name(), name -> new ArrayList<>()).add(growth);
        looks = Style.looks(byTrace.keySet());
    }

    static Chart of(List<BreakMoves> growths) {
        return new GrowthChart(growths).chart();
    }

    private Chart chart() {
        List<Key> legend = new ArrayList<>();
        looks.forEach((name, look) -> legend.add(Key.line(name, look)));
        StringJoiner text = new StringJoiner("\n", "", "\n");
        byTrace.forEach((name, growths) -> text.add(sentence(name, growths)));
        return new Chart(
                "What a growth policy trades: system calls against memory that nobody uses",
                List.of(
                        panel(
                                "moves of the break per 1000 requests",
                                BreakMoves::movesPerThousand,
                                0.05),
                        panel("unused at the top (KiB, mean)", g -> g.meanTop() / 1024, 1)),
                legend,
                HEIGHT,
                text.toString(),
                text.toString().strip().replace('\n', ' '));
    }

    private Chart.Panel panel(String title, ToDoubleFunction<BreakMoves> figure, double least) {
        Plot plot = new Plot("chunk (bytes)", title);
        plot.logarithmicX(most(g -> g.recipe().growth().chunkBytes()))
                .xFrom(
                        -most(g -> -g.recipe().growth().chunkBytes()) / ROOM,
                        most(g -> g.recipe().growth().chunkBytes()) * ROOM)
                .logarithmic(most(figure));
        plot.chart().getStyler().setYAxisMin(least);
        byTrace.forEach((name, growths) -> line(plot, name, growths, figure, least));
        return new Chart.Panel("", plot);
    }

    private void line(
            Plot plot,
            String name,
            List<BreakMoves> growths,
            ToDoubleFunction<BreakMoves> figure,
            double least) {
        double[] x = growths.stream().mapToDouble(g -> g.recipe().growth().chunkBytes()).toArray();
        double[] y =
                growths.stream()
                        .mapToDouble(g -> Math.max(least, figure.applyAsDouble(g)))
                        .toArray();
        plot.curve(name, x, i -> y[i], looks.get(name));
    }

    private double most(ToDoubleFunction<BreakMoves> figure) {
        return byTrace.values().stream().flatMap(List::stream).mapToDouble(figure).max().orElse(1);
    }

    private static String sentence(String name, List<BreakMoves> growths) {
        StringJoiner sentence = new StringJoiner("; ", name + ": ", ".");
        for (BreakMoves g : growths)
            sentence.add(
                    "chunks of %s: %s moves of the break per 1000 requests, %s unused at the top"
                            .formatted(
                                    Scale.text(g.recipe().growth().chunkBytes()),
                                    Scale.number(g.movesPerThousand()),
                                    Scale.text(g.meanTop())));
        return sentence.toString();
    }
}
