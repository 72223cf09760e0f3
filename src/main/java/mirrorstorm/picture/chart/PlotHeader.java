package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;

/**
 * Writes the line above a plot: its title at the left, at the right a legend, and between them what there is room for.
 * Whatever is written takes its room from what comes after it.
 */
final class PlotHeader {

    private final Graphics2D g;
    private final Theme theme;
    private final double scale;
    private final double baseline;
    private final Font small;
    private double left;
    private double right;

    PlotHeader(Graphics2D g, Rectangle2D plot, ChartFrame frame, Theme theme) {
        this.g = g;
        this.theme = theme;
        this.scale = frame.textScale();
        this.baseline = frame.headerBaseline(plot);
        this.small = theme.font(TextStyle.SMALL, scale);
        this.left = plot.getX();
        this.right = plot.getMaxX();
    }

    void title(String text) {
        Font strong = theme.font(TextStyle.STRONG, scale);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, strong, text, left, baseline);
        left += Pens.widthOf(strong, text);
    }

    /** What is still free, pixels. */
    double room() {
        return right - left;
    }

    /** How much of the room entries would take, pixels. */
    double widthOf(List<LegendEntry> entries) {
        return LegendEntry.room(entries, small, scale);
    }

    /** How much of the room a note would take, pixels. */
    double widthOf(String note) {
        return note.isEmpty() ? 0 : Pens.widthOf(small, note) + LegendEntry.APART * scale;
    }

    /** Writes entries at the right end. */
    void legend(List<LegendEntry> entries) {
        right = LegendEntry.paintUpTo(g, entries, right, baseline, small, scale, theme);
    }

    /** Writes of the entries, from the first, those that have room beside what else is to be written. */
    void legendAsFits(List<LegendEntry> entries, double reserved) {
        List<LegendEntry> fitting = new ArrayList<>();
        double free = room() - reserved;
        for (LegendEntry entry : entries) {
            double width = entry.room(small, scale);
            if (width <= free) {
                fitting.add(entry);
                free -= width;
            }
        }
        legend(fitting);
    }

    /** Writes a note after the title, if it has room. */
    void noteAsFits(String text, Ink ink, double gap) {
        double start = left + gap * scale;
        double end = start + Pens.widthOf(small, text);
        if (!text.isEmpty() && end <= right) {
            g.setColor(theme.color(ink));
            Pens.text(g, small, text, start, baseline);
            left = end;
        }
    }
}
