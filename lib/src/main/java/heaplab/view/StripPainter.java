package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Arc;
import heaplab.view.Strip.Cell;
import heaplab.view.StripRows.Column;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws one strip, word by word, in rows. */
final class StripPainter implements Drawing {
    private static final int READABLE = 28; // least width of a word that has a label
    private static final int ROOM = 6; // between rows
    private static final int HEIGHT = 40; // of a word
    private static final int ARCS = 34; // room above a row for its arcs
    private static final int BELOW = 30; // room below for the cursor and the addresses

    private static final Color LIGHT = new Color(0xD9EEFA);

    private final Strip strip;
    private final List<List<Column>> rows;
    private final boolean inWords; // whether addresses are numbers of words
    private final double wordWidth;
    private Graphics2D g;
    private double left; // of the row
    private double top; // of the row's cells

    StripPainter(Strip strip, List<List<Column>> rows, boolean inWords) {
        this.strip = strip;
        this.rows = rows;
        this.inWords = inWords;
        wordWidth = StripRows.wordWidth(rows);
    }

    @Override
    public int height() {
        return rows.size() * rowHeight() - ROOM;
    }

    @Override
    public double width() {
        return rows.stream().mapToInt(StripRows::width).max().orElse(0) * wordWidth;
    }

    private int rowHeight() {
        return (strip.arcs().isEmpty() ? 0 : ARCS) + HEIGHT + BELOW + ROOM;
    }

    @Override
    public void paint(Graphics2D pen, int x, int y) {
        g = pen;
        left = x;
        top = y + (strip.arcs().isEmpty() ? 0 : ARCS);
        for (List<Column> row : rows) {
            row(row);
            top += rowHeight();
        }
    }

    private void row(List<Column> row) {
        double x = left;
        for (Column column : row) {
            double width = column.width() * wordWidth;
            Cell cell = strip.cell(column.address());
            if (cell != null) {
                Rectangle2D box = new Rectangle2D.Double(x, top, width, HEIGHT);
                if (column.isGap()) gap(box, cell, column);
                else cell(box, cell);
                address(column, x, column == row.get(0));
            }
            x += width;
            if (column.end() == strip.scan().heapBytes()) address(column.end(), x);
        }
        borders(row);
        if (wordWidth < READABLE) blockLabels(row);
        outlines(row);
        strip.arcs().forEach(arc -> arc(row, arc));
        cursor(row);
    }

    private void cell(Rectangle2D box, Cell cell) {
        pattern(g, box, cell);
        if (wordWidth >= READABLE) label(box, cell);
        if (cell.written()) dot(g, box.getMaxX() - 6, box.getY() + 6);
    }

    /** The mark of a word that was written. */
    static void dot(Graphics2D g, double x, double y) {
        g.setColor(Ink.ORANGE);
        g.fill(new Ellipse2D.Double(x - 3, y - 3, 6, 6));
    }

    /** What a kind of word looks like. */
    static void pattern(Graphics2D g, Rectangle2D box, Cell cell) {
        g.setColor(fill(cell));
        g.fill(box);
        switch (cell.role()) {
            case HEADER -> Ink.hatch(g, box, true, 8);
            case FOOTER -> Ink.hatch(g, box, false, 8);
            case UNUSED -> {
                Ink.hatch(g, box, true, 6);
                Ink.hatch(g, box, false, 6);
            }
            case PADDING, PAYLOAD -> padding(g, box, cell.padding());
            default -> {}
        }
    }

    private static void padding(Graphics2D g, Rectangle2D box, int bytes) {
        if (bytes == 0) return;
        double width = box.getWidth() * bytes / Memory.WORD;
        Rectangle2D part =
                new Rectangle2D.Double(box.getMaxX() - width, box.getY(), width, box.getHeight());
        g.setColor(Ink.MIST);
        g.fill(part);
        Ink.dots(g, part);
    }

