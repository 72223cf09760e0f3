package mirrorstorm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.model.VolumeState;

/** Reads the scene of a run, remembering how far it has looked already. */
final class SpeedCueReader {

    private static final long NEVER = Long.MAX_VALUE;

    /** In a storm at least one in this many searching volumes asks now; backing off, it is one in hundreds. */
    private static final int ASKING_PARTS = 2;

    private final Run run;
    private final GoalFinder lookout;
    private long seenNanos = -1;
    private long firstRefusalNanos = NEVER;
    private long firstCrashNanos = NEVER;

    SpeedCueReader(Run run) {
        this.run = run;
        lookout = new GoalFinder(run);
    }

    /** The branch from {@code timeNanos} on has become another. */
    void forgetFrom(long timeNanos) {
        seenNanos = Math.min(seenNanos, timeNanos - 1);
        firstRefusalNanos = firstRefusalNanos >= timeNanos ? NEVER : firstRefusalNanos;
        firstCrashNanos = firstCrashNanos >= timeNanos ? NEVER : firstCrashNanos;
    }

    SpeedCues read(List<TimedIntervention> live, long reachedNanos) {
        look(reachedNanos);
        List<SpeedCues.Surprise> surprises = new ArrayList<>();
        if (firstRefusalNanos != NEVER) {
            surprises.add(new SpeedCues.Surprise(SpeedCues.Kind.FIRST_REFUSAL, firstRefusalNanos));
        }
        if (firstCrashNanos != NEVER) {
            surprises.add(new SpeedCues.Surprise(SpeedCues.Kind.FIRST_CRASH, firstCrashNanos));
        }
        for (TimedIntervention each : live) {
            surprises.add(new SpeedCues.Surprise(SpeedCues.Kind.LIVE_INTERVENTION, each.timeNanos()));
        }
        Simulation now = run.simulation();
        int searching = now.cluster().volumeCount(VolumeState.SEARCHING);
        boolean isStorming = searching > 0
                && now.cluster().openNodeCount() == 0
                && now.roundCount() >= (searching + ASKING_PARTS - 1) / ASKING_PARTS;
        return new SpeedCues(now.clockNanos(), isStorming, surprises);
    }

    private void look(long reachedNanos) {
        if (firstCrashNanos == NEVER) {
            OptionalLong crash = lookout.first(new Goal.NextCrash(), seenNanos, reachedNanos);
            firstCrashNanos = crash.orElse(NEVER);
        }
        if (firstRefusalNanos == NEVER) {
            firstRefusalNanos = firstRefusal(seenNanos, reachedNanos);
        }
        seenNanos = reachedNanos;
    }

    private long firstRefusal(long afterNanos, long upToNanos) {
        Series series = run.series();
        long to = Math.min(series.size() - 1L, upToNanos / series.spacingNanos());
        for (long i = Math.max(0, afterNanos / series.spacingNanos()); i <= to; i++) {
            boolean isFull = series.get(Metric.FREE_SHARE, (int) i) <= 0;
            if (isFull && series.get(Metric.PROBES_PER_SECOND, (int) i) > 0) {
                return series.timeNanos((int) i);
            }
        }
        return NEVER;
    }
}
