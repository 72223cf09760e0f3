package mirrorstorm.picture.chart;

import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.forecast.Fan;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * The layers of a chart with forecasts: behind everything two bands, in which 90 and 50 % of the futures lie, and over
 * areas their median and their outer edges, so that what then happened can be held against them. Of a forecast that is
 * not the newest only the edges are drawn, dotted.
 */
final class ChartFans {

    /** Of the line's own colour: where 90 % lie, and over it where 50 % do. Told apart in grey, too. */
    static final double OUTER_OPACITY = 0.16;

    static final double INNER_OPACITY = 0.24;

    private static final double MEDIAN_WIDTH = 1.8;
    private static final double EDGE_WIDTH = 0.9;
    private static final double EDGE_OPACITY = 0.75;
    private static final double OLD_OPACITY = 0.55;

    // Indices into Fan.SHARES
    static final int LOW = 0;
    static final int MEDIAN = 2;
    static final int HIGH = 4;
    private static final int INNER_LOW = 1;
    private static final int INNER_HIGH = 3;

    private ChartFans() {}

    /** What of a chart can be foretold. */
    static List<ChartLine> lines(Chart chart, ChartView view) {
        return ChartGhosts.lines(chart, view).stream()
                .filter(line -> line.metric().isPresent())
                .toList();
    }

    static void addBands(XYPlot plot, int layer, Chart chart, ChartView view, ChartScale scale, Theme theme) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(1);
        for (ChartFan each : view.fans()) {
            for (ChartLine line : each.age() == ChartFan.Age.NEW ? lines(chart, view) : List.<ChartLine>of()) {
                Metric metric = line.metric().orElseThrow();
                renderer.setSeriesFillPaint(data.getSeriesCount(), theme.color(line.ink(), OUTER_OPACITY));
                data.addSeries(band(data.getSeriesCount(), each.fan(), metric, LOW, HIGH, scale));
                renderer.setSeriesFillPaint(data.getSeriesCount(), theme.color(line.ink(), INNER_OPACITY));
                data.addSeries(band(data.getSeriesCount(), each.fan(), metric, INNER_LOW, INNER_HIGH, scale));
            }
        }
        if (data.getSeriesCount() > 0) {
            plot.setDataset(layer, data);
            plot.setRenderer(layer, renderer);
        }
    }

    private static YIntervalSeries band(int key, Fan fan, Metric metric, int low, int high, ChartScale scale) {
        YIntervalSeries band = new YIntervalSeries(key, false, true);
        for (int i = 0; i < fan.size(); i++) {
            double from = scale.scaled(fan.get(metric, low, i));
            double to = scale.scaled(fan.get(metric, high, i));
            if (!Double.isNaN(from) && !Double.isNaN(to)) {
                band.add(Nanos.toSeconds(fan.timeNanos(i)), (from + to) / 2, from, to);
            }
        }
        return band;
    }

    static void addEdges(XYPlot plot, int layer, Chart chart, ChartView view, ChartScale scale, Theme theme) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (ChartFan each : view.fans()) {
            boolean isNew = each.age() == ChartFan.Age.NEW;
            for (ChartLine line : lines(chart, view)) {
                for (int edge : new int[] {LOW, HIGH, MEDIAN}) {
                    int series = data.getSeriesCount();
                    data.addSeries(series, edge(each.fan(), line.metric().orElseThrow(), edge, scale));
                    double opacity = !isNew ? OLD_OPACITY : edge == MEDIAN ? 1 : EDGE_OPACITY;
                    renderer.setSeriesPaint(series, theme.color(line.ink(), opacity));
                    renderer.setSeriesStroke(series, stroke(each.age(), edge, view.textScale()));
                }
            }
        }
        if (data.getSeriesCount() > 0) {
            plot.setDataset(layer, data);
            plot.setRenderer(layer, renderer);
        }
    }

    private static double[][] edge(Fan fan, Metric metric, int edge, ChartScale scale) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < fan.size(); i++) {
            double value = scale.scaled(fan.get(metric, edge, i));
            if (!Double.isNaN(value)) {
                points.add(new double[] {Nanos.toSeconds(fan.timeNanos(i)), value});
            }
        }
        double[][] columns = new double[2][points.size()];
        for (int i = 0; i < points.size(); i++) {
            columns[0][i] = points.get(i)[0];
            columns[1][i] = points.get(i)[1];
        }
        return columns;
    }

    /** Edges of a new forecast are thin lines, its median is dashed; all of an old one is dotted. */
    static Stroke stroke(ChartFan.Age age, int edge, double scale) {
        double width = (edge == MEDIAN ? MEDIAN_WIDTH : EDGE_WIDTH) * scale;
        if (age == ChartFan.Age.OLD) {
            return Pens.dashed(width, 1.2 * scale, 3 * scale);
        }
        return edge == MEDIAN ? Pens.dashed(width, 7 * scale, 3 * scale) : Pens.line(width);
    }

    /** The greatest value of a forecast that a chart has to have room for between the ends of its time axis. */
    static double greatest(Chart chart, ChartView view) {
        double most = 0;
        for (ChartFan each : view.fans()) {
            for (ChartLine line : lines(chart, view)) {
                Metric metric = line.metric().orElseThrow();
                for (int i = 0; i < each.fan().size(); i++) {
                    double value = each.fan().get(metric, HIGH, i);
                    boolean isShown = each.fan().timeNanos(i) <= view.toNanos() && !Double.isNaN(value);
                    most = isShown ? Math.max(most, value) : most;
                }
            }
        }
        return most;
    }
}
