package mirrorstorm.engine;

import java.time.Duration;

/**
 * The unit of time: nanoseconds, and the only place where they become seconds or seconds become them. Clocks, delays
 * and durations are whole nanoseconds everywhere; rates, series, files and people count in seconds.
 */
public final class Nanos {

    /** One second. */
    public static final long SECOND = 1_000_000_000L;

    private static final double PER_SECOND = SECOND;

    private Nanos() {}

    /** So many nanoseconds, in seconds. */
    public static double toSeconds(long nanos) {
        return nanos / PER_SECOND;
    }

    /** As {@link #toSeconds(long)}, of a mean or an expectation, which need not be whole. */
    public static double toSeconds(double nanos) {
        return nanos / PER_SECOND;
    }

    /** How long something lasts, in seconds. */
    public static double toSeconds(Duration duration) {
        return duration.toNanos() / PER_SECOND;
    }

    /** So many seconds, in nanoseconds, which need not be whole. */
    public static double ofSeconds(double seconds) {
        return seconds * PER_SECOND;
    }

    /** What happens so often, or is lost so fast, a second: how often or how fast a nanosecond. */
    public static double perNano(double perSecond) {
        assert perSecond >= 0 : perSecond;
        return perSecond / PER_SECOND;
    }

    /** The mean wait between two of what happens so often a second, in nanoseconds; infinite for a rate of 0. */
    public static double meanBetween(double perSecond) {
        assert perSecond >= 0 : perSecond;
        return PER_SECOND / perSecond;
    }
}
