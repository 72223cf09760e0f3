package mirrorstorm.ui.playback;

import mirrorstorm.run.Present;

/**
 * A copy of where a run stands, for work that goes on from there beside the run.
 *
 * @param run     the number of the run, see {@link CourseView}
 * @param present what it is a copy of
 */
public record Captured(int run, Present present) {}
