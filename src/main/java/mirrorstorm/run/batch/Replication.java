package mirrorstorm.run.batch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Gauge;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.metrics.StuckTime;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;
import mirrorstorm.run.Evidence;
import mirrorstorm.scenario.Scenario;

/** One replication of a scenario with only its outcome measured. Of one thread. */
public final class Replication {

    private static final int EVENTS_EACH = 2_000;

    private final long horizonNanos;
    private final Evidence evidence;
    private final Simulation simulation;
    private final OutcomeTracker judgement;
    private final StuckTime stuckTime;

    /**
     * A replication at time 0. The same number means the same random numbers, stream by stream, whatever is changed
     * in the scenario: that is what makes two variants comparable.
     */
    public Replication(Scenario scenario, int replication, EngineKind engine) {
        horizonNanos = scenario.horizon().toNanos();
        evidence = Evidence.of(scenario);
        simulation = new Simulation(scenario.settings(), scenario.seed(), replication, engine, scenario.plan());
        judgement = new OutcomeTracker(simulation, scenario.recoveredBelow());
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
        while (judgement.nextLookNanos() <= end) {
            advanceSimulation(judgement.nextLookNanos(), work);
            judgement.look();
        }
        advanceSimulation(end, work);
    }

    private void advanceSimulation(long end, CancellationToken work) {
        boolean isThere = false;
        while (!isThere) {
            work.goOn();
            isThere = simulation.advanceTo(end, EVENTS_EACH);
        }
    }

    /** What it has come to where it stands. */
    public Outcome outcome() {
        long now = simulation.clockNanos();
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        values.put(Measure.STUCK_PEAK, judgement.stuckPeak(now));
        values.put(Measure.STUCK_PEAK_INSTANT, judgement.stuckPeakInstant());
        values.put(Measure.STUCK_FINAL, Gauge.read(simulation, Metric.STUCK));
        values.put(Measure.STUCK_MEAN, stuckTime.meanShare(now));
        values.put(Measure.UNREACHABLE_FINAL, Gauge.read(simulation, Metric.UNREACHABLE));
        values.put(Measure.LOST, Gauge.read(simulation, Metric.LOST));
        values.put(Measure.UNDER_REPLICATED_FINAL, Gauge.read(simulation, Metric.UNDER_REPLICATED));
        values.put(Measure.NODES_CRASHED, (double) simulation.cluster().crashCount());
        values.put(Measure.PROBES, Math.rint(simulation.probes()));
        values.put(Measure.API_ERROR_SHARE, apiErrorShare());
        values.put(Measure.RECOVERED, truth(judgement.recovered()));
        values.put(Measure.RECOVERY_SECONDS, seconds(judgement.recovered(), judgement.recoveredNanos()));
        values.put(Measure.COLLAPSED, truth(judgement.collapsed(now)));
        values.put(Measure.COLLAPSED_CALLS, truth(judgement.collapsed(Subject.CALLS, now)));
        values.put(Measure.COLLAPSED_DATABASES, truth(judgement.collapsed(Subject.DATABASES, now)));
        for (Subject subject : Subject.values()) {
            boolean isRecovered = judgement.recovered(subject);
            values.put(of("recovered", subject), truth(isRecovered));
            values.put(of("recoverySeconds", subject), seconds(isRecovered, judgement.recoveredNanos(subject)));
        }
        return new Outcome(Arrays.stream(Measure.values())
                .map(measure -> evidence.shows(measure.key()) ? values.getOrDefault(measure, Double.NaN) : Double.NaN)
                .toList());
    }

    private static Measure of(String key, Subject subject) {
        return Measure.ofKey(key + subject.suffix()).orElseThrow();
    }

    private static double truth(boolean isTrue) {
        return isTrue ? 1 : 0;
    }

    /** When it recovered; where it stands if it has not. */
    private double seconds(boolean isRecovered, OptionalLong recoveredNanos) {
        return Nanos.toSeconds(isRecovered ? recoveredNanos.orElse(0) : simulation.clockNanos());
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
        return calls > 0 ? failed / calls : Double.NaN;
    }
}
