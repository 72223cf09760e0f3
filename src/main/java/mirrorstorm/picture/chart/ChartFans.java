package mirrorstorm.picture.chart;

import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.List;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.forecast.Fan;

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

    private ChartFans() {}

    static void paintBands(Graphics2D g, Plot plot, List<ChartLine> lines, ChartView view, Theme theme) {
        for (ChartFan each : view.fans()) {
            for (ChartLine line : each.isNew() ? lines : List.<ChartLine>of()) {
                g.setColor(theme.color(line.ink(), OUTER_OPACITY));
                g.fill(band(plot, each.fan(), line, ChartFan.LOW, ChartFan.HIGH));
                g.setColor(theme.color(line.ink(), INNER_OPACITY));
                g.fill(band(plot, each.fan(), line, ChartFan.INNER_LOW, ChartFan.INNER_HIGH));
            }
        }
    }

    /** Along the upper edge and back along the lower one. */
    private static Path2D band(Plot plot, Fan fan, ChartLine line, int low, int high) {
        Path2D band = new Path2D.Double();
        append(band, plot, fan, line, high, 1);
        append(band, plot, fan, line, low, -1);
        if (band.getCurrentPoint() != null) {
            band.closePath();
        }
        return band;
    }

    static void paintEdges(Graphics2D g, Plot plot, List<ChartLine> lines, ChartView view, Theme theme) {
        for (ChartFan each : view.fans()) {
            for (ChartLine line : lines) {
                for (int edge : new int[] {ChartFan.LOW, ChartFan.HIGH, ChartFan.MEDIAN}) {
                    double opacity = !each.isNew() ? OLD_OPACITY : edge == ChartFan.MEDIAN ? 1 : EDGE_OPACITY;
                    g.setColor(theme.color(line.ink(), opacity));
                    g.setStroke(stroke(each.age(), edge, view.textScale()));
                    Path2D path = new Path2D.Double();
                    append(path, plot, each.fan(), line, edge, 1);
                    g.draw(path);
                }
            }
        }
    }

    /** One edge of a forecast, forwards or backwards in time; what has no value is passed over. */
    private static void append(Path2D path, Plot plot, Fan fan, ChartLine line, int edge, int direction) {
        for (int step = 0; step < fan.size(); step++) {
            int i = direction > 0 ? step : fan.size() - 1 - step;
            double y = plot.yAt(fan.get(line.metric(), edge, i));
            if (Double.isNaN(y)) {
                continue;
            }
            double x = plot.xAt(fan.timeNanos(i));
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
    }

    /** Edges of a new forecast are thin lines, its median is dashed; all of an old one is dotted. */
    static Stroke stroke(ChartFan.Age age, int edge, double scale) {
        boolean isMedian = edge == ChartFan.MEDIAN;
        double width = (isMedian ? MEDIAN_WIDTH : EDGE_WIDTH) * scale;
        if (age == ChartFan.Age.OLD) {
            return Pens.dashed(width, 1.2 * scale, 3 * scale);
        }
        return isMedian ? Pens.dashed(width, 7 * scale, 3 * scale) : Pens.line(width);
    }
}
