package mirrorstorm.run.forecast;

import java.util.List;
import java.util.OptionalDouble;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;

/**
 * A forecast held against what then happened, as far as the run has come since. It is judged by the rules by which a
 * future ends, but at the samples of the series.
 *
 * @param passed     how many of the fan's moments, its first aside, the run has passed
 * @param inside     at how many of these the share of stuck volumes lay between the outer edges of the fan
 * @param truthNanos how long it took until the cluster was recovered, nanoseconds from the forecast on, infinite if
 *                   that lies beyond its window; empty as long as it is not known
 */
public record Score(Forecast forecast, int passed, int inside, OptionalDouble truthNanos) {

    /** Absorbs what floating point leaves of a share, and that fans are kept as floats. */
    private static final double ROUNDING = 1e-6;

    /**
     * The score up to a moment.
     *
     * @param series         of the run, measured up to {@code nowNanos} at least
     * @param plan           what was and will be done in the run
     * @param recoveredBelow share of stuck volumes, lost ones aside, at which the cluster counts as recovered
     */
    public static Score of(
            Forecast forecast, Series series, List<TimedIntervention> plan, double recoveredBelow, long nowNanos) {
        Fan fan = forecast.fan();
        long start = fan.timeNanos(0);
        long end = fan.timeNanos(fan.size() - 1);
        long lastTrigger = Triggers.lastNanos(
                        plan.stream().filter(timed -> timed.timeNanos() <= end).toList())
                .orElse(0);
        Recovery recovery = new Recovery(series, recoveredBelow, start);
        int passed = 0;
        int inside = 0;
        OptionalDouble truth = OptionalDouble.empty();
        for (int step = 1; step < fan.size() && fan.timeNanos(step) <= nowNanos; step++) {
            long time = fan.timeNanos(step);
            int sample = recovery.goTo(time);
            if (sample < 0) {
                break;
            }
            passed++;
            inside += isInside(fan, step, series.get(Metric.STUCK, sample)) ? 1 : 0;
            boolean isSettled = time > lastTrigger && recovery.isSettled(time);
            if (truth.isEmpty() && (isSettled || step == fan.size() - 1)) {
                truth = OptionalDouble.of(recovery.nanosSince(start));
            }
        }
        return new Score(forecast, passed, inside, truth);
    }

    private static boolean isInside(Fan fan, int step, double stuck) {
        return stuck >= fan.get(Metric.STUCK, 0, step) - ROUNDING
                && stuck <= fan.get(Metric.STUCK, Fan.SHARES.size() - 1, step) + ROUNDING;
    }

    /** Whether what happened lies in the 90 % interval; false as long as it is not known. */
    public boolean isCovered() {
        return truthNanos.isPresent() && forecast.covers(truthNanos.getAsDouble());
    }

    /** Since when the cluster has been recovered, read sample by sample. */
    private static final class Recovery {

        private static final long BROKEN = -1;

        private final Series series;
        private final double recoveredBelow;
        private int next;
        private long sinceNanos = BROKEN;

        Recovery(Series series, double recoveredBelow, long startNanos) {
            this.series = series;
            this.recoveredBelow = recoveredBelow;
            next = (int) Math.min(Integer.MAX_VALUE, startNanos / series.spacingNanos());
        }

        /** Reads up to the last sample that is no later; returns that, or -1 if it was not taken yet. */
        int goTo(long timeNanos) {
            long last = timeNanos / series.spacingNanos();
            if (last >= series.size()) {
                return -1;
            }
            for (; next <= last; next++) {
                double waiting = series.get(Metric.STUCK, next) - series.get(Metric.LOST, next);
                boolean isBroken = waiting > recoveredBelow + ROUNDING;
                sinceNanos = isBroken ? BROKEN : sinceNanos == BROKEN ? series.timeNanos(next) : sinceNanos;
            }
            return (int) last;
        }

        boolean isSettled(long nowNanos) {
            return sinceNanos != BROKEN && nowNanos - sinceNanos >= FutureRunner.SETTLED_NANOS;
        }

        double nanosSince(long startNanos) {
            return sinceNanos == BROKEN ? Double.POSITIVE_INFINITY : Math.max(0, sinceNanos - startNanos);
        }
    }
}
