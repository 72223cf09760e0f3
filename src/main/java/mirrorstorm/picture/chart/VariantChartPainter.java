package mirrorstorm.picture.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import mirrorstorm.metrics.Series;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.VariantStyle;

/**
 * Draws variants laid over each other: in each chart one number of the run against time, a line for each variant in
 * its own colour and dashes, with its value at the moment read. A pure function.
 */
public final class VariantChartPainter {

    /** Of the line before the text of a variant: long enough for the dashes of each. */
    private static final double SIGN = 17;

    private final Graphics2D g;
    private final VariantView view;
    private final ChartFrame frame;
    private final Theme theme;
    private final double scale;

    private VariantChartPainter(Graphics2D g, VariantView view, ChartFrame frame, Theme theme) {
        this.g = g;
        this.view = view;
        this.frame = frame;
        this.theme = theme;
        this.scale = view.textScale();
    }

    /** As many of the charts, from the first, as can be read in a height in pixels. */
    public static List<VariantChart> fitting(double height, double textScale) {
        int count = ChartFrame.fittingVariants(height, textScale);
        return VariantChart.ALL.subList(0, Math.min(VariantChart.ALL.size(), count));
    }

    /** Paints within {@code area}, on a ground of its own. */
    public static void paint(Graphics2D g, VariantView view, List<VariantChart> charts, Rectangle2D area, Theme theme) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(area);
        ChartFrame frame = ChartFrame.of(view, charts, area);
        AxesPainter axes = new AxesPainter(g, frame, theme);
        VariantChartPainter painter = new VariantChartPainter(g, view, frame, theme);
        for (int i = 0; i < charts.size(); i++) {
            VariantChart chart = charts.get(i);
            Plot plot = new Plot(frame.plots().get(i), frame.time(), ValueAxes.of(chart, view));
            axes.paintUnder(plot);
            painter.paint(chart, plot);
        }
        axes.paintTimes();
    }

    /** The moment at {@code x}, nanoseconds since the start; within the ends of the axis. */
    public static long timeAt(VariantView view, Rectangle2D area, double x) {
        return ChartFrame.of(view, List.of(), area).time().timeAt(x);
    }

    /** Left and right of the time axis within a width, at a text scale. */
    public static double[] axisInsets(double textScale) {
        return ChartFrame.axisInsets(textScale);
    }

    private void paint(VariantChart chart, Plot plot) {
        paintFirstDivergence(plot);
        Shape before = g.getClip();
        g.clip(plot.clip(scale));
        for (int variant = view.series().size() - 1; variant >= 0; variant--) {
            Series series = view.series().get(variant);
            g.setColor(theme.color(VariantStyle.ink(variant)));
            g.setStroke(VariantStyle.stroke(variant, scale));
            g.draw(Curve.of(plot, series, chart.value(series)).line());
        }
        g.setClip(before);
        paintMoment(view.nowNanos(), Ink.NOW, plot);
        paintMoment(view.cursorNanos(), Ink.ACCENT, plot);
        paintHeader(chart, plot);
    }

    /** Where each variant parts from the first. */
    private void paintFirstDivergence(Plot plot) {
        g.setStroke(Pens.dashed(scale, 2 * scale, 3 * scale));
        for (int variant = 1; variant < view.parted().size(); variant++) {
            OptionalLong parted = view.parted().get(variant);
            if (parted.isPresent()) {
                paintLine(parted.getAsLong(), VariantStyle.ink(variant), plot);
            }
        }
    }

    private void paintMoment(long nanos, Ink ink, Plot plot) {
        g.setStroke(Pens.line(1.5 * scale));
        paintLine(nanos, ink, plot);
    }

    private void paintLine(long nanos, Ink ink, Plot plot) {
        if (plot.time().shows(nanos)) {
            double x = plot.xAt(nanos);
            g.setColor(theme.color(ink));
            g.draw(new Line2D.Double(x, plot.area().getY(), x, plot.area().getMaxY()));
        }
    }

    /** What it is, and the value of each variant at the moment read; only their letters if there is no room. */
    private void paintHeader(VariantChart chart, Plot plot) {
        PlotHeader header = new PlotHeader(g, plot.area(), frame, theme);
        header.title(chart.title());
        List<LegendEntry> values =
                entries(variant -> VariantStyle.letter(variant) + " " + text(chart, valueAt(chart, variant)));
        header.legend(header.widthOf(values) <= header.room() ? values : entries(VariantStyle::letter));
    }

    private List<LegendEntry> entries(IntFunction<String> text) {
        return IntStream.range(0, view.series().size())
                .mapToObj(variant -> LegendEntry.line(
                        theme.color(VariantStyle.ink(variant)),
                        VariantStyle.stroke(variant, scale),
                        SIGN,
                        text.apply(variant),
                        Ink.TEXT))
                .toList();
    }

    private double valueAt(VariantChart chart, int variant) {
        Series series = view.series().get(variant);
        long sample = view.readNanos() / series.spacingNanos();
        return sample >= 0 && sample < series.size() ? chart.value(series).applyAsDouble((int) sample) : Double.NaN;
    }

    private static String text(VariantChart chart, double value) {
        return Double.isNaN(value) ? "\u2013" : chart.quantity().reading(value);
    }
}
