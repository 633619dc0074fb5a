package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Cell;
import heaplab.view.StripRows.Column;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws one strip, word by word, in rows. */
final class StripPainter implements Drawing {
    private static final int READABLE = 28; // least width of a word that has a label
    private static final int ROOM = 6; // between rows
    static final int HEIGHT = 40; // of a word
    static final int ARCS = 34; // room above a row for its arcs
    private static final int BELOW = 30; // room below for the cursor and the addresses

    private final Strip strip;
    private final List<List<Column>> rows;
    private final Unit unit; // of addresses
    private final double wordWidth;
    private Graphics2D g;
    private double left; // of the row
    private double top; // of the row's cells

    StripPainter(Strip strip, List<List<Column>> rows, Unit unit) {
        this.strip = strip;
        this.rows = rows;
        this.unit = unit;
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
        return (strip.hasArcs() ? ARCS : 0) + HEIGHT + BELOW + ROOM;
    }

    @Override
    public void paint(Graphics2D pen, int x, int y) {
        g = pen;
        left = x;
        top = y + (strip.hasArcs() ? ARCS : 0);
        for (List<Column> row : rows) {
            row(row);
            top += rowHeight();
        }
    }

    private void row(List<Column> row) {
        WordPainter words = new WordPainter(g, wordWidth >= READABLE);
        double x = left;
        for (Column column : row) {
            double width = column.width() * wordWidth;
            Cell cell = strip.cell(column.address());
            if (cell != null) {
                Rectangle2D box = new Rectangle2D.Double(x, top, width, HEIGHT);
                if (column.isGap()) words.gap(box, cell, unit.say(bytes(column)));
                else words.word(box, cell);
                address(column, x, column == row.get(0));
            }
            x += width;
            if (column.end() == strip.scan().heapBytes()) address(column.end(), x);
        }
        new RowMarks(g, strip, row, wordWidth, left, top, unit).paint(wordWidth < READABLE);
    }

    private int bytes(Column column) {
        return Math.min(column.end(), strip.scan().heapBytes()) - column.address();
    }

    private void address(Column column, double x, boolean first) {
        int step = (wordWidth < READABLE ? 4 : 2) * Memory.WORD;
        if (column.address() % step == 0 || first || column.isGap() && wordWidth >= READABLE)
            address(column.address(), x);
    }

    private void address(int address, double x) {
        Ink.centre(g, Ink.PLAIN, Ink.GRAY, String.valueOf(unit.of(address)), x, top + HEIGHT + 24);
        g.setStroke(Ink.line(0.8));
        g.setColor(Ink.GRAY);
        g.draw(new Line2D.Double(x, top + HEIGHT, x, top + HEIGHT + 4));
    }
}
