package mirrorstorm.picture.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where in an area charts are: one above the other, each under a line of its own with title and values, on one time
 * axis. Flags, if there are any, stand above the first.
 *
 * @param plots    one for each chart; equally wide, on whole pixels
 * @param flagRows how many rows the flags' labels are in: neighbours are in different ones
 */
record ChartFrame(Rectangle2D area, List<Rectangle2D> plots, TimeAxis time, int flagRows, double textScale) {

    private static final double LEFT = 54;
    private static final double RIGHT = 22;
    private static final double HEADER = 20;
    private static final double FLAGS_ROW = 16;
    private static final double FLAGS_PADDING = 3;
    private static final double AXIS = 24;
    private static final double PLOT_HEIGHT_MIN = 8;

    /** Charts that get less than this cannot be read; at text scale 1. */
    private static final double READABLE_HEIGHT = 39;

    /** Lower areas have one row of flags, so that the charts get the rest; at text scale 1. */
    private static final double TWO_ROWS_FROM = 320;

    /** Charts of a run, as high as its options say. */
    static ChartFrame of(ChartView view, List<Chart> charts, Rectangle2D area) {
        List<Integer> parts = charts.stream().map(view.options()::partsOf).toList();
        int flagRows = flagRows(area.getHeight() / view.textScale());
        TimeAxis time = time(area, view.textScale(), view.fromNanos(), view.toNanos());
        return of(area, parts, time, flagRows, view.textScale());
    }

    /** Charts of variants, all equally high. */
    static ChartFrame of(VariantView view, List<VariantChart> charts, Rectangle2D area) {
        TimeAxis time = time(area, view.textScale(), 0, view.toNanos());
        return of(area, Collections.nCopies(charts.size(), 1), time, 0, view.textScale());
    }

    private static ChartFrame of(Rectangle2D area, List<Integer> parts, TimeAxis time, int flagRows, double textScale) {
        double flags = flags(flagRows) * textScale;
        double header = HEADER * textScale;
        double room = area.getHeight() - flags - AXIS * textScale - parts.size() * header;
        int all = parts.stream().mapToInt(Integer::intValue).sum();
        double top = area.getY() + flags;
        List<Rectangle2D> plots = new ArrayList<>();
        for (int part : parts) {
            double height = Math.max(PLOT_HEIGHT_MIN, room * part / all);
            double plotTop = Math.ceil(top + header);
            double plotHeight = Math.floor(top + header + height) - plotTop;
            plots.add(new Rectangle2D.Double(time.left(), plotTop, time.width(), plotHeight));
            top += header + height;
        }
        return new ChartFrame(area, List.copyOf(plots), time, flagRows, textScale);
    }

    private static TimeAxis time(Rectangle2D area, double textScale, long fromNanos, long toNanos) {
        double left = Math.ceil(area.getX() + LEFT * textScale);
        double right = Math.floor(area.getMaxX() - RIGHT * textScale);
        return new TimeAxis(fromNanos, toNanos, left, Math.max(1, right - left));
    }

    /** How many charts of a run can be read in a height. */
    static int fitting(double height, double textScale) {
        return fitting(height / textScale, flagRows(height / textScale));
    }

    /** How many charts of variants can be read in a height. */
    static int fittingVariants(double height, double textScale) {
        return fitting(height / textScale, 0);
    }

    private static int fitting(double height, int flagRows) {
        double room = height - flags(flagRows) - AXIS;
        return (int) Math.max(1, room / (HEADER + READABLE_HEIGHT));
    }

    private static int flagRows(double height) {
        return height >= TWO_ROWS_FROM ? 2 : 1;
    }

    /** Height of rows of flags; at text scale 1. */
    private static double flags(int rows) {
        return rows == 0 ? 0 : rows * FLAGS_ROW + FLAGS_PADDING;
    }

    /** Left and right of the time axis within a width, at a text scale. */
    static double[] axisInsets(double textScale) {
        return new double[] {LEFT * textScale, RIGHT * textScale};
    }

    /** Baseline of the line above a plot. */
    double headerBaseline(Rectangle2D plot) {
        return plot.getY() - 0.3 * HEADER * textScale;
    }

    /** Baseline of the flags' labels in one of the rows. */
    double flagsBaseline(int row) {
        return area.getY() + (row + 0.68) * FLAGS_ROW * textScale;
    }

    double bottom() {
        return plots.isEmpty() ? area.getMaxY() : plots.get(plots.size() - 1).getMaxY();
    }

    /** From the top of the first plot to the bottom of the last. */
    Rectangle2D plotArea() {
        double top = plots.isEmpty()
                ? area.getY() + flags(flagRows) * textScale
                : plots.get(0).getY();
        return new Rectangle2D.Double(time.left(), top, time.width(), bottom() - top);
    }
}
