package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
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
    private final Plot plot;
    private final Rectangle2D area;
    private final Theme theme;
    private final double scale;
    private double labelsUpTo = Double.NEGATIVE_INFINITY;

    private MilestonePainter(Graphics2D g, ChartView view, Chart chart, Plot plot, Theme theme) {
        this.g = g;
        this.view = view;
        this.chart = chart;
        this.plot = plot;
        this.area = plot.area();
        this.theme = theme;
        this.scale = view.textScale();
    }

    static void paint(Graphics2D g, ChartView view, Chart chart, Plot plot, Theme theme) {
        MilestonePainter painter = new MilestonePainter(g, view, chart, plot, theme);
        MilestoneFit.spread(view).ifPresent(painter::paintBands);
        for (Milestone milestone : view.scenario().milestones()) {
            painter.paint(milestone);
        }
    }

    private void paint(Milestone milestone) {
        double value = onAxis(milestone, milestone.published());
        if (Double.isNaN(value)) {
            return;
        }
        if (milestone.when() instanceof Milestone.Within within
                && within.statistic().isTime()) {
            return; // a time, which no height of this chart can show
        }
        double tolerance = milestone.tolerance();
        double y = plot.yWithin(value);
        double low = plot.yWithin(value - tolerance);
        double high = plot.yWithin(value + tolerance);
        if (milestone.when() instanceof Milestone.At at) {
            long nanos = at.time().toNanos();
            if (plot.time().shows(nanos)) {
                paintTarget(milestone, plot.xAt(nanos), y, low, high, MilestoneFit.verdict(view, milestone));
            }
        } else if (milestone.when() instanceof Milestone.Within within) {
            double left = Math.max(area.getX(), plot.xAt(within.from().toNanos()));
            double right = Math.min(area.getMaxX(), plot.xAt(within.to().toNanos()));
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
            spread.band(milestone.id()).ifPresent(band -> paintBand(milestone, band));
        }
    }

    private void paintBand(Milestone milestone, Spread.Band band) {
        double low = onAxis(milestone, band.p05());
        double high = onAxis(milestone, band.p95());
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return;
        }
        if (milestone.when() instanceof Milestone.At at) {
            long nanos = at.time().toNanos();
            if (plot.time().shows(nanos)) {
                fillBand(plot.xAt(nanos), plot.yWithin(low), plot.yWithin(high));
            }
        } else if (milestone.when() instanceof Milestone.Within within
                && !within.statistic().isTime()) {
            double left = Math.max(area.getX(), plot.xAt(within.from().toNanos()));
            double right = Math.min(area.getMaxX(), plot.xAt(within.to().toNanos()));
            if (right > left) {
                fillBand((left + right) / 2, plot.yWithin(low), plot.yWithin(high));
            }
        }
    }

    private void fillBand(double x, double low, double high) {
        double height = Math.max(2 * scale, Math.abs(low - high));
        g.fill(new Rectangle2D.Double(x - BAND * scale, Math.min(low, high), 2 * BAND * scale, height));
    }

    /** A value of a milestone's metric on the chart's axis; NaN if the chart does not show it. */
    private double onAxis(Milestone milestone, double value) {
        return Metric.ofKey(milestone.metric())
                .map(metric -> chart.onAxis(metric, value))
                .orElse(Double.NaN);
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
        if (view.isCounted(chart)) {
            return NumberText.count(Math.round(milestone.published() * chart.total(view.scenario())));
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
        double left = Math.min(x, area.getMaxX() - width);
        double line = Math.max(baseline, area.getY() + Pens.capHeight(font) + 3 * scale);
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
}
