package mirrorstorm.picture.study;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.AttributionText;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.scenario.MessageBundle;

/** Draws how much each cause has to do with an outcome: a bar for each, largest first, with its interval. */
public final class AttributionPainter {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double MARGIN = 24;
    private static final double HEAD = 76;
    private static final double FOOT = 40;
    private static final double NAMES = 190;
    private static final double VALUES = 190;
    private static final double BAR_SHARE = 0.56;

    private AttributionPainter() {}

    /**
     * Paints the bars over the whole of a picture.
     *
     * @param subtitle says which scenario, seed and how many replications
     * @param scale    1 for a screen at arm's length
     */
    public static void paint(
            Graphics2D g,
            Attribution attribution,
            Measure measure,
            String title,
            String subtitle,
            double width,
            double height,
            double scale,
            Theme theme) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double room = width - 2 * MARGIN * scale;
        Font heading = theme.font(TextStyle.TITLE, scale);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, heading, Pens.clipped(heading, title, room), MARGIN * scale, (MARGIN + 20) * scale);
        Font body = theme.font(TextStyle.BODY, scale);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(g, body, Pens.clipped(body, subtitle, room), MARGIN * scale, (MARGIN + 46) * scale);
        Rectangle2D plot = new Rectangle2D.Double(
                (MARGIN + NAMES) * scale,
                (MARGIN + HEAD) * scale,
                width - (2 * MARGIN + NAMES + VALUES) * scale,
                height - (2 * MARGIN + HEAD + FOOT) * scale);
        paintBars(g, attribution, measure, plot, scale, theme);
        Font small = theme.font(TextStyle.SMALL, scale);
        String foot = TEXTS.text(
                "causes.foot",
                MeasureText.value(measure, attribution.withAll(measure).value()),
                MeasureText.value(measure, attribution.withNone(measure).value()));
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(g, small, Pens.clipped(small, foot, room), MARGIN * scale, height - MARGIN * scale);
    }

    private static void paintBars(
            Graphics2D g, Attribution attribution, Measure measure, Rectangle2D plot, double scale, Theme theme) {
        List<Interval> shares = IntStream.range(0, attribution.causes().size())
                .mapToObj(cause -> attribution.share(cause, measure))
                .toList();
        List<Integer> order = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparingDouble(cause -> -shares.get(cause).value()))
                .toList();
        double low = Math.min(
                0, shares.stream().mapToDouble(AttributionPainter::low).min().orElse(0));
        double high = Math.max(
                1e-12,
                shares.stream().mapToDouble(AttributionPainter::high).max().orElse(1));
        double unit = plot.getWidth() / (high - low);
        double zero = plot.getX() - low * unit;
        double row = plot.getHeight() / shares.size();
        Font font = theme.font(TextStyle.STRONG, scale);
        Font small = theme.font(TextStyle.SMALL, scale);
        for (int i = 0; i < order.size(); i++) {
            Interval share = shares.get(order.get(i));
            double middle = plot.getY() + (i + 0.5) * row;
            double end = zero + share.value() * unit;
            g.setColor(theme.color(share.value() < 0 ? Ink.COPYING : Ink.SEARCHING));
            g.fill(new Rectangle2D.Double(
                    Math.min(zero, end), middle - row * BAR_SHARE / 2, Math.abs(end - zero), row * BAR_SHARE));
            g.setColor(theme.color(Ink.TEXT));
            String name = AttributionText.title(attribution.causes().get(order.get(i)));
            Pens.text(
                    g,
                    font,
                    Pens.clipped(font, name, (NAMES - 12) * scale),
                    MARGIN * scale,
                    middle + Pens.capHeight(font) / 2);
            paintWhisker(g, share, zero, unit, middle, scale, theme);
            String value = DifferenceText.of(measure, share.value());
            Pens.text(g, font, value, plot.getMaxX() + 16 * scale, middle);
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.text(g, small, DifferenceText.range(measure, share), plot.getMaxX() + 16 * scale, middle + 16 * scale);
        }
        g.setColor(theme.color(Ink.TEXT_MUTED));
        g.setStroke(Pens.line(scale));
        g.draw(new Line2D.Double(zero, plot.getY(), zero, plot.getMaxY()));
    }

    private static void paintWhisker(
            Graphics2D g, Interval share, double zero, double unit, double middle, double scale, Theme theme) {
        if (Double.isNaN(share.low())) {
            return;
        }
        double left = zero + share.low() * unit;
        double right = zero + share.high() * unit;
        double tick = 6 * scale;
        g.setColor(theme.color(Ink.TEXT));
        g.setStroke(Pens.line(2 * scale));
        g.draw(new Line2D.Double(left, middle, right, middle));
        g.draw(new Line2D.Double(left, middle - tick, left, middle + tick));
        g.draw(new Line2D.Double(right, middle - tick, right, middle + tick));
    }

    private static double low(Interval share) {
        return Double.isNaN(share.low()) ? share.value() : share.low();
    }

    private static double high(Interval share) {
        return Double.isNaN(share.high()) ? share.value() : share.high();
    }
}
