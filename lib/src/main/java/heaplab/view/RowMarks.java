package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Arc;
import heaplab.view.Strip.Cell;
import heaplab.view.StripRows.Column;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws what lies over the words of a row: borders, labels of blocks, outlines, arcs, cursor. */
final class RowMarks {
    private static final int HEIGHT = StripPainter.HEIGHT;

    private final Graphics2D g;
    private final Strip strip;
    private final List<Column> row;
    private final double wordWidth;
    private final double left;
    private final double top;
    private final Unit unit;

    RowMarks(
            Graphics2D g,
            Strip strip,
            List<Column> row,
            double wordWidth,
            double left,
            double top,
            Unit unit) {
        this.g = g;
        this.strip = strip;
        this.row = row;
        this.wordWidth = wordWidth;
        this.left = left;
        this.top = top;
        this.unit = unit;
    }

    void paint(boolean labelBlocks) {
        borders();
        if (labelBlocks) strip.scan().blocks().forEach(this::label);
        outlines();
        strip.arcs().forEach(this::arc);
        strip.roots().forEach(this::root);
        cursor();
    }

    /** Where words are too narrow for labels each block has one in its middle. */
    private void label(Scan.Block block) {
        double from = middle(block.address());
        double to = middle(block.end() - Memory.WORD);
        if (from < 0 || to < 0) return;
        String name = strip.cell(block.payload()).label();
        boolean bare = block.header() == 0; // no tag: its size instead
        String tag = bare ? size(block) : strip.cell(block.address()).label();
        boolean named = block.allocated() && !name.isEmpty();
        double room = to - from + wordWidth - 4;
        String label = !named ? tag : bare ? name : name + " " + tag;
        if (Ink.width(Ink.BOLD, label) > room) label = tag;
        if (Ink.width(Ink.BOLD.deriveFont(9f), label) > room) return;
        Font font = Ink.fitting(Ink.BOLD, label, room);
        WordPainter.patch(
                g, font, label, block.allocated(), (from + to) / 2, top + HEIGHT / 2.0 + 4);
    }

    private String size(Scan.Block block) {
        return String.valueOf(unit.of(block.bytes()));
    }

    /** Thin lines between words, thick ones between blocks. */
    private void borders() {
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

    private void outlines() {
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
    private double middle(int address) {
        double x = left;
        for (Column column : row) {
            double width = column.width() * wordWidth;
            if (address >= column.address() && address < column.end()) return x + width / 2;
            x += width;
        }
        return -1;
    }

    /** An arc within the row; the label of a link says where one leads that leaves it. */
    private void arc(Arc arc) {
        double from = middle(arc.from());
        double to = middle(arc.to());
        if (from < 0 || to < 0) return;
        double side = to > from ? 5 : -5;
        double tipX = to - side;
        double tipY = top - 3;
        double high = Math.min(2 * StripPainter.ARCS - 12, 24 + Math.abs(to - from) / 8);
        double dx = (tipX - from - side) / 2;
        double length = Math.hypot(dx, high);
        double endX = tipX - 7 * dx / length;
        double endY = tipY - 7 * high / length;
        g.setStroke(Ink.line(1.8));
        g.setColor(isAstray(arc) ? Ink.ORANGE : Ink.GREEN);
        g.draw(new QuadCurve2D.Double(from + side, tipY, tipX - dx, tipY - high, endX, endY));
        Ink.triangle(g, tipX, tipY, dx, high, 9);
    }

    /** Whether the link of a free block leads to one that is not free. */
    private boolean isAstray(Arc arc) {
        Cell from = strip.cell(arc.from());
        Cell to = strip.cell(arc.to());
        return from.role() == Strip.Role.LINK && to != null && to.allocated();
    }

    /** Where a list or a tree begins: an arrow from above, from the static variables. */
    private void root(Strip.Root root) {
        double x = middle(root.block());
        if (x < 0) return;
        g.setStroke(Ink.line(1.8));
        g.setColor(Ink.GREEN);
        g.draw(new Line2D.Double(x, top - 18, x, top - 10));
        Ink.triangle(g, x, top - 3, 0, 1, 9);
        double width = Ink.width(Ink.PLAIN, root.name());
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(x - width / 2 - 2, top - 31, width + 4, 13));
        Ink.centre(g, Ink.PLAIN, Ink.BLACK, root.name(), x, top - 21);
    }

    private void cursor() {
        double x = strip.scan().cursor() == 0 ? -1 : middle(strip.scan().cursor());
        if (x < 0) return;
        g.setColor(Ink.BLACK);
        Ink.triangle(g, x, top + HEIGHT + 2, 0, -1, 11);
    }
}
