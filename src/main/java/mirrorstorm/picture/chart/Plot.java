package mirrorstorm.picture.chart;

import java.awt.geom.Rectangle2D;

/** Where the values of one chart are drawn: from moments and values to places. */
record Plot(Rectangle2D area, TimeAxis time, ValueAxis values) {

    double xAt(long nanos) {
        return time.xAt(nanos);
    }

    /** The height of a value; may lie outside, NaN stays. */
    double yAt(double value) {
        return area.getMaxY() - area.getHeight() * values.share(value);
    }

    /** The height of a value that is drawn at the edge if it lies outside. */
    double yWithin(double value) {
        return Math.max(area.getY(), Math.min(area.getMaxY(), yAt(value)));
    }

    /** How many columns of pixels there are. */
    int columns() {
        return (int) Math.max(1, Math.ceil(area.getWidth()));
    }

    /** What its lines are drawn within: half of a line reaches out of it where a value is at an end of the axis. */
    Rectangle2D clip(double textScale) {
        return new Rectangle2D.Double(
                area.getX(), area.getY() - textScale, area.getWidth(), area.getHeight() + 2 * textScale);
    }
}
