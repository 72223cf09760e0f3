package mirrorstorm.run;

import java.util.List;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;

/**
 * Where a run stands, as a copy that nobody takes forward: whatever starts from it copies it again, on any thread.
 */
public final class ForkPoint {

    private final Scenario scenario;
    private final Simulation simulation;
    private final OutcomeTracker judgement;

    ForkPoint(Run run) {
        scenario = run.scenario();
        simulation = run.simulation().blank();
        simulation.copyFrom(run.simulation());
        judgement = new OutcomeTracker(simulation, scenario.recoveredBelow());
        judgement.copyFrom(run.judgement());
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

    /** Whether something is wrong, and whether it ever was. */
    public enum Standing {
        /** Nothing is wrong, and nothing ever was. */
        CALM,
        /** Something is wrong. */
        BROKEN,
        /** Nothing is wrong any more. */
        OVER
    }

    /** Whether something is wrong with anything that the scenario has. */
    public Standing standing() {
        if (!judgement.recovered()) {
            return Standing.BROKEN;
        }
        return judgement.recoveredNanos().isPresent() ? Standing.OVER : Standing.CALM;
    }

    /** Makes the judgement of a future begin here: nothing is known of before but what is broken. */
    public void restart(OutcomeTracker other) {
        other.copyFrom(judgement);
        other.restart();
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
