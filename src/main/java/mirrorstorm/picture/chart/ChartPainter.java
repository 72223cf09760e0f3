package mirrorstorm.picture.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.metrics.Series;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/**
 * Draws charts of a run on one time axis: areas, lines, grid and axes here, and over them by {@link ChartMarks} what
 * refers to the moment, the plan and the real cluster. A pure function.
 */
public final class ChartPainter {

    private static final double SHADE_OPACITY = 0.25;

    private ChartPainter() {}

    /** Paints within {@code area}, over whatever is there. */
    public static void paint(Graphics2D g, ChartView view, List<Chart> charts, Rectangle2D area, Theme theme) {
        if (charts.isEmpty()) {
            return;
        }
        Pens.smooth(g);
        Stroke stroke = g.getStroke();
        ChartFrame frame = ChartFrame.of(view, charts, area);
        AxesPainter axes = new AxesPainter(g, frame, theme);
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            Plot plot = new Plot(frame.plots().get(i), frame.time(), ValueAxes.of(charts.get(i), view));
            plots.add(plot);
            axes.paintUnder(plot);
            Shape clip = g.getClip();
            g.clip(plot.clip(view.textScale()));
            paintValues(g, charts.get(i), plot, view, theme);
            g.setClip(clip);
        }
        axes.paintTimes();
        new ChartMarks(g, view, charts, plots, frame, theme).paint();
        g.setStroke(stroke);
    }

    /**
     * From behind to the front: the bands of forecasts, areas, other courses of the run, the edges of forecasts, lines.
     */
    private static void paintValues(Graphics2D g, Chart chart, Plot plot, ChartView view, Theme theme) {
        List<ChartLine> lines = chart.lines();
        Series series = view.series();
        List<Curve> curves = lines.stream()
                .map(line -> Curve.of(plot, series, line.value(series)))
                .toList();
        ChartFans.paintBands(g, plot, lines, view, theme);
        StackPainter.paint(g, plot, chart.layers(), view, theme);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).style() == ChartLine.Style.FILLED) {
                g.setColor(theme.color(lines.get(i).ink(), SHADE_OPACITY));
                g.fill(curves.get(i).areaDownTo(plot.area().getMaxY()));
            }
        }
        ChartGhosts.paint(g, plot, lines, view, theme);
        ChartFans.paintEdges(g, plot, lines, view, theme);
        for (int i = 0; i < lines.size(); i++) {
            g.setColor(theme.color(lines.get(i).ink()));
            g.setStroke(lines.get(i).stroke(view.textScale()));
            g.draw(curves.get(i).line());
        }
    }

    /** As many of the charts, from the first, as can be read in a height in pixels. */
    public static List<Chart> fitting(List<Chart> charts, double height, double textScale) {
        return charts.subList(0, Math.min(charts.size(), ChartFrame.fitting(height, textScale)));
    }

    /** Where each chart's plot is. */
    public static List<Rectangle2D> plots(ChartView view, List<Chart> charts, Rectangle2D area) {
        return ChartFrame.of(view, charts, area).plots();
    }

    /** Where the time axis is: its ends are the left and right edges; what is pointed at outside is at an end. */
    public static Rectangle2D plotArea(ChartView view, List<Chart> charts, Rectangle2D area) {
        return ChartFrame.of(view, charts, area).plotArea();
    }

    /** The moment at {@code x}, nanoseconds since the start; within the ends of the axis. */
    public static long timeAt(ChartView view, List<Chart> charts, Rectangle2D area, double x) {
        return ChartFrame.of(view, charts, area).time().timeAt(x);
    }

    /** Where a moment is; may lie outside of the area. */
    public static double xAt(ChartView view, List<Chart> charts, Rectangle2D area, long nanos) {
        return ChartFrame.of(view, charts, area).time().xAt(nanos);
    }
}
