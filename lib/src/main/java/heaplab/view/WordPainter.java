package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Cell;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws one word of a strip: its fill, its pattern and its label. */
final class WordPainter {
    private static final Color LIGHT = new Color(0xD9EEFA);

    private final Graphics2D g;
    private final boolean labelled; // whether words are wide enough for labels

    WordPainter(Graphics2D g, boolean labelled) {
        this.g = g;
        this.labelled = labelled;
    }

    void word(Rectangle2D box, Cell cell) {
        pattern(g, box, cell);
        if (labelled) label(box, cell);
        if (cell.written()) dot(g, box.getMaxX() - 6, box.getY() + 6);
    }

    /** Words that are left out, and how many; the label of their block says it as well. */
    void gap(Rectangle2D box, Cell cell, String size) {
        g.setColor(fill(cell));
        g.fill(box);
        if (cell.role() == Strip.Role.PADDING) Ink.dots(g, box);
        String text = labelled ? size : "";
        Color ink = cell.role() == Strip.Role.PAYLOAD ? Color.WHITE : Ink.BLACK;
        double y = box.getCenterY();
        Ink.centre(g, Ink.PLAIN, ink, text, box.getCenterX(), y - 4);
        g.setColor(ink);
        for (int i = -2; i <= 2; i++)
            g.fill(new Ellipse2D.Double(box.getCenterX() + 9 * i - 1.5, y + 9, 3, 3));
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
            case HEADER, FOOTER -> tag(box, cell, x, y);
            case LINK -> {
                String[] words = cell.label().split(" ");
                fitted(box, Ink.PLAIN.deriveFont(9f), Ink.GRAY, words[0], x, y - 8);
                fitted(box, Ink.PLAIN, Ink.BLACK, words[1], x, y + 6);
            }
            case UNKNOWN -> Ink.centre(g, Ink.PLAIN, Ink.GRAY, "?", x, y);
            case PAYLOAD -> {
                double used = box.getWidth() * (Memory.WORD - cell.padding()) / Memory.WORD;
                if (cell.padding() < 2)
                    fitted(box, Ink.PLAIN, Color.WHITE, cell.label(), box.getX() + used / 2, y);
            }
            case FREE -> fitted(box, Ink.PLAIN, Ink.GRAY, cell.label(), x, y);
            default -> fitted(box, Ink.BOLD, Color.WHITE, cell.label(), x, y);
        }
    }

    private void fitted(Rectangle2D box, Font font, Color color, String text, double x, double y) {
        if (text.isEmpty()) return;
        Ink.centre(g, Ink.fitting(font, text, box.getWidth() - 4), color, text, x, y);
    }

    private void tag(Rectangle2D box, Cell cell, double x, double y) {
        Font font = cell.role() == Strip.Role.HEADER ? Ink.BOLD.deriveFont(12f) : Ink.PLAIN;
        font = Ink.fitting(font, cell.label(), box.getWidth() - 4);
        patch(g, font, cell.label(), cell.allocated(), x, y);
    }

    /** A label on a patch that keeps the hatching away from it. */
    static void patch(
            Graphics2D g, Font font, String label, boolean allocated, double x, double y) {
        if (label.isEmpty()) return;
        double width = Ink.width(font, label) + 4;
        g.setColor(allocated ? LIGHT : Color.WHITE);
        g.fill(new RoundRectangle2D.Double(x - width / 2, y - 12, width, 16, 5, 5));
        Ink.centre(g, font, Ink.BLACK, label, x, y);
    }
}
