package heaplab.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A part of a picture that knows how large it is before it is drawn. */
interface Drawing {
    double width();

    int height();

    void paint(Graphics2D g, int x, int y);

    /**
     * Drawings below each other, with so many pixels free at both sides, between and around them.
     */
    static BufferedImage stacked(List<Drawing> parts, int margin, int top, int gap, int bottom) {
        double width = parts.stream().mapToDouble(Drawing::width).max().orElse(0);
        int drawn = parts.stream().mapToInt(part -> part.height() + gap).sum() - gap;
        BufferedImage canvas =
                Ink.canvas(2 * margin + (int) Math.ceil(width), top + drawn + bottom);
        Graphics2D g = Ink.pen(canvas);
        int y = top;
        for (Drawing part : parts) {
            part.paint(g, margin, y);
            y += part.height() + gap;
        }
        g.dispose();
        return canvas;
    }
}
