package mirrorstorm.picture.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in an area the charts are: one above the other, each under a line of its own with title and values, on one
 * time axis. Flags stand above the first.
 *
 * @param plots one for each chart; equally wide
 */
record ChartFrame(Rectangle2D area, List<Rectangle2D> plots, double textScale) {

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

    /** As many of the charts, from the first, as can be read in a height. */
    static List<Chart> fitting(List<Chart> charts, double height, double textScale) {
        double room = height / textScale - flags(height / textScale) - AXIS;
        int count = (int) Math.max(1, room / (HEADER + READABLE_HEIGHT));
        return charts.subList(0, Math.min(charts.size(), count));
    }

    private static int flagRows(double height) {
        return height >= TWO_ROWS_FROM ? 2 : 1;
    }

    /** Height of the flags above charts of that height in all; at text scale 1. */
    private static double flags(double height) {
        return flagRows(height) * FLAGS_ROW + FLAGS_PADDING;
    }

    /** With all charts as high as usual. */
    static ChartFrame of(List<Chart> charts, Rectangle2D area, double textScale) {
        return of(charts, area, textScale, ChartOptions.USUAL);
    }

    static ChartFrame of(List<Chart> charts, Rectangle2D area, double textScale, ChartOptions options) {
        double left = left(area, textScale);
        double width = width(area, textScale);
        double flags = flags(area.getHeight() / textScale);
        double top = area.getY() + flags * textScale;
        double header = HEADER * textScale;
        double room = area.getHeight() - (flags + AXIS) * textScale - charts.size() * header;
        int weights = charts.stream().mapToInt(options::partsOf).sum();
        List<Rectangle2D> plots = new ArrayList<>();
        for (Chart chart : charts) {
            double height = Math.max(PLOT_HEIGHT_MIN, room * options.partsOf(chart) / Math.max(1, weights));
            double plotTop = Math.ceil(top + header);
            plots.add(new Rectangle2D.Double(left, plotTop, width, Math.floor(top + header + height) - plotTop));
            top += header + height;
        }
        return new ChartFrame(area, List.copyOf(plots), textScale);
    }

    /** Charts are on whole pixels, as JFreeChart has it. */
    private static double left(Rectangle2D area, double textScale) {
        return Math.ceil(area.getX() + LEFT * textScale);
    }

    private static double width(Rectangle2D area, double textScale) {
        return Math.max(1, Math.floor(area.getMaxX() - RIGHT * textScale) - left(area, textScale));
    }

    double left() {
        return left(area, textScale);
    }

    double width() {
        return width(area, textScale);
    }

    double headerHeight() {
        return HEADER * textScale;
    }

    /** How many rows the flags' labels are in: neighbours are in different ones. */
    int flagRows() {
        return flagRows(area.getHeight() / textScale);
    }

    /** Baseline of the flags' labels in one of the rows. */
    double flagsBaseline(int row) {
        return area.getY() + (row + 0.68) * FLAGS_ROW * textScale;
    }

    double axisHeight() {
        return AXIS * textScale;
    }

    /** Top of the first plot's header. */
    double top() {
        return area.getY() + flags(area.getHeight() / textScale) * textScale;
    }

    double bottom() {
        return plots.isEmpty() ? area.getMaxY() : plots.get(plots.size() - 1).getMaxY();
    }

    /** From the top of the first plot to the bottom of the last. */
    Rectangle2D plotArea() {
        double plotTop = plots.isEmpty() ? top() : plots.get(0).getY();
        return new Rectangle2D.Double(left(), plotTop, width(), bottom() - plotTop);
    }

    double xAt(ChartView view, long nanos) {
        return left() + width() * (nanos - view.fromNanos()) / (double) (view.toNanos() - view.fromNanos());
    }

    long timeAt(ChartView view, double x) {
        double share = Math.max(0, Math.min(1, (x - left()) / width()));
        return view.fromNanos() + Math.round(share * (view.toNanos() - view.fromNanos()));
    }
}
