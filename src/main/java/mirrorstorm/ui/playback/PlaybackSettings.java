package mirrorstorm.ui.playback;

import java.util.List;
import mirrorstorm.run.Goal;

/** How time passes in a window, whichever run is open in it. Lives on the simulation's thread. */
final class PlaybackSettings {

    private PlaybackMode mode = PlaybackMode.RUN;
    private List<Goal> breakpoints = List.of();

    PlaybackMode mode() {
        return mode;
    }

    void setMode(PlaybackMode wanted) {
        mode = wanted;
    }

    /** Where to stop while time passes. */
    List<Goal> breakpoints() {
        return breakpoints;
    }

    void setBreakpoints(List<Goal> wanted) {
        breakpoints = List.copyOf(wanted);
    }
}
