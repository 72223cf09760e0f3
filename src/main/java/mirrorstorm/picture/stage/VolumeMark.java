package mirrorstorm.picture.stage;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/** The silhouette of a volume with current data, by state. */
public enum VolumeMark {
    /** All is well: a square. */
    SQUARE(Ink.MIRRORED),
    /** It looks for space: a diamond. */
    DIAMOND(Ink.SEARCHING),
    /** It is being copied from here: an arrow's head. */
    ARROW(Ink.COPYING),
    /** Nobody reaches it: a ring. */
    RING(Ink.UNREACHABLE),
    /** It is being brought back: a half. */
    HALF(Ink.RESTORING),
    /** It is gone: a cross. */
    CROSS(Ink.LOST);

    private final Ink ink;

    VolumeMark(Ink ink) {
        this.ink = ink;
    }

    public static VolumeMark of(VolumeState state) {
        return switch (state) {
            case MIRRORED -> SQUARE;
            case SEARCHING -> DIAMOND;
            case COPYING -> ARROW;
            case UNREACHABLE -> RING;
            case RESTORING -> HALF;
            case LOST -> CROSS;
        };
    }

    public Ink ink() {
        return ink;
    }

    /** Whether a number on it lies on its colour. */
    boolean isSolid() {
        return this == SQUARE || this == DIAMOND || this == ARROW;
    }

    public void paint(Graphics2D g, Rectangle2D square, Theme theme) {
        double x = square.getX();
        double y = square.getY();
        double side = square.getWidth();
        g.setColor(theme.color(ink));
        switch (this) {
            case SQUARE -> g.fill(square);
            case DIAMOND ->
                g.fill(polygon(
                        x + side / 2,
                        y - side * 0.08,
                        x + side * 1.08,
                        y + side / 2,
                        x + side / 2,
                        y + side * 1.08,
                        x - side * 0.08,
                        y + side / 2));
            case ARROW ->
                g.fill(polygon(
                        x,
                        y,
                        x + side * 0.62,
                        y,
                        x + side * 1.06,
                        y + side / 2,
                        x + side * 0.62,
                        y + side,
                        x,
                        y + side));
            case RING -> {
                double width = Math.max(2, side / 7);
                g.setStroke(Pens.line(width));
                g.draw(new Ellipse2D.Double(x + width / 2, y + width / 2, side - width, side - width));
            }
            case HALF -> {
                g.fill(new Rectangle2D.Double(x, y + side / 2, side, side / 2));
                g.setStroke(Pens.line(1.5));
                g.draw(new Rectangle2D.Double(x + 0.75, y + 0.75, side - 1.5, side - 1.5));
            }
            case CROSS -> {
                g.setStroke(Pens.line(Math.max(2, side / 6)));
                g.draw(new Line2D.Double(x, y, x + side, y + side));
                g.draw(new Line2D.Double(x, y + side, x + side, y));
            }
        }
    }

    private static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
