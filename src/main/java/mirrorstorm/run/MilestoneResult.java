package mirrorstorm.run;

import mirrorstorm.scenario.Milestone;

/**
 * A milestone of the report and what the run shows there.
 *
 * @param simulated the run's value; NaN if the run has not got there, or shows no such thing
 * @param isReached whether the run has got there
 */
public record MilestoneResult(Milestone milestone, double simulated, boolean isReached) {

    /** Whether the run agrees with the report within the tolerance; what it does not show at all does not agree. */
    public boolean within() {
        return Math.abs(simulated - milestone.published()) <= milestone.tolerance();
    }
}
