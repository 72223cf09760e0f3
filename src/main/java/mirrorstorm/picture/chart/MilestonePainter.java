package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.MilestoneFit.Verdict;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Spread;

/**
 * Draws what the real cluster showed as targets on a chart: a diamond at the published value, whiskers as long as the
 * tolerance, and the value. A diamond is filled where the run agrees, crossed where it does not, hollow while it has
 * not come there.
 */
final class MilestonePainter {

    /** Half the width of the band of other seeds. */
    private static final double BAND = 8;

    private final Graphics2D g;
    private final ChartView view;
    private final Chart chart;
    private final Rectangle2D plot;
    private final ChartFrame frame;
    private final Theme theme;
    private final double scale;
    private final ChartScale axis;
    private double labelsUpTo = Double.NEGATIVE_INFINITY;

    private MilestonePainter(
            Graphics2D g, ChartView view, Chart chart, Rectangle2D plot, ChartFrame frame, Theme theme) {
        this.g = g;
        this.view = view;
        this.chart = chart;
        this.plot = plot;
        this.frame = frame;
        this.theme = theme;
        this.scale = view.textScale();
        this.axis = ChartScale.of(chart, view);
    }

    static void paint(Graphics2D g, ChartView view, Chart chart, Rectangle2D plot, ChartFrame frame, Theme theme) {
        MilestonePainter painter = new MilestonePainter(g, view, chart, plot, frame, theme);
        MilestoneFit.spread(view).ifPresent(painter::paintBands);
        for (Milestone milestone : view.scenario().milestones()) {
            painter.paint(milestone);
        }
    }

    private void paint(Milestone milestone) {
        double value = onAxis(chart, milestone.metric(), milestone.published());
        if (Double.isNaN(value)) {
            return;
        }
        if (milestone.when() instanceof Milestone.Within within
                && within.statistic().isTime()) {
            return; // a time, which no height of this chart can show
        }
        double tolerance = milestone.tolerance();
        double y = yAt(value);
        double low = yAt(value - tolerance);
        double high = yAt(value + tolerance);
        if (milestone.when() instanceof Milestone.At at) {
            long nanos = at.time().toNanos();
            if (nanos >= view.fromNanos() && nanos <= view.toNanos()) {
                paintTarget(milestone, frame.xAt(view, nanos), y, low, high, MilestoneFit.verdict(view, milestone));
            }
        } else if (milestone.when() instanceof Milestone.Within within) {
            double left = Math.max(plot.getX(), frame.xAt(view, within.from().toNanos()));
            double right = Math.min(plot.getMaxX(), frame.xAt(view, within.to().toNanos()));
            if (right > left) {
                paintStretch(left, right, y, low, high);
                paintTarget(milestone, (left + right) / 2, y, low, high, MilestoneFit.verdict(view, milestone));
            }
        }
    }

    /** Behind the targets: between what nine of ten runs with other seeds lie at each. */
    private void paintBands(Spread spread) {
        g.setColor(theme.color(Ink.TEXT_MUTED, 0.3));
        for (Milestone milestone : view.scenario().milestones()) {
            Optional<Spread.Band> band = spread.band(milestone.id());
            boolean isShown = band.isPresent() && !Double.isNaN(onAxis(chart, milestone.metric(), 0));
            if (isShown && milestone.when() instanceof Milestone.At at) {
                long nanos = at.time().toNanos();
                if (nanos >= view.fromNanos() && nanos <= view.toNanos()) {
                    double x = frame.xAt(view, nanos);
                    paintBand(milestone, band.get(), x - BAND * scale, x + BAND * scale);
                }
            } else if (isShown
                    && milestone.when() instanceof Milestone.Within within
                    && !within.statistic().isTime()) {
                double left =
                        Math.max(plot.getX(), frame.xAt(view, within.from().toNanos()));
                double right =
                        Math.min(plot.getMaxX(), frame.xAt(view, within.to().toNanos()));
                double middle = (left + right) / 2;
                if (right > left) {
                    paintBand(milestone, band.get(), middle - BAND * scale, middle + BAND * scale);
                }
            }
        }
    }

    private void paintBand(Milestone milestone, Spread.Band band, double left, double right) {
        double one = yAt(onAxis(chart, milestone.metric(), band.p05()));
        double other = yAt(onAxis(chart, milestone.metric(), band.p95()));
        if (!Double.isNaN(one) && !Double.isNaN(other)) {
            double height = Math.max(2 * scale, Math.abs(one - other));
            g.fill(new Rectangle2D.Double(left, Math.min(one, other), right - left, height));
        }
    }

