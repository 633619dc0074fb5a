package heaplab.view;

import heaplab.heap.Fit;
import heaplab.heap.Names;
import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measurement and theory on one pair of axes: what was measured is a line with markers, what is
 * said by a formula is dashed or dotted, and named with its source. The methods that add to the
 * picture change it and return it.
 */
public final class Curves implements Picture {
    private static final int HEIGHT = 340;

    record Formula(String name, DoubleUnaryOperator y) {}

    record Mark(String name, double x) {}

    /** A figure of a replay at a sample. */
    @FunctionalInterface
    public interface Figure {
        double at(Timeline timeline, int sample);
    }

    /** A figure of a fit under a condition. */
    @FunctionalInterface
    public interface Measure {
        double of(Fit fit, double x);
    }

    private final String title;
    private final String xTitle;
    private final String yTitle;
    private final List<Measured> measured = new ArrayList<>();
    private final List<Formula> formulas = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private double highest = Double.NaN; // end of the y axis; NaN: the highest point

    private Curves(String title, String xTitle, String yTitle) {
        this.title = title;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    /** Empty axes; what they measure, with units. */
    public static Curves of(String title, String xTitle, String yTitle) {
        return new Curves(title, xTitle, yTitle);
    }

    /** A figure of every contestant over the operations of a trace. */
    public static Curves over(Comparison comparison, String yTitle, Figure figure) {
        Scale operations = Scale.operations(comparison.trace().operations());
        String title = yTitle + ": " + comparison.trace().name();
        Curves curves = of(title, operations.unit(), yTitle);
        for (Metrics run : comparison.runs()) {
            Timeline timeline = run.timeline();
            double[] y =
                    IntStream.range(0, timeline.size())
                            .mapToDouble(i -> figure.at(timeline, i))
                            .toArray();
            curves.measured.add(
                    new Measured(run.name(), OverTime.x(timeline, operations), y, true));
        }
        return curves;
    }

    /** Points that were measured, from left to right; NaN leaves a gap. */
    public Curves measured(String name, double[] x, double[] y) {
        if (x.length != y.length || x.length == 0)
            throw new IllegalArgumentException(
                    "%s: %d x, %d y: expected as many, 1 or more"
                            .formatted(name, x.length, y.length));
        measured.add(new Measured(name, x.clone(), y.clone(), true));
        return this;
    }

    /** The same, measured here and now at each x. */
    public Curves measured(String name, double[] x, DoubleUnaryOperator measure) {
        return measured(name, x, Arrays.stream(x).map(measure).toArray());
    }

    /** A curve for each fit, under its name. */
    public Curves fits(double[] x, Measure measure, Fit... fits) {
        for (Fit fit : fits) measured(Names.of(fit), x, at -> measure.of(fit, at));
        return this;
    }

    /** A point for each replay, not joined. */
    public Curves dots(
            String name,
            List<Metrics> runs,
            ToDoubleFunction<Metrics> x,
            ToDoubleFunction<Metrics> y) {
        List<Metrics> sorted = runs.stream().sorted(Comparator.comparingDouble(x)).toList();
        measured.add(
                new Measured(
                        name,
                        sorted.stream().mapToDouble(x).toArray(),
                        sorted.stream().mapToDouble(y).toArray(),
                        false));
        return this;
    }

    /** What was measured at an x, under a name. */
    public double at(String name, double x) {
        for (Measured m : measured)
            for (int i = 0; i < m.x().length; i++)
                if (m.name().equals(name) && m.x()[i] == x) return m.y()[i];
        throw new IllegalArgumentException(
                "%s at %s: expected what was measured".formatted(name, x));
    }

    /** Whose curve is the lowest at an x; the first of equals. */
    public String lowest(double x) {
        return measured.stream()
                .map(Measured::name)
                .min(Comparator.comparingDouble(name -> at(name, x)))
                .orElse("nobody's");
    }

    /** What a formula says; its name holds the source. Drawn where something was measured. */
    public Curves theory(String name, DoubleUnaryOperator y) {
        formulas.add(new Formula(name, y));
        return this;
    }

    /** An upright line where somebody found a change; its name holds the source. */
    public Curves mark(String name, double x) {
        marks.add(new Mark(name, x));
        return this;
    }

    /** Ends the y axis here: what is higher leaves the picture. */
    public Curves yTo(double most) {
        highest = most;
        return this;
    }

    @Override
    public Bundle bundle() {
        return chart().bundle();
    }

    @Override
    public String toString() {
        return chart().toString();
    }

    Chart chart() {
        if (measured.isEmpty())
            throw new IllegalArgumentException("nothing measured: expected 1 or more curves");
        CurvesPlot curves = new CurvesPlot(measured, formulas, marks, highest);
        CurvesText words = new CurvesText(curves, xTitle, yTitle);
        Chart.Painter painter = curves.painter(curves.plot(xTitle, yTitle));
        List<Chart.Panel> panels = List.of(new Chart.Panel("", painter));
        return new Chart(title, panels, curves.legend(), HEIGHT, words.text(), words.alt());
    }

    /** Axes and what was measured, without theory. */
    Plot plot() {
        return new CurvesPlot(measured, formulas, marks, highest).plot(xTitle, yTitle);
    }
}
