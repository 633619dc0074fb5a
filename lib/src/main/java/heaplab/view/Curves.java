package heaplab.view;

import heaplab.heap.Fit;
import heaplab.heap.Names;
import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Measurement and theory on one pair of axes: what was measured is a line with markers, what is
 * said by a formula is dashed or dotted, and named with its source. The methods that add to the
 * picture change it and return it.
 */
public final class Curves implements Picture {
    private static final int HEIGHT = 340;
    private static final int FEW = 40; // points that have a marker, and a column of text, each
    private static final double HEADROOM = 1.08; // above the highest point
    private static final List<Key.Shape> SHAPES =
            List.of(Key.Shape.DASHED_LINE, Key.Shape.DOTTED_LINE);
    private static final List<BasicStroke> STROKES = List.of(Style.DASHED, Style.DOTTED);
    private static final List<Color> COLORS = List.of(Style.INK, new Color(0x7A7A7A));

    private static final int TICK_PIXELS = 85; // between numbers of the x axis
    private static final Font MARK_FONT = Style.font(Font.PLAIN, 12);

    /** Points, joined by a line or not. */
    private record Measured(String name, double[] x, double[] y, boolean joined) {}

    private record Formula(String name, DoubleUnaryOperator y) {}

    private record Mark(String name, double x) {}

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
            for (int i = 0; i < m.x.length; i++)
                if (m.name.equals(name) && m.x[i] == x) return m.y[i];
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
        Map<String, Style.Look> looks = Style.looks(measured.stream().map(Measured::name).toList());
        List<Key> legend = new ArrayList<>();
        for (Measured m : measured) {
            Style.Look look = looks.get(m.name);
            legend.add(m.joined ? Key.line(m.name, look) : Key.marker(m.name, look));
        }
        for (int i = 0; i < formulas.size(); i++)
            legend.add(
                    new Key(formulas.get(i).name, color(i), null, SHAPES.get(i % SHAPES.size())));
        Chart.Painter painter = painter(plot(looks));
        List<Chart.Panel> panels = List.of(new Chart.Panel("", painter));
        return new Chart(title, panels, legend, HEIGHT, text(), alt());
    }

    private static Color color(int formula) {
        return COLORS.get(formula % COLORS.size());
    }

    Plot plot(Map<String, Style.Look> looks) {
        Plot plot = new Plot(xTitle, yTitle).xFrom(left(), most());
        plot.chart().getStyler().setXAxisTickMarkSpacingHint(TICK_PIXELS);
        plot.yTo(Double.isNaN(highest) ? top() : highest);
        for (Measured m : measured)
            if (!m.joined) plot.points(m.name, m.x, m.y, looks.get(m.name));
            else if (m.x.length <= FEW) plot.curve(m.name, m.x, m.y, looks.get(m.name));
            else plot.line(m.name, m.x, i -> m.y[i], looks.get(m.name));
        return plot;
    }

    private double least() {
        return measured.stream().mapToDouble(m -> m.x[0]).min().orElse(0);
    }

    private double most() {
        return measured.stream().mapToDouble(m -> m.x[m.x.length - 1]).max().orElse(1);
    }

    private double top() {
        double top = 0;
        for (Measured m : measured) top = Math.max(top, highest(m.y));
        for (Formula formula : formulas) top = Math.max(top, highest(values(formula)));
        return top == 0 ? 1 : HEADROOM * top;
    }

    private static double highest(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
    }

    /** Formulas are drawn through these: they may hold for whole numbers only. */
    private double[] points() {
        DoubleStream all = measured.stream().flatMapToDouble(m -> Arrays.stream(m.x));
        return DoubleStream.concat(DoubleStream.of(left()), all).sorted().distinct().toArray();
    }

    private double left() {
        return Math.min(0, least());
    }

    private double[] values(Formula formula) {
        return Arrays.stream(points()).map(formula.y).toArray();
    }

    private Chart.Painter painter(Plot plot) {
        return (g, width, height) -> {
            plot.paint(g, width, height);
            for (int i = 0; i < formulas.size(); i++) draw(g, plot, i);
            for (Mark mark : marks) draw(g, plot, mark);
        };
    }

    /** XChart begins to dash anew at every point, so not its. */
    private void draw(Graphics2D g, Plot plot, int formula) {
        double[] x = points();
        double[] y = values(formulas.get(formula));
        double ceiling = plot.chart().getStyler().getYAxisMax();
        Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length && y[i] <= ceiling; i++) {
            double screenX = plot.chart().getScreenXFromChart(x[i]);
            double screenY = plot.chart().getScreenYFromChart(y[i]);
            if (i == 0) path.moveTo(screenX, screenY);
            else path.lineTo(screenX, screenY);
        }
        g.setColor(color(formula));
        g.setStroke(STROKES.get(formula % STROKES.size()));
        g.draw(path);
    }

    private void draw(Graphics2D g, Plot plot, Mark mark) {
        double x = plot.chart().getScreenXFromChart(mark.x);
        double bottom = plot.chart().getScreenYFromChart(0);
        double top = plot.chart().getScreenYFromChart(plot.chart().getStyler().getYAxisMax());
        g.setColor(COLORS.get(1));
        g.setStroke(Style.DOTTED);
        g.draw(new Line2D.Double(x, bottom, x, top));
        boolean isRight = x > Chart.WIDTH / 2.0;
        if (isRight) Ink.right(g, MARK_FONT, Style.INK, mark.name, x - 6, top + 12);
        else Ink.left(g, MARK_FONT, Style.INK, mark.name, x + 6, top + 12);
    }

    private String text() {
        StringBuilder text = new StringBuilder(xTitle + " -> " + yTitle + "\n");
        for (Measured m : measured) text.append(m.name).append(": ").append(points(m)).append('\n');
        for (Formula f : formulas) text.append(f.name).append(": ").append(ends(f)).append('\n');
        for (Mark mark : marks)
            text.append(mark.name).append(": at ").append(Scale.number(mark.x)).append('\n');
        return text.toString();
    }

    private String points(Measured m) {
        if (m.x.length > FEW)
            return Sparkline.of(m.x.length, i -> m.y[i], highest(m.y))
                    + "  at the end "
                    + Scale.number(last(m.y));
        StringJoiner points = new StringJoiner(", ");
        for (int i = 0; i < m.x.length; i++)
            points.add(Scale.number(m.x[i]) + " -> " + Scale.number(m.y[i]));
        return points.toString();
    }

    private String ends(Formula formula) {
        return "%s -> %s, %s -> %s"
                .formatted(
                        Scale.number(least()),
                        Scale.number(formula.y.applyAsDouble(least())),
                        Scale.number(most()),
                        Scale.number(formula.y.applyAsDouble(most())));
    }

    private String alt() {
        StringJoiner alt = new StringJoiner("; ", yTitle + " against " + xTitle + ": ", ".");
        for (Measured m : measured)
            alt.add(
                    "%s from %s to %s"
                            .formatted(
                                    m.name,
                                    Scale.number(firstNumber(m.y)),
                                    Scale.number(last(m.y))));
        for (Formula f : formulas) alt.add("theory, %s: %s".formatted(f.name, ends(f)));
        for (Mark mark : marks)
            alt.add("marked at %s: %s".formatted(Scale.number(mark.x), mark.name));
        return alt.toString();
    }

    private static double last(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).reduce((a, b) -> b).orElse(0);
    }

    private static double firstNumber(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).findFirst().orElse(Double.NaN);
    }
}
