package heaplab.view;

import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.view.FreeListPicture.Moment;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.TreeSet;

/** Draws one moment of a free list: title, heap and list. */
final class FreeListPainter implements Drawing {
    private static final int WIDTH = 860;
    private static final int TITLE = 24;
    private static final int BAR = 26;
    private static final int ADDRESSES = 20; // below the bar
    private static final int LIST = 26; // a box of the list
    private static final int ABOVE_LIST = 8;
    private static final int ARROW = 26; // between two boxes
    private static final int LEFT = 34; // of the first box: the word "list" and an arrow

    private final FreeListOptions options;
    private final Moment moment;
    private Graphics2D g;

    FreeListPainter(FreeListOptions options, Moment moment) {
        this.options = options;
        this.moment = moment;
    }

    @Override
    public double width() {
        return WIDTH + 20; // the last address stands half outside
    }

    @Override
    public int height() {
        return titleHeight() + BAR + ADDRESSES + ABOVE_LIST + LIST;
    }

    private int titleHeight() {
        return moment.title().isEmpty() ? 0 : TITLE;
    }

    @Override
    public void paint(Graphics2D pen, int x, int y) {
        g = pen;
        Ink.left(g, Ink.CAPTION.deriveFont(13f), Ink.BLACK, moment.title(), x, y + 14);
        int top = y + titleHeight();
        bar(x, top);
        addresses(x, top + BAR);
        list(x, top + BAR + ADDRESSES + ABOVE_LIST);
    }

    private void bar(int x, int top) {
        for (Chunk chunk : moment.freeList()) fill(box(x, top, chunk), Color.WHITE, false);
        for (Chunk block : moment.blocks()) {
            int header = Math.min(options.headerBytes(), block.bytes());
            fill(box(x, top, block), Ink.BLUE, false);
            fill(box(x, top, new Chunk(block.address(), header)), Ink.SKY, true);
            int rest = block.bytes() - header;
            String name = moment.names().getOrDefault(block.address(), "");
            label(box(x, top, new Chunk(block.address() + header, rest)), name, Color.WHITE);
        }
        for (Chunk chunk : moment.freeList())
            label(box(x, top, chunk), String.valueOf(chunk.bytes()), Ink.BLACK);
        outlines(x, top);
    }

    /** Once all is filled, so that no block hides the line of its neighbour. */
    private void outlines(int x, int top) {
        g.setColor(Ink.BLACK);
        g.setStroke(Ink.line(0.8));
        for (Chunk chunk : moment.freeList()) g.draw(box(x, top, chunk));
        for (Chunk block : moment.blocks()) g.draw(box(x, top, block));
        g.setStroke(Ink.line(1.2));
        g.draw(box(x, top, new Chunk(options.base(), options.heapBytes())));
        g.setColor(Ink.ORANGE);
        g.setStroke(Ink.line(2.5));
        for (Chunk chunk : moment.fresh()) g.draw(box(x, top, chunk));
    }

    private Rectangle2D box(int x, int top, Chunk chunk) {
        double left = x(x, chunk.address());
        return new Rectangle2D.Double(left, top, x(x, chunk.end()) - left, BAR);
    }

    private double x(int x, int address) {
        return x + (double) WIDTH * (address - options.base()) / options.heapBytes();
    }

    private void fill(Rectangle2D box, Color color, boolean hatched) {
        g.setColor(color);
        g.fill(box);
        if (hatched && !box.isEmpty()) Ink.hatch(g, box, true, 8);
    }

    private void label(Rectangle2D box, String text, Color color) {
        if (Ink.width(Ink.PLAIN, text) < box.getWidth() - 3)
            Ink.centre(g, Ink.PLAIN, color, text, box.getCenterX(), box.getCenterY() + 4);
    }

    /** Where blocks and entries begin, as far as there is room, and always both ends. */
    private void addresses(int x, int y) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(options.base(), options.end()));
        double last = Double.NEGATIVE_INFINITY;
        double end = x(x, options.end()) - half(options.end()) - 6;
        moment.freeList().forEach(chunk -> edges.add(chunk.address()));
        moment.blocks().forEach(block -> edges.add(block.address()));
        for (int address : edges) {
            double at = x(x, address);
            boolean fits = at - half(address) > last + 6 && at + half(address) < end;
            if (!fits && address != options.base() && address != options.end()) continue;
            g.setColor(Ink.GRAY);
            g.setStroke(Ink.line(0.8));
            g.draw(new Line2D.Double(at, y, at, y + 4));
            boolean first = address == options.base();
            double centre = first ? x + half(address) : at;
            Ink.centre(g, Ink.PLAIN, Ink.GRAY, String.valueOf(address), centre, y + 16);
            last = centre + half(address);
        }
    }

    private static double half(int address) {
        return Ink.width(Ink.PLAIN, String.valueOf(address)) / 2;
    }

    private void list(int left, int top) {
        double middle = top + LIST / 2.0;
        Ink.left(g, Ink.PLAIN, Ink.GRAY, "list", left, middle + 4);
        boolean spelled = fitting(true) == moment.freeList().size();
        int shown = fitting(spelled);
        double x = left + LEFT - 8;
        for (Chunk chunk : moment.freeList().subList(0, shown)) {
            arrow(x, middle);
            x += ARROW;
            double width = boxWidth(chunk, spelled);
            entry(chunk, spelled, new Rectangle2D.Double(x, top, width, LIST));
            x += width;
        }
        arrow(x, middle);
        int more = moment.freeList().size() - shown;
        String end = more == 0 ? "nil" : more + " more";
        Ink.left(g, Ink.PLAIN, Ink.GRAY, end, x + ARROW + 3, middle + 4);
    }

    /** How many boxes there is room for, and for saying how many are left out. */
    private int fitting(boolean spelled) {
        double x = LEFT - 8;
        int count = 0;
        for (Chunk chunk : moment.freeList()) {
            x += ARROW + boxWidth(chunk, spelled);
            if (x > WIDTH - ARROW - 50) break;
            count++;
        }
        return count;
    }

    private static double boxWidth(Chunk chunk, boolean spelled) {
        return Ink.width(Ink.PLAIN, text(chunk, spelled)) + 16;
    }

    private static String text(Chunk chunk, boolean spelled) {
        String unit = !spelled ? "" : chunk.bytes() == 1 ? " byte" : " bytes";
        return "%d: %d%s".formatted(chunk.address(), chunk.bytes(), unit);
    }

    private void entry(Chunk chunk, boolean spelled, Rectangle2D box) {
        boolean fresh = moment.fresh().contains(chunk);
        g.setColor(Ink.CREAM);
        g.fill(box);
        g.setColor(fresh ? Ink.ORANGE : Ink.BLACK);
        g.setStroke(Ink.line(fresh ? 2.5 : 0.8));
        g.draw(box);
        double y = box.getCenterY() + 4;
        Ink.centre(g, Ink.PLAIN, Ink.BLACK, text(chunk, spelled), box.getCenterX(), y);
    }

    private void arrow(double x, double y) {
        g.setColor(Ink.GRAY);
        g.setStroke(Ink.line(1));
        g.draw(new Line2D.Double(x + 3, y, x + ARROW - 6, y));
        Ink.triangle(g, x + ARROW - 2, y, 1, 0, 8);
    }
}
