package mirrorstorm.picture.study;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.MessageBundle;

/** Draws how often a runbook works, and how often it ends well if nobody acts: two bars with intervals. */
public final class RunbookPainter {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double MARGIN = 24;
    private static final double HEAD = 72;
    private static final double NAMES = 150;
    private static final double VALUES = 150;
    private static final double ROW_MAX = 150;
    private static final double BAR_SHARE = 0.5;
    private static final double QUARTER = 0.25;

    private final Graphics2D g;
    private final Theme theme;
    private final double scale;
    private final Rectangle2D plot;

    private RunbookPainter(Graphics2D g, double width, double height, double scale, Theme theme) {
        this.g = g;
        this.theme = theme;
        this.scale = scale;
        double top = (MARGIN + HEAD) * scale;
        double room = Math.max(1, height - top - 2 * MARGIN * scale);
        plot = new Rectangle2D.Double(
                (MARGIN + NAMES) * scale,
                top,
                Math.max(1, width - (2 * MARGIN + NAMES + VALUES) * scale),
                Math.min(room, 2 * ROW_MAX * scale));
    }

    /**
     * Paints the bars over the whole of a picture.
     *
     * @param subtitle says which scenario, seed and how many replications
     * @param scale    1 for a screen at arm's length
     */
    public static void paint(
            Graphics2D g, Runbook runbook, String subtitle, double width, double height, double scale, Theme theme) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double room = width - 2 * MARGIN * scale;
        Font heading = theme.font(TextStyle.TITLE, scale);
        Font body = theme.font(TextStyle.BODY, scale);
        String title = title(runbook.criterion());
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, heading, Pens.clipped(heading, title, room), MARGIN * scale, (MARGIN + 20) * scale);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(g, body, Pens.clipped(body, subtitle, room), MARGIN * scale, (MARGIN + 46) * scale);
        RunbookPainter painter = new RunbookPainter(g, width, height, scale, theme);
        painter.paintGrid();
        painter.paintRow(0, TEXTS.text("runbook.with"), runbook.success(), Ink.ACCENT);
        painter.paintRow(1, TEXTS.text("runbook.without"), runbook.successIfNobodyActs(), Ink.UP);
    }

    /** What is asked, in words: how often a criterion holds. */
    public static String title(Criterion criterion) {
        boolean isTruth = criterion.measure().kind() == Measure.Kind.TRUTH;
        String told = isTruth
                ? criterion.text()
                : MeasureText.title(criterion.measure())
                        + " "
                        + criterion.operator().symbol()
                        + " "
                        + MeasureText.value(criterion.measure(), criterion.threshold());
        return TEXTS.text("runbook.title", told);
    }

    private void paintGrid() {
        Font small = theme.font(TextStyle.SMALL, scale);
        g.setStroke(Pens.line(scale));
        for (int i = 0; i <= 4; i++) {
            double share = i * QUARTER;
            double x = plot.getX() + share * plot.getWidth();
            g.setColor(theme.color(i == 0 ? Ink.TEXT_MUTED : Ink.GRID));
            g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.textCentred(g, small, NumberText.whole(share), x, plot.getMaxY() + 18 * scale);
        }
    }

    private void paintRow(int row, String name, Interval share, Ink ink) {
        double height = plot.getHeight() / 2;
        double middle = plot.getY() + (row + 0.5) * height;
        Font strong = theme.font(TextStyle.STRONG, scale);
        Font small = theme.font(TextStyle.SMALL, scale);
        g.setColor(theme.color(Ink.TEXT));
        double baseline = middle + Pens.capHeight(strong) / 2;
        Pens.text(g, strong, Pens.clipped(strong, name, (NAMES - 12) * scale), MARGIN * scale, baseline);
        if (Double.isNaN(share.value())) {
            return;
        }
        g.setColor(theme.color(ink));
        g.fill(new Rectangle2D.Double(
                plot.getX(), middle - height * BAR_SHARE / 2, share.value() * plot.getWidth(), height * BAR_SHARE));
        double left = plot.getX() + share.low() * plot.getWidth();
        double right = plot.getX() + share.high() * plot.getWidth();
        double tick = 6 * scale;
        g.setColor(theme.color(Ink.TEXT));
        g.setStroke(Pens.line(2 * scale));
        g.draw(new Line2D.Double(left, middle, right, middle));
        g.draw(new Line2D.Double(left, middle - tick, left, middle + tick));
        g.draw(new Line2D.Double(right, middle - tick, right, middle + tick));
        double x = plot.getMaxX() + 16 * scale;
        Pens.text(g, strong, NumberText.whole(share.value()), x, middle - 2 * scale);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        String range = TEXTS.text("range", NumberText.whole(share.low()), NumberText.whole(share.high()));
        Pens.text(g, small, range, x, middle + 15 * scale);
    }
}
