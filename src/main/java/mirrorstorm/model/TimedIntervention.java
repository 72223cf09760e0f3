package mirrorstorm.model;

/**
 * An intervention and its moment. Everything else that is due at that nanosecond happens first; interventions at
 * one moment happen in the order in which they were made.
 *
 * @param timeNanos nanoseconds since the start of the run, &gt;= 0
 */
public record TimedIntervention(long timeNanos, Intervention intervention) {

    /** @throws IllegalArgumentException if the time is negative */
    public TimedIntervention {
        if (timeNanos < 0) {
            throw new IllegalArgumentException("timeNanos must be >= 0, was " + timeNanos);
        }
    }
}
