package mirrorstorm.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;

/** What tells a state from the others where colours cannot: for the colour-blind, and on a bad projector. */
public enum Pattern {
    NONE,
    /** Lines rising to the right. */
    STRIPES,
    /** Lines falling to the right. */
    BACK_STRIPES,
    CROSS_HATCH,
    BARS,
    DOTS,
    /** One cross over the whole, or many small ones over an area. */
    CROSS,
    /** Hollow, with a dashed edge. */
    DASHED_EDGE,
    /** Nothing but a dotted edge and a stroke through. */
    STRUCK_OUT;

    private static final int TILE = 8;

    /** Textures are made for scales of this many steps to one. */
    private static final double SCALE_STEPS = 4;

    /** The pattern of a node that offers no space. */
    public static Pattern ofQuarantine() {
        return BACK_STRIPES;
    }

    /** The pattern of volumes in a state. */
    public static Pattern of(VolumeState state) {
        return switch (state) {
            case MIRRORED -> NONE;
            case SEARCHING -> STRIPES;
            case COPYING -> DOTS;
            case UNREACHABLE -> CROSS_HATCH;
            case RESTORING -> BARS;
            case LOST -> CROSS;
        };
    }

    /** The pattern of nodes in a state. */
    public static Pattern of(NodeState state) {
        return switch (state) {
            case UP -> NONE;
            case ISOLATED -> DASHED_EDGE;
            case CRASHED -> CROSS;
            case DESTROYED -> STRUCK_OUT;
        };
    }

    /** Fills an area with {@code ground} and this pattern in {@code mark} on it. */
    Paint over(Color ground, Color mark, double scale) {
        if (this == NONE || this == DASHED_EDGE || this == STRUCK_OUT) {
            return ground;
        }
        int side = (int) Math.max(4, Math.round(TILE * Math.round(scale * SCALE_STEPS) / SCALE_STEPS));
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = tile.createGraphics();
        Pens.smooth(g);
        g.setColor(ground);
        g.fillRect(0, 0, side, side);
        g.setColor(mark);
        g.setStroke(new BasicStroke((float) (side / 5.5)));
        drawTile(g, side);
        g.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, side, side));
    }

    /** Lines are drawn three times, so that they go on from tile to tile. */
    private void drawTile(Graphics2D g, double side) {
        for (double shift = -side; shift <= side; shift += side) {
            if (this == STRIPES || this == CROSS_HATCH) {
                g.draw(new Line2D.Double(shift - 1, side + 1, shift + side + 1, -1));
            }
            if (this == BACK_STRIPES || this == CROSS_HATCH) {
                g.draw(new Line2D.Double(shift - 1, -1, shift + side + 1, side + 1));
            }
        }
        if (this == BARS) {
            g.draw(new Line2D.Double(-1, side / 2, side + 1, side / 2));
        }
        if (this == DOTS) {
            double radius = side / 6.5;
            g.fill(new Ellipse2D.Double(side / 4 - radius, side / 4 - radius, 2 * radius, 2 * radius));
            g.fill(new Ellipse2D.Double(side * 3 / 4 - radius, side * 3 / 4 - radius, 2 * radius, 2 * radius));
        }
        if (this == CROSS) {
            g.draw(new Line2D.Double(side * 0.25, side * 0.25, side * 0.75, side * 0.75));
            g.draw(new Line2D.Double(side * 0.75, side * 0.25, side * 0.25, side * 0.75));
        }
    }
}
