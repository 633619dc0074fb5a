package heaplab.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/** A line of text in a picture: a title or a caption. */
record TextLine(String text, Font font, Color color, int height) implements Drawing {
    @Override
    public double width() {
        return Ink.width(font, text);
    }

    @Override
    public void paint(Graphics2D g, int x, int y) {
        Ink.left(g, font, color, text, x, y + 16);
    }
}
