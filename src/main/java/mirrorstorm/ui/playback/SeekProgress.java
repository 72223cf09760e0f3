package mirrorstorm.ui.playback;

import mirrorstorm.run.Goal;

/**
 * A run's way to a moment that was asked for.
 *
 * @param progress how much of the way is done, in [0, 1]; of the way to the end where the moment is not known yet
 */
public record SeekProgress(Goal goal, double progress) {}