    private double yAt(double value) {
        double share = Math.max(0, Math.min(1, axis.scaled(value) / axis.top()));
        return plot.getMaxY() - plot.getHeight() * share;
    }

    private void paintStretch(double left, double right, double y, double low, double high) {
        g.setColor(theme.color(Ink.MILESTONE, 0.18));
        g.fill(new Rectangle2D.Double(left, high, right - left, Math.max(2, low - high)));
        g.setColor(theme.color(Ink.MILESTONE));
        g.setStroke(Pens.dashed(1.5 * scale, 5 * scale, 3 * scale));
        g.draw(new Line2D.Double(left, y, right, y));
    }

    private void paintTarget(Milestone milestone, double x, double y, double low, double high, Verdict verdict) {
        double size = 5 * scale;
        double cap = 4 * scale;
        Path2D whiskers = new Path2D.Double();
        whiskers.moveTo(x, high);
        whiskers.lineTo(x, low);
        for (double end : new double[] {high, low}) {
            whiskers.moveTo(x - cap, end);
            whiskers.lineTo(x + cap, end);
        }
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - size);
        diamond.lineTo(x + size, y);
        diamond.lineTo(x, y + size);
        diamond.lineTo(x - size, y);
        diamond.closePath();
        g.setColor(theme.color(Ink.SURFACE));
        g.setStroke(Pens.round(4.5 * scale));
        g.draw(whiskers);
        g.draw(diamond);
        g.fill(diamond);
        g.setColor(theme.color(Ink.MILESTONE));
        g.setStroke(Pens.round(1.6 * scale));
        g.draw(whiskers);
        g.draw(diamond);
        if (verdict == Verdict.AGREES) {
            g.fill(diamond);
        } else if (verdict == Verdict.DIFFERS) {
            g.draw(new Line2D.Double(x - size / 2, y - size / 2, x + size / 2, y + size / 2));
            g.draw(new Line2D.Double(x - size / 2, y + size / 2, x + size / 2, y - size / 2));
        }
        paintLabel(label(milestone), x + size + 4 * scale, Math.min(y, high) - 5 * scale);
    }

    private String label(Milestone milestone) {
        boolean isShare =
                Metric.ofKey(milestone.metric()).map(Metric::unit).orElse(Metric.Unit.COUNT) == Metric.Unit.SHARE;
        if (!isShare) {
            return NumberText.about(milestone.published());
        }
        if (chart.isCounted(view)) {
            return NumberText.count(Math.round(milestone.published() * chart.total(view)));
        }
        String share = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(100 * milestone.published());
        boolean isPlain = chart != Chart.VOLUMES || milestone.metric().equals(Metric.STUCK.key());
        return isPlain ? share + " %" : share + " % " + milestone.metric();
    }

    /** Left out where it would run into the one before. */
    private void paintLabel(String text, double x, double baseline) {
        Font font = theme.font(TextStyle.SMALL, scale);
        double width = Pens.widthOf(font, text);
        double left = Math.min(x, plot.getMaxX() - width);
        double line = Math.max(baseline, plot.getY() + Pens.capHeight(font) + 3 * scale);
        if (left > labelsUpTo) {
            Rectangle2D ground = new Rectangle2D.Double(
                    left - 2 * scale,
                    line - Pens.capHeight(font) - 2 * scale,
                    width + 4 * scale,
                    Pens.capHeight(font) + 5 * scale);
            g.setColor(theme.color(Ink.SURFACE, 0.85));
            g.fill(ground);
            g.setColor(theme.color(Ink.MILESTONE));
            Pens.text(g, font, text, left, line);
            labelsUpTo = left + width + 4 * scale;
        }
    }

    /** Which metric a chart can hold a milestone of against its axis, and how; NaN if it shows no such thing. */
    static double onAxis(Chart chart, String metricKey, double value) {
        Metric metric = Metric.ofKey(metricKey).orElse(null);
        if (metric == null) {
            return Double.NaN;
        }
        if (!chart.shows(metric)) {
            return Double.NaN;
        }
        // what is not restored is stuck, and that is the edge which the chart shows
        return metric == Metric.RESTORED ? 1 - value : value;
    }
}
