package mirrorstorm.ui.playback;

import java.util.Optional;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.story.Story;

/**
 * All that the window sees of the simulation at one moment. Immutable.
 *
 * @param history      the same object as long as nothing in it has changed
 * @param story        what the run tells of itself, up to this moment
 * @param inspection   what is known of the one thing that is looked into
 * @param isPlaying    whether time passes by itself
 * @param seekProgress the run's way to a moment that was asked for, if it is on one
 * @param stopReason   why the run has stopped by itself, if it has
 * @param mode         how time passes
 * @param speed        the speed that is wanted: asked for, or chosen from what happens
 * @param achieved     simulated nanoseconds a second that were reached lately; NaN if that is not known
 * @param served       the last request that was served, see {@link SimulationThread}
 */
public record RunView(
        Snapshot snapshot,
        RunHistory history,
        Story story,
        Inspection inspection,
        boolean isPlaying,
        Optional<SeekProgress> seekProgress,
        Optional<StopReason> stopReason,
        PlaybackMode mode,
        Speed speed,
        double achieved,
        long served) {

    /** Where the run stands, nanoseconds since its start. */
    public long timeNanos() {
        return snapshot.timeNanos();
    }

    /** Whether the run is on its way to a moment that was asked for. */
    public boolean isSeeking() {
        return seekProgress.isPresent();
    }

    /** Whether the run stands at its end. */
    public boolean isOver() {
        return snapshot.timeNanos() >= snapshot.horizonNanos();
    }
}
