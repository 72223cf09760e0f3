package mirrorstorm.run.story;

/**
 * What customers read on the status page, and what was true when they read it.
 *
 * @param timeNanos when it was published, nanoseconds since the start of the run
 * @param about     the part of the story that it tells, as it was at the time of that
 * @param told      the words for customers
 * @param truth     how things stood when it was published
 */
public record StatusPost(long timeNanos, StoryEntry about, Message told, Message truth) {

    /** How old the news was, nanoseconds. */
    public long lagNanos() {
        return timeNanos - about.timeNanos();
    }
}
