package mirrorstorm.metrics;

import mirrorstorm.model.Cluster;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;

/** How long volumes were stuck, all taken together. It listens to every change, so nothing escapes it. */
public final class StuckTime implements StateChangeListener {

    private final Cluster cluster;
    private int stuck;
    private long changedNanos;
    /** Volume-nanoseconds up to the last change; a double, since a year of a million volumes passes a long. */
    private double total;

    /** A run that has not begun: nothing is stuck. */
    public StuckTime(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        if (change == StateChange.VOLUME_STATE || change == StateChange.ELECTION_PENDING) {
            total += (double) stuck * (timeNanos - changedNanos);
            changedNanos = timeNanos;
            stuck = cluster.stuckCount();
        }
    }

    /** The share of volumes that was stuck on average from the start until now; 0 at the start. */
    public double meanShare(long nowNanos) {
        double until = total + (double) stuck * (nowNanos - changedNanos);
        return nowNanos == 0 ? 0 : until / nowNanos / cluster.volumeCount();
    }
}
