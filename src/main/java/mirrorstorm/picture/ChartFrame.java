package mirrorstorm.picture;

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
    private static final double HEADER = 23;
    private static final double FLAGS = 34;
    private static final double AXIS = 24;
    private static final double PLOT_HEIGHT_MIN = 8;

    /** Charts that get less than this cannot be read; at text scale 1. */
    private static final double READABLE_HEIGHT = 28;

    /** As many of the charts, from the first, as can be read in a height. */
    static List<Chart> fitting(List<Chart> charts, double height, double textScale) {
        double room = height / textScale - FLAGS - AXIS;
        int count = (int) Math.max(1, room / (HEADER + READABLE_HEIGHT));
        return charts.subList(0, Math.min(charts.size(), count));
    }

    /** With all charts as high as usual. */
    static ChartFrame of(List<Chart> charts, Rectangle2D area, double textScale) {
        return of(charts, area, textScale, ChartOptions.USUAL);
    }

    static ChartFrame of(List<Chart> charts, Rectangle2D area, double textScale, ChartOptions options) {
        double left = left(area, textScale);
        double width = width(area, textScale);
        double top = area.getY() + FLAGS * textScale;
        double header = HEADER * textScale;
        double room = area.getHeight() - (FLAGS + AXIS) * textScale - charts.size() * header;
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

    /** Baseline of the flags' labels in one of two rows. */
    double flagsBaseline(int row) {
        return area.getY() + FLAGS * textScale * (row == 0 ? 0.32 : 0.78);
    }

    double axisHeight() {
        return AXIS * textScale;
    }

    /** Top of the first plot's header. */
    double top() {
        return area.getY() + FLAGS * textScale;
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
