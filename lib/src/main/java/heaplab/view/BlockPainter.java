package heaplab.view;

import heaplab.view.Scan.Block;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws a heap too long for its words: every block as wide as it is large, in rows of the same
 * number of bytes. What is smaller than a pixel shows as the share that is allocated.
 */
final class BlockPainter implements Drawing {
    private static final int WIDTH = 880;
    private static final int INDENT = 70; // room for addresses
    private static final int MOST_ROWS = 6;
    private static final int HEIGHT = 22; // of a row's blocks
    private static final int ROW = 32;
    private static final int SMALLEST_ROW = 64; // bytes

    private final Scan scan;
    private final Change change; // or null
    private final Strip.Notes notes;
    private final int rowBytes;
    private final Unit unit;

    BlockPainter(Scan scan, Change change, Strip.Notes notes, int heapBytes, Unit unit) {
        this.scan = scan;
        this.change = change;
        this.notes = notes;
        this.unit = unit;
        rowBytes = rowBytes(heapBytes);
    }

    /** Bytes in a row, a power of two, for a heap as large as the largest that is drawn. */
    static int rowBytes(int heapBytes) {
        int bytes = SMALLEST_ROW;
        while ((long) bytes * MOST_ROWS < heapBytes) bytes *= 2;
        return bytes;
    }

    @Override
    public int height() {
        return ROW * Math.max(1, (scan.heapBytes() + rowBytes - 1) / rowBytes);
    }

    @Override
    public double width() {
        return INDENT + WIDTH;
    }

    @Override
    public void paint(Graphics2D g, int x, int y) {
        for (int from = 0; from < scan.heapBytes(); from += rowBytes) {
            int end = Math.min(scan.heapBytes(), from + rowBytes);
            String address = "%,d".formatted(unit.of(from));
            double top = y + ROW * (from / rowBytes);
            Ink.right(g, Ink.PLAIN, Ink.GRAY, address, x + INDENT - 8, top + 16);
            g.setColor(Ink.PALE);
            g.fill(box(x, top, from, from, end));
            for (Block block : scan.blocks())
                if (block.address() < end && block.end() > from) block(g, x, top, from, end, block);
            broken(g, x, top, from, end);
            g.setColor(Ink.BLACK);
            g.setStroke(Ink.line(1.2));
            g.draw(box(x, top, from, from, end));
            outlines(g, x, top, from, end);
        }
    }

    private Rectangle2D box(double x, double top, int rowStart, int from, int to) {
        double scale = (double) WIDTH / rowBytes;
        return new Rectangle2D.Double(
                x + INDENT + (from - rowStart) * scale, top, (to - from) * scale, HEIGHT);
    }

    private void block(Graphics2D g, double x, double top, int rowStart, int rowEnd, Block b) {
        int from = Math.max(rowStart, b.address());
        int to = Math.min(rowEnd, b.end());
        Rectangle2D box = box(x, top, rowStart, from, to);
        g.setColor(b.allocated() ? Ink.BLUE : Color.WHITE);
        g.fill(box);
        if (box.getWidth() > 3) {
            g.setColor(Ink.BLACK);
            g.setStroke(Ink.line(0.6));
            g.draw(box);
        }
        String name = b.allocated() ? notes.names().getOrDefault(b.payload(), "") : "";
        String label = name.isEmpty() ? b.tag(unit) : name + " " + b.tag(unit);
        if (Ink.width(Ink.PLAIN, label) > box.getWidth() - 6) label = name;
        if (Ink.width(Ink.PLAIN, label) > box.getWidth() - 4) return;
        Color ink = b.allocated() ? Color.WHITE : Ink.BLACK;
        Ink.centre(g, Ink.PLAIN, ink, label, box.getCenterX(), top + 15);
    }

    private void broken(Graphics2D g, double x, double top, int rowStart, int rowEnd) {
        if (scan.broken() == null) return;
        int at = scan.broken().address();
        if (at < rowStart || at >= rowEnd) return;
        Rectangle2D box = box(x, top, rowStart, at, at);
        g.setColor(Ink.ORANGE);
        g.fill(new Rectangle2D.Double(box.getX() - 1, top - 4, 3, HEIGHT + 8));
        Ink.left(g, Ink.BOLD, Ink.ORANGE, "broken at " + unit.of(at), box.getX() + 6, top + 15);
    }

    private void outlines(Graphics2D g, double x, double top, int rowStart, int rowEnd) {
        if (change == null) return;
        g.setColor(Ink.ORANGE);
        g.setStroke(Ink.line(2.5));
        for (Block b : scan.blocks()) {
            boolean shown = b.address() < rowEnd && b.end() > rowStart;
            if (shown && change.outlines(b.address()))
                g.draw(
                        box(
                                x,
                                top,
                                rowStart,
                                Math.max(rowStart, b.address()),
                                Math.min(rowEnd, b.end())));
        }
    }
}
