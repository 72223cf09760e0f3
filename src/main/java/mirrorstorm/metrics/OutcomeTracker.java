package mirrorstorm.metrics;

import java.util.OptionalLong;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;
import mirrorstorm.model.VolumeState;

/**
 * What a run amounts to: how bad it got, whether it collapsed, when it recovered. It listens to every change, so
 * nothing between two samples escapes it.
 */
public final class OutcomeTracker implements StateChangeListener {

    /** How long volumes must stay stuck to count as stuck: shorter spikes are the trigger itself. */
    public static final long SUSTAINED_NANOS = 600_000_000_000L;

    /** Share of stuck volumes from which a cluster counts as collapsed. */
    public static final double COLLAPSED_FROM = 0.5;

    /** Absorbs what floating point leaves below a whole number of volumes: 100 * 0.29 is 28.999... */
    private static final double ROUNDING = 1e-9;

    private final Cluster cluster;
    private final int recoveredMax;
    private final SustainedPeak sustained = new SustainedPeak(SUSTAINED_NANOS);
    // The count at the last change; it counts from its time on only when the clock moves on.
    private int stuck;
    private int waiting;
    private long changedNanos;
    private int instantPeak;
    private boolean isBroken;
    private long recoveredNanos;

    /**
     * A judgement of a run that has not begun.
     *
     * @param recoveredBelow share of stuck volumes, lost ones aside, at which the cluster counts as recovered
     */
    public OutcomeTracker(Cluster cluster, double recoveredBelow) {
        this.cluster = cluster;
        this.recoveredMax = (int) (recoveredBelow * cluster.volumeCount() + ROUNDING);
    }

    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        if (change == StateChange.VOLUME_STATE || change == StateChange.ELECTION_PENDING) {
            if (timeNanos > changedNanos) {
                commit();
                changedNanos = timeNanos;
            }
            stuck = cluster.stuckCount();
            waiting = stuck - cluster.volumeCount(VolumeState.LOST);
        }
    }

    /**
     * Forgets all and judges what comes from now on, as if the run began with the cluster as it is.
     *
     * @param nowNanos where the clock stands, nanoseconds since the start
     */
    public void restart(long nowNanos) {
        stuck = cluster.stuckCount();
        waiting = stuck - cluster.volumeCount(VolumeState.LOST);
        changedNanos = nowNanos;
        instantPeak = stuck;
        isBroken = !recovered();
        recoveredNanos = 0;
        sustained.restart(nowNanos, stuck);
    }

    private void commit() {
        sustained.set(changedNanos, stuck);
        instantPeak = Math.max(instantPeak, stuck);
        boolean broken = waiting > recoveredMax;
        if (isBroken && !broken) {
            recoveredNanos = changedNanos;
        }
        isBroken = broken;
    }

    private SustainedPeak.Peak peakAt(long nowNanos) {
        return sustained.peakIf(changedNanos, stuck, nowNanos);
    }

    /** The largest share of volumes that stayed stuck for ten minutes on end. */
    public double stuckPeak(long nowNanos) {
        return peakAt(nowNanos).level() / (double) cluster.volumeCount();
    }

    /** When the ten minutes of {@link #stuckPeak} began, nanoseconds since the start. */
    public long stuckPeakNanos(long nowNanos) {
        return peakAt(nowNanos).sinceNanos();
    }

    /** The largest share of volumes that were stuck at any moment. */
    public double stuckPeakInstant() {
        return Math.max(instantPeak, stuck) / (double) cluster.volumeCount();
    }

    /** Whether half of the volumes stayed stuck for ten minutes on end. */
    public boolean collapsed(long nowNanos) {
        return stuckPeak(nowNanos) >= COLLAPSED_FROM;
    }

    /** Whether the cluster is recovered now, or was never broken. */
    public boolean recovered() {
        return waiting <= recoveredMax;
    }

    /** When it recovered for the last time, nanoseconds since the start; empty if it never had to, or has not yet. */
    public OptionalLong recoveredNanos() {
        if (!recovered()) {
            return OptionalLong.empty();
        }
        long nanos = isBroken ? changedNanos : recoveredNanos;
        return nanos == 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** Makes this judgement equal to {@code other}, of a run of the same cluster. */
    public void copyFrom(OutcomeTracker other) {
        sustained.copyFrom(other.sustained);
        stuck = other.stuck;
        waiting = other.waiting;
        changedNanos = other.changedNanos;
        instantPeak = other.instantPeak;
        isBroken = other.isBroken;
        recoveredNanos = other.recoveredNanos;
    }
}
