package mirrorstorm.picture.study;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
import mirrorstorm.picture.Colors;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.AxisText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.MessageBundle;

/**
 * Draws where a cluster tips: the median outcome for each pair of values as a cell, a line where it passes a level,
 * and a ring where the scenario itself stands. Cells say their value in digits where there is room for them.
 */
public final class TippingMapPainter {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double MARGIN = 24;
    private static final double HEAD = 76;
    private static final double FOOT = 64;
    private static final double LEFT = 108;
    private static final double RIGHT = 132;
    private static final double BAR = 18;
    private static final double LABEL_ROOM = 46;
    private static final int BAR_STEPS = 64;
    private static final double RING = 9;
    private static final double SHARE_TOP_MIN = 0.01;

    private final Graphics2D g;
    private final TippingMap map;
    private final Theme theme;
    private final double scale;
    private final Rectangle2D plot;
    private final double level;
    private final double top;
    private final Rectangle2D here;

    private TippingMapPainter(
            Graphics2D g, TippingMap map, double level, double width, double height, double scale, Theme theme) {
        this.g = g;
        this.map = map;
        this.theme = theme;
        this.scale = scale;
        this.level = level;
        plot = plot(width, height, scale);
        top = map.medians().stream()
                .flatMap(java.util.Collection::stream)
                .filter(value -> !Double.isNaN(value))
                .mapToDouble(value -> value)
                .reduce(topMin(map.measure()), Math::max);
        here = hereWords();
    }

