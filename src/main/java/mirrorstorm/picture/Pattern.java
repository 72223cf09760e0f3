package mirrorstorm.picture;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;

/** What tells a state from the others where colours cannot: for the colour-blind, and on a bad projector. */
enum Pattern {
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

    /** A tile is so many times as wide as a line in it. */
    private static final double LINES_TO_GAPS = 5.5;

    /** The pattern of a node that offers no space. */
    static Pattern ofQuarantine() {
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

    /**
     * The marks of one tile of an area, which repeat from tile to tile; empty if the pattern is one of edges.
     *
     * @param side of the tile
     */
    List<Shape> marks(double side) {
        BasicStroke pen = new BasicStroke((float) (side / LINES_TO_GAPS));
        List<Shape> marks = new ArrayList<>();
        // drawn three times, so that lines go on from tile to tile
        for (double shift = -side; shift <= side; shift += side) {
            if (this == STRIPES || this == CROSS_HATCH) {
                marks.add(pen.createStrokedShape(new Line2D.Double(shift - 1, side + 1, shift + side + 1, -1)));
            }
            if (this == BACK_STRIPES || this == CROSS_HATCH) {
                marks.add(pen.createStrokedShape(new Line2D.Double(shift - 1, -1, shift + side + 1, side + 1)));
            }
        }
        if (this == BARS) {
            marks.add(new Rectangle2D.Double(0, side * 0.4, side, side / LINES_TO_GAPS));
        }
        if (this == DOTS) {
            marks.add(disc(side / 4, side / 4, side / 6.5));
            marks.add(disc(side * 3 / 4, side * 3 / 4, side / 6.5));
        }
        if (this == CROSS) {
            double near = side * 0.25;
            double far = side * 0.75;
            marks.add(pen.createStrokedShape(new Line2D.Double(near, near, far, far)));
            marks.add(pen.createStrokedShape(new Line2D.Double(far, near, near, far)));
        }
        return marks;
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
