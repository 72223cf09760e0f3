package mirrorstorm.ui.playback;

import java.util.OptionalLong;
import mirrorstorm.run.Goal;
import mirrorstorm.run.Timeline;

/** A run on its way to a goal, known or not yet. Lives on the simulation's thread. */
final class Seek {

    private final Timeline timeline;
    private final Goal goal;
    private final boolean isPausing;
    private final long departedNanos;
    private final long fromNanos;
    private OptionalLong destination;
    private long searchedNanos;

    /**
     * @param isPausing whether the run is to stand still where it arrives, and to come back if it arrives nowhere
     * @param nowNanos  the real world's clock
     */
    Seek(Timeline timeline, Goal goal, boolean isPausing, long nowNanos) {
        this.timeline = timeline;
        this.goal = goal;
        this.isPausing = isPausing;
        departedNanos = nowNanos;
        fromNanos = timeline.clockNanos();
        if (goal instanceof Goal.At at) {
            destination = OptionalLong.of(Math.min(at.timeNanos(), timeline.horizonNanos()));
        } else {
            destination = timeline.first(goal, fromNanos, Long.MAX_VALUE);
        }
        searchedNanos = timeline.reachedNanos();
    }

    Goal goal() {
        return goal;
    }

    boolean isPausing() {
        return isPausing;
    }

    /** Whether it takes so long that it is to be seen on its way. */
    boolean isShown(long nowNanos) {
        return nowNanos - departedNanos > SimulationThread.SEEK_SHOWN_NANOS;
    }

    /** Where to go next: the destination, or as far as there is, looking out for it. */
    long targetNanos() {
        return destination.orElse(timeline.horizonNanos());
    }

    /** Looks whether what was passed lately was the goal; whether it was. */
    boolean look() {
        if (destination.isPresent()) {
            return false;
        }
        destination = timeline.first(goal, searchedNanos, Long.MAX_VALUE);
        searchedNanos = Math.max(searchedNanos, timeline.reachedNanos());
        return destination.isPresent();
    }

    /** Whether the goal is known not to lie before the end of the run. */
    boolean isInVain() {
        return destination.isEmpty() && timeline.reachedNanos() >= timeline.horizonNanos();
    }

    /** Where it began, nanoseconds since the start of the run. */
    long fromNanos() {
        return fromNanos;
    }

    SeekProgress seekProgress() {
        double whole = targetNanos() - fromNanos;
        double done = timeline.clockNanos() - fromNanos;
        return new SeekProgress(goal, whole == 0 ? 1 : Math.max(0, Math.min(1, done / whole)));
    }
}
