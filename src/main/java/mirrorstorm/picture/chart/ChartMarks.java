package mirrorstorm.picture.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.TimeText;
import mirrorstorm.run.LogEntry;
import mirrorstorm.scenario.MessageBundle;

/** Draws over charts: titles and values, flags, crashes, what the real cluster showed, the present, the cursor. */
final class ChartMarks {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    /** Crashes closer than this are one tick, pixels. */
    private static final double TICK_APART = 1.5;

    private static final double TICK_HEIGHT = 7;
    private static final double TEN = 10;

    private final Graphics2D g;
    private final ChartView view;
    private final List<Chart> charts;
    private final List<Plot> plots;
    private final ChartFrame frame;
    private final TimeAxis time;
    private final Theme theme;
    private final double scale;
    private final Font small;

    ChartMarks(Graphics2D g, ChartView view, List<Chart> charts, List<Plot> plots, ChartFrame frame, Theme theme) {
        this.g = g;
        this.view = view;
        this.charts = charts;
        this.plots = plots;
        this.frame = frame;
        this.time = frame.time();
        this.theme = theme;
        this.scale = view.textScale();
        this.small = theme.font(TextStyle.SMALL, scale);
    }

    void paint() {
        paintFuture();
        new FlagsPainter(g, view, frame, theme).paint();
        for (int i = 0; i < charts.size(); i++) {
            Plot plot = plots.get(i);
            paintCrashes(plot.area());
            if (charts.get(i) == Chart.LOOP_GAIN) {
                paintThreshold(plot);
            }
            MilestonePainter.paint(g, view, charts.get(i), plot, theme);
            ChartHeader header = new ChartHeader(g, view, charts.get(i), plot, frame, theme);
            if (i == 0) {
                header.paintFirst(fit());
            } else {
                header.paint();
            }
        }
        paintNow();
        paintCursor();
    }

    /** What is known of the time after now, because the run was there already, is paler. */
    private void paintFuture() {
        double now = Math.max(time.left(), time.xAt(view.nowNanos()));
        long known = (view.series().size() - 1) * view.series().spacingNanos();
        boolean isForecastThere = !view.fans().isEmpty();
        double end = time.right();
        double right = isForecastThere ? Math.min(end, time.xAt(known)) : end;
        if (now < right && known > view.nowNanos()) {
            g.setColor(theme.color(Ink.SURFACE, 0.6));
            for (Rectangle2D plot : frame.plots()) {
                g.fill(new Rectangle2D.Double(now, plot.getY(), right - now, plot.getHeight()));
            }
        }
    }

    private void paintCrashes(Rectangle2D plot) {
        g.setColor(theme.color(Ink.CRASH_FLAG));
        g.setStroke(Pens.line(1.25 * scale));
        double last = Double.NEGATIVE_INFINITY;
        for (LogEntry entry : view.logEntries()) {
            double x = time.xAt(entry.timeNanos());
            if (isCrash(entry) && time.shows(entry.timeNanos()) && x >= last + TICK_APART) {
                g.draw(new Line2D.Double(x, plot.getY(), x, plot.getY() + TICK_HEIGHT * scale));
                last = x;
            }
        }
    }

    /** A gain of 1: above it each crash makes more than one. */
    private void paintThreshold(Plot plot) {
        double y = plot.yAt(1);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        g.setStroke(Pens.dashed(1.25 * scale, 5 * scale, 3 * scale));
        g.draw(new Line2D.Double(time.left(), y, time.right(), y));
    }

    /** How many milestones the run agrees with; empty if there are none to agree with yet. */
    private String fit() {
        MilestoneFit fit = MilestoneFit.of(view);
        if (fit.reached() == 0) {
            return "";
        }
        String within = TEXTS.text("chart.fit", fit.within(), fit.reached());
        OptionalDouble wilder = MilestoneFit.wilderThan(view);
        return wilder.isPresent()
                ? TEXTS.text("chart.fit.wilder", within, Math.round(TEN * wilder.getAsDouble()))
                : within;
    }

    private static boolean isCrash(LogEntry entry) {
        return entry.change() == StateChange.NODE_STATE && entry.detail() == NodeState.CRASHED.ordinal();
    }

    private void paintNow() {
        if (!time.shows(view.nowNanos())) {
            return;
        }
        double x = time.xAt(view.nowNanos());
        g.setColor(theme.color(Ink.NOW));
        g.setStroke(Pens.line(1.5 * scale));
        for (Rectangle2D plot : frame.plots()) {
            g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
        double size = 5 * scale;
        Path2D tip = new Path2D.Double();
        tip.moveTo(x - size, frame.bottom() + size);
        tip.lineTo(x + size, frame.bottom() + size);
        tip.lineTo(x, frame.bottom());
        tip.closePath();
        g.fill(tip);
    }

    private void paintCursor() {
        if (view.cursorNanos() < 0 || !time.shows(view.cursorNanos())) {
            return;
        }
        double x = time.xAt(view.cursorNanos());
        g.setColor(theme.color(Ink.ACCENT));
        g.setStroke(Pens.dashed(1.25 * scale, 4 * scale, 3 * scale));
        for (Rectangle2D plot : frame.plots()) {
            g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
        for (int i = 0; i < charts.size(); i++) {
            new ChartReadings(g, view, charts.get(i), plots.get(i), theme).paint(x);
        }
        paintPill(x, TimeText.sinceStart(view.cursorNanos()));
    }

    /** The time under the cursor, on the axis. */
    private void paintPill(double x, String text) {
        double padding = 5 * scale;
        double width = Pens.widthOf(small, text) + 2 * padding;
        double height = Pens.capHeight(small) + 2 * padding;
        double left = Math.max(
                frame.area().getX(), Math.min(x - width / 2, frame.area().getMaxX() - width));
        double top = frame.bottom() + 2 * scale;
        Color ground = theme.color(Ink.ACCENT);
        g.setColor(ground);
        g.fill(new RoundRectangle2D.Double(left, top, width, height, padding, padding));
        g.setColor(theme.color(theme.isDark() ? Ink.BACKGROUND : Ink.SURFACE));
        Pens.text(g, small, text, left + padding, top + height - padding);
    }
}
