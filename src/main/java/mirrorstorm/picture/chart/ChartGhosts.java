package mirrorstorm.picture.chart;

import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.List;
import mirrorstorm.metrics.Series;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/** The layer of a chart with the other branches of the run: the same lines, dashed, thinner and lighter. */
final class ChartGhosts {

    /** Of the colour of the line itself. */
    static final double OPACITY = 0.65;

    private static final double WIDTH = 1.5;

    /** Lengths of dashes and gaps in widths of the line, by which the first ghosts are told apart. */
    private static final double[][] DASHES = {{4, 2.5}, {1.5, 2.5}, {8, 3}, {2.5, 6}};

    private ChartGhosts() {}

    static void paint(Graphics2D g, Plot plot, List<ChartLine> lines, ChartView view, Theme theme) {
        for (int ghost = 0; ghost < view.ghosts().size(); ghost++) {
            Series series = view.ghosts().get(ghost).series();
            g.setStroke(stroke(ghost, view.textScale()));
            for (ChartLine line : lines) {
                g.setColor(theme.color(line.ink(), OPACITY));
                g.draw(Curve.of(plot, series, line.value(series)).line());
            }
        }
    }

    /** The dashes of a ghost, by its place among them. */
    static Stroke stroke(int ghost, double scale) {
        double[] dash = DASHES[ghost % DASHES.length];
        double width = WIDTH * scale;
        return Pens.dashed(width, dash[0] * width, dash[1] * width);
    }
}
