package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.forecast.Fan;

/** Reads a chart out at the moment that is pointed at: a dot on each line, and beside it the value. */
final class ChartReadings {

    private final Graphics2D g;
    private final ChartView view;
    private final Chart chart;
    private final Rectangle2D plot;
    private final Theme theme;
    private final double scale;
    private final Font small;

    /** A value at its height. */
    private record Reading(ChartLine line, double y, String text) {}

    ChartReadings(Graphics2D g, ChartView view, Chart chart, Rectangle2D plot, Theme theme) {
        this.g = g;
        this.view = view;
        this.chart = chart;
        this.plot = plot;
        this.theme = theme;
        this.scale = view.textScale();
        this.small = theme.font(TextStyle.SMALL, scale);
    }

    void paint(double x) {
        int sample = ChartHeader.sampleAt(view);
        List<Reading> readings = sample < 0 ? foretold() : readings(sample);
        readings.forEach(reading -> paintDot(reading, x));
        paintTexts(readings, x);
    }

    private List<Reading> readings(int sample) {
        ChartScale axis = ChartScale.of(chart, view);
        List<Reading> readings = new ArrayList<>();
        List<ChartLine> lines =
                chart == Chart.VOLUMES ? List.of(ChartLine.stuck(view.series())) : ChartLine.of(chart, view.series());
        for (ChartLine line : lines) {
            double value = line.value().applyAsDouble(sample);
            double share = axis.scaled(value) / axis.top();
            if (!Double.isNaN(share)) {
                double y = plot.getMaxY() - plot.getHeight() * Math.max(0, Math.min(1, share));
                readings.add(new Reading(line, y, format(chart, view, value)));
            }
        }
        readings.sort(Comparator.comparingDouble(Reading::y));
        return readings;
    }

    /** What the newest forecast says of a moment that the run has not come to: the median, and where 90 % lie. */
    private List<Reading> foretold() {
        List<Reading> readings = new ArrayList<>();
        ChartScale axis = ChartScale.of(chart, view);
        for (ChartFan each : view.fans()) {
            Fan fan = each.fan();
            double step = (view.readNanos() - fan.timeNanos(0)) / (double) (fan.timeNanos(1) - fan.timeNanos(0));
            int at = (int) Math.rint(step);
            boolean isThere = each.age() == ChartFan.Age.NEW && step >= 0 && at < fan.size();
            for (ChartLine line : isThere ? ChartFans.lines(chart, view) : List.<ChartLine>of()) {
                Metric metric = line.metric().orElseThrow();
                double median = fan.get(metric, ChartFans.MEDIAN, at);
                double share = axis.scaled(median) / axis.top();
                if (!Double.isNaN(share)) {
                    double y = plot.getMaxY() - plot.getHeight() * Math.max(0, Math.min(1, share));
                    String text = ChartMarks.text(
                            "chart.foretold",
                            format(chart, view, median),
                            format(chart, view, fan.get(metric, ChartFans.LOW, at)),
                            format(chart, view, fan.get(metric, ChartFans.HIGH, at)));
                    readings.add(new Reading(line, y, text));
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
        double from = plot.getY();
        for (Reading reading : readings) {
            double top = Math.max(from, Math.min(plot.getMaxY() - height, reading.y() - height / 2));
            if (top + height > plot.getMaxY() + scale) {
                return;
            }
            double width = Pens.widthOf(small, reading.text()) + 6 * scale;
            double gap = 8 * scale;
            double left = x + gap + width > plot.getMaxX() ? x - gap - width : x + gap;
            g.setColor(theme.color(Ink.SURFACE, 0.85));
            g.fill(new Rectangle2D.Double(left, top, width, height));
            g.setColor(theme.color(Ink.TEXT));
            Pens.text(g, small, reading.text(), left + 3 * scale, top + height - 2 * scale);
            from = top + height;
        }
    }

    /** A value as its chart says it. */
    static String format(Chart chart, ChartView view, double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        return switch (chart.axis()) {
            case SHARE ->
                chart.isCounted(view)
                        ? NumberText.count(Math.round(value * chart.total(view)))
                        : NumberText.percent(value);
            case LOG -> chart == Chart.NODES ? NumberText.count(Math.round(value)) : NumberText.about(value);
            case LOG_SECONDS -> seconds(value);
            case LINEAR -> String.format(Locale.ROOT, "%.2f", value);
        };
    }

    private static String seconds(double value) {
        return value < 1
                ? String.format(Locale.ROOT, "%.0f ms", 1000 * value)
                : String.format(Locale.ROOT, "%.1f s", value);
    }
}
