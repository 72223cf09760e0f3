package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.VariantStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;

/**
 * Draws variants laid over each other: in each chart one number of the run against time, a line for each variant in
 * its own colour and dashes, with its value at the moment read. A pure function.
 */
public final class VariantChartPainter {

    private static final double LEFT = 54;
    private static final double RIGHT = 16;
    private static final double HEADER = 24;
    private static final double AXIS = 26;
    private static final double READABLE_HEIGHT = 44;
    private static final double TICK_WIDTH = 64;
    private static final double AIR = 1.12;
    private static final double SHARE_MIN = 0.1;

    /** Of the line before the text of a variant, with the gaps around it. */
    private static final double CHIP = 36;

    private final Graphics2D g;
    private final VariantView view;
    private final Theme theme;
    private final double scale;
    private final Font small;
    private final Rectangle2D area;

    private VariantChartPainter(Graphics2D g, VariantView view, Rectangle2D area, Theme theme) {
        this.g = g;
        this.view = view;
        this.theme = theme;
        this.area = area;
        scale = view.textScale();
        small = theme.font(TextStyle.SMALL, scale);
    }

    /** As many of the charts, from the first, as can be read in a height in pixels. */
    public static List<VariantChart> fitting(double height, double textScale) {
        int count = (int) ((height / textScale - AXIS) / (HEADER + READABLE_HEIGHT));
        return VariantChart.ALL.subList(0, Math.max(1, Math.min(VariantChart.ALL.size(), count)));
    }

