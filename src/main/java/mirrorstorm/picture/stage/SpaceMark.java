package mirrorstorm.picture.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.picture.Colors;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/** The sign of a unit of space on a node that holds no current replica. */
enum SpaceMark {
    /** Empty, and to be had. */
    FREE,
    /** Empty, but not on offer: struck through. */
    CLOSED,
    /** Nothing is left there, but quarantine keeps it: crossed out. */
    KEPT,
    /** A replica that was given up: dashed. */
    GIVEN_UP,
    /** A claim: it fills as its copy goes on. */
    CLAIMED;

    /**
     * Paints the sign.
     *
     * @param done   how far the copy has come, [0, 1]; only a claim looks at it
     * @param ground what is behind it
     */
    void paint(Graphics2D g, Rectangle2D square, double done, Color ground, Theme theme) {
        switch (this) {
            case FREE -> paintFrame(g, square, theme.color(Ink.UP, 0.6));
            case CLOSED -> {
                paintFrame(g, square, theme.color(Ink.QUARANTINE, 0.8));
                paintFalling(g, square);
            }
            case KEPT -> {
                paintFrame(g, square, theme.color(Ink.QUARANTINE, 0.8));
                paintFalling(g, square);
                g.draw(new Line2D.Double(square.getX(), square.getMaxY(), square.getMaxX(), square.getY()));
            }
            case GIVEN_UP -> {
                double dash = Math.max(2, square.getWidth() / 8);
                Color text = Colors.readable(ground, theme.color(Ink.TEXT), theme.color(Ink.BACKGROUND));
                g.setColor(Colors.mix(ground, text, 0.6));
                g.setStroke(Pens.dashed(1, dash, dash));
                g.draw(inner(square));
            }
            case CLAIMED -> paintClaim(g, square, done, theme);
        }
    }

    private static Rectangle2D inner(Rectangle2D square) {
        return new Rectangle2D.Double(
                square.getX() + 0.5, square.getY() + 0.5, square.getWidth() - 1, square.getHeight() - 1);
    }

    private static void paintFrame(Graphics2D g, Rectangle2D square, Color color) {
        g.setStroke(Pens.line(1));
        g.setColor(color);
        g.draw(inner(square));
    }

    private static void paintFalling(Graphics2D g, Rectangle2D square) {
        g.draw(new Line2D.Double(square.getX(), square.getY(), square.getMaxX(), square.getMaxY()));
    }

    private static void paintClaim(Graphics2D g, Rectangle2D square, double done, Theme theme) {
        double height = square.getHeight() * Math.max(0, Math.min(1, done));
        g.setColor(theme.color(Ink.COPYING, 0.25));
        g.fill(square);
        g.setColor(theme.color(Ink.COPYING, 0.75));
        g.fill(new Rectangle2D.Double(square.getX(), square.getMaxY() - height, square.getWidth(), height));
        g.setStroke(Pens.line(1.5));
        g.setColor(theme.color(Ink.COPYING));
        g.draw(square);
    }
}
