package heaplab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * What all drawn pictures share: a canvas of double resolution, the colours, hatching, and text.
 *
 * <p>The colours are those of Okabe and Ito, which people with any kind of colour vision can tell
 * apart; what a colour says, a pattern or a label says as well.
 */
final class Ink {
    static final Color BLACK = new Color(0x222222);
    static final Color GRAY = new Color(0x666666);
    static final Color PALE = new Color(0xEBEBEB);
    static final Color BLUE = new Color(0x0072B2);
    static final Color SKY = new Color(0x56B4E9);
    static final Color GREEN = new Color(0x009E73);
    static final Color ORANGE = new Color(0xD55E00);
    static final Color AMBER = new Color(0xE69F00);
    static final Color YELLOW = new Color(0xF0E442);
    static final Color PURPLE = new Color(0xCC79A7);
    static final Color FREE = new Color(0xE4E4E4); // free memory, where nothing is labelled
    static final Color CREAM = new Color(0xFFF1C4);
    static final Color MIST = new Color(0xD6E7F3);

    static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font BOLD = PLAIN.deriveFont(Font.BOLD);
    static final Font CAPTION = PLAIN.deriveFont(12f);
    static final Font TITLE = PLAIN.deriveFont(Font.BOLD, 14);

    private static final int RESOLUTION = 2;
    private static final float SMALLEST_TYPE = 8;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Ink() {}

    static BufferedImage canvas(int width, int height) {
        return new BufferedImage(
                RESOLUTION * width, RESOLUTION * height, BufferedImage.TYPE_INT_RGB);
    }

    /** A pen in units of single resolution, on white. */
    static Graphics2D pen(BufferedImage canvas) {
        Graphics2D g = canvas.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.scale(RESOLUTION, RESOLUTION);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    static BasicStroke dashes(double width) {
        float[] dash = {5, 3};
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** Text from x to the right, on a base line. */
    static void left(Graphics2D g, Font font, Color color, String text, double x, double y) {
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) x, (float) y);
    }

    static void right(Graphics2D g, Font font, Color color, String text, double x, double y) {
        left(g, font, color, text, x - width(font, text), y);
    }

    static void centre(Graphics2D g, Font font, Color color, String text, double x, double y) {
        left(g, font, color, text, x - width(font, text) / 2, y);
    }

    /** Text that is read from below, for the name of an axis. */
    static void upwards(Graphics2D g, Font font, Color color, String text, double x, double y) {
        Graphics2D turned = (Graphics2D) g.create();
        turned.rotate(-Math.PI / 2, x, y);
        centre(turned, font, color, text, x, y);
        turned.dispose();
    }

    /** The font, or as much smaller a one as the text needs to fit. */
    static Font fitting(Font font, String text, double room) {
        double width = width(font, text);
        float size = (float) (font.getSize2D() * room / Math.max(width, room));
        return font.deriveFont(Math.max(SMALLEST_TYPE, size));
    }

    /** Parallel lines over a box: rising to the right, or falling. */
    static void hatch(Graphics2D g, Rectangle2D box, boolean rising, double step) {
        Shape clip = g.getClip();
        g.clip(box);
        g.setColor(BLACK);
        g.setStroke(line(0.8));
        double h = box.getHeight();
        double phase = Math.floorMod(Math.round(box.getX()), Math.round(step));
        for (double x = box.getX() - h - phase; x < box.getMaxX() + h; x += step) {
            double bottom = rising ? x : x + h;
            g.draw(new Line2D.Double(bottom, box.getMaxY(), 2 * x + h - bottom, box.getY()));
        }
        g.setClip(clip);
    }

    static void dots(Graphics2D g, Rectangle2D box) {
        g.setColor(BLACK);
        int row = 0;
        for (double y = box.getY() + 3; y < box.getMaxY() - 1; y += 4) {
            for (double x = box.getX() + 3 + 2 * (row % 2); x < box.getMaxX() - 1; x += 4) {
                g.fill(new Rectangle2D.Double(x - 0.6, y - 0.6, 1.2, 1.2));
            }
            row++;
        }
    }

    /** A filled triangle with its tip at a point, the tip in the direction (dx, dy). */
    static void triangle(Graphics2D g, double x, double y, double dx, double dy, double size) {
        double length = Math.hypot(dx, dy);
        double backX = x - size * dx / length;
        double backY = y - size * dy / length;
        double sideX = -size * dy / length / 1.8;
        double sideY = size * dx / length / 1.8;
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(backX + sideX, backY + sideY);
        path.lineTo(backX - sideX, backY - sideY);
        path.closePath();
        g.fill(path);
    }
}
