package mirrorstorm.picture.chart;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.metrics.Series;

/**
 * The course of a value over a plot, in no more points than are to be seen: of each column of pixels the least and the
 * greatest value, of these only those that are off the straight line between their neighbours, and a gap where there
 * is no value.
 *
 * @param x where each point is, ascending
 * @param y and how high; NaN in a gap
 */
record Curve(double[] x, double[] y) {

    /** Points that are off a straight line by less than this are left out, pixels: no eye tells the difference. */
    private static final double TOLERANCE = 0.05;

    static Curve of(Plot plot, Series series, IntToDoubleFunction value) {
        int[] samples = samples(plot, series, value);
        return of(plot, series, samples, i -> value.applyAsDouble(samples[i]));
    }

    /** A course with a value for each of some samples. */
    static Curve of(Plot plot, Series series, int[] samples, IntToDoubleFunction value) {
        double[] x = new double[samples.length];
        double[] y = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            x[i] = plot.xAt(series.timeNanos(samples[i]));
            y[i] = plot.yAt(value.applyAsDouble(i));
        }
        return straightened(x, y);
    }

    /** Which samples are to be seen in the columns of a plot. */
    static int[] samples(Plot plot, Series series, IntToDoubleFunction value) {
        TimeAxis time = plot.time();
        ChartSamples shown = ChartSamples.of(series, time.fromNanos(), time.toNanos());
        return Downsampling.choose(value, shown.first(), shown.last(), plot.columns());
    }

    /**
     * Leaves out what a straight line would say as well. From each point that is kept, the slopes of lines that pass
     * all later points near enough are an interval; when nothing is left of it, the point before is kept, too.
     */
    private static Curve straightened(double[] x, double[] y) {
        int kept = 0;
        double least = Double.NEGATIVE_INFINITY;
        double greatest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            boolean isLast = i == x.length - 1 || Double.isNaN(y[i]) || Double.isNaN(y[i + 1]);
            boolean isFirst = kept == 0 || Double.isNaN(y[kept - 1]);
            if (!isLast && !isFirst) {
                double run = x[i] - x[kept - 1];
                least = Math.max(least, (y[i] - TOLERANCE - y[kept - 1]) / run);
                greatest = Math.min(greatest, (y[i] + TOLERANCE - y[kept - 1]) / run);
                double next = (y[i + 1] - y[kept - 1]) / (x[i + 1] - x[kept - 1]);
                if (next >= least && next <= greatest) {
                    continue;
                }
            }
            x[kept] = x[i];
            y[kept++] = y[i];
            least = Double.NEGATIVE_INFINITY;
            greatest = Double.POSITIVE_INFINITY;
        }
        return new Curve(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }

    /** A line, broken where there is no value: a gap is no zero. */
    Path2D line() {
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length);
        boolean isDown = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(y[i])) {
                isDown = false;
            } else if (isDown) {
                line.lineTo(x[i], y[i]);
            } else {
                line.moveTo(x[i], y[i]);
                isDown = true;
            }
        }
        return line;
    }

    /** All between the line and a height below it, with the same gaps. */
    Path2D areaDownTo(double bottom) {
        Path2D area = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length + 3);
        boolean isDown = false;
        for (int i = 0; i <= x.length; i++) {
            boolean isThere = i < x.length && !Double.isNaN(y[i]);
            if (isThere && !isDown) {
                area.moveTo(x[i], bottom);
            }
            if (isThere) {
                area.lineTo(x[i], y[i]);
            } else if (isDown) {
                area.lineTo(x[i - 1], bottom);
                area.closePath();
            }
            isDown = isThere;
        }
        return area;
    }

    /** The same, so much lower, but not below a height. */
    Curve lowered(double pixels, double bottom) {
        return new Curve(
                x, Arrays.stream(y).map(each -> Math.min(bottom, each + pixels)).toArray());
    }

    /** All between this line and a lower one, neither of which has a gap. */
    Path2D areaDownTo(Curve lower) {
        Path2D area = line();
        for (int i = lower.x.length - 1; i >= 0; i--) {
            area.lineTo(lower.x[i], lower.y[i]);
        }
        if (x.length > 0) {
            area.closePath();
        }
        return area;
    }
}
