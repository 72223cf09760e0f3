package mirrorstorm.picture.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/**
 * A sign and the words for it, in the line above a plot.
 *
 * @param width of the sign, at text scale 1
 */
record LegendEntry(Sign sign, double width, String text, Ink ink) {

    /** Before each entry and the next. */
    static final double APART = 14;

    private static final double GAP = 5;

    /** What is drawn before the words. */
    interface Sign {
        void paint(Graphics2D g, double left, double width, double middle);
    }

    /** A stretch of a line. */
    static LegendEntry line(Color color, Stroke stroke, double width, String text, Ink ink) {
        Sign sign = (g, left, length, middle) -> {
            g.setColor(color);
            g.setStroke(stroke);
            g.draw(new Line2D.Double(left, middle, left + length, middle));
        };
        return new LegendEntry(sign, width, text, ink);
    }

    /** How much room it takes, with the gap before it, pixels. */
    double room(Font font, double scale) {
        return (APART + width + GAP) * scale + Pens.widthOf(font, text);
    }

    static double room(List<LegendEntry> entries, Font font, double scale) {
        return entries.stream().mapToDouble(entry -> entry.room(font, scale)).sum();
    }

    /** Paints entries one after the other; returns where they begin, gap included. */
    static double paintUpTo(
            Graphics2D g,
            List<LegendEntry> entries,
            double right,
            double baseline,
            Font font,
            double scale,
            Theme theme) {
        double begin = right - room(entries, font, scale);
        double x = begin;
        for (LegendEntry entry : entries) {
            double left = x + APART * scale;
            entry.sign.paint(g, left, entry.width * scale, baseline - Pens.capHeight(font) / 2);
            g.setColor(theme.color(entry.ink));
            Pens.text(g, font, entry.text, left + (entry.width + GAP) * scale, baseline);
            x += entry.room(font, scale);
        }
        return begin;
    }
}