    /** The scale reaches at least so far: less would make mountains of molehills, and both ends read the same. */
    private static double topMin(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> SHARE_TOP_MIN;
            case TRUTH, COUNT, SECONDS -> 1;
        };
    }

    /**
     * Paints a map over the whole of a picture.
     *
     * @param subtitle says which scenario, seed and how many replications
     * @param level    of the measure at which the line is drawn
     * @param scale    1 for a screen at arm's length
     */
    public static void paint(
            Graphics2D g,
            TippingMap map,
            String title,
            String subtitle,
            double level,
            double width,
            double height,
            double scale,
            Theme theme) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        TippingMapPainter painter = new TippingMapPainter(g, map, level, width, height, scale, theme);
        painter.paintHead(title, subtitle, width);
        painter.paintCells();
        painter.paintContour();
        painter.paintAxes();
        painter.paintBar();
        painter.paintHere();
    }

    private static Rectangle2D plot(double width, double height, double scale) {
        return new Rectangle2D.Double(
                (MARGIN + LEFT) * scale,
                (MARGIN + HEAD) * scale,
                width - (2 * MARGIN + LEFT + RIGHT) * scale,
                height - (2 * MARGIN + HEAD + FOOT) * scale);
    }

    /**
     * The number of the cell at a place in a picture of that size; empty beside the map.
     *
     * @param columns values across
     * @param rows    values upwards
     */
    public static OptionalInt cellAt(
            double x, double y, int columns, int rows, double width, double height, double scale) {
        Rectangle2D plot = plot(width, height, scale);
        if (!plot.contains(x, y)) {
            return OptionalInt.empty();
        }
        int column = (int) ((x - plot.getX()) / plot.getWidth() * columns);
        int row = (int) ((plot.getMaxY() - y) / plot.getHeight() * rows);
        return OptionalInt.of(Math.min(rows - 1, row) * columns + Math.min(columns - 1, column));
    }

    private void paintHead(String title, String subtitle, double width) {
        double room = width - 2 * MARGIN * scale;
        Font heading = theme.font(TextStyle.TITLE, scale);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, heading, Pens.clipped(heading, title, room), MARGIN * scale, (MARGIN + 20) * scale);
        Font small = theme.font(TextStyle.BODY, scale);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(g, small, Pens.clipped(small, subtitle, room), MARGIN * scale, (MARGIN + 46) * scale);
    }

    private int columns() {
        return map.x().values().size();
    }

    private int rows() {
        return map.y().values().size();
    }

    /** A cell; the first row is at the bottom, as on any chart. */
    private Rectangle2D cell(int row, int column) {
        double width = plot.getWidth() / columns();
        double height = plot.getHeight() / rows();
        return new Rectangle2D.Double(plot.getX() + column * width, plot.getMaxY() - (row + 1) * height, width, height);
    }

    private Color color(double value) {
        double share = top > 0 ? Math.min(1, value / top) : 0;
        Color low = theme.color(Ink.FREE_SPACE);
        Color middle = theme.color(Ink.SEARCHING);
        Color high = theme.isDark() ? theme.color(Ink.TEXT) : theme.color(Ink.DEAD_SPACE);
        return share < 0.5 ? Colors.mix(low, middle, 2 * share) : Colors.mix(middle, high, share - 0.5);
    }

    private void paintCells() {
        Font font = theme.font(TextStyle.SMALL, scale);
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                double value = map.medians().get(row).get(column);
                Rectangle2D cell = cell(row, column);
                if (Double.isNaN(value)) {
                    paintUnknown(cell);
                    continue;
                }
                Color ground = color(value);
                g.setColor(ground);
                g.fill(new Rectangle2D.Double(cell.getX(), cell.getY(), cell.getWidth() + 0.5, cell.getHeight() + 0.5));
                String text = MeasureText.value(map.measure(), value);
                boolean fits = Pens.widthOf(font, text) < cell.getWidth() - 6 * scale
                        && cell.getHeight() > 1.6 * font.getSize2D();
                if (fits && !isUnderHere(font, text, cell)) {
                    g.setColor(Colors.readable(ground, theme.color(Ink.TEXT), theme.color(Ink.BACKGROUND)));
                    Pens.textCentred(g, font, text, cell.getCenterX(), cell.getCenterY() + Pens.capHeight(font) / 2);
                }
            }
        }
        g.setColor(theme.color(Ink.BORDER));
        g.setStroke(Pens.line(scale));
        g.draw(plot);
    }

    /** Whether what is written in a cell would stand under the mark of where one is. */
    private boolean isUnderHere(Font font, String text, Rectangle2D cell) {
        double width = Pens.widthOf(font, text);
        double height = font.getSize2D();
        return !here.isEmpty()
                && here.intersects(cell.getCenterX() - width / 2, cell.getCenterY() - height / 2, width, height);
    }

    private void paintUnknown(Rectangle2D cell) {
        g.setColor(theme.color(Ink.BORDER));
        g.setStroke(Pens.line(scale));
        g.draw(new Line2D.Double(cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getY()));
    }

    /** Along the edges between cells on either side of the level: nothing is claimed between the values that ran. */
    private void paintContour() {
        g.setColor(theme.color(Ink.TEXT));
        g.setStroke(Pens.round(3 * scale));
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                Rectangle2D cell = cell(row, column);
                if (column + 1 < columns() && parts(row, column, row, column + 1)) {
                    g.draw(new Line2D.Double(cell.getMaxX(), cell.getY(), cell.getMaxX(), cell.getMaxY()));
                }
                if (row + 1 < rows() && parts(row, column, row + 1, column)) {
                    g.draw(new Line2D.Double(cell.getX(), cell.getY(), cell.getMaxX(), cell.getY()));
                }
            }
        }
    }

    private boolean parts(int row, int column, int otherRow, int otherColumn) {
        double one = map.medians().get(row).get(column);
        double other = map.medians().get(otherRow).get(otherColumn);
        return !Double.isNaN(one) && !Double.isNaN(other) && (one < level) != (other < level);
    }

    private void paintAxes() {
        Font font = theme.font(TextStyle.SMALL, scale);
        Font strong = theme.font(TextStyle.STRONG, scale);
        double below = plot.getMaxY() + 18 * scale;
        g.setColor(theme.color(Ink.TEXT_MUTED));
        int everyX = every(plot.getWidth(), columns(), widest(font, map.x()) + 10 * scale);
        for (int column = 0; column < columns(); column += everyX) {
            Pens.textCentred(
                    g, font, texts(map.x()).get(column), cell(0, column).getCenterX(), below);
        }
        int everyY = every(plot.getHeight(), rows(), 1.7 * font.getSize2D());
        for (int row = 0; row < rows(); row += everyY) {
            double baseline = cell(row, 0).getCenterY() + Pens.capHeight(font) / 2;
            Pens.textRight(g, font, texts(map.y()).get(row), plot.getX() - 8 * scale, baseline);
        }
        g.setColor(theme.color(Ink.TEXT));
        Pens.textCentred(g, strong, title(map.x()), plot.getCenterX(), below + 28 * scale);
        AffineTransform before = g.getTransform();
        g.rotate(-Math.PI / 2, (MARGIN + 10) * scale, plot.getCenterY());
        Pens.textCentred(g, strong, title(map.y()), (MARGIN + 10) * scale, plot.getCenterY());
        g.setTransform(before);
    }

    private static String title(Axis axis) {
        String unit = axis.lever().unit();
        return unit.isEmpty() ? axis.lever().title() : axis.lever().title() + " (" + unit + ")";
    }

    private static List<String> texts(Axis axis) {
        return axis.values().stream()
                .map(value -> AxisText.of(axis.lever(), value))
                .toList();
    }

    private static double widest(Font font, Axis axis) {
        return texts(axis).stream()
                .mapToDouble(text -> Pens.widthOf(font, text))
                .max()
                .orElse(0);
    }

    private static int every(double length, int count, double each) {
        return Math.max(1, (int) Math.ceil(count * each / length));
    }

    private void paintBar() {
        Font font = theme.font(TextStyle.SMALL, scale);
        double x = plot.getMaxX() + 24 * scale;
        double bottom = plot.getMaxY();
        double height = plot.getHeight() - LABEL_ROOM * scale;
        for (int i = 0; i < BAR_STEPS; i++) {
            g.setColor(color(top * (i + 0.5) / BAR_STEPS));
            double step = height / BAR_STEPS;
            g.fill(new Rectangle2D.Double(x, bottom - (i + 1) * step, BAR * scale, step + 0.5));
        }
        double right = x + (BAR + 8) * scale;
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(g, font, MeasureText.value(map.measure(), 0), right, bottom);
        Pens.text(g, font, MeasureText.value(map.measure(), top), right, bottom - height + Pens.capHeight(font));
        if (level > 0 && level < top) {
            double y = bottom - height * level / top;
            g.setColor(theme.color(Ink.TEXT));
            g.setStroke(Pens.round(3 * scale));
            g.draw(new Line2D.Double(x - 3 * scale, y, x + (BAR + 3) * scale, y));
            Pens.text(g, font, MeasureText.value(map.measure(), level), right, y + Pens.capHeight(font) / 2);
        }
        g.setColor(theme.color(Ink.TEXT));
        Font strong = theme.font(TextStyle.STRONG, scale);
        String title = TEXTS.text("map.median");
        Pens.text(g, strong, title, x, plot.getY() + Pens.capHeight(strong));
        g.setColor(theme.color(Ink.TEXT_MUTED));
        String of = Pens.clipped(font, MeasureText.title(map.measure()), (RIGHT + MARGIN - 32) * scale);
        Pens.text(g, font, of, x, plot.getY() + 22 * scale);
    }

    private boolean isHereKnown() {
        return !Double.isNaN(map.hereX()) && !Double.isNaN(map.hereY());
    }

    private double hereX() {
        return plot.getX() + (map.hereX() + 0.5) * plot.getWidth() / columns();
    }

    private double hereY() {
        return plot.getMaxY() - (map.hereY() + 0.5) * plot.getHeight() / rows();
    }

    /** What the words beside the ring cover; nothing if it is not known where one is. */
    private Rectangle2D hereWords() {
        if (!isHereKnown()) {
            return new Rectangle2D.Double();
        }
        Font strong = theme.font(TextStyle.STRONG, scale);
        double width = Pens.widthOf(strong, TEXTS.text("map.here")) + 10 * scale;
        double reach = (RING + 5) * scale;
        boolean isLeft = hereX() + reach + width > plot.getMaxX();
        double left = isLeft ? hereX() - reach - width : hereX() + reach;
        double height = strong.getSize2D() * 1.6;
        return new Rectangle2D.Double(left, hereY() - height / 2, width, height);
    }

    private void paintHere() {
        if (!isHereKnown()) {
            return;
        }
        double radius = RING * scale;
        Ellipse2D ring = new Ellipse2D.Double(hereX() - radius, hereY() - radius, 2 * radius, 2 * radius);
        g.setStroke(Pens.round(5 * scale));
        g.setColor(theme.color(Ink.SURFACE));
        g.draw(ring);
        g.setStroke(Pens.round(2.5 * scale));
        g.setColor(theme.color(Ink.ACCENT));
        g.draw(ring);
        Font strong = theme.font(TextStyle.STRONG, scale);
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(here);
        g.setColor(theme.color(Ink.TEXT));
        double baseline = hereY() + Pens.capHeight(strong) / 2;
        Pens.text(g, strong, TEXTS.text("map.here"), here.getX() + 5 * scale, baseline);
    }
}
