package mirrorstorm.ui.playback;

/**
 * A fault of ours that stopped a run, with what it takes to see it again.
 *
 * @param scenario  the scenario's id; empty if no run was open
 * @param timeNanos where the run stood, nanoseconds since its start
 */
public record Failure(Throwable cause, String scenario, long seed, long timeNanos) {}
