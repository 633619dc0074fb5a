package heaplab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One pair of axes over XChart: lines with a few markers each, areas, and dashed bounds. */
final class Plot implements Chart.Painter {
    private static final int MARKERS = 7; // on each line, shifted so that none hides another
    private static final int SHIFTS = 5;
    private static final int STEPPED = 100; // points that are still seen apart
    private static final int DOUBLING = 22; // least room between two ticks of such an axis
    private static final double BESIDE = 0.3; // doublings to see beside the first and the last

    private final XYChart chart = new XYChart(100, 100); // the size is given when it is painted
    private final List<double[][]> bounds = new ArrayList<>(); // x and y of each
    private int lines;

    Plot(String xTitle, String yTitle) {
        Style.apply(chart.getStyler());
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        chart.getStyler().setYAxisMin(0.0);
    }

    XYChart chart() {
        return chart;
    }

    Plot xFrom(double least, double most) {
        chart.getStyler().setXAxisMin(least).setXAxisMax(most);
        return this;
    }

    Plot yTo(double most) {
        chart.getStyler().setYAxisMax(most);
        return this;
    }

    /** A logarithmic axis upwards from 1. */
    Plot logarithmic(double most) {
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(1.0).setYAxisMax(1.5 * most);
        return this;
    }

    /** A logarithmic axis to the right from 1. */
    Plot logarithmicX(double most) {
        chart.getStyler().setXAxisLogarithmic(true).setXAxisMin(1.0).setXAxisMax(decade(most));
        return this;
    }

    /**
     * The x axis counts doublings, and names the numbers: 4 is 16, 5 is 32. No two ticks may have
     * the same name, or XChart draws none, so ticks out of sight have theirs, too.
     */
    Plot doublings(double[] x) {
        chart.getStyler()
                .setXAxisTickMarkSpacingHint(DOUBLING)
                .setXAxisTickLabelsFormattingFunction(
                        at -> Scale.number(Math.pow(2, at)).replace(",", ""));
        return xFrom(x[0] - BESIDE, x[x.length - 1] + BESIDE);
    }

    /** The power of ten at or above a value. */
    static double decade(double value) {
        return Math.pow(10, Math.max(1, Math.ceil(Math.log10(value))));
    }

    Plot line(String name, double[] x, IntToDoubleFunction y, Style.Look look) {
        double[] values = values(x, y);
        add(
                name,
                x,
                values,
                isStepped(x) ? XYSeriesRenderStyle.Step : XYSeriesRenderStyle.Line,
                look.color(),
                Style.LINE);
        int[] at = markersAt(x.length, lines++);
        double[] markerX = Arrays.stream(at).mapToDouble(i -> x[i]).toArray();
        double[] markerY = Arrays.stream(at).mapToDouble(i -> values[i]).toArray();
        points(name + " (markers)", markerX, markerY, look);
        return this;
    }

    /** Few points, each with its marker, joined by straight lines. */
    Plot curve(String name, double[] x, IntToDoubleFunction y, Style.Look look) {
        double[] values = values(x, y);
        add(name, x, values, XYSeriesRenderStyle.Line, look.color(), Style.LINE);
        return points(name + " (markers)", x, values, look);
    }

    Plot points(String name, double[] x, double[] y, Style.Look look) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(look.marker()).setMarkerColor(look.color());
        return this;
    }

    Plot area(String name, double[] x, IntToDoubleFunction y, Color color) {
        XYSeries series =
                add(
                        name,
                        x,
                        values(x, y),
                        isStepped(x) ? XYSeriesRenderStyle.StepArea : XYSeriesRenderStyle.Area,
                        color.darker(),
                        Style.stroke(0.6f));
        series.setFillColor(color);
        return this;
    }

    /**
     * A dashed line over everything else. XChart begins to dash anew at every point, so not its.
     */
    Plot bound(double[] x, IntToDoubleFunction y) {
        bounds.add(new double[][] {x, values(x, y)});
        return this;
    }

    List<double[][]> bounds() {
        return bounds;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        chart.paint(g, width, height);
        g.setColor(Style.INK);
        g.setStroke(Style.DASHED);
        for (double[][] bound : bounds) g.draw(path(bound[0], bound[1]));
    }

    private Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            double screenX = chart.getScreenXFromChart(x[i]);
            double screenY = chart.getScreenYFromChart(y[i]);
            if (i == 0) path.moveTo(screenX, screenY);
            else {
                if (isStepped(x)) path.lineTo(screenX, path.getCurrentPoint().getY());
                path.lineTo(screenX, screenY);
            }
        }
        return path;
    }

    /** So few samples that one sees each: between them nothing changes gradually. */
    private static boolean isStepped(double[] x) {
        return x.length <= STEPPED;
    }

    private XYSeries add(
            String name,
            double[] x,
            double[] y,
            XYSeriesRenderStyle kind,
            Color color,
            BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(kind);
        series.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineStyle(stroke);
        return series;
    }

    private static double[] values(double[] x, IntToDoubleFunction y) {
        return IntStream.range(0, x.length).mapToDouble(y).toArray();
    }

    private static int[] markersAt(int size, int line) {
        double step = (double) size / MARKERS;
        double start = step * (line % SHIFTS + 0.5) / SHIFTS;
        return IntStream.range(0, Math.min(MARKERS, size))
                .map(i -> Math.min(size - 1, (int) (start + i * step)))
                .distinct()
                .toArray();
    }
}
