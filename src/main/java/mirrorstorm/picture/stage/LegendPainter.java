package mirrorstorm.picture.stage;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Draws the legend: each sign of the stage with what it means and how many there are of it now. The signs are painted
 * by the painters that paint the stage, so the legend cannot lie. Items keep their place while counts change. Where
 * there is not room for all, it only names what is there now, one after the other, the volumes first.
 */
public final class LegendPainter {

    private static final double LINE = 20;
    private static final double TITLE_WIDTH = 58;
    private static final double APART = 13;
    private static final double SIGN_GAP = 5;
    private static final int COLUMNS_MAX = 12;
    private static final double SLACK = 0.5;

    /** A legend that is cut short has no more lines than this: they would be empty most of the time. */
    private static final double SHORT_LINES_MAX = 2;

    /** Null to measure only. */
    private final @Nullable Graphics2D g;

    private final Theme theme;
    private final double scale;
    private final Font font;
    private final Font strong;

    private LegendPainter(@Nullable Graphics2D g, StageView view, Theme theme) {
        this.g = g;
        this.theme = theme;
        this.scale = view.textScale();
        this.font = theme.font(TextStyle.SMALL, scale);
        this.strong = theme.font(TextStyle.STRONG, scale * TextStyle.SMALL.size() / TextStyle.STRONG.size());
    }

    /** Paints within {@code area}, over whatever is there. */
    public static void paint(Graphics2D g, StageView view, Rectangle2D area, Theme theme) {
        Pens.smooth(g);
        List<LegendRows.Row> rows = LegendRows.of(view, theme);
        LegendPainter painter = new LegendPainter(g, view, theme);
        if (preferredHeight(view, area.getWidth(), theme) <= area.getHeight() + SLACK) {
            painter.layOut(rows, area);
        } else {
            painter.layOutShort(rows, area);
        }
    }

    /** The height that the legend needs in a width, pixels; the same whatever the counts are. */
    public static double preferredHeight(StageView view, double width, Theme theme) {
        Rectangle2D area = new Rectangle2D.Double(0, 0, width, 0);
        return new LegendPainter(null, view, theme).layOut(LegendRows.of(view, theme), area);
    }

    /** The height of the legend in a width if it may be no higher than {@code most}: less for one that is cut short. */
    public static double fittingHeight(StageView view, double width, double most, Theme theme) {
        double wanted = preferredHeight(view, width, theme);
        double line = LINE * view.textScale();
        return wanted <= most ? wanted : Math.max(1, Math.min(SHORT_LINES_MAX, Math.floor(most / line))) * line;
    }

    /** What is there now, in as many lines as there is room for. */
    private void layOutShort(List<LegendRows.Row> rows, Rectangle2D area) {
        double x = area.getX();
        double y = area.getY();
        for (LegendRows.Item item : LegendRows.inShort(rows)) {
            double width = item.signWidth() + SIGN_GAP * scale + Pens.widthOf(font, item.label());
            if (x > area.getX() && x + width > area.getMaxX()) {
                x = area.getX();
                y += LINE * scale;
            }
            if (y + LINE * scale > area.getMaxY() + SLACK) {
                return;
            }
            paintItem(item, x, y);
            x += width + APART * scale;
        }
    }

    /** Lays the items out in lines, and returns the height of all. */
    private double layOut(List<LegendRows.Row> rows, Rectangle2D area) {
        double[] columns = columns(rows);
        double table = TITLE_WIDTH * scale + Arrays.stream(columns).sum() - APART * scale;
        double y = area.getY();
        for (LegendRows.Row row : rows) {
            boolean isTable = row.isCounted() && table <= area.getWidth();
            y = layOut(row, isTable ? columns : new double[0], area, y);
        }
        return y - area.getY();
    }

    /** Lays out one row, from {@code y} down, and returns where it ends. */
    private double layOut(LegendRows.Row row, double[] columns, Rectangle2D area, double y) {
        double left = area.getX() + TITLE_WIDTH * scale;
        double x = left;
        double lineY = y;
        paintTitle(row.title(), area.getX(), y);
        for (int i = 0; i < row.items().size(); i++) {
            LegendRows.Item item = row.items().get(i);
            double width = width(item);
            if (x > left && x + width > area.getMaxX()) {
                x = left;
                lineY += LINE * scale;
            }
            paintItem(item, x, lineY);
            x += i < columns.length ? columns[i] : width + APART * scale;
        }
        return lineY + LINE * scale;
    }

    private double width(LegendRows.Item item) {
        return item.signWidth()
                + SIGN_GAP * scale
                + Pens.widthOf(font, item.longest() + " ")
                + Pens.widthOf(strong, item.most());
    }

    /** Widths, with the space after, at which the items of counted rows stand under each other. */
    private double[] columns(List<LegendRows.Row> rows) {
        double[] widths = new double[COLUMNS_MAX];
        for (LegendRows.Row row : rows) {
            for (int i = 0; i < row.items().size() && row.isCounted(); i++) {
                widths[i] = Math.max(widths[i], width(row.items().get(i)) + APART * scale);
            }
        }
        return widths;
    }

    private double baseline(double y) {
        return y + (LINE * scale + Pens.capHeight(font)) / 2;
    }

    private void paintTitle(String title, double x, double y) {
        if (g != null) {
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.text(g, strong, title, x, baseline(y));
        }
    }

    private void paintItem(LegendRows.Item item, double x, double y) {
        if (g != null) {
            double height = (LINE - 5) * scale;
            double top = y + (LINE * scale - height) / 2;
            item.sign().paint(g, new Rectangle2D.Double(x, top, item.signWidth(), height));
            double textX = x + item.signWidth() + SIGN_GAP * scale;
            g.setColor(theme.color(item.isThere() ? Ink.TEXT : Ink.TEXT_MUTED));
            Pens.text(g, font, item.label(), textX, baseline(y));
            Pens.text(g, strong, item.count(), textX + Pens.widthOf(font, item.label() + " "), baseline(y));
        }
    }
}
