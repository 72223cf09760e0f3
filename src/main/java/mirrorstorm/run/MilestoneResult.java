package mirrorstorm.run;

import mirrorstorm.scenario.Milestone;

/**
 * A milestone of the report and what the run shows there.
 *
 * @param simulated the run's value; NaN if the run has not got there, or has nothing to say
 */
public record MilestoneResult(Milestone milestone, double simulated) {

    /** Whether the run agrees with the report within the tolerance. */
    public boolean within() {
        return Math.abs(simulated - milestone.published()) <= milestone.tolerance();
    }
}
