package heaplab.view;

import java.awt.Graphics2D;

/** A part of a picture that knows how large it is before it is drawn. */
interface Drawing {
    double width();

    int height();

    void paint(Graphics2D g, int x, int y);
}
