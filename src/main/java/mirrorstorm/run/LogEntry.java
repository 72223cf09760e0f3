package mirrorstorm.run;

import mirrorstorm.model.StateChange;

/**
 * Something worth a line in the log and a flag on the time line: a crash, a join, an intervention.
 *
 * @param timeNanos nanoseconds since the start of the run
 * @param subject   a node, or the position of an intervention in the plan, as {@code change} says
 * @param detail    what {@link StateChange} says
 */
public record LogEntry(long timeNanos, StateChange change, int subject, int detail) {}
