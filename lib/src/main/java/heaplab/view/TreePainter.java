package heaplab.view;

import heaplab.view.Tracked.Entry;
import heaplab.view.Tracked.Node;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * Draws a search tree of blocks: the root on top, what is smaller to the left, what is larger to
 * the right. Where it is too large, subtrees are drawn as their number of blocks.
 */
final class TreePainter implements Drawing {
    private static final int SPACE = 14; // between two nodes
    private static final int LEVEL = 26; // between the boxes of two levels
    private static final int TOP = 22; // above the root, for its name
    private static final int WIDEST = 1000; // of a tree that is drawn whole
    private static final int STUB = 28; // width of a subtree that is left out

    private final Node root;
    private final EntryPainter boxes;
    private final int levels; // that are drawn
    private Graphics2D g;
    private double x; // where the next node from the left goes

    TreePainter(Node root, EntryPainter boxes) {
        this.root = root;
        this.boxes = boxes;
        int fitting = root.depth();
        while (fitting > 1 && width(root, fitting) > WIDEST) fitting--;
        levels = fitting;
    }

    @Override
    public double width() {
        return width(root, levels);
    }

    private double width(Node node, int levels) {
        if (node == null) return 0;
        if (levels == 0) return STUB + SPACE;
        return width(node.smaller(), levels - 1)
                + boxes.width(node.entry())
                + SPACE
                + width(node.larger(), levels - 1);
    }

    @Override
    public int height() {
        boolean stubs = root.depth() > levels;
        return TOP + (levels - 1) * step() + boxes.height() + (stubs ? LEVEL + 16 : 0);
    }

    private int step() {
        return boxes.height() + LEVEL;
    }

    @Override
    public void paint(Graphics2D pen, int left, int top) {
        g = pen;
        x = left;
        double at = node(root, levels, top + TOP);
        Ink.centre(g, Ink.PLAIN, Ink.BLACK, "root", at, top + 8);
        arrow(at, top + 11, at, top + TOP);
    }

    /** Draws what is below first, from left to right; the middle of the node. */
    private double node(Node node, int levels, double y) {
        if (levels == 0) return stub(node, y);
        double below = y + step();
        double smaller = node.smaller() == null ? -1 : node(node.smaller(), levels - 1, below);
        double here = x;
        Entry entry = node.entry();
        double middle = here + boxes.width(entry) / 2;
        x += boxes.width(entry) + SPACE;
        double larger = node.larger() == null ? -1 : node(node.larger(), levels - 1, below);
        double bottom = y + boxes.height();
        if (smaller >= 0) edge(middle - 6, bottom, smaller, below, "smaller", node == root);
        if (larger >= 0) edge(middle + 6, bottom, larger, below, "larger", node == root);
        boxes.paint(g, entry, here, y);
        return middle;
    }

    private double stub(Node node, double y) {
        double middle = x + STUB / 2.0;
        Ink.centre(g, Ink.PLAIN, Ink.GRAY, "+" + node.count(), middle, y + 11);
        x += STUB + SPACE;
        return middle;
    }

    private void edge(
            double fromX, double fromY, double toX, double toY, String name, boolean said) {
        arrow(fromX, fromY, toX, toY);
        if (!said) return;
        double middle = (fromX + toX) / 2;
        double y = (fromY + toY) / 2 - 4;
        if (toX < fromX) Ink.right(g, Ink.PLAIN, Ink.GRAY, name, middle - 6, y);
        else Ink.left(g, Ink.PLAIN, Ink.GRAY, name, middle + 6, y);
    }

    private void arrow(double fromX, double fromY, double toX, double toY) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        double dx = (toX - fromX) / length;
        double dy = (toY - fromY) / length;
        g.setColor(Ink.GREEN);
        g.setStroke(Ink.line(1.8));
        g.draw(new Line2D.Double(fromX, fromY, toX - 8 * dx, toY - 8 * dy));
        Ink.triangle(g, toX - dx, toY - dy, dx, dy, 9);
    }
}
