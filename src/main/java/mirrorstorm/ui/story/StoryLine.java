package mirrorstorm.ui.story;

/**
 * One dated sentence beside the stage.
 *
 * @param timeNanos nanoseconds since the start of the run
 * @param text      the sentence
 */
public record StoryLine(long timeNanos, Kind kind, String text) {

    /** What a sentence is about, and how bad it is. */
    public enum Kind {
        /** The scenario as a whole. */
        SUMMARY,
        /** Something is done that harms the cluster. */
        TRIGGER,
        /** An operator does something, scripted or in this window. */
        OPERATOR,
        /** The cluster, neither good nor bad. */
        NOTE,
        /** The cluster: it gets worse. */
        WARNING,
        /** The cluster: it is bad for many. */
        ALARM,
        /** The cluster: it gets better. */
        RELIEF,
        /** What the real cluster did at this time. */
        HISTORY
    }
}
