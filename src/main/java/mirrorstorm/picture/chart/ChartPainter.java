package mirrorstorm.picture.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Draws charts of a run on one time axis. Areas, lines, grid and axes are JFreeChart's; what refers to the moment,
 * the plan and the real cluster is drawn over them by {@link ChartMarks}. A pure function.
 */
public final class ChartPainter {

    private static final double TICK_WIDTH = 64;

    // Layers of a plot, from behind to the front. The bands of forecasts are behind the areas; other branches of the
    // run and the edges of forecasts are between areas and lines.
    private static final int BANDS = 0;
    private static final int AREAS = 1;
    private static final int GHOSTS = 2;
    private static final int EDGES = 3;
    private static final int LINES = 4;

    private ChartPainter() {}

    /** Paints within {@code area}, over whatever is there. */
    public static void paint(Graphics2D g, ChartView view, List<Chart> charts, Rectangle2D area, Theme theme) {
        if (charts.isEmpty()) {
            return;
        }
        ChartFrame frame = ChartFrame.of(charts, area, view.textScale(), view.options());
        Stroke stroke = g.getStroke();
        draw(g, view, charts, frame, theme, null);
        Pens.smooth(g);
        new ChartMarks(g, view, charts, frame, theme).paint();
        g.setStroke(stroke);
    }

    /** As many of the charts, from the first, as can be read in a height in pixels. */
    public static List<Chart> fitting(List<Chart> charts, double height, double textScale) {
        return ChartFrame.fitting(charts, height, textScale);
    }

    /** Where each chart's plot is. */
    public static List<Rectangle2D> plots(ChartView view, List<Chart> charts, Rectangle2D area) {
        return ChartFrame.of(charts, area, view.textScale(), view.options()).plots();
    }

    /** Where the time axis is: its ends are the left and right edges; what is pointed at outside is at an end. */
    public static Rectangle2D plotArea(ChartView view, List<Chart> charts, Rectangle2D area) {
        return ChartFrame.of(charts, area, view.textScale(), view.options()).plotArea();
    }

    /** The moment at {@code x}, nanoseconds since the start; within the ends of the axis. */
    public static long timeAt(ChartView view, List<Chart> charts, Rectangle2D area, double x) {
        return ChartFrame.of(charts, area, view.textScale(), view.options()).timeAt(view, x);
    }

    /** Where a moment is; may lie outside of the area. */
    public static double xAt(ChartView view, List<Chart> charts, Rectangle2D area, long nanos) {
        return ChartFrame.of(charts, area, view.textScale(), view.options()).xAt(view, nanos);
    }

    static void draw(
            Graphics2D g,
            ChartView view,
            List<Chart> charts,
            ChartFrame frame,
            Theme theme,
            @Nullable ChartRenderingInfo info) {
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(timeAxis(view, frame, theme));
        combined.setGap(frame.headerHeight());
        combined.setInsets(RectangleInsets.ZERO_INSETS);
        combined.setOutlineVisible(false);
        combined.setBackgroundPaint(null);
        AxisSpace below = new AxisSpace();
        below.setBottom(frame.axisHeight());
        combined.setFixedDomainAxisSpace(below);
        for (Chart chart : charts) {
            combined.add(plot(chart, view, frame, theme), view.options().partsOf(chart));
        }
        JFreeChart chart = new JFreeChart(null, null, combined, false);
        chart.setBackgroundPaint(null);
        // labels at the ends of axes reach out of the plots, and what is outside of a chart is cut off
        Rectangle2D area = frame.area();
        double above = frame.top() + frame.headerHeight() - area.getY();
        double right = area.getMaxX() - frame.left() - frame.width();
        chart.setPadding(new RectangleInsets(above, 0, area.getMaxY() - frame.bottom() - frame.axisHeight(), right));
        chart.draw(g, area, info);
    }

    private static XYPlot plot(Chart chart, ChartView view, ChartFrame frame, Theme theme) {
        ChartScale scale = ChartScale.of(chart, view);
        XYPlot plot = new XYPlot();
        plot.setRangeAxis(valueAxis(scale, frame, theme));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(theme.color(Ink.SURFACE));
        plot.setOutlineVisible(false);
        Stroke thin = new BasicStroke((float) Math.max(0.75, view.textScale() * 0.75));
        plot.setDomainGridlinePaint(theme.color(Ink.GRID));
        plot.setDomainGridlineStroke(thin);
        plot.setRangeGridlinePaint(theme.color(Ink.GRID));
        plot.setRangeGridlineStroke(thin);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        List<ChartLine> lines = ChartLine.of(chart, view.series());
        if (chart == Chart.VOLUMES) {
            addLayers(plot, lines, view, scale, frame, theme);
        } else {
            addLines(plot, lines, view, scale, frame, theme);
            if (chart == Chart.ROOM) {
                addShade(plot, lines.get(0), theme);
            }
        }
        ChartFans.addBands(plot, BANDS, chart, view, scale, theme);
        ChartGhosts.add(plot, GHOSTS, chart, view, scale, frame, theme);
        ChartFans.addEdges(plot, EDGES, chart, view, scale, theme);
        return plot;
    }

    // Layers: each reaches from the bottom up to the sum of itself and those below it, and is painted before those

