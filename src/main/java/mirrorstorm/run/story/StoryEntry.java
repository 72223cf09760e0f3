package mirrorstorm.run.story;

/**
 * One thing that a run tells about itself.
 *
 * @param timeNanos when it was noticed, nanoseconds since the start of the run
 * @param message    what it is; its key names the rule that noticed it
 */
public record StoryEntry(long timeNanos, Severity severity, Message message) {

    /** The rule that noticed it, such as {@code storm.begins}. */
    public String rule() {
        return message.key();
    }

    /** Whether it tells what somebody did; its first argument is the intervention. */
    public boolean isIntervention() {
        return rule().equals(InterventionRules.DONE);
    }
}