    private static Color fill(Cell cell) {
        return switch (cell.role()) {
            case UNUSED, UNKNOWN -> Ink.PALE;
            case HEADER, FOOTER -> cell.allocated() ? Ink.SKY : Color.WHITE;
            case PAYLOAD -> Ink.BLUE;
            case PADDING -> Ink.MIST;
            case FREE -> Color.WHITE;
            case LINK -> Ink.CREAM;
            case BROKEN -> Ink.ORANGE;
        };
    }

    private void label(Rectangle2D box, Cell cell) {
        double x = box.getCenterX();
        double y = box.getCenterY() + 4;
        switch (cell.role()) {
            case HEADER, FOOTER -> tag(cell, x, y);
            case LINK -> {
                String[] words = cell.label().split(" ");
                Ink.centre(g, Ink.PLAIN.deriveFont(9f), Ink.GRAY, words[0], x, y - 8);
                fitted(Ink.PLAIN, Ink.BLACK, words[1], x, y + 6);
            }
            case UNKNOWN -> Ink.centre(g, Ink.PLAIN, Ink.GRAY, "?", x, y);
            case PAYLOAD -> {
                double used = box.getWidth() * (Memory.WORD - cell.padding()) / Memory.WORD;
                if (cell.padding() < 2)
                    fitted(Ink.PLAIN, Color.WHITE, cell.label(), box.getX() + used / 2, y);
            }
            default -> fitted(Ink.BOLD, Color.WHITE, cell.label(), x, y);
        }
    }

    private void fitted(Font font, Color color, String text, double x, double y) {
        if (text.isEmpty()) return;
        Ink.centre(g, Ink.fitting(font, text, wordWidth - 4), color, text, x, y);
    }

    private void tag(Cell cell, double x, double y) {
        Font font = cell.role() == Strip.Role.HEADER ? Ink.BOLD.deriveFont(12f) : Ink.PLAIN;
        font = Ink.fitting(font, cell.label(), wordWidth - 4);
        patch(font, cell.label(), cell.allocated(), x, y);
    }

    /** A label on a patch that keeps the hatching away from it. */
    private void patch(Font font, String label, boolean allocated, double x, double y) {
        if (label.isEmpty()) return;
        double width = Ink.width(font, label) + 4;
        g.setColor(allocated ? LIGHT : Color.WHITE);
        g.fill(new RoundRectangle2D.Double(x - width / 2, y - 12, width, 16, 5, 5));
        Ink.centre(g, font, Ink.BLACK, label, x, y);
    }

    /** Where words are too narrow for labels each block has one in its middle. */
    private void blockLabels(List<Column> row) {
        for (Scan.Block block : strip.scan().blocks()) {
            double from = middle(row, block.address());
            double to = middle(row, block.end() - Memory.WORD);
            if (from < 0 || to < 0) continue;
            String name = strip.cell(block.payload()).label();
            boolean named = block.allocated() && !name.isEmpty();
            double room = to - from + wordWidth - 4;
            String label = named ? name + " " + block.tag() : block.tag();
            if (Ink.width(Ink.BOLD, label) > room) label = block.tag();
            if (Ink.width(Ink.BOLD.deriveFont(9f), label) > room) continue;
            Font font = Ink.fitting(Ink.BOLD, label, room);
            patch(font, label, block.allocated(), (from + to) / 2, top + HEIGHT / 2.0 + 4);
        }
    }

    private void gap(Rectangle2D box, Cell cell, Column column) {
        g.setColor(fill(cell));
        g.fill(box);
        if (cell.role() == Strip.Role.PADDING) Ink.dots(g, box);
        int end = Math.min(column.end(), strip.scan().heapBytes());
        String text = "%,d bytes".formatted(end - column.address());
        if (wordWidth < READABLE) text = ""; // the block's label says it
        Color ink = cell.role() == Strip.Role.PAYLOAD ? Color.WHITE : Ink.BLACK;
        double y = box.getCenterY();
        Ink.centre(g, Ink.PLAIN, ink, text, box.getCenterX(), y - 4);
        g.setColor(ink);
        for (int i = -2; i <= 2; i++)
            g.fill(new Ellipse2D.Double(box.getCenterX() + 9 * i - 1.5, y + 9, 3, 3));
    }

