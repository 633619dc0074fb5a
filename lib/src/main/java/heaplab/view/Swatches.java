package heaplab.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A legend: small boxes with what their fills and outlines mean. */
final class Swatches implements Drawing {
    private static final int SWATCH = 16;
    private static final int SPACE = 16; // between two entries

    private record Entry(String text, Color fill, boolean hatched, boolean outlined) {
        double width() {
            return SWATCH + 5 + Ink.width(Ink.PLAIN, text) + SPACE;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    Swatches fill(String text, Color fill) {
        entries.add(new Entry(text, fill, false, false));
        return this;
    }

    Swatches hatched(String text, Color fill) {
        entries.add(new Entry(text, fill, true, false));
        return this;
    }

    Swatches outlined(String text) {
        entries.add(new Entry(text, Color.WHITE, false, true));
        return this;
    }

    @Override
    public double width() {
        return entries.stream().mapToDouble(Entry::width).sum();
    }

    @Override
    public int height() {
        return SWATCH;
    }

    @Override
    public void paint(Graphics2D g, int left, int y) {
        double x = left;
        for (Entry entry : entries) {
            Rectangle2D box = new Rectangle2D.Double(x + 1, y + 1, SWATCH - 2, SWATCH - 4);
            g.setColor(entry.fill);
            g.fill(box);
            if (entry.hatched) Ink.hatch(g, box, true, 8);
            g.setColor(entry.outlined ? Ink.ORANGE : Ink.GRAY);
            g.setStroke(Ink.line(entry.outlined ? 2.5 : 0.8));
            g.draw(box);
            Ink.left(g, Ink.PLAIN, Ink.GRAY, entry.text, x + SWATCH + 5, y + 11);
            x += entry.width();
        }
    }
}
