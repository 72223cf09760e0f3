package mirrorstorm.metrics;

/**
 * What is measured over an interval instead of at a moment: it follows from totals that have been counted from the
 * beginning of the run, as they were at both ends.
 */
public final class IntervalRate {

    private IntervalRate() {}

    /**
     * How fast a total rose, a second.
     *
     * @param seconds length of the interval, &gt; 0
     */
    public static double perSecond(double total, double before, double seconds) {
        assert seconds > 0 : seconds;
        return (total - before) / seconds;
    }

    /** The share of what happened in the interval that was of one kind; NaN if nothing did. */
    public static double share(double ofKind, double all) {
        return all > 0 ? ofKind / all : Double.NaN;
    }
}
