package heaplab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all charts look: the colours of Okabe and Ito, a marker for each policy as well, few lines.
 * First, next, best and worst fit look the same in every chart; any other policy gets the next look
 * that is left.
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

    private static final Map<String, Look> OWN =
            Map.of(
                    "first fit", new Look(Ink.BLUE, SeriesMarkers.CIRCLE),
                    "next fit", new Look(Ink.ORANGE, SeriesMarkers.SQUARE),
                    "best fit", new Look(Ink.GREEN, SeriesMarkers.TRIANGLE_UP),
                    "worst fit", new Look(Ink.PURPLE, SeriesMarkers.DIAMOND));

    private static final List<Color> OTHER_COLORS =
            List.of(
                    Ink.AMBER,
                    Ink.SKY,
                    new Color(0x444444),
                    new Color(0x9A8B00),
                    new Color(0x8C6D5A));
    private static final List<Marker> OTHER_MARKERS =
            List.of(
                    SeriesMarkers.TRIANGLE_DOWN,
                    SeriesMarkers.CROSS,
                    SeriesMarkers.PLUS,
                    SeriesMarkers.RECTANGLE,
                    SeriesMarkers.OVAL);

    private Style() {}

    /** The look of each policy of a chart, in their order. */
    static Map<String, Look> looks(Collection<String> policies) {
        Map<String, Look> looks = new LinkedHashMap<>();
        int others = 0;
        for (String policy : policies) {
            Look own = own(policy);
            looks.put(policy, own == null || looks.containsValue(own) ? other(others++) : own);
        }
        return looks;
    }

    /** When the colours are used up they come again with other markers. */
    private static Look other(int i) {
        int round = i / OTHER_COLORS.size();
        int marker = (i + 2 * round) % OTHER_MARKERS.size();
        return new Look(OTHER_COLORS.get(i % OTHER_COLORS.size()), OTHER_MARKERS.get(marker));
    }

    private static Look own(String policy) {
        return Arrays.stream(policy.split(" · "))
                .filter(OWN::containsKey)
                .findFirst()
                .map(OWN::get)
                .orElse(null);
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
