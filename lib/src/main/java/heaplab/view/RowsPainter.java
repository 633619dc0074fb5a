package heaplab.view;

import heaplab.view.Tracked.Entry;
import heaplab.view.Tracked.Row;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** Draws lists of blocks below each other: the name, then the blocks with arrows between them. */
final class RowsPainter implements Drawing {
    private static final int WIDTH = 900;
    private static final int ARROW = 26; // from box to box
    private static final int BETWEEN = 6; // between two lines
    private static final int MOST_LINES = 3; // of one list, if there are few
    private static final int FEW = 3;
    private static final int MOST_ROWS = 12;

    private final List<Row> rows;
    private final int more; // lists that are left out
    private final EntryPainter boxes;
    private final double nameWidth;
    private Graphics2D g;
    private double left; // of the first box of a line
    private double x;
    private double y;
    private int line; // of the list that is drawn

    RowsPainter(List<Row> rows, EntryPainter boxes) {
        this.rows = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        this.boxes = boxes;
        more = rows.size() - this.rows.size();
        nameWidth = rows.stream().mapToDouble(r -> Ink.width(Ink.PLAIN, r.name())).max().orElse(0);
    }

    @Override
    public double width() {
        double widest = 0;
        for (Row row : rows) {
            double all = row.entries().stream().mapToDouble(this::step).sum() + endWidth(row.end());
            widest = Math.max(widest, Math.min(all, WIDTH));
        }
        return nameWidth + widest;
    }

    private double step(Entry entry) {
        return ARROW + boxes.width(entry);
    }

    private static double endWidth(String end) {
        return ARROW + Ink.width(Ink.PLAIN, end) + 6;
    }

    @Override
    public int height() {
        int lines = rows.stream().mapToInt(this::lines).sum() + (more > 0 ? 1 : 0);
        return Math.max(1, lines) * lineHeight();
    }

    private int lineHeight() {
        return boxes.height() + BETWEEN;
    }

    private int mostLines() {
        return rows.size() <= FEW ? MOST_LINES : 1;
    }

    private int lines(Row row) {
        int lines = 1;
        double used = 0;
        for (Entry entry : row.entries()) {
            if (used + step(entry) > WIDTH - 70) {
                lines++;
                used = 0;
            }
            used += step(entry);
        }
        return Math.min(lines, mostLines());
    }

    @Override
    public void paint(Graphics2D pen, int atX, int atY) {
        g = pen;
        y = atY;
        left = atX + nameWidth;
        if (rows.isEmpty()) Ink.left(g, Ink.PLAIN, Ink.GRAY, "(empty)", atX, y + 17);
        for (Row row : rows) {
            Ink.right(g, Ink.PLAIN, Ink.BLACK, row.name(), left, y + 17);
            row(row);
            y += lineHeight();
        }
        if (more > 0) Ink.left(g, Ink.PLAIN, Ink.GRAY, more + " more lists", left, y + 17);
    }

    private void row(Row row) {
        x = left;
        line = 1;
        int drawn = 0;
        for (Entry entry : row.entries()) {
            if (x + step(entry) > left + WIDTH - 70) {
                if (line == mostLines()) break;
                line++;
                x = left;
                y += lineHeight();
            }
            arrow();
            boxes.paint(g, entry, x, y);
            x += boxes.width(entry);
            drawn++;
        }
        arrow();
        int rest = row.entries().size() - drawn;
        String end = rest > 0 ? rest + " more" : row.end();
        Ink.left(g, Ink.PLAIN, Ink.GRAY, end, x + 3, y + 17);
    }

    private void arrow() {
        double middle = y + EntryPainter.HEIGHT / 2.0;
        g.setColor(Ink.GREEN);
        g.setStroke(Ink.line(1.8));
        g.draw(new Line2D.Double(x + 4, middle, x + ARROW - 8, middle));
        Ink.triangle(g, x + ARROW - 2, middle, 1, 0, 9);
        x += ARROW;
    }
}
