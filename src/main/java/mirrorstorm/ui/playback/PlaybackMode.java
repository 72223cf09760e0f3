package mirrorstorm.ui.playback;

import java.util.Arrays;

/** How time passes while a run plays. */
public enum PlaybackMode {
    /** {@link mirrorstorm.run.AutoSpeed} chooses the speed from what happens. */
    AUTO,
    /** At the speed that was asked for. */
    RUN,
    /** As fast as the simulation can, and drawn rarely. */
    FAST;

    /** The mode of that name, or {@link #AUTO} if there is none. */
    public static PlaybackMode of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(AUTO);
    }
}