    private static void addLayers(
            XYPlot plot, List<ChartLine> lines, ChartView view, ChartScale scale, ChartFrame frame, Theme theme) {
        ChartSamples samples = ChartSamples.of(view);
        ChartLine mirrored = lines.get(lines.size() - 1);
        int[] chosen =
                Downsampling.choose(mirrored.value(), samples.first(), samples.last(), (int) Math.ceil(frame.width()));
        DefaultXYDataset data = new DefaultXYDataset();
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        double[] sums = new double[chosen.length];
        double[][][] stacked = new double[lines.size()][][];
        for (int i = 0; i < lines.size(); i++) {
            stacked[i] = lines.get(i).points(view, scale, chosen);
            for (int j = 0; j < chosen.length; j++) {
                sums[j] += Double.isNaN(stacked[i][1][j]) ? 0 : stacked[i][1][j];
                stacked[i][1][j] = sums[j];
            }
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            int series = lines.size() - 1 - i;
            data.addSeries(lines.get(i).key(), stacked[i]);
            renderer.setSeriesPaint(
                    series, Swatches.ofLayer(lines.get(i).state().orElseThrow(), theme, view.textScale()));
        }
        renderer.setOutline(false);
        plot.setDataset(AREAS, data);
        plot.setRenderer(AREAS, renderer);
        addLines(plot, List.of(ChartLine.stuck(view.series())), view, scale, frame, theme);
    }

    private static void addLines(
            XYPlot plot, List<ChartLine> lines, ChartView view, ChartScale scale, ChartFrame frame, Theme theme) {
        ChartSamples samples = ChartSamples.of(view);
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines.size(); i++) {
            ChartLine line = lines.get(i);
            int[] chosen =
                    Downsampling.choose(line.value(), samples.first(), samples.last(), (int) Math.ceil(frame.width()));
            data.addSeries(line.key(), line.points(view, scale, chosen));
            style(renderer, i, line, view, theme);
        }
        plot.setDataset(LINES, data);
        plot.setRenderer(LINES, renderer);
    }

    private static void style(
            XYLineAndShapeRenderer renderer, int series, ChartLine line, ChartView view, Theme theme) {
        double width = 2 * view.textScale();
        renderer.setSeriesPaint(series, theme.color(line.ink()));
        renderer.setSeriesStroke(
                series, line.isDashed() ? Pens.dashed(width, 3 * width, 1.5 * width) : Pens.round(width));
    }

    /** Room is an amount, so the space under its line is filled. */
    private static void addShade(XYPlot plot, ChartLine line, Theme theme) {
        AbstractXYItemRenderer shade = new XYAreaRenderer(XYAreaRenderer.AREA);
        shade.setSeriesPaint(0, theme.color(line.ink(), 0.25));
        plot.setDataset(AREAS, plot.getDataset(LINES));
        plot.setRenderer(AREAS, shade);
    }

    // Axes

    private static NumberAxis timeAxis(ChartView view, ChartFrame frame, Theme theme) {
        NumberAxis axis = new NumberAxis();
        double from = Nanos.toSeconds(view.fromNanos());
        double to = Nanos.toSeconds(view.toNanos());
        axis.setRange(from, to);
        double ticksMax = Math.max(2, frame.width() / (TICK_WIDTH * view.textScale()));
        axis.setTickUnit(TimeTicks.unit(TimeTicks.step(to - from, ticksMax)), false, true);
        style(axis, view, theme);
        axis.setAxisLineVisible(true);
        axis.setAxisLinePaint(theme.color(Ink.BORDER));
        return axis;
    }

    private static NumberAxis valueAxis(ChartScale scale, ChartFrame frame, Theme theme) {
        NumberAxis axis = new ValueAxis(scale.ticks());
        axis.setRange(0, scale.top());
        axis.setFixedDimension(frame.left() - frame.area().getX());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(theme.font(TextStyle.SMALL, frame.textScale()));
        axis.setTickLabelPaint(theme.color(Ink.TEXT_MUTED));
        axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 6 * frame.textScale()));
        return axis;
    }

    private static void style(NumberAxis axis, ChartView view, Theme theme) {
        Color muted = theme.color(Ink.TEXT_MUTED);
        axis.setTickLabelFont(theme.font(TextStyle.SMALL, view.textScale()));
        axis.setTickLabelPaint(muted);
        axis.setTickMarkPaint(theme.color(Ink.BORDER));
        axis.setTickMarkOutsideLength((float) (4 * view.textScale()));
        double gap = 3 * view.textScale();
        axis.setTickLabelInsets(new RectangleInsets(gap, 2, 0, 2));
    }

    /** An axis with the ticks that it is given. */
    private static final class ValueAxis extends NumberAxis {

        private final transient List<ChartScale.Tick> given;

        ValueAxis(List<ChartScale.Tick> given) {
            this.given = given;
        }

        @Override
        public List<ValueTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
            return shown(dataArea.getHeight()).stream()
                    .<ValueTick>map(tick ->
                            new NumberTick(tick.at(), tick.label(), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0))
                    .toList();
        }

        /** Every tick, every second, every third... and always the first and the last, so that none overlap. */
        private List<ChartScale.Tick> shown(double height) {
            int gaps = given.size() - 1;
            double least = 1.2 * getTickLabelFont().getSize2D();
            int every = 1;
            while (every < gaps && (gaps % every != 0 || height * every / gaps < least)) {
                every++;
            }
            int step = every;
            return IntStream.rangeClosed(0, gaps)
                    .filter(i -> i % step == 0)
                    .mapToObj(given::get)
                    .toList();
        }
    }
}
