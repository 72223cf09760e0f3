package mirrorstorm.picture.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;

/** Draws what lies under the lines of a plot, ground and grid, and what is written at its axes. */
final class AxesPainter {

    private static final double GRID_WIDTH = 0.75;
    private static final double TICK_LENGTH = 4;
    private static final double VALUES_APART = 6;

    /** Baseline of the times below the last plot. */
    private static final double TIMES_BELOW = 16;

    private final Graphics2D g;
    private final ChartFrame frame;
    private final Theme theme;
    private final double scale;
    private final Font small;
    private final Stroke thin;
    private final List<TimeAxis.Tick> times;

    AxesPainter(Graphics2D g, ChartFrame frame, Theme theme) {
        this.g = g;
        this.frame = frame;
        this.theme = theme;
        this.scale = frame.textScale();
        this.small = theme.font(TextStyle.SMALL, scale);
        this.thin = Pens.line(Math.max(GRID_WIDTH, GRID_WIDTH * scale));
        this.times = frame.time().ticks(scale);
    }

    /** The ground and the grid of a plot, and its values at the left. */
    void paintUnder(Plot plot) {
        Rectangle2D area = plot.area();
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(area);
        g.setColor(theme.color(Ink.GRID));
        g.setStroke(thin);
        for (TimeAxis.Tick tick : times) {
            double x = within(tick.x(), area.getX(), area.getMaxX());
            g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        }
        Color muted = theme.color(Ink.TEXT_MUTED);
        for (ValueAxis.Tick tick : plot.values().ticks(area.getHeight(), small.getSize2D())) {
            double height = area.getMaxY() - tick.share() * area.getHeight();
            double y = within(height, area.getY(), area.getMaxY());
            g.setColor(theme.color(Ink.GRID));
            g.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
            g.setColor(muted);
            double baseline = height + Pens.capHeight(small) / 2;
            Pens.textRight(g, small, tick.label(), area.getX() - VALUES_APART * scale, baseline);
        }
    }

    /** The middle of the pixel at a place, so that a thin line is one row of them. */
    private static double within(double place, double from, double to) {
        return Math.max(from, Math.min(to - 1, Math.floor(place))) + 0.5;
    }

    /** The line below the last plot, and the times under it. */
    void paintTimes() {
        double y = frame.bottom();
        TimeAxis time = frame.time();
        g.setColor(theme.color(Ink.BORDER));
        g.setStroke(thin);
        g.draw(new Line2D.Double(time.left(), y + 0.5, time.right(), y + 0.5));
        for (TimeAxis.Tick tick : times) {
            double x = within(tick.x(), time.left(), time.right());
            g.draw(new Line2D.Double(x, y, x, y + TICK_LENGTH * scale));
        }
        g.setColor(theme.color(Ink.TEXT_MUTED));
        for (TimeAxis.Tick tick : times) {
            Pens.textCentred(g, small, tick.label(), tick.x(), y + TIMES_BELOW * scale);
        }
    }
}
