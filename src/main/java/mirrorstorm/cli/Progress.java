package mirrorstorm.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import mirrorstorm.scenario.Durations;

/** Says every few seconds how far a run has come: simulated time, share done, about how long it will still take. */
final class Progress {

    /** Between two lines, nanoseconds of the real world. */
    static final long PAUSE_NANOS = 2_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream err;
    private final LongSupplier wallNanos;
    private final long startNanos;
    private long toldNanos;

    /** @param wallNanos a clock of the real world, nanoseconds */
    Progress(PrintStream err, LongSupplier wallNanos) {
        this.err = err;
        this.wallNanos = wallNanos;
        startNanos = wallNanos.getAsLong();
        toldNanos = startNanos;
    }

    /** Seconds of the real world since the start. */
    double wallSeconds() {
        return (wallNanos.getAsLong() - startNanos) / NANOS_PER_SECOND;
    }

    /**
     * Says how far the run has come, if it is time for that.
     *
     * @param nowNanos simulated time
     * @param endNanos simulated time at which the run ends
     */
    void at(long nowNanos, long endNanos) {
        long wall = wallNanos.getAsLong();
        if (wall - toldNanos >= PAUSE_NANOS && nowNanos > 0) {
            toldNanos = wall;
            double share = (double) nowNanos / endNanos;
            double leftSeconds = wallSeconds() * (1 - share) / share;
            err.println(OptionProblems.TEXTS.text(
                    "progress",
                    Durations.rough(nowNanos / NANOS_PER_SECOND),
                    Durations.rough(endNanos / NANOS_PER_SECOND),
                    Math.round(100 * share),
                    Durations.rough(leftSeconds)));
        }
    }
}
