package heaplab.view;

import heaplab.view.Tracked.Entry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;

/**
 * Draws a block as a box in a list or a tree, the wider the larger the block: its size, and below
 * the box its address. Allocated ones are filled, new ones outlined.
 *
 * @param mostBytes of a block in the picture: the widest box
 * @param unit of sizes, in bytes
 * @param addressUnit in bytes; 0: addresses are not shown
 * @param fresh what is outlined
 */
record EntryPainter(int mostBytes, int unit, int addressUnit, Set<Entry> fresh) {
    static final int HEIGHT = 26; // of a box
    private static final int ADDRESS = 16; // below it
    private static final int NARROW = 34;
    private static final int WIDE = 96;

    EntryPainter(List<Tracked> moments, int unit, int addressUnit, Set<Entry> fresh) {
        this(
                moments.stream()
                        .flatMap(moment -> moment.entries().stream())
                        .mapToInt(Entry::bytes)
                        .max()
                        .orElse(1),
                unit,
                addressUnit,
                fresh);
    }

    int height() {
        return HEIGHT + (addressUnit > 0 ? ADDRESS : 4);
    }

    double width(Entry entry) {
        double scaled = NARROW + (double) (WIDE - NARROW) * entry.bytes() / Math.max(1, mostBytes);
        return Math.max(scaled, Ink.width(Ink.BOLD, size(entry)) + 12);
    }

    String size(Entry entry) {
        if (entry.bytes() == 0) return "?";
        return entry.bytes() % unit == 0
                ? "%,d".formatted(entry.bytes() / unit)
                : "%.1f".formatted((double) entry.bytes() / unit);
    }

    String address(Entry entry) {
        return String.valueOf(entry.address() / Math.max(1, addressUnit));
    }

    void paint(Graphics2D g, Entry entry, double x, double y) {
        Rectangle2D box = new Rectangle2D.Double(x, y, width(entry), HEIGHT);
        boolean changed = fresh.contains(entry);
        g.setColor(entry.allocated() ? Ink.BLUE : Color.WHITE);
        g.fill(box);
        g.setColor(changed ? Ink.ORANGE : Ink.BLACK);
        g.setStroke(Ink.line(changed ? 2.5 : 1));
        g.draw(box);
        Color ink = entry.allocated() ? Color.WHITE : Ink.BLACK;
        Ink.centre(g, Ink.BOLD, ink, size(entry), box.getCenterX(), box.getCenterY() + 4);
        if (addressUnit > 0)
            Ink.centre(g, Ink.PLAIN, Ink.GRAY, address(entry), box.getCenterX(), y + HEIGHT + 13);
    }
}