    private void address(Column column, double x, boolean first) {
        int step = (wordWidth < READABLE ? 4 : 2) * Memory.WORD;
        if (column.address() % step == 0 || first || column.isGap() && wordWidth >= READABLE)
            address(column.address(), x);
    }

    private void address(int address, double x) {
        int shown = inWords ? address / Memory.WORD : address;
        Ink.centre(g, Ink.PLAIN, Ink.GRAY, String.valueOf(shown), x, top + HEIGHT + 24);
        g.setStroke(Ink.line(0.8));
        g.setColor(Ink.GRAY);
        g.draw(new Line2D.Double(x, top + HEIGHT, x, top + HEIGHT + 4));
    }

    /** Thin lines between words, thick ones between blocks. */
    private void borders(List<Column> row) {
        double x = left;
        double end = left;
        int before = -1;
        for (Column column : row) {
            Cell cell = strip.cell(column.address());
            if (cell == null) break;
            boolean starts = cell.block() != before;
            border(x, starts ? 1.6 : 0.6, starts ? Ink.BLACK : Ink.GRAY);
            before = cell.block();
            x += column.width() * wordWidth;
            end = x;
        }
        if (end == left) return;
        border(end, 1.6, Ink.BLACK);
        g.draw(new Line2D.Double(left, top, end, top));
        g.draw(new Line2D.Double(left, top + HEIGHT, end, top + HEIGHT));
    }

    private void border(double x, double width, Color color) {
        g.setStroke(Ink.line(width));
        g.setColor(color);
        g.draw(new Line2D.Double(x, top - 0.8, x, top + HEIGHT + 0.8));
    }

    private void outlines(List<Column> row) {
        double x = left;
        double start = -1;
        g.setStroke(Ink.line(3));
        for (Column column : row) {
            Cell cell = strip.cell(column.address());
            boolean changed = cell != null && cell.changed();
            if (changed && start < 0) start = x;
            if (!changed && start >= 0) start = outline(start, x);
            x += column.width() * wordWidth;
        }
        if (start >= 0) outline(start, x);
    }

    private int outline(double from, double to) {
        g.setColor(Ink.ORANGE);
        g.draw(new Rectangle2D.Double(from, top - 1.5, to - from, HEIGHT + 3));
        return -1;
    }

    /** The middle of a word in this row, or -1. */
    private double middle(List<Column> row, int address) {
        double x = left;
        for (Column column : row) {
            double width = column.width() * wordWidth;
            if (address >= column.address() && address < column.end()) return x + width / 2;
            x += width;
        }
        return -1;
    }

    /** An arc within the row; the label of a link says where one leads that leaves it. */
    private void arc(List<Column> row, Arc arc) {
        double from = middle(row, arc.from());
        double to = middle(row, arc.to());
        if (from < 0 || to < 0) return;
        double side = to > from ? 5 : -5;
        double tipX = to - side;
        double tipY = top - 3;
        double high = Math.min(2 * ARCS - 12, 24 + Math.abs(to - from) / 8);
        double dx = (tipX - from - side) / 2;
        double length = Math.hypot(dx, high);
        double endX = tipX - 7 * dx / length;
        double endY = tipY - 7 * high / length;
        g.setStroke(Ink.line(1.8));
        g.setColor(Ink.GREEN);
        g.draw(new QuadCurve2D.Double(from + side, tipY, tipX - dx, tipY - high, endX, endY));
        Ink.triangle(g, tipX, tipY, dx, high, 9);
    }

    private void cursor(List<Column> row) {
        double x = strip.scan().cursor() == 0 ? -1 : middle(row, strip.scan().cursor());
        if (x < 0) return;
        g.setColor(Ink.BLACK);
        Ink.triangle(g, x, top + HEIGHT + 2, 0, -1, 11);
    }
}
