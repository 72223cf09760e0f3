package mirrorstorm.picture.stage;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.Headline;
import mirrorstorm.run.Snapshot;

/** Draws the sentence about the cluster and, under it, all its volumes as one bar, the stuck ones first. */
final class HeadlinePainter {

    private static final double BAR_HEIGHT = 12;

    /** The sentence is set no smaller than this; what is longer still is said with less. */
    private static final double SMALLEST = 0.75;

    /** What is said with less is set no smaller than this; what is longer still is cut. */
    private static final double SMALLEST_BRIEF = 0.6;

    /** Letters of another size are not exactly as much smaller. */
    private static final double ROUNDED = 0.98;

    private HeadlinePainter() {}

    static void paint(Graphics2D g, Snapshot snapshot, Rectangle2D area, Theme theme, double textScale) {
        Headline headline = Headline.of(snapshot);
        Font large = heading(headline.sentence(), SMALLEST, area.getWidth(), theme, textScale);
        String wanted = headline.sentence();
        if (Pens.widthOf(large, wanted) + 1.7 * Pens.capHeight(large) > area.getWidth()) {
            wanted = headline.brief();
            large = heading(wanted, SMALLEST_BRIEF, area.getWidth(), theme, textScale);
        }
        Font small = theme.font(TextStyle.BODY, textScale);
        double barHeight = BAR_HEIGHT * textScale;
        double baseline = area.getY() + (area.getHeight() - barHeight) / 2 + Pens.capHeight(large) / 2 - textScale;
        double mark = Pens.capHeight(large);
        Rectangle2D chip = new Rectangle2D.Double(area.getX(), baseline - mark, mark, mark);
        Swatches.chip(g, headline.ink(), chip, theme, textScale);
        double left = area.getX() + mark * 1.7;
        String sentence = Pens.clipped(large, wanted, area.getMaxX() - left);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, large, sentence, left, baseline);
        double after = left + Pens.widthOf(large, sentence) + 24 * textScale;
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.textRight(g, small, fitting(headline.details(), small, area.getMaxX() - after), area.getMaxX(), baseline);
        Rectangle2D bar = new Rectangle2D.Double(
                area.getX(), Math.rint(area.getMaxY() - barHeight), area.getWidth(), Math.rint(barHeight));
        paintBar(g, snapshot, bar, theme, textScale);
    }

    /** A sentence that is too long is set smaller, as far as it is still the largest text. */
    private static Font heading(String sentence, double least, double width, Theme theme, double textScale) {
        Font full = theme.font(TextStyle.HEADING, textScale);
        double needed = Pens.widthOf(full, sentence) + 1.7 * Pens.capHeight(full);
        double fitting = Math.max(least, Math.min(1, ROUNDED * width / needed));
        return fitting < 1 ? theme.font(TextStyle.HEADING, textScale * fitting) : full;
    }

    /** The most telling details, as many as have room. */
    private static String fitting(List<String> details, Font font, double width) {
        String told = "";
        for (String detail : details) {
            String more = told.isEmpty() ? detail : told + "  ·  " + detail;
            if (Pens.widthOf(font, more) <= width) {
                told = more;
            }
        }
        return told;
    }

    private static void paintBar(Graphics2D g, Snapshot snapshot, Rectangle2D bar, Theme theme, double textScale) {
        double total = Math.max(1, snapshot.volumeCount());
        double x = bar.getX();
        for (VolumeState state : Swatches.STACK) {
            int count = snapshot.volumeCount(state);
            double width = count == 0 ? 0 : Math.max(1, bar.getWidth() * count / total);
            Rectangle2D part =
                    new Rectangle2D.Double(x, bar.getY(), Math.min(width, bar.getMaxX() - x), bar.getHeight());
            if (!part.isEmpty()) {
                Swatches.area(g, state, part, theme, textScale);
            }
            x += part.getWidth();
        }
    }
}
