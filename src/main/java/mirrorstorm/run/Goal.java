package mirrorstorm.run;

/**
 * A moment that a run can be taken to, or stopped at, without knowing when it is. Of moments that come again each
 * time counts; a condition counts where it begins to hold.
 */
public sealed interface Goal {

    /** A time, nanoseconds since the start of the run. */
    record At(long timeNanos) implements Goal {
        public At {
            if (timeNanos < 0) {
                throw new IllegalArgumentException("timeNanos must be >= 0, was " + timeNanos);
            }
        }
    }

    /** The next thing that is done to the cluster, by the scenario or by somebody. */
    record NextIntervention() implements Goal {}

    /** The next crash of a node. */
    record NextCrash() implements Goal {}

    /** Whatever comes next of what the log of the run tells. */
    record NextLogEntry() implements Goal {}

    /** Something that the series show. */
    record When(Condition condition) implements Goal {}
}
