package mirrorstorm.ui.timeline;

/**
 * The latest moment at which a remedy still works, and how sure that is; nanoseconds since the start of the run.
 *
 * @param latestNanos  the latest moment that was tried and works
 * @param surelyNanos  up to there it works for sure
 * @param tooLateNanos from there on it is too late for sure
 * @param text         the same in a sentence
 */
public record ExitMark(long latestNanos, long surelyNanos, long tooLateNanos, String text) {}
