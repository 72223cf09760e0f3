package mirrorstorm.ui.playback;

import java.util.Optional;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.story.Story;

/**
 * All that the window sees of the simulation at one moment. Immutable.
 *
 * @param course       the same object as long as nothing in it has changed
 * @param story        what the run tells of itself, up to this moment
 * @param inspection   what is known of the one thing that is looked into
 * @param isPlaying    whether time passes by itself
 * @param trip         the run's way to a moment that was asked for, if it is on one
 * @param halt         why the run has stopped by itself, if it has
 * @param gear         how time passes
 * @param speed        the speed that is wanted: asked for, or chosen by the director
 * @param achieved     simulated nanoseconds a second that were reached lately; NaN if that is not known
 * @param served       the last request that was served, see {@link SimulationThread}
 */
public record RunView(
        Snapshot snapshot,
        CourseView course,
        Story story,
        Inspection inspection,
        boolean isPlaying,
        Optional<Trip> trip,
        Optional<Halt> halt,
        Gear gear,
        Speed speed,
        double achieved,
        long served) {

    /** Where the run stands, nanoseconds since its start. */
    public long timeNanos() {
        return snapshot.timeNanos();
    }

    /** Whether the run is on its way to a moment that was asked for. */
    public boolean isTravelling() {
        return trip.isPresent();
    }

    /** Whether the run stands at its end. */
    public boolean isOver() {
        return snapshot.timeNanos() >= snapshot.horizonNanos();
    }
}
