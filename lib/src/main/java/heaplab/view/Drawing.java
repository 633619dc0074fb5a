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
     * Drawings below each other; the margin is on both sides, and so much of the height is free.
     */
    static BufferedImage stacked(List<Drawing> parts, int margin, int freeHeight) {
        double width = parts.stream().mapToDouble(Drawing::width).max().orElse(0);
        int height = freeHeight + parts.stream().mapToInt(Drawing::height).sum();
        BufferedImage canvas = Ink.canvas(2 * margin + (int) Math.ceil(width), height);
        Graphics2D g = Ink.pen(canvas);
        int y = margin / 2;
        for (Drawing part : parts) {
            part.paint(g, margin, y);
            y += part.height();
        }
        g.dispose();
        return canvas;
    }
}
