package mirrorstorm.metrics;

import java.util.OptionalLong;
import java.util.Set;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;
import mirrorstorm.model.VolumeState;

/**
 * What a run amounts to: how bad it got, whether it collapsed, when it recovered; of everything that its scenario has,
 * see {@link Subject}. For volumes and databases it listens to every change, so nothing between two samples escapes it.
 * At API calls it has to {@link #look} once a minute.
 */
public final class OutcomeTracker implements StateChangeListener {

    /** How long volumes must stay stuck to count as stuck: shorter spikes are the trigger itself. */
    public static final long SUSTAINED_NANOS = 600_000_000_000L;

    /** Share of stuck volumes or databases, or of failed calls, from which these count as collapsed. */
    public static final double COLLAPSED_FROM = 0.5;

    private final Cluster cluster;
    private final Simulation simulation;
    private final Set<Subject> subjects;
    private final StuckOutcome volumes;
    private final StuckOutcome databases;
    private final CallsOutcome calls;

    /**
     * A judgement of a run that has not begun.
     *
     * @param recoveredBelow share of stuck volumes, lost ones aside, at which these count as recovered; of calls and
     *                       databases the settings say it
     */
    public OutcomeTracker(Simulation simulation, double recoveredBelow) {
        this.simulation = simulation;
        cluster = simulation.cluster();
        Settings settings = cluster.settings();
        subjects = Subject.of(settings);
        volumes = new StuckOutcome(cluster.volumeCount(), recoveredBelow);
        databases = new StuckOutcome(cluster.instanceCount(), settings.metrics().databasesRecoveredBelow());
        calls = new CallsOutcome(settings.metrics().callsRecoveredBelow(), 0, 0, 0);
    }

    /** What it is about. */
    public Set<Subject> subjects() {
        return subjects;
    }

    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        if (change == StateChange.VOLUME_STATE || change == StateChange.ELECTION_PENDING) {
            volumes.set(timeNanos, cluster.stuckCount(), waitingVolumes());
            if (subjects.contains(Subject.DATABASES)) {
                databases.set(timeNanos, cluster.stuckInstanceCount(), cluster.stuckInstanceCount());
            }
        }
    }

    private int waitingVolumes() {
        return cluster.stuckCount() - cluster.volumeCount(VolumeState.LOST);
    }

    /** When the simulation has to stand still for a {@link #look}, nanoseconds since the start; never if not at all. */
    public long nextLookNanos() {
        return subjects.contains(Subject.CALLS) ? calls.nextLookNanos() : Long.MAX_VALUE;
    }

    /** Looks at the calls; the clock stands at {@link #nextLookNanos}, and all that is due has happened. */
    public void look() {
        calls.look(simulation);
    }

    /** More will happen at the present moment: what was seen at it does not hold any more. */
    public void reopen() {
        calls.reopen(simulation.clockNanos());
    }

    /** Forgets all but what is broken and judges what comes from now on, as if the run began with all as it is. */
    public void restart() {
        long now = simulation.clockNanos();
        volumes.restart(now, cluster.stuckCount(), waitingVolumes());
        databases.restart(now, cluster.stuckInstanceCount(), cluster.stuckInstanceCount());
        calls.restart(simulation);
    }

    /** The largest share of volumes that stayed stuck for ten minutes on end. */
    public double stuckPeak(long nowNanos) {
        return volumes.peak(nowNanos);
    }

    /** When the ten minutes of {@link #stuckPeak} began, nanoseconds since the start. */
    public long stuckPeakNanos(long nowNanos) {
        return volumes.peakNanos(nowNanos);
    }

    /** The largest share of volumes that were stuck at any moment. */
    public double stuckPeakInstant() {
        return volumes.instantPeak();
    }

    /** Whether half of the volumes stayed stuck for ten minutes on end. */
    public boolean collapsed(long nowNanos) {
        return collapsed(Subject.VOLUMES, nowNanos);
    }

    /** Whether half of these stayed stuck, or failed, for ten minutes on end; false for what there is none of. */
    public boolean collapsed(Subject subject, long nowNanos) {
        return subjects.contains(subject)
                && switch (subject) {
                    case VOLUMES -> volumes.peak(nowNanos) >= COLLAPSED_FROM;
                    case CALLS -> calls.collapsed();
                    case DATABASES -> databases.peak(nowNanos) >= COLLAPSED_FROM;
                };
    }

    /** Whether all that the scenario has is recovered now, or was never broken. */
    public boolean recovered() {
        return subjects.stream().allMatch(this::recovered);
    }

    /** Whether these are recovered now, or were never broken; true for what there is none of. */
    public boolean recovered(Subject subject) {
        return !subjects.contains(subject)
                || switch (subject) {
                    case VOLUMES -> volumes.isRecovered();
                    case CALLS -> calls.isRecovered();
                    case DATABASES -> databases.isRecovered();
                };
    }

    /** When the last of them recovered for the last time; empty if none ever had to, or not all have yet. */
    public OptionalLong recoveredNanos() {
        return recovered()
                ? subjects.stream()
                        .map(this::recoveredNanos)
                        .flatMapToLong(OptionalLong::stream)
                        .max()
                : OptionalLong.empty();
    }

    /** When these recovered for the last time, nanoseconds since the start; empty if they never had to, or have not. */
    public OptionalLong recoveredNanos(Subject subject) {
        if (!subjects.contains(subject)) {
            return OptionalLong.empty();
        }
        return switch (subject) {
            case VOLUMES -> volumes.recoveredNanos();
            case CALLS -> calls.recoveredNanos();
            case DATABASES -> databases.recoveredNanos();
        };
    }

    /** Makes this judgement equal to {@code other}, of a run of the same scenario. */
    public void copyFrom(OutcomeTracker other) {
        volumes.copyFrom(other.volumes);
        databases.copyFrom(other.databases);
        calls.copyFrom(other.calls);
    }
}
