package mirrorstorm.run;

import java.util.List;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;

/**
 * Where a run stands, as a copy that nobody takes forward: whatever starts from it copies it again, on any thread.
 */
public final class ForkPoint {

    private final Scenario scenario;
    private final Simulation simulation;

    ForkPoint(Run run) {
        scenario = run.scenario();
        simulation = run.simulation().blank();
        simulation.copyFrom(run.simulation());
    }

    /** The scenario of the run. */
    public Scenario scenario() {
        return scenario;
    }

    /** When that is, nanoseconds since the start of the run. */
    public long timeNanos() {
        return simulation.clockNanos();
    }

    /** What was and will be done in the run, in order of time. */
    public List<TimedIntervention> plan() {
        return simulation.plan();
    }

    /** A simulation of the run, to be made equal to this moment by {@link #copyTo}, again and again. */
    public Simulation newSimulation() {
        return simulation.blank();
    }

    /** Makes {@code other} stand here and continue exactly as the run will. */
    public void copyTo(Simulation other) {
        other.copyFrom(simulation);
    }
}
