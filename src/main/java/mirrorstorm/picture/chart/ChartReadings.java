package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.scenario.MessageBundle;

/** Reads a chart out at the moment that is pointed at: a dot on each line, and beside it the value. */
final class ChartReadings {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final ChartView view;
    private final Chart chart;
    private final Plot plot;
    private final Rectangle2D area;
    private final Theme theme;
    private final double scale;
    private final Font small;

    /** A value at its height. */
    private record Reading(ChartLine line, double y, String text) {}

    ChartReadings(Graphics2D g, ChartView view, Chart chart, Plot plot, Theme theme) {
        this.g = g;
        this.view = view;
        this.chart = chart;
        this.plot = plot;
        this.area = plot.area();
        this.theme = theme;
        this.scale = view.textScale();
        this.small = theme.font(TextStyle.SMALL, scale);
    }

    void paint(double x) {
        int sample = view.sampleRead();
        List<Reading> readings = sample < 0 ? foretold() : readings(sample);
        readings.forEach(reading -> paintDot(reading, x));
        paintTexts(readings, x);
    }

    private List<Reading> readings(int sample) {
        List<Reading> readings = new ArrayList<>();
        for (ChartLine line : chart.lines()) {
            double value = line.value(view.series()).applyAsDouble(sample);
            if (!Double.isNaN(value)) {
                readings.add(new Reading(line, plot.yWithin(value), view.reading(chart, value)));
            }
        }
        readings.sort(Comparator.comparingDouble(Reading::y));
        return readings;
    }

    /** What the newest forecast says of a moment that the run has not come to: the median, and where 90 % lie. */
    private List<Reading> foretold() {
        List<Reading> readings = new ArrayList<>();
        for (ChartFan each : view.fans()) {
            Fan fan = each.fan();
            double step = (view.readNanos() - fan.timeNanos(0)) / (double) (fan.timeNanos(1) - fan.timeNanos(0));
            int at = (int) Math.rint(step);
            boolean isThere = each.isNew() && step >= 0 && at < fan.size();
            for (ChartLine line : isThere ? chart.lines() : List.<ChartLine>of()) {
                Metric metric = line.metric();
                double median = fan.get(metric, ChartFan.MEDIAN, at);
                if (!Double.isNaN(median)) {
                    String text = TEXTS.text(
                            "chart.foretold",
                            view.reading(chart, median),
                            view.reading(chart, fan.get(metric, ChartFan.LOW, at)),
                            view.reading(chart, fan.get(metric, ChartFan.HIGH, at)));
                    readings.add(new Reading(line, plot.yWithin(median), text));
                }
            }
        }
        readings.sort(Comparator.comparingDouble(Reading::y));
        return readings;
    }

    private void paintDot(Reading reading, double x) {
        double radius = 3.5 * scale;
        double y = reading.y();
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(new Ellipse2D.Double(x - radius * 1.5, y - radius * 1.5, 3 * radius, 3 * radius));
        g.setColor(theme.color(reading.line().ink()));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Right of the cursor, or left of it near the right end; what would run into the one above is moved down. */
    private void paintTexts(List<Reading> readings, double x) {
        double height = Pens.capHeight(small) + 4 * scale;
        double from = area.getY();
        for (Reading reading : readings) {
            double top = Math.max(from, Math.min(area.getMaxY() - height, reading.y() - height / 2));
            if (top + height > area.getMaxY() + scale) {
                return;
            }
            double width = Pens.widthOf(small, reading.text()) + 6 * scale;
            double gap = 8 * scale;
            double left = x + gap + width > area.getMaxX() ? x - gap - width : x + gap;
            g.setColor(theme.color(Ink.SURFACE, 0.85));
            g.fill(new Rectangle2D.Double(left, top, width, height));
            g.setColor(theme.color(Ink.TEXT));
            Pens.text(g, small, reading.text(), left + 3 * scale, top + height - 2 * scale);
            from = top + height;
        }
    }
}