    /** Paints within {@code area}, on a ground of its own. */
    public static void paint(Graphics2D g, VariantView view, List<VariantChart> charts, Rectangle2D area, Theme theme) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(area);
        VariantChartPainter painter = new VariantChartPainter(g, view, area, theme);
        double each = (area.getHeight() - AXIS * painter.scale) / charts.size();
        for (int i = 0; i < charts.size(); i++) {
            double top = area.getY() + i * each + HEADER * painter.scale;
            Rectangle2D plot = new Rectangle2D.Double(
                    Math.rint(painter.left()),
                    Math.rint(top),
                    Math.rint(painter.width()),
                    Math.max(1, Math.rint(each - HEADER * painter.scale)));
            painter.paint(charts.get(i), plot);
        }
        painter.paintTimes();
    }

    /** The moment at {@code x}, nanoseconds since the start; within the ends of the axis. */
    public static long timeAt(VariantView view, Rectangle2D area, double x) {
        double left = area.getX() + LEFT * view.textScale();
        double width = area.getWidth() - (LEFT + RIGHT) * view.textScale();
        return Math.round(Math.max(0, Math.min(1, (x - left) / Math.max(1, width))) * view.toNanos());
    }

    /** Left and right of the time axis within a width, at a text scale. */
    public static double[] axisInsets(double textScale) {
        return new double[] {LEFT * textScale, RIGHT * textScale};
    }

    private double left() {
        return area.getX() + LEFT * scale;
    }

    private double width() {
        return Math.max(1, area.getWidth() - (LEFT + RIGHT) * scale);
    }

    private double xAt(long nanos) {
        return left() + width() * nanos / view.toNanos();
    }

    private void paint(VariantChart chart, Rectangle2D plot) {
        ChartScale axis = axis(chart);
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(plot);
        paintGrid(axis, plot);
        paintFirstDivergence(plot);
        Shape before = g.getClip();
        g.clip(plot);
        for (int variant = view.series().size() - 1; variant >= 0; variant--) {
            g.setColor(theme.color(VariantStyle.ink(variant)));
            g.setStroke(VariantStyle.stroke(variant, scale));
            g.draw(line(chart, view.series().get(variant), axis, plot));
        }
        g.setClip(before);
        paintMoment(view.nowNanos(), Ink.NOW, plot);
        if (view.cursorNanos() >= 0) {
            paintMoment(view.cursorNanos(), Ink.ACCENT, plot);
        }
        paintHeader(chart, plot);
    }

    private ChartScale axis(VariantChart chart) {
        double most = 0;
        for (Series series : view.series()) {
            IntToDoubleFunction value = chart.value(series);
            for (int i = 0; i <= last(series); i++) {
                double at = value.applyAsDouble(i);
                most = Double.isNaN(at) ? most : Math.max(most, at);
            }
        }
        return switch (chart) {
            case PROBES -> ChartScale.log(most);
            case CRASHES, LOOP_GAIN -> ChartScale.linear(AIR * most);
            case STUCK, ROOM, API_ERRORS, CONTROL_PLANE -> ChartScale.percent(Math.max(SHARE_MIN, AIR * most));
        };
    }

    private int last(Series series) {
        return (int) Math.min(series.size() - 1L, view.toNanos() / series.spacingNanos() + 1);
    }

    private Path2D line(VariantChart chart, Series series, ChartScale axis, Rectangle2D plot) {
        IntToDoubleFunction value = chart.value(series);
        int last = last(series);
        Path2D line = new Path2D.Double();
        boolean isDown = false;
        int[] chosen = last < 0
                ? new int[0]
                : Downsampling.choose(value, 0, last, (int) Math.max(1, Math.ceil(plot.getWidth())));
        for (int i : chosen) {
            double at = axis.scaled(value.applyAsDouble(i));
            if (Double.isNaN(at)) {
                isDown = false; // a gap, not a zero
                continue;
            }
            double x = xAt(series.timeNanos(i));
            double y = plot.getMaxY() - plot.getHeight() * at / axis.top();
            if (isDown) {
                line.lineTo(x, y);
            } else {
                line.moveTo(x, y);
            }
            isDown = true;
        }
        return line;
    }

    private void paintGrid(ChartScale axis, Rectangle2D plot) {
        g.setStroke(Pens.line(Math.max(0.75, 0.75 * scale)));
        double room = plot.getHeight() / Math.max(1, axis.ticks().size() - 1);
        for (int i = 0; i < axis.ticks().size(); i++) {
            ChartScale.Tick tick = axis.ticks().get(i);
            double y = plot.getMaxY() - plot.getHeight() * tick.at() / axis.top();
            g.setColor(theme.color(Ink.GRID));
            g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
            boolean isEnd = i == 0 || i == axis.ticks().size() - 1;
            if (isEnd || room > small.getSize2D() * 1.2) {
                g.setColor(theme.color(Ink.TEXT_MUTED));
                double baseline = y + Pens.capHeight(small) / 2;
                Pens.textRight(g, small, tick.label(), plot.getX() - 6 * scale, baseline);
            }
        }
        g.setColor(theme.color(Ink.GRID));
        double step = step();
        for (double at = step; Nanos.ofSeconds(at) < view.toNanos(); at += step) {
            double x = xAt((long) Nanos.ofSeconds(at));
            g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
    }

    private double step() {
        return TimeTicks.step(Nanos.toSeconds(view.toNanos()), Math.max(2, width() / (TICK_WIDTH * scale)));
    }

    /** Where each variant parts from the first. */
    private void paintFirstDivergence(Rectangle2D plot) {
        g.setStroke(Pens.dashed(scale, 2 * scale, 3 * scale));
        for (int variant = 1; variant < view.parted().size(); variant++) {
            OptionalLong parted = view.parted().get(variant);
            if (parted.isPresent() && parted.getAsLong() <= view.toNanos()) {
                double x = xAt(parted.getAsLong());
                g.setColor(theme.color(VariantStyle.ink(variant)));
                g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
            }
        }
    }

    private void paintMoment(long nanos, Ink ink, Rectangle2D plot) {
        if (nanos <= view.toNanos()) {
            double x = xAt(nanos);
            g.setColor(theme.color(ink));
            g.setStroke(Pens.line(1.5 * scale));
            g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
    }

    /** What it is, and the value of each variant at the moment read. */
    private void paintHeader(VariantChart chart, Rectangle2D plot) {
        Font strong = theme.font(TextStyle.STRONG, scale);
        double baseline = plot.getY() - 0.3 * HEADER * scale;
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, strong, chart.title(), plot.getX(), baseline);
        double start = plot.getX() + Pens.widthOf(strong, chart.title()) + 12 * scale;
        List<String> texts = IntStream.range(0, view.series().size())
                .mapToObj(variant -> VariantStyle.letter(variant) + " " + text(chart, valueAt(chart, variant)))
                .toList();
        double width = texts.stream()
                .mapToDouble(text -> Pens.widthOf(small, text) + CHIP * scale)
                .sum();
        boolean isRoom = start + width <= plot.getMaxX();
        double right = plot.getMaxX();
        for (int variant = texts.size() - 1; variant >= 0; variant--) {
            String text = isRoom ? texts.get(variant) : VariantStyle.letter(variant);
            double x = right - Pens.widthOf(small, text) - 22 * scale;
            g.setColor(theme.color(VariantStyle.ink(variant)));
            g.setStroke(VariantStyle.stroke(variant, scale));
            double middle = baseline - Pens.capHeight(small) / 2;
            g.draw(new Line2D.Double(x, middle, x + 17 * scale, middle));
            g.setColor(theme.color(Ink.TEXT));
            Pens.text(g, small, text, x + 22 * scale, baseline);
            right = x - 14 * scale;
        }
    }

    private double valueAt(VariantChart chart, int variant) {
        Series series = view.series().get(variant);
        long sample = view.readNanos() / series.spacingNanos();
        return sample >= 0 && sample < series.size() ? chart.value(series).applyAsDouble((int) sample) : Double.NaN;
    }

    private static String text(VariantChart chart, double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        return switch (chart) {
            case PROBES, CRASHES, LOOP_GAIN -> NumberText.about(value);
            case STUCK, ROOM, API_ERRORS, CONTROL_PLANE -> NumberText.percent(value);
        };
    }

    private void paintTimes() {
        double step = step();
        double baseline = area.getMaxY() - 0.3 * AXIS * scale;
        g.setColor(theme.color(Ink.TEXT_MUTED));
        for (double at = 0; Nanos.ofSeconds(at) <= view.toNanos(); at += step) {
            double x = xAt((long) Nanos.ofSeconds(at));
            Pens.textCentred(g, small, TimeTicks.label(at, step), x, baseline);
        }
    }
}
