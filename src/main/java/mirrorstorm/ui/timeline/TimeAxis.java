package mirrorstorm.ui.timeline;

import mirrorstorm.engine.Nanos;
import mirrorstorm.ui.playback.RunView;

/**
 * The time axis that scrubber and charts share: from the start of the run to a round time some way after the furthest
 * that was reached on any branch, so that the present has room to move on.
 *
 * @param toNanos its right end, nanoseconds since the start of the run, &gt; 0
 */
public record TimeAxis(long toNanos) {

    private static final long SECOND = Nanos.SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private static final long[] ENDS = {
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        20 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        18 * HOUR,
        24 * HOUR,
        36 * HOUR,
        48 * HOUR,
        72 * HOUR,
        96 * HOUR,
        7 * 24 * HOUR,
        14 * 24 * HOUR
    };

    /** At least this share of the horizon is always seen. */
    private static final long HORIZON_PARTS = 200;

    /** Free room to the right of what was reached: one part in this many. */
    private static final long AHEAD_PARTS = 12;

    /** The axis that a view needs. */
    public static TimeAxis of(RunView view) {
        return of(view, 0);
    }

    /** The axis that a view needs if at least so much of the future is to be seen, nanoseconds since the start. */
    static TimeAxis of(RunView view, long aheadNanos) {
        long horizon = view.snapshot().horizonNanos();
        long seen = Math.max(
                Math.max(view.snapshot().reachedNanos(), view.timeNanos()),
                view.history().branches().ghostsReachedNanos());
        long needed = Math.max(aheadNanos, Math.max(seen + seen / AHEAD_PARTS, horizon / HORIZON_PARTS));
        for (long end : ENDS) {
            if (end >= needed) {
                return new TimeAxis(Math.min(end, horizon));
            }
        }
        return new TimeAxis(horizon);
    }

    /** The time at a share of the axis, in [0, 1]. */
    public long timeAt(double share) {
        return Math.round(Math.max(0, Math.min(1, share)) * toNanos);
    }

    /** The share of the axis at which a time is; beyond 1 if it is off the axis. */
    public double shareOf(long timeNanos) {
        return timeNanos / (double) toNanos;
    }
}
