package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Marks as shapes: every one can be found again in an SVG file. */
public final class ShapePlotter implements Plotter {

    private static final int FADE_STEPS = 3;

    private final Graphics2D g;

    public ShapePlotter(Graphics2D g) {
        this.g = g;
    }

    @Override
    public void dot(double x, double y, double radius, int rgb, double opacity) {
        g.setColor(color(rgb, opacity));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void block(double x, double y, double width, double height, int rgb) {
        g.setColor(color(rgb, 1));
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    /** What fades does so in three steps: with gradients a file would be ten times as long. */
    @Override
    public void line(
            double x0, double y0, double opacity0, double x1, double y1, double opacity1, double width, int rgb) {
        int steps = opacity0 == opacity1 ? 1 : FADE_STEPS;
        g.setStroke(Pens.line(width));
        for (int step = 0; step < steps; step++) {
            double from = step / (double) steps;
            double to = (step + 1) / (double) steps;
            g.setColor(color(rgb, opacity0 + (opacity1 - opacity0) * (from + to) / 2));
            g.draw(new Line2D.Double(
                    x0 + (x1 - x0) * from, y0 + (y1 - y0) * from, x0 + (x1 - x0) * to, y0 + (y1 - y0) * to));
        }
    }

    private static Color color(int rgb, double opacity) {
        return new Color((rgb & 0xFFFFFF) | ((int) Math.round(255 * opacity) << 24), true);
    }
}
