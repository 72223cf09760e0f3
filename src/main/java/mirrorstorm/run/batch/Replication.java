package mirrorstorm.run.batch;

import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Gauge;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.metrics.StuckTime;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;
import mirrorstorm.scenario.Scenario;

/** One replication of a scenario with only its outcome measured. Of one thread. */
public final class Replication {

    private static final int EVENTS_EACH = 2_000;

    private final long horizonNanos;
    private final Simulation simulation;
    private final OutcomeTracker judgement;
    private final StuckTime stuckTime;

    /**
     * A replication at time 0. The same number means the same random numbers, stream by stream, whatever is changed
     * in the scenario: that is what makes two variants comparable.
     */
    public Replication(Scenario scenario, int replication, EngineKind engine) {
        horizonNanos = scenario.horizon().toNanos();
        simulation = new Simulation(scenario.settings(), scenario.seed(), replication, engine, scenario.plan());
        judgement = new OutcomeTracker(simulation.cluster(), scenario.recoveredBelow());
        stuckTime = new StuckTime(simulation.cluster());
        simulation.listen(judgement);
        simulation.listen(stuckTime);
    }

    /** The outcome of a replication, run to its horizon. */
    public static Outcome outcome(Scenario scenario, int replication, EngineKind engine, CancellationToken work) {
        Replication trial = new Replication(scenario, replication, engine);
        trial.advanceTo(trial.horizonNanos, work);
        return trial.outcome();
    }

    /** The simulation, to look at and to change what will be done. */
    public Simulation simulation() {
        return simulation;
    }

    /** Lets everything happen that is due up to a time, nanoseconds since the start. */
    public void advanceTo(long timeNanos, CancellationToken work) {
        long end = Math.min(timeNanos, horizonNanos);
        boolean isThere = false;
        while (!isThere) {
            work.goOn();
            isThere = simulation.advanceTo(end, EVENTS_EACH);
        }
    }

    /** Makes this trial stand where {@code other}, a trial of the same scenario, stands. */
    public void copyFrom(Replication other) {
        simulation.copyFrom(other.simulation);
        judgement.copyFrom(other.judgement);
        stuckTime.copyFrom(other.stuckTime);
    }

    /** What it has come to where it stands. */
    public Outcome outcome() {
        Cluster cluster = simulation.cluster();
        long now = simulation.clockNanos();
        boolean isRecovered = judgement.recovered();
        double recovery = isRecovered ? judgement.recoveredNanos().orElse(0) : now;
        return new Outcome.Collector()
                .add(Measure.STUCK_PEAK, judgement.stuckPeak(now))
                .add(Measure.STUCK_PEAK_INSTANT, judgement.stuckPeakInstant())
                .add(Measure.STUCK_FINAL, Gauge.read(simulation, Metric.STUCK))
                .add(Measure.STUCK_MEAN, stuckTime.meanShare(now))
                .add(Measure.UNREACHABLE_FINAL, Gauge.read(simulation, Metric.UNREACHABLE))
                .add(Measure.LOST, Gauge.read(simulation, Metric.LOST))
                .add(Measure.NODES_CRASHED, cluster.crashCount())
                .add(Measure.COLLAPSED, judgement.collapsed(now) ? 1 : 0)
                .add(Measure.RECOVERED, isRecovered ? 1 : 0)
                .add(Measure.RECOVERY_SECONDS, Nanos.toSeconds(recovery))
                .add(Measure.PROBES, Math.rint(simulation.probes()))
                .add(Measure.API_ERROR_SHARE, apiErrorShare())
                .outcome();
    }

    private double apiErrorShare() {
        double calls = 0;
        double failed = 0;
        int zones = simulation.cluster().settings().zones().size();
        for (int zone = 0; zone < zones; zone++) {
            if (zone != simulation.cluster().settings().fullZone()) {
                calls += simulation.controlPlane().calls(zone);
                failed += simulation.controlPlane().failedCalls(zone);
            }
        }
        return calls > 0 ? failed / calls : 0;
    }
}
