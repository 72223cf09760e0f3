package mirrorstorm.run;

/**
 * A branch other than the present one, as far as it was followed: for the charts and the time line.
 *
 * @param index       of the branch in {@link Timeline#branches}
 * @param partedNanos when it parts from the present one, nanoseconds since the start; {@code Long.MAX_VALUE} if the
 *                    same is done in both
 * @param recordedRun      what was measured on it
 */
public record Ghost(int index, long partedNanos, RecordedRun recordedRun) {}
