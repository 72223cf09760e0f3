package mirrorstorm.ui.playback;

import mirrorstorm.run.Goal;

/**
 * Why a run has stopped by itself.
 *
 * @param goal      what was asked for
 * @param timeNanos where the run stands, nanoseconds since its start
 * @param isReached whether the goal was reached; if not, it is not before the end of the run
 */
public record StopReason(Goal goal, long timeNanos, boolean isReached) {}
