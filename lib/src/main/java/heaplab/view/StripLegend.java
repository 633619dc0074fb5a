package heaplab.view;

import heaplab.view.Strip.Cell;
import heaplab.view.Strip.Role;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the fills and patterns mean: only those that some strip shows. */
final class StripLegend implements Drawing {
    private static final int HEIGHT = 24;
    private static final int SWATCH = 16;
    private static final int SPACE = 16; // between two entries

    private static final String CHANGED = "changed";
    private static final String WRITTEN = "word written";

    private record Entry(String text, Predicate<Cell> shows) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    entry("header: size/allocated", Role.HEADER),
                    entry("payload", Role.PAYLOAD),
                    entry("padding", Role.PADDING),
                    entry("free", Role.FREE),
                    entry("link", Role.LINK),
                    entry("footer", Role.FOOTER),
                    entry("unused", Role.UNUSED),
                    entry("broken", Role.BROKEN),
                    entry("unknown", Role.UNKNOWN));

    private final List<Cell> samples = new ArrayList<>(); // one for each entry shown
    private final List<String> texts = new ArrayList<>();
    private final boolean outlined;
    private final boolean written;

    private StripLegend(List<Cell> cells) {
        for (Entry entry : ENTRIES) {
            cells.stream().filter(entry.shows()).findFirst().ifPresent(c -> sample(c, entry));
        }
        outlined = cells.stream().anyMatch(Cell::changed);
        written = cells.stream().anyMatch(Cell::written);
    }

    static StripLegend of(List<Strip> strips) {
        return new StripLegend(strips.stream().flatMap(s -> s.cells().stream()).toList());
    }

    /** The legend of strips drawn block by block. */
    static StripLegend ofBlocks(List<HeapPicture> pictures) {
        boolean changed = pictures.stream().anyMatch(p -> p.change() != null);
        Cell allocated = new Cell(0, Role.PAYLOAD, true, 0, "", 0, changed, false);
        Cell free = new Cell(0, Role.FREE, false, 0, "", 0, changed, false);
        StripLegend legend = new StripLegend(List.of(allocated, free));
        legend.texts.set(0, "allocated");
        return legend;
    }

    private static Entry entry(String text, Role role) {
        return new Entry(text, cell -> cell.role() == role);
    }

    private void sample(Cell cell, Entry entry) {
        int padding = cell.role() == Role.PADDING ? cell.padding() : 0;
        samples.add(new Cell(0, cell.role(), cell.allocated(), 0, "", padding, false, false));
        texts.add(entry.text());
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public double width() {
        double x = 0;
        for (String text : texts) x = after(text, x);
        if (outlined) x = after(CHANGED, x);
        return written ? after(WRITTEN, x) : x;
    }

    @Override
    public void paint(Graphics2D g, int left, int y) {
        double x = left;
        for (int i = 0; i < samples.size(); i++) {
            Rectangle2D box = new Rectangle2D.Double(x, y, SWATCH, SWATCH - 2);
            WordPainter.pattern(g, box, samples.get(i));
            g.setColor(Ink.GRAY);
            g.setStroke(Ink.line(0.8));
            g.draw(box);
            x = text(g, texts.get(i), x, y);
        }
        if (outlined) {
            g.setColor(Ink.ORANGE);
            g.setStroke(Ink.line(2.5));
            g.draw(new Rectangle2D.Double(x + 1, y + 1, SWATCH - 2, SWATCH - 4));
            x = text(g, CHANGED, x, y);
        }
        if (written) {
            WordPainter.dot(g, x + SWATCH / 2.0, y + SWATCH / 2.0 - 1);
            text(g, WRITTEN, x, y);
        }
    }

    private static double text(Graphics2D g, String text, double x, double y) {
        Ink.left(g, Ink.PLAIN, Ink.GRAY, text, x + SWATCH + 5, y + 11);
        return after(text, x);
    }

    private static double after(String text, double x) {
        return x + SWATCH + 5 + Ink.width(Ink.PLAIN, text) + SPACE;
    }
}
