package mirrorstorm.run.forecast;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import mirrorstorm.metrics.CallsOutcome;
import mirrorstorm.metrics.Series;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.Metric;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;
import mirrorstorm.scenario.Scenario;

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
     * @param series   of the run, measured up to {@code nowNanos} at least
     * @param plan     what was and will be done in the run
     * @param scenario of the run, which says what counts as recovered
     */
    public static Score of(
            Forecast forecast, Series series, List<TimedIntervention> plan, Scenario scenario, long nowNanos) {
        Fan fan = forecast.fan();
        long start = fan.timeNanos(0);
        long end = fan.timeNanos(fan.size() - 1);
        long lastTrigger = Triggers.lastDisturbanceNanos(
                        plan.stream().filter(timed -> timed.timeNanos() <= end).toList())
                .orElse(0);
        Recovery recovery = new Recovery(series, scenario, start);
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

    /** Since when all that the scenario has is recovered, read sample by sample. */
    private static final class Recovery {

        private static final long BROKEN = -1;

        private final Series series;
        private final Scenario scenario;
        private final Set<Subject> subjects;
        private final CallsOutcome calls;
        private final long startNanos;
        private int next;
        private long sinceNanos = BROKEN;

        Recovery(Series series, Scenario scenario, long startNanos) {
            this.series = series;
            this.scenario = scenario;
            this.startNanos = startNanos;
            subjects = Subject.of(scenario.settings());
            next = (int) Math.min(Integer.MAX_VALUE, startNanos / series.spacingNanos());
            boolean isKnown = next < series.size();
            calls = new CallsOutcome(
                    scenario.metrics().callsRecoveredBelow(),
                    series.timeNanos(next),
                    isKnown ? series.otherCalls(next) : 0,
                    isKnown ? series.otherFailedCalls(next) : 0);
        }

        /** Reads up to the last sample that is no later; returns that, or -1 if it was not taken yet. */
        int goTo(long timeNanos) {
            long last = timeNanos / series.spacingNanos();
            if (last >= series.size()) {
                return -1;
            }
            for (; next <= last; next++) {
                long now = series.timeNanos(next);
                if (now > startNanos) {
                    calls.look(now, series.otherCalls(next), series.otherFailedCalls(next), 0);
                }
                boolean isBroken = areVolumesBroken() || areDatabasesBroken();
                sinceNanos = isBroken ? BROKEN : sinceNanos == BROKEN ? now : sinceNanos;
            }
            return (int) last;
        }

        private boolean areVolumesBroken() {
            double waiting = series.get(Metric.STUCK, next) - series.get(Metric.LOST, next);
            return waiting > scenario.recoveredBelow() + ROUNDING;
        }

        private boolean areDatabasesBroken() {
            return subjects.contains(Subject.DATABASES)
                    && series.get(Metric.INSTANCES_STUCK, next)
                            > scenario.metrics().databasesRecoveredBelow() + ROUNDING;
        }

        /** Since when all is recovered; {@link #BROKEN} if it is not. */
        private long recoveredNanos() {
            boolean hasCalls = subjects.contains(Subject.CALLS);
            boolean isBroken = sinceNanos == BROKEN || (hasCalls && !calls.isRecovered());
            return isBroken
                    ? BROKEN
                    : Math.max(sinceNanos, hasCalls ? calls.recoveredNanos().orElse(0) : 0);
        }

        boolean isSettled(long nowNanos) {
            return recoveredNanos() != BROKEN && nowNanos - recoveredNanos() >= FutureRunner.SETTLED_NANOS;
        }

        double nanosSince(long startNanos) {
            long since = recoveredNanos();
            return since == BROKEN ? Double.POSITIVE_INFINITY : Math.max(0, since - startNanos);
        }
    }
}
