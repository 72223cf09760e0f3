package mirrorstorm.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.scenario.Scenario;

/**
 * What was measured on one branch of a run, from its start up to {@link #reachedNanos}. Never changes, so any thread
 * may read it. A timeline that comes back to a branch goes on from it, and the screen draws it as a ghost.
 */
public final class RecordedRun {

    /** Events from one look at whether to stop to the next. */
    private static final int EVENTS_EACH = 2_000;

    private final long reachedNanos;
    private final Series series;
    private final Log.Kept log;
    private final double[] milestoneValues;
    private final boolean[] milestonePassed;

    RecordedRun(long reachedNanos, Series series, Log.Kept log, double[] milestoneValues, boolean[] milestonePassed) {
        this.reachedNanos = reachedNanos;
        this.series = series;
        this.log = log;
        this.milestoneValues = milestoneValues.clone();
        this.milestonePassed = milestonePassed.clone();
    }

    /**
     * Runs a branch from its start, on whatever thread asks, so that its ghost can be shown although nobody has been
     * there yet.
     *
     * @param scenario    that the branch belongs to
     * @param sampleNanos spacing of the series, nanoseconds, as in the timeline
     * @param untilNanos  how far, nanoseconds since the start
     * @param stop        asked now and then; once it says yes, nothing comes of it
     */
    public static Optional<RecordedRun> run(
            Scenario scenario,
            Branch branch,
            EngineKind engine,
            long sampleNanos,
            long untilNanos,
            BooleanSupplier stop) {
        Run run = new Run(scenario.withTimeline(branch.plan()), 0, engine, sampleNanos);
        long end = Math.min(untilNanos, run.horizonNanos());
        while (run.simulation().clockNanos() < end) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            run.advanceBriefly(end, EVENTS_EACH);
        }
        run.advanceTo(end);
        return Optional.of(run.recordedRun(end));
    }

    /** How far it was followed, nanoseconds since the start. */
    public long reachedNanos() {
        return reachedNanos;
    }

    /** The samples up to there; nobody may add to it. */
    public Series series() {
        return series;
    }

    /** What happened up to there. */
    public List<LogEntry> logEntries() {
        return log.logEntries();
    }

    Log.Kept log() {
        return log;
    }

    double[] milestoneValues() {
        return milestoneValues.clone();
    }

    boolean[] milestonePassed() {
        return milestonePassed.clone();
    }
}
