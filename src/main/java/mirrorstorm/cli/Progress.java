package mirrorstorm.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import mirrorstorm.engine.Nanos;
import mirrorstorm.scenario.Durations;

/** Says every few seconds how far a run has come: simulated time, share done, about how long it will still take. */
final class Progress {

    /** Between two lines, nanoseconds of the real world. */
    static final long PAUSE_NANOS = 2_000_000_000L;

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
        return Nanos.toSeconds(wallNanos.getAsLong() - startNanos);
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
                    Durations.rough(Nanos.toSeconds(nowNanos)),
                    Durations.rough(Nanos.toSeconds(endNanos)),
                    Math.round(100 * share),
                    Durations.rough(leftSeconds)));
        }
    }
}
