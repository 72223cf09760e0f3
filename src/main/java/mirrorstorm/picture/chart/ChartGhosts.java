package mirrorstorm.picture.chart;

import java.awt.Stroke;
import java.util.List;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** The layer of a chart with the other branches of the run: the same lines, dashed, thinner and lighter. */
final class ChartGhosts {

    /** Of the colour of the line itself. */
    static final double OPACITY = 0.65;

    private static final double WIDTH = 1.5;

    /** Lengths of dashes and gaps in widths of the line, by which the first ghosts are told apart. */
    private static final double[][] DASHES = {{4, 2.5}, {1.5, 2.5}, {8, 3}, {2.5, 6}};

    private ChartGhosts() {}

    static void add(
            XYPlot plot, int layer, Chart chart, ChartView view, ChartScale scale, ChartFrame frame, Theme theme) {
        if (view.ghosts().isEmpty()) {
            return;
        }
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int ghost = 0; ghost < view.ghosts().size(); ghost++) {
            ChartView other = view.of(view.ghosts().get(ghost));
            ChartSamples samples = ChartSamples.of(other);
            for (ChartLine line : lines(chart, other)) {
                int[] chosen = Downsampling.choose(
                        line.value(), samples.first(), samples.last(), (int) Math.ceil(frame.width()));
                int series = data.getSeriesCount();
                data.addSeries(ghost + " " + line.key(), line.points(other, scale, chosen));
                renderer.setSeriesPaint(series, theme.color(line.ink(), OPACITY));
                renderer.setSeriesStroke(series, stroke(ghost, view.textScale()));
            }
        }
        plot.setDataset(layer, data);
        plot.setRenderer(layer, renderer);
    }

    /** Of volumes only the share that is stuck: layers of several branches would hide each other. */
    static List<ChartLine> lines(Chart chart, ChartView view) {
        return chart == Chart.VOLUMES ? List.of(ChartLine.stuck(view.series())) : ChartLine.of(chart, view.series());
    }

    /** The dashes of a ghost, by its place among them. */
    static Stroke stroke(int ghost, double scale) {
        double[] dash = DASHES[ghost % DASHES.length];
        double width = WIDTH * scale;
        return Pens.dashed(width, dash[0] * width, dash[1] * width);
    }
}
