package heaplab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;

/**
 * One entry of a chart's legend.
 *
 * @param text what it stands for
 * @param color of line, marker or area
 * @param marker on the line; null for none
 * @param shape how it is drawn
 */
record Key(String text, Color color, Marker marker, Shape shape) {
    enum Shape {
        LINE,
        DASHED_LINE,
        DOTTED_LINE,
        MARKER,
        AREA
    }

    static final String BOUND = "peak payload (bound)";
    static final int ROW = 22;
    private static final int SWATCH = 26;
    private static final int GAP = 6; // between swatch and text
    private static final int SPACE = 15; // between entries

    static Key area(String text, Color color) {
        return new Key(text, color, null, Shape.AREA);
    }

    static Key line(String text, Style.Look look) {
        return new Key(text, look.color(), look.marker(), Shape.LINE);
    }

    static Key marker(String text, Style.Look look) {
        return new Key(text, look.color(), look.marker(), Shape.MARKER);
    }

    static Key bound() {
        return new Key(BOUND, Style.INK, null, Shape.DASHED_LINE);
    }

    /** Draws entries from left to right in as many rows as they need; answers their number. */
    static int rows(Graphics2D g, List<Key> keys, int left, int top, int width, boolean draw) {
        g.setFont(Style.font(Font.PLAIN, 12));
        FontMetrics metrics = g.getFontMetrics();
        int x = left;
        int row = 0;
        for (Key key : keys) {
            int own = SWATCH + GAP + metrics.stringWidth(key.text);
            if (x > left && x + own > left + width) {
                x = left;
                row++;
            }
            if (draw) key.paint(g, x, top + row * ROW);
            x += own + SPACE;
        }
        return row + 1;
    }

    private BasicStroke stroke() {
        return switch (shape) {
            case DASHED_LINE -> Style.DASHED;
            case DOTTED_LINE -> Style.DOTTED;
            default -> Style.LINE;
        };
    }

    private void paint(Graphics2D g, int x, int y) {
        double middle = y + ROW / 2.0;
        g.setColor(color);
        if (shape == Shape.AREA) {
            Rectangle2D box = new Rectangle2D.Double(x + 6, middle - 6, SWATCH - 6, 12);
            g.fill(box);
            g.setColor(color.darker());
            g.setStroke(Style.stroke(0.8f));
            g.draw(box);
        } else if (shape != Shape.MARKER) {
            g.setStroke(stroke());
            g.draw(new Line2D.Double(x, middle, x + SWATCH, middle));
        }
        double spot = shape == Shape.MARKER ? x + SWATCH - 8 : x + SWATCH / 2.0;
        g.setColor(color);
        if (marker != null) marker.paint(g, spot, middle, Style.MARKER_SIZE + 1);
        g.setColor(Style.INK);
        g.drawString(text, (float) x + SWATCH + GAP, (float) middle + 4.5f);
    }
}
