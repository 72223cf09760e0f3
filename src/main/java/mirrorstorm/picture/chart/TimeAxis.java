package mirrorstorm.picture.chart;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Nanos;

/**
 * The time axis that charts share: from moments to places and back, and its ticks.
 *
 * @param fromNanos left end, nanoseconds since the start of the run
 * @param toNanos   right end; &gt; {@code fromNanos}
 * @param left      where the left end is, pixels
 * @param width     &gt; 0
 */
record TimeAxis(long fromNanos, long toNanos, double left, double width) {

    /** Times are given at least so much room, at text scale 1. */
    private static final double TICK_WIDTH = 64;

    private static final double TICKS_MIN = 2;

    /** A moment that is named on the axis. */
    record Tick(double x, String label) {}

    /** Where a moment is; may lie beyond the ends. */
    double xAt(long nanos) {
        return left + width * (nanos - fromNanos) / (double) (toNanos - fromNanos);
    }

    /** The moment at {@code x}; within the ends. */
    long timeAt(double x) {
        double share = Math.max(0, Math.min(1, (x - left) / width));
        return fromNanos + Math.round(share * (toNanos - fromNanos));
    }

    /** Whether a moment is between the ends. */
    boolean shows(long nanos) {
        return nanos >= fromNanos && nanos <= toNanos;
    }

    double right() {
        return left + width;
    }

    /** Round times between the ends, as many as have room. */
    List<Tick> ticks(double textScale) {
        double from = Nanos.toSeconds(fromNanos);
        double to = Nanos.toSeconds(toNanos);
        double step = TimeTicks.step(to - from, Math.max(TICKS_MIN, width / (TICK_WIDTH * textScale)));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step); i * step <= to; i++) {
            double x = left + width * (i * step - from) / (to - from);
            ticks.add(new Tick(x, TimeTicks.label(i * step, step)));
        }
        return ticks;
    }
}
