package heaplab.view;

import heaplab.metrics.Comparison;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import heaplab.metrics.Use;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;

/** Where every byte went over time, stacked: one panel for each policy, on the same axes. */
final class LedgerChart {
    private static final int HEIGHT = 310; // of a panel

    private static final StackedAreas STACK =
            new StackedAreas(
                    List.of(
                            layer("payload", Style.PAYLOAD, l -> l.bytes(Use.PAYLOAD)),
                            layer("headers, footers, padding", Style.OVERHEAD, LedgerChart::tags),
                            layer(
                                    "rounding, unsplit rests",
                                    Style.REMAINDER,
                                    LedgerChart::roundedUp),
                            layer("free, scattered", Style.SCATTERED, l -> l.bytes(Use.SCATTERED)),
                            layer(
                                    "free, largest block",
                                    Style.LARGEST,
                                    l -> l.bytes(Use.LARGEST))));

    private LedgerChart() {}

    private static StackedAreas.Layer layer(
            String name, Color color, ToLongFunction<Ledger> bytes) {
        return new StackedAreas.Layer(name, color, bytes);
    }

    /** What blocks have beyond what their requests need. */
    private static long roundedUp(Ledger ledger) {
        return ledger.bytes(Use.REMAINDER) + ledger.bytes(Use.ROUNDING);
    }

    private static long tags(Ledger ledger) {
        return ledger.overhead() - roundedUp(ledger);
    }

    static Chart of(Comparison comparison) {
        List<Metrics> runs = StackedAreas.walkable(comparison.runs());
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
        double[] x = OverTime.x(timeline, Scale.operations(run.trace().operations()));
        Scale bytes = Scale.bytes(most);
        return STACK.plot(run, most).bound(x, i -> bytes.of(timeline.peakPayload(i)));
    }

    private static List<Key> legend() {
        List<Key> legend = STACK.legend();
        legend.add(Key.bound());
        return legend;
    }

    private static String alt(List<Metrics> runs) {
        StringJoiner alt = new StringJoiner("; ", "At the largest heap: ", ".");
        for (Metrics run : runs) alt.add(STACK.words(run.name(), run.ledger()));
        return alt.toString();
    }
}
