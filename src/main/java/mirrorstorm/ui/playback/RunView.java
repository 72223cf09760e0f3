package mirrorstorm.ui.playback;

import mirrorstorm.run.Snapshot;

/**
 * All that the window sees of the simulation at one moment. Immutable.
 *
 * @param course       the same object as long as nothing in it has changed
 * @param isPlaying    whether time passes by itself
 * @param isTravelling whether the run is on its way to a time that was asked for
 * @param speed        the speed that was asked for
 * @param achieved     simulated nanoseconds a second that were reached lately; NaN if that is not known
 * @param served       the last request that was served, see {@link SimulationThread}
 */
public record RunView(
        Snapshot snapshot,
        Course course,
        boolean isPlaying,
        boolean isTravelling,
        Speed speed,
        double achieved,
        long served) {

    /** Where the run stands, nanoseconds since its start. */
    public long timeNanos() {
        return snapshot.timeNanos();
    }

    /** Whether the run stands at its end. */
    public boolean isOver() {
        return snapshot.timeNanos() >= snapshot.horizonNanos();
    }
}
