package heaplab.view;

import heaplab.alloc.FreeListOptions;
import heaplab.view.FreeListPicture.Moment;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What the fills of a free list's picture mean: only those that it shows. */
final class FreeListLegend implements Drawing {
    private static final int SWATCH = 16;
    private static final int SPACE = 16; // between two entries

    private record Entry(String text, Color fill, boolean hatched, boolean outlined) {}

    private final List<Entry> entries = new ArrayList<>();

    FreeListLegend(FreeListOptions options, List<Moment> moments) {
        boolean allocated = moments.stream().anyMatch(m -> !m.blocks().isEmpty());
        if (allocated && options.headerBytes() > 0)
            entries.add(new Entry("header", Ink.SKY, true, false));
        if (allocated) entries.add(new Entry("allocated", Ink.BLUE, false, false));
        entries.add(new Entry("free, with its bytes", Color.WHITE, false, false));
        entries.add(new Entry("entry of the list: address, bytes", Ink.CREAM, false, false));
        if (moments.stream().anyMatch(m -> !m.fresh().isEmpty()))
            entries.add(new Entry("changed", Color.WHITE, false, true));
    }

    @Override
    public double width() {
        return entries.stream().mapToDouble(FreeListLegend::width).sum();
    }

    private static double width(Entry entry) {
        return SWATCH + 5 + Ink.width(Ink.PLAIN, entry.text) + SPACE;
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
            x += width(entry);
        }
    }
}
