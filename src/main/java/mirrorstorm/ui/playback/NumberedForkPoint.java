package mirrorstorm.ui.playback;

import mirrorstorm.run.ForkPoint;

/**
 * A copy of where a run stands, for work that goes on from there beside the run.
 *
 * @param run     the number of the run, see {@link RunHistory}
 * @param present what it is a copy of
 */
public record NumberedForkPoint(int run, ForkPoint present) {}
