package heaplab.view;

import heaplab.view.Curves.Formula;
import heaplab.view.Curves.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Draws {@link Curves}. Formulas go through the points that were measured: they may hold for whole
 * numbers only.
 */
record CurvesPlot(
        List<Measured> measured, List<Formula> formulas, List<Mark> marks, double highest) {
    private static final int FEW = 40; // points that have a marker each
    private static final double HEADROOM = 1.08; // above the highest point
    private static final int TICK_PIXELS = 85; // between numbers of the x axis
    private static final Font MARK_FONT = Style.font(Font.PLAIN, 12);
    private static final List<Key.Shape> SHAPES =
            List.of(Key.Shape.DASHED_LINE, Key.Shape.DOTTED_LINE);
    private static final List<BasicStroke> STROKES = List.of(Style.DASHED, Style.DOTTED);
    private static final List<Color> COLORS = List.of(Style.INK, new Color(0x7A7A7A));

    private Map<String, Style.Look> looks() {
        return Style.looks(measured.stream().map(Measured::name).toList());
    }

    List<Key> legend() {
        Map<String, Style.Look> looks = looks();
        List<Key> legend = new ArrayList<>();
        for (Measured m : measured) {
            Style.Look look = looks.get(m.name());
            legend.add(m.joined() ? Key.line(m.name(), look) : Key.marker(m.name(), look));
        }
        for (int i = 0; i < formulas.size(); i++) {
            Key.Shape shape = SHAPES.get(i % SHAPES.size());
            legend.add(new Key(formulas.get(i).name(), color(i), null, shape));
        }
        return legend;
    }

    private static Color color(int formula) {
        return COLORS.get(formula % COLORS.size());
    }

    /** Axes and what was measured, in a plot with these titles. */
    Plot plot(String xTitle, String yTitle) {
        Map<String, Style.Look> looks = looks();
        Plot plot = new Plot(xTitle, yTitle).xFrom(left(), right());
        plot.chart().getStyler().setXAxisTickMarkSpacingHint(TICK_PIXELS);
        plot.yTo(Double.isNaN(highest) ? top() : highest);
        for (Measured m : measured) {
            Style.Look look = looks.get(m.name());
            if (!m.joined()) plot.points(m.name(), m.x(), m.y(), look);
            else if (m.x().length <= FEW) plot.curve(m.name(), m.x(), i -> m.y()[i], look);
            else plot.line(m.name(), m.x(), i -> m.y()[i], look);
        }
        return plot;
    }

    private DoubleStream allX() {
        return measured.stream().flatMapToDouble(m -> Arrays.stream(m.x()));
    }

    double left() {
        return Math.min(0, allX().min().orElse(0));
    }

    double right() {
        return allX().max().orElse(1);
    }

    private double top() {
        double top = 0;
        for (Measured m : measured) top = Math.max(top, m.highest());
        for (Formula f : formulas)
            top = Math.max(top, Arrays.stream(points()).map(f.y()).max().orElse(0));
        return top == 0 ? 1 : HEADROOM * top;
    }

    private double[] points() {
        return DoubleStream.concat(DoubleStream.of(left()), allX()).sorted().distinct().toArray();
    }

    /** The plot, and over it what XChart does not draw, or begins to dash anew at every point. */
    Chart.Painter painter(Plot plot) {
        return (g, width, height) -> {
            plot.paint(g, width, height);
            for (int i = 0; i < formulas.size(); i++) {
                g.setColor(color(i));
                g.setStroke(STROKES.get(i % STROKES.size()));
                g.draw(path(plot, formulas.get(i)));
            }
            for (Mark mark : marks) draw(g, plot, mark);
        };
    }

    private Path2D path(Plot plot, Formula formula) {
        double ceiling = plot.chart().getStyler().getYAxisMax();
        Path2D path = new Path2D.Double();
        for (double x : points()) {
            double y = formula.y().applyAsDouble(x);
            if (y > ceiling) break;
            double screenX = plot.chart().getScreenXFromChart(x);
            double screenY = plot.chart().getScreenYFromChart(y);
            if (path.getCurrentPoint() == null) path.moveTo(screenX, screenY);
            else path.lineTo(screenX, screenY);
        }
        return path;
    }

    private static void draw(Graphics2D g, Plot plot, Mark mark) {
        double x = plot.chart().getScreenXFromChart(mark.x());
        double bottom = plot.chart().getScreenYFromChart(0);
        double top = plot.chart().getScreenYFromChart(plot.chart().getStyler().getYAxisMax());
        g.setColor(COLORS.get(1));
        g.setStroke(Style.DOTTED);
        g.draw(new Line2D.Double(x, bottom, x, top));
        boolean isRight = x > Chart.WIDTH / 2.0;
        if (isRight) Ink.right(g, MARK_FONT, Style.INK, mark.name(), x - 6, top + 12);
        else Ink.left(g, MARK_FONT, Style.INK, mark.name(), x + 6, top + 12);
    }
}
