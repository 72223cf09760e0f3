package mirrorstorm.ui.window;

import javafx.beans.property.BooleanProperty;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;

/** Plays a run that came to its end again, for a screen in a hall that nobody attends to. */
final class LoopPlayback {

    private final PlaybackViewModel playback;
    private final BooleanProperty isLooped;
    private boolean wasPlaying;

    LoopPlayback(PlaybackViewModel playback, BooleanProperty isLooped) {
        this.playback = playback;
        this.isLooped = isLooped;
    }

    /** Shows the newest view. Only a run that got to its end by itself begins again, not one that was taken there. */
    void follow(RunView now) {
        boolean isEnd = now.isOver() && !now.isPlaying() && !now.isSeeking();
        if (isEnd && wasPlaying && isLooped.get()) {
            playback.seek(0);
            playback.play(true);
        }
        wasPlaying = now.isPlaying();
    }
}
