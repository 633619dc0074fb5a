package heaplab.view;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * One or more panels, side by side or in rows, under one title and above one legend. XChart draws
 * axes and data; the rest is drawn here, so that nothing covers the data and equal panels stay
 * equal.
 */
public final class Chart implements Picture {
    static final int WIDTH = 900; // of all charts, shown at half their resolution
    private static final int MARGIN = 10;
    private static final int TITLE = 34;
    private static final int PANEL_LINE = 16; // height of a line of a panel's title
    private static final String JOINT = " · "; // of a title that is too long for one line
    private static final int ONE_OF_ROWS = 220; // height of a panel where there are rows of them
    private static final Font TITLE_FONT = Style.font(Font.BOLD, 15);
    private static final Font PANEL_FONT = Style.font(Font.BOLD, 12.5f);

    /** Draws axes and data into a rectangle from (0, 0). */
    @FunctionalInterface
    interface Painter {
        void paint(Graphics2D g, int width, int height);
    }

    /** A plot and what stands above it; empty for nothing. */
    record Panel(String title, Painter plot) {}

    private final String title;
    private final List<Panel> panels;
    private final List<Key> legend;
    private final int height; // of a panel
    private final String text; // the same for a terminal or a screen reader
    private final String alt; // in one sentence or two

    Chart(String title, List<Panel> panels, List<Key> legend, int height, String text, String alt) {
        this.title = title;
        this.panels = panels;
        this.legend = legend;
        this.height = height;
        this.text = text;
        this.alt = alt;
    }

    @Override
    public Bundle bundle() {
        return Bundle.of(image(), title + "\n" + text, title + ". " + alt);
    }

    List<Panel> panels() {
        return panels;
    }

    /** The chart at double resolution. */
    public BufferedImage image() {
        int rows = (panels.size() + columns() - 1) / columns();
        int rowHeight = panelTitle() + (rows == 1 ? height : Math.min(height, ONE_OF_ROWS));
        int legendTop = TITLE + rows * rowHeight + 4;
        int full = legendTop + legendRows() * Key.ROW + MARGIN;
        BufferedImage image = Ink.canvas(WIDTH, full);
        Graphics2D g = Ink.pen(image);
        Ink.left(g, TITLE_FONT, Style.INK, title, MARGIN, 23);
        int width = (WIDTH - MARGIN) / columns();
        for (int i = 0; i < panels.size(); i++) {
            int left = MARGIN / 2 + i % columns() * width;
            int top = TITLE + i / columns() * rowHeight;
            paint(panels.get(i), (Graphics2D) g.create(left, top, width, rowHeight));
        }
        Key.rows(g, legend, MARGIN + 6, legendTop, WIDTH - 2 * MARGIN, true);
        g.dispose();
        return image;
    }

    private void paint(Panel panel, Graphics2D g) {
        Rectangle box = g.getClipBounds();
        List<String> lines = lines(panel.title);
        for (int i = 0; i < lines.size(); i++)
            Ink.left(g, PANEL_FONT, Style.INK, lines.get(i), 6, 13 + i * PANEL_LINE);
        g.translate(0, panelTitle());
        panel.plot.paint(g, box.width, box.height - panelTitle());
        g.dispose();
    }

    private int panelTitle() {
        if (panels.stream().allMatch(panel -> panel.title.isEmpty())) return 0;
        int most = panels.stream().mapToInt(panel -> lines(panel.title).size()).max().orElse(0);
        return 4 + most * PANEL_LINE;
    }

    /** A title in as many lines as the width of a panel asks for. */
    private List<String> lines(String title) {
        double room = (double) (WIDTH - MARGIN) / columns() - 12;
        List<String> lines = new ArrayList<>();
        for (String part : title.split(JOINT)) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1) + JOINT + part;
            if (lines.isEmpty() || Ink.width(PANEL_FONT, last) > room) lines.add(part);
            else lines.set(lines.size() - 1, last);
        }
        return lines;
    }

    /** Panels in a row: up to four, or three where that fills two rows. */
    private int columns() {
        return panels.size() <= 4 ? panels.size() : panels.size() <= 6 ? 3 : 4;
    }

    private int legendRows() {
        Graphics2D g = Ink.pen(Ink.canvas(1, 1));
        return legend.isEmpty() ? 0 : Key.rows(g, legend, 0, 0, WIDTH - 2 * MARGIN, false);
    }

    @Override
    public String toString() {
        return title + "\n" + text;
    }
}
