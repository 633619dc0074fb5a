package heaplab.view;

import heaplab.trace.Lifetimes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Key frames of a movie side by side: the picture where nothing can move. */
final class MovieFrames {
    private static final int COLUMNS = 2;
    private static final int WIDTH = 384; // of a frame's heap
    private static final int LEFT = 78; // room for addresses
    private static final int SPACE = 20;
    private static final int TITLE = 62;
    private static final int CAPTION = 26;

    private final Lifetimes all;
    private final MovieRows movie;
    private final Wrap wrap;
    private final double rowHeight;
    private Graphics2D g;

    MovieFrames(Lifetimes all, MovieRows movie, Wrap wrap) {
        this.all = all;
        this.movie = movie;
        this.wrap = wrap;
        rowHeight = Math.min(14, 180.0 / wrap.rows());
    }

    BufferedImage image(String title, List<String> subtitle, List<Integer> frames) {
        int lines = (frames.size() + COLUMNS - 1) / COLUMNS;
        int height = (int) Math.ceil(CAPTION + rowHeight * wrap.rows() + SPACE);
        BufferedImage canvas = Ink.canvas(COLUMNS * (LEFT + WIDTH) + SPACE, TITLE + lines * height);
        g = Ink.pen(canvas);
        Ink.left(g, Ink.TITLE, Ink.BLACK, title, 8, 20);
        for (int i = 0; i < subtitle.size(); i++)
            Ink.left(g, Ink.PLAIN, Ink.GRAY, subtitle.get(i), 8, 37 + 15 * i);
        for (int i = 0; i < frames.size(); i++) {
            double x = LEFT + i % COLUMNS * (LEFT + WIDTH);
            double y = TITLE + i / COLUMNS * height + CAPTION;
            frame(frames.get(i), x, y);
        }
        g.dispose();
        return canvas;
    }

    private void frame(int frame, double x, double y) {
        String text = "after %,d operations: heap %s, %,d blocks";
        String heap = Axis.bytes(all.heapBytes(frame));
        Ink.left(
                g, Ink.BOLD, Ink.BLACK, text.formatted(frame, heap, movie.blocks(frame)), x, y - 7);
        part(0, all.heapBytes(frame), x, y, Ink.FREE);
        double longest = Math.log10(Math.max(10, all.trace().operations()));
        for (int row : movie.rows()) {
            if (!all.isLive(row, frame)) continue;
            Color color = Ramp.color(Math.log10(Math.max(1, all.lifetime(row))) / longest);
            part(all.block(row), all.bytes(row), x, y, color);
        }
        for (int i = 0; i < wrap.rows(); i += wrap.labelled()) {
            int unit = Axis.bytesPer(wrap.unit());
            String address = "%,d".formatted((long) i * wrap.rowBytes() / unit);
            if (i > 0 && unit > 1) address += " " + wrap.unit();
            double middle = y + (i + 0.5) * rowHeight + 4;
            Ink.right(g, Ink.PLAIN, Ink.GRAY, address, x - 6, middle);
        }
    }

    /** Bytes from an address on, cut at the ends of rows. */
    private void part(int address, int bytes, double x, double y, Color color) {
        g.setColor(color);
        double scale = (double) WIDTH / wrap.rowBytes();
        double gap = rowHeight > 8 ? 1.5 : rowHeight > 4 ? 0.7 : 0.3;
        int end = address + bytes;
        while (address < end) {
            int row = address / wrap.rowBytes();
            int start = row * wrap.rowBytes();
            int stop = (int) Math.min(end, (long) start + wrap.rowBytes());
            double left = x + (address - start) * scale;
            double width = (stop - address) * scale;
            double seam = width > 4 ? 0.5 : 0; // between neighbours, where there is room
            g.fill(
                    new Rectangle2D.Double(
                            left, y + row * rowHeight, width - seam, rowHeight - gap));
            address = stop;
        }
    }
}
