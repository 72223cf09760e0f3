package mirrorstorm.ui.playback;

import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.run.Goal;
import mirrorstorm.run.Inspection;
import mirrorstorm.scenario.Scenario;

/** What the window asks of the simulation. */
sealed interface Request {

    /** Whether nobody misses {@code earlier}, which waits right before this. */
    default boolean replaces(Request earlier) {
        return false;
    }

    /** Whether this means the moment that a seek before it leads to. */
    default boolean waitsForArrival() {
        return true;
    }

    record Open(Scenario scenario, boolean isPlaying) implements Request {
        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    record Play(boolean isPlaying) implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Play;
        }

        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    record Run(Speed speed) implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Run;
        }

        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    record Seek(long timeNanos) implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Seek;
        }

        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    /** Another way for time to pass. */
    record Shift(PlaybackMode mode) implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Shift;
        }

        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    /** To the next moment that is a goal; there the run stands still. */
    record To(Goal goal) implements Request {
        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    /** Whatever the run is on its way to is not wanted any more. */
    record Abandon() implements Request {
        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    /** Where to stop while time passes. */
    record Breakpoints(List<Goal> goals) implements Request {
        public Breakpoints {
            goals = List.copyOf(goals);
        }

        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Breakpoints;
        }

        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    /** Looks into something; changes nothing. */
    record Inspect(Inspection.Subject subject) implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Inspect;
        }

        @Override
        public boolean waitsForArrival() {
            return false;
        }
    }

    /** A copy of where the run stands; changes nothing. */
    record Capture() implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Capture;
        }
    }

    record Step() implements Request {}

    record StepBack() implements Request {}

    record Intervene(Intervention intervention) implements Request {}

    /** Goes on with the last intervention, as a slider that is still being dragged. */
    record Further(Intervention intervention) implements Request {
        @Override
        public boolean replaces(Request earlier) {
            return earlier instanceof Further further && intervention.movesSameLeverAs(further.intervention);
        }
    }

    /** Goes to another branch, at the same moment. */
    record Switch(int branch) implements Request {}

    /** Calls a branch something. */
    record Rename(int branch, String name) implements Request {}

    /** Drops a branch; if the run is on it, it goes to the one before first. */
    record Delete(int branch) implements Request {}

    record Undo() implements Request {}

    record Redo() implements Request {}
}
