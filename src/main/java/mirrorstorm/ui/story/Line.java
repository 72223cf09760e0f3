package mirrorstorm.ui.story;

/**
 * One dated sentence of what happened.
 *
 * @param timeNanos nanoseconds since the start of the run
 * @param text      the sentence
 */
public record Line(long timeNanos, Kind kind, String text) {

    /** Whom a sentence is about. */
    public enum Kind {
        /** The scenario as a whole. */
        SUMMARY,
        /** The scenario does something: the trigger above all. */
        TRIGGER,
        /** Somebody in this window does something. */
        OPERATOR,
        /** The cluster does something by itself. */
        CLUSTER,
        /** What the real cluster did at this time. */
        HISTORY
    }
}
