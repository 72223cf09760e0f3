package mirrorstorm.run.forecast;

import java.util.OptionalLong;
import java.util.Set;
import mirrorstorm.metrics.Subject;

/**
 * One of the things that may become of a run.
 *
 * @param recoveryNanos how long from the present until all that the scenario has is recovered, nanoseconds, 0 if it is
 *                      now; empty if it is not within the window
 * @param collapsed     of what half is stuck, or fails, for ten minutes on end in this future
 * @param samples       for each {@code Metric} its values at the steps of the forecast; after the end of the future
 *                      its last ones. NaN where there is nothing to say
 */
record Future(OptionalLong recoveryNanos, Set<Subject> collapsed, float[][] samples) {}
