package heaplab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all charts look: the colours of Okabe and Ito, a marker for each policy as well, few lines.
 * First, next, best and worst fit look the same in every chart, and so do the ways to keep track of
 * free blocks: one that is not the implicit list decides, whatever the fit. Any other policy gets
 * the next look that is left.
 */
final class Style {
    static final Color INK = Ink.BLACK;
    static final Color PAYLOAD = Ink.BLUE;
    static final Color OVERHEAD = Ink.AMBER;
    static final Color REMAINDER = Ink.YELLOW;
    static final Color SCATTERED = Ink.ORANGE;
    static final Color LARGEST = new Color(0xD9D9D9);
    static final Color BEHIND = new Color(0xE4E4E4); // where policies have the colours
    static final BasicStroke LINE = stroke(2);
    static final BasicStroke DASHED = stroke(1.8f, 6, 4);
    static final BasicStroke DOTTED = stroke(2.2f, 2, 4);
    static final int MARKER_SIZE = 8;

    private static final Color GRID = new Color(0xE2E2E2);

    /** A policy's colour and marker. */
    record Look(Color color, Marker marker) {}

    private static final Color GRAPHITE = new Color(0x444444);
    private static final Color OLIVE = new Color(0x9A8B00);
    private static final Color BROWN = new Color(0x8C6D5A);
    private static final Color CRIMSON = new Color(0xA3195B);

    private static final Map<String, Look> FITS =
            Map.of(
                    "first fit", new Look(Ink.BLUE, SeriesMarkers.CIRCLE),
                    "next fit", new Look(Ink.ORANGE, SeriesMarkers.SQUARE),
                    "best fit", new Look(Ink.GREEN, SeriesMarkers.TRIANGLE_UP),
                    "worst fit", new Look(Ink.PURPLE, SeriesMarkers.DIAMOND));

    private static final Map<String, Look> TRACKINGS =
            Map.of(
                    "explicit LIFO", new Look(Ink.AMBER, SeriesMarkers.TRIANGLE_DOWN),
                    "explicit FIFO", new Look(CRIMSON, SeriesMarkers.RECTANGLE),
                    "explicit address order", new Look(Ink.SKY, SeriesMarkers.CROSS),
                    "explicit size order", new Look(OLIVE, SeriesMarkers.OVAL),
                    "segregated", new Look(GRAPHITE, SeriesMarkers.PLUS),
                    "size tree", new Look(BROWN, SeriesMarkers.RECTANGLE),
                    "TLSF", new Look(CRIMSON, SeriesMarkers.OVAL),
                    "half fit", new Look(OLIVE, SeriesMarkers.TRIANGLE_DOWN));

    /** The list that is usual, and so looks like the fit; if that is not named, like the first. */
    private static final String IMPLICIT = "implicit";

    private static final List<Color> OTHER_COLORS =
            List.of(Ink.AMBER, Ink.SKY, GRAPHITE, OLIVE, BROWN, CRIMSON);
    private static final List<Marker> OTHER_MARKERS =
            List.of(
                    SeriesMarkers.TRIANGLE_DOWN,
                    SeriesMarkers.CROSS,
                    SeriesMarkers.PLUS,
                    SeriesMarkers.RECTANGLE,
                    SeriesMarkers.OVAL);

    private static final Look LAST = new Look(Ink.GRAY, SeriesMarkers.NONE); // when all are taken

    private Style() {}

    /** The look of each policy of a chart, in their order. */
    static Map<String, Look> looks(Collection<String> policies) {
        Map<String, Look> looks = new LinkedHashMap<>();
        for (String policy : policies) looks.put(policy, null);
        for (String policy : policies) looks.put(policy, left(looks, own(policy)));
        for (String policy : policies)
            if (looks.get(policy) == null)
                looks.put(policy, Objects.requireNonNullElse(left(looks, others(looks)), LAST));
        return looks;
    }

    /** The first that no policy of the chart has; null when there is none. */
    private static Look left(Map<String, Look> looks, Stream<Look> wanted) {
        return wanted.filter(look -> !looks.containsValue(look)).findFirst().orElse(null);
    }

    /** What is kept for a policy: for one of several with the same tracking, its fit's marker. */
    private static Stream<Look> own(String policy) {
        List<String> parts = List.of(policy.split(" · "));
        Look fit = kept(FITS, parts);
        Look tracking = kept(TRACKINGS, parts);
        if (tracking == null && parts.contains(IMPLICIT) && fit == null)
            fit = FITS.get("first fit");
        if (tracking == null) return Stream.ofNullable(fit);
        Look mixed = fit == null ? null : new Look(tracking.color, fit.marker);
        return Stream.concat(Stream.of(tracking), Stream.ofNullable(mixed));
    }

    private static Look kept(Map<String, Look> looks, List<String> parts) {
        return parts.stream().filter(looks::containsKey).findFirst().map(looks::get).orElse(null);
    }

    /** For all others: first in colours that the chart has not yet, then in any. */
    private static Stream<Look> others(Map<String, Look> looks) {
        Set<Color> taken = new HashSet<>();
        for (Look look : looks.values()) if (look != null) taken.add(look.color);
        int colors = OTHER_COLORS.size();
        List<Look> all =
                IntStream.range(0, colors * OTHER_MARKERS.size())
                        .mapToObj(i -> other(i % colors, i % colors + i / colors))
                        .toList();
        return Stream.concat(
                all.stream().filter(look -> !taken.contains(look.color)), all.stream());
    }

    private static Look other(int color, int marker) {
        return new Look(OTHER_COLORS.get(color), OTHER_MARKERS.get(marker % OTHER_MARKERS.size()));
    }

    static Font font(int style, float size) {
        return new Font(Font.SANS_SERIF, style, 12).deriveFont(size);
    }

    static BasicStroke stroke(float width, float... dash) {
        return new BasicStroke(
                width,
                dash.length == 0 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                dash.length == 0 ? null : dash,
                0);
    }

    /** Plain axes; title and legend are drawn by {@link Chart}. */
    static void apply(AxesChartStyler styler) {
        styler.setChartTitleVisible(false)
                .setLegendVisible(false)
                .setLocale(Locale.ROOT)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setPlotContentSize(0.97)
                .setChartPadding(6)
                .setChartFontColor(INK)
                .setMarkerSize(MARKER_SIZE);
        styler.setAxisTitleFont(font(Font.PLAIN, 12))
                .setAxisTickLabelsFont(font(Font.PLAIN, 11))
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(INK)
                .setAxisTickMarkLength(4)
                .setAxisTickPadding(4)
                .setAxisTitlePadding(6)
                .setPlotMargin(0)
                .setXAxisTickMarkSpacingHint(60)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right)
                .setYAxisTickMarkSpacingHint(44)
                .setXAxisDecimalPattern("#,##0.###")
                .setYAxisDecimalPattern("#,##0.###")
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(stroke(1));
    }
}
