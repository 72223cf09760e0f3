package mirrorstorm.metrics;

import java.util.OptionalLong;

/**
 * What became of many alike of which some are stuck at times, volumes or databases: how many at worst, and since when
 * few enough for them to be recovered. A count holds from its time on only when the clock moves on.
 */
final class StuckOutcome {

    /** Absorbs what floating point leaves below a whole number: 100 * 0.29 is 28.999... */
    private static final double ROUNDING = 1e-9;

    private final int total;
    private final int recoveredMax;
    private final SustainedPeak sustained = new SustainedPeak(OutcomeTracker.SUSTAINED_NANOS);
    private int stuck;
    private int waiting;
    private long changedNanos;
    private int instantPeak;
    private boolean isBroken;
    private long recoveredNanos;

    /** @param recoveredBelow share of those that are waited for at which all count as recovered */
    StuckOutcome(int total, double recoveredBelow) {
        this.total = total;
        this.recoveredMax = (int) (recoveredBelow * total + ROUNDING);
    }

    /**
     * So many are stuck now.
     *
     * @param nowWaiting those of them that can still be waited for: not the lost ones
     */
    void set(long timeNanos, int nowStuck, int nowWaiting) {
        if (timeNanos > changedNanos) {
            commit();
            changedNanos = timeNanos;
        }
        stuck = nowStuck;
        waiting = nowWaiting;
    }

    /** Forgets all that was before. */
    void restart(long nowNanos, int nowStuck, int nowWaiting) {
        stuck = nowStuck;
        waiting = nowWaiting;
        changedNanos = nowNanos;
        instantPeak = stuck;
        isBroken = !isRecovered();
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

    /** The largest share that stayed stuck for ten minutes on end. */
    double peak(long nowNanos) {
        return peakAt(nowNanos).level() / (double) total;
    }

    long peakNanos(long nowNanos) {
        return peakAt(nowNanos).sinceNanos();
    }

    /** The largest share that was stuck at any moment. */
    double instantPeak() {
        return Math.max(instantPeak, stuck) / (double) total;
    }

    boolean isRecovered() {
        return waiting <= recoveredMax;
    }

    /** When they recovered for the last time; empty if they never had to, or have not yet. */
    OptionalLong recoveredNanos() {
        if (!isRecovered()) {
            return OptionalLong.empty();
        }
        long nanos = isBroken ? changedNanos : recoveredNanos;
        return nanos == 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    void copyFrom(StuckOutcome other) {
        sustained.copyFrom(other.sustained);
        stuck = other.stuck;
        waiting = other.waiting;
        changedNanos = other.changedNanos;
        instantPeak = other.instantPeak;
        isBroken = other.isBroken;
        recoveredNanos = other.recoveredNanos;
    }
}
