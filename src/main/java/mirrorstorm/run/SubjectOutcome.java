package mirrorstorm.run;

import java.util.OptionalLong;

/**
 * What became of one of the things that can be broken.
 *
 * @param recovered     whether it is recovered, or was never broken
 * @param recoveryNanos when it recovered for the last time; empty if it never had to, or has not
 * @param collapsed     whether half of it was broken for ten minutes on end, as far as was seen
 */
public record SubjectOutcome(boolean recovered, OptionalLong recoveryNanos, boolean collapsed) {}
