package heaplab.view;

import heaplab.trace.Trace;
import heaplab.view.Raster.Panel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws the panels of a raster, their axes, and the bar that says what the colours mean. */
final class RasterPainter {
    private static final int WIDTH = 960; // of the picture
    private static final int PANEL_HEIGHT = 300;
    private static final int LEFT = 64; // room for the axis of addresses
    private static final int RIGHT = 76; // room for the colour bar
    private static final int SPACE = 18; // between panels
    private static final int HEADER = 44; // above a panel: its name and measure
    private static final int FOOTER = 42; // below a panel: the axis of operations
    private static final int TITLE = 34;
    private static final int FREE = Ink.FREE.getRGB();
    private static final int NOT_OBTAINED = 0xFFFFFF;

    private final String title;
    private final Trace trace;
    private final List<Panel> panels;
    private final int heapBytes;
    private final int perRow;
    private final int panelWidth;
    private final double mostLog; // logarithm of the longest possible lifetime
    private Graphics2D g;
    private BufferedImage canvas;

    RasterPainter(String title, Trace trace, List<Panel> panels) {
        this.title = title;
        this.trace = trace;
        this.panels = panels;
        heapBytes = (int) (Raster.heapBytes(panels) * 1.02);
        int n = panels.size();
        perRow = n <= 3 ? n : n == 4 ? 2 : 3;
        panelWidth = (WIDTH - LEFT - RIGHT - (perRow - 1) * SPACE) / perRow;
        mostLog = Math.max(1, Math.log10(Math.max(1, trace.operations())));
    }

    BufferedImage image() {
        int rows = (panels.size() + perRow - 1) / perRow;
        int rowHeight = HEADER + PANEL_HEIGHT + FOOTER;
        canvas = Ink.canvas(WIDTH, TITLE + rows * rowHeight);
        g = Ink.pen(canvas);
        Ink.left(g, Ink.TITLE, Ink.BLACK, title + " (gray: free, white: not yet obtained)", 8, 22);
        for (int i = 0; i < panels.size(); i++) {
            int x = LEFT + i % perRow * (panelWidth + SPACE);
            int y = TITLE + i / perRow * rowHeight + HEADER;
            panel(panels.get(i), x, y);
            axes(x, y, i % perRow == 0);
            bound(x, y, i == 0);
        }
        colourBar(WIDTH - RIGHT + 18, TITLE + HEADER);
        g.dispose();
        return canvas;
    }

    private void panel(Panel panel, int left, int top) {
        Ink.left(g, Ink.BOLD.deriveFont(13f), Ink.BLACK, panel.name(), left, top - 24);
        Ink.left(g, Ink.PLAIN, Ink.GRAY, Raster.measure(panel), left, top - 8);
        int scale = canvas.getWidth() / WIDTH;
        int columns = panelWidth * scale;
        int rows = PANEL_HEIGHT * scale;
        Coverage grid = new Coverage(panel.lifetimes(), heapBytes, columns, rows);
        for (int y = 0; y < rows; y++)
            for (int x = 0; x < columns; x++)
                canvas.setRGB(left * scale + x, top * scale + rows - 1 - y, pixel(grid, x, y));
    }

    private int pixel(Coverage grid, int x, int y) {
        double allocated = grid.allocated(x, y);
        double heap = Math.max(allocated, grid.heap(x, y));
        int ground = Ramp.mix(NOT_OBTAINED, FREE, heap == 0 ? 0 : heap);
        return Ramp.mix(ground, Ramp.rgb(grid.logLifetime(x, y) / mostLog), allocated);
    }

    private void axes(int left, int top, boolean addresses) {
        int bottom = top + PANEL_HEIGHT;
        g.setColor(Ink.BLACK);
        g.setStroke(Ink.line(1));
        g.draw(new Line2D.Double(left, top, left, bottom));
        g.draw(new Line2D.Double(left, bottom, left + panelWidth, bottom));
        String unit = Axis.unit(heapBytes);
        int bytes = Axis.bytesPer(unit);
        for (double tick : Axis.ticks((double) heapBytes / bytes, 7)) {
            double y = bottom - PANEL_HEIGHT * tick * bytes / heapBytes;
            g.setColor(Ink.BLACK);
            g.draw(new Line2D.Double(left - 4, y, left, y));
            if (addresses) Ink.right(g, Ink.PLAIN, Ink.BLACK, Axis.number(tick), left - 7, y + 4);
        }
        if (addresses)
            Ink.upwards(
                    g,
                    Ink.PLAIN,
                    Ink.BLACK,
                    "address (" + unit + ")",
                    20,
                    top + PANEL_HEIGHT / 2.0);
        for (double tick : Axis.ticks(trace.operations(), panelWidth / 56)) {
            double x = left + panelWidth * tick / Math.max(1, trace.operations());
            g.setColor(Ink.BLACK);
            g.draw(new Line2D.Double(x, bottom, x, bottom + 4));
            Ink.centre(g, Ink.PLAIN, Ink.BLACK, Axis.number(tick), x, bottom + 17);
        }
        Ink.centre(g, Ink.PLAIN, Ink.BLACK, "operations", left + panelWidth / 2.0, bottom + 33);
    }

    private void bound(int left, int top, boolean named) {
        double y = top + PANEL_HEIGHT * (1 - (double) trace.peakBytes() / heapBytes);
        g.setColor(Ink.BLACK);
        g.setStroke(Ink.dashes(1.3));
        g.draw(new Line2D.Double(left, y, left + panelWidth, y));
        if (!named) return;
        String text = "peak payload " + Axis.bytes(trace.peakBytes());
        double above = y - top > 20 ? y - 17 : y + 3; // below the line where the panel ends
        g.setColor(new Color(255, 255, 255, 210));
        g.fill(new Rectangle2D.Double(left + 5, above, Ink.width(Ink.PLAIN, text) + 6, 14));
        Ink.left(g, Ink.PLAIN, Ink.BLACK, text, left + 8, above + 11);
    }

    private void colourBar(int left, int top) {
        for (int y = 0; y < 2 * PANEL_HEIGHT; y++) {
            g.setColor(Ramp.color(1 - y / (2.0 * PANEL_HEIGHT)));
            g.fill(new Rectangle2D.Double(left, top + y / 2.0, 14, 0.5));
        }
        g.setStroke(Ink.line(0.8));
        for (int power = 0; power <= mostLog; power++) {
            double y = top + PANEL_HEIGHT * (1 - power / mostLog);
            g.setColor(Ink.BLACK);
            g.draw(new Line2D.Double(left + 14, y, left + 18, y));
            Ink.left(g, Ink.PLAIN, Ink.BLACK, "10", left + 20, y + 4);
            Ink.left(g, Ink.PLAIN.deriveFont(8f), Ink.BLACK, "" + power, left + 34, y - 1);
        }
        Ink.upwards(
                g,
                Ink.PLAIN,
                Ink.BLACK,
                "lifetime (operations)",
                left + 54,
                top + PANEL_HEIGHT / 2.0);
    }
}
