package mirrorstorm.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.ApiRecorder;
import mirrorstorm.metrics.Gauge;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.metrics.Series;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.story.Story;
import mirrorstorm.run.story.Storyteller;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.Spread;

/** One run of a scenario with everything that is measured about it. Not thread-safe. */
public final class Run {

    private final Scenario scenario;
    private final Simulation simulation;
    private final OutcomeTracker judgement;
    private final ApiRecorder api;
    private Series series;
    private final Log log;
    private final Storyteller storyteller;
    private final double[] milestoneValues;
    private final boolean[] milestonePassed;

    /**
     * A run at time 0.
     *
     * @param sampleNanos spacing of the series, nanoseconds, &gt; 0
     * @throws IllegalArgumentException if the capacity does not hold the volumes
     */
    public Run(Scenario scenario, int replication, EngineKind engine, long sampleNanos) {
        this.scenario = scenario;
        this.simulation = new Simulation(scenario.settings(), scenario.seed(), replication, engine, scenario.plan());
        this.judgement = new OutcomeTracker(simulation, scenario.recoveredBelow());
        Settings settings = scenario.settings();
        long spacing = Math.max(sampleNanos, scenario.horizon().toNanos() / (Series.SAMPLES_MAX - 1) + 1);
        this.api = new ApiRecorder(settings, spacing);
        this.series = new Series(spacing, settings.zones().size(), settings.fullZone());
        this.milestoneValues = new double[scenario.milestones().size()];
        Arrays.fill(milestoneValues, Double.NaN);
        this.milestonePassed = new boolean[milestoneValues.length];
        this.log = new Log(simulation::changeCount);
        simulation.listen(judgement);
        simulation.listen(log);
        this.storyteller = new Storyteller(simulation, scenario);
        simulation.listen(storyteller);
        simulation.listenToCalls(api);
    }

    /** The scenario as it was at the start. */
    public Scenario scenario() {
        return scenario;
    }

    /** The simulation, to look at and to listen to; only this run may take it forward. */
    public Simulation simulation() {
        return simulation;
    }

    /** What was measured so far. */
    public Series series() {
        return series;
    }

    /** How the run is to be judged so far. */
    public OutcomeTracker judgement() {
        return judgement;
    }

    /** What the run tells of itself, up to where it stands. */
    public Story story() {
        return storyteller.story();
    }

    Log log() {
        return log;
    }

    /** When the run ends, nanoseconds since its start. */
    public long horizonNanos() {
        return scenario.horizon().toNanos();
    }

    /**
     * Lets everything happen that is due up to and including {@code timeNanos}, or the horizon if that is earlier.
     *
     * @throws IllegalArgumentException if that is in the past
     */
    public void advanceTo(long timeNanos) {
        advanceTo(timeNanos, Long.MAX_VALUE / 2);
    }

    /**
     * As {@link #advanceTo(long)}, but stops early after so many events, so that whoever waits can be served.
     *
     * @return whether the run stands there; if not, at the last event
     * @throws IllegalArgumentException if that is in the past
     */
    public boolean advanceTo(long timeNanos, long eventsMax) {
        long end = Math.min(timeNanos, horizonNanos());
        long enough = simulation.eventCount() + eventsMax;
        long stop = nextStopNanos();
        while (stop <= end) {
            if (!advanceTelling(stop, enough)) {
                return false;
            }
            measure();
            stop = nextStopNanos();
        }
        return advanceTelling(end, enough);
    }

    /**
     * Lets the story look at its beats, and at the end of every instant in which something happens.
     *
     * @return whether the run stands there; if not, {@code enough} events have happened before
     */
    private boolean advanceTelling(long timeNanos, long enough) {
        if (simulation.nextOfClusterNanos() > simulation.clockNanos()) {
            storyteller.look(); // another branch may have made it forget what it saw at this instant
        }
        long next = Math.min(storyteller.nextBeatNanos(), simulation.nextOfClusterNanos());
        while (next <= timeNanos) {
            if (!simulation.advanceTo(next, enough - simulation.eventCount())) {
                return false;
            }
            storyteller.look();
            next = Math.min(storyteller.nextBeatNanos(), simulation.nextOfClusterNanos());
        }
        return simulation.advanceTo(timeNanos, enough - simulation.eventCount());
    }

    /** As {@link #advanceTo}, but stops after about {@code eventsMax} events, to be called again. */
    public void advanceBriefly(long timeNanos, int eventsMax) {
        long end = Math.min(timeNanos, horizonNanos());
        long enough = simulation.eventCount() + eventsMax;
        long now = simulation.clockNanos();
        while (now < end && simulation.eventCount() < enough) {
            now = Math.min(end, simulation.nextNanos());
            advanceTo(now);
        }
    }

    /** Takes over what else is due, after a return to an earlier moment; that moment may not be over any more. */
    void replan(List<TimedIntervention> plan) {
        simulation.setPlan(plan);
        if (simulation.nextOfClusterNanos() <= simulation.clockNanos()) {
            judgement.reopen();
            storyteller.branch();
        }
    }

    /** Advances to the next change of state, or to the horizon. */
    public void step() {
        stepUntil(horizonNanos());
    }

    /** Advances to the next change of state, or to {@code endNanos} if none comes before. */
    void stepUntil(long endNanos) {
        long before = simulation.changeCount();
        while (simulation.changeCount() == before && simulation.clockNanos() < endNanos) {
            advanceTo(Math.min(simulation.nextNanos(), endNanos));
        }
    }

    /** The next moment at which something is measured: a sample, or a milestone that was not passed yet. */
    private long nextStopNanos() {
        long stop = series.timeNanos(series.size());
        assert stop >= simulation.clockNanos() : "a sample was missed at " + stop;
        stop = Math.min(stop, judgement.nextLookNanos());
        for (int i = 0; i < milestoneValues.length; i++) {
            if (!milestonePassed[i]
                    && scenario.milestones().get(i).when() instanceof Milestone.At at
                    && at.time().toNanos() >= simulation.clockNanos()) {
                stop = Math.min(stop, at.time().toNanos());
            }
        }
        return stop;
    }

    private void measure() {
        long now = simulation.clockNanos();
        if (judgement.nextLookNanos() == now) {
            judgement.look();
        }
        if (series.timeNanos(series.size()) == now) {
            series.sample(simulation, api);
        }
        for (int i = 0; i < milestoneValues.length; i++) {
            Milestone milestone = scenario.milestones().get(i);
            if (milestone.when() instanceof Milestone.At at && at.time().toNanos() == now) {
                milestoneValues[i] = valueNow(metricOf(milestone));
                milestonePassed[i] = true;
            }
        }
    }

    private static Metric metricOf(Milestone milestone) {
        return Metric.ofKey(milestone.metric())
                .orElseThrow(() -> new IllegalArgumentException("no such metric: " + milestone.metric()));
    }

    /** A gauge's value, or a rate's in the last sample. */
    private double valueNow(Metric metric) {
        double value = Gauge.read(simulation, metric);
        return Double.isNaN(value) && series.size() > 0 ? series.get(metric, series.size() - 1) : value;
    }

    /** The scenario's milestones with what the run shows there so far. */
    public List<MilestoneResult> milestones() {
        List<MilestoneResult> results = new ArrayList<>();
        for (int i = 0; i < milestoneValues.length; i++) {
            Milestone milestone = scenario.milestones().get(i);
            double value = milestone.when() instanceof Milestone.Within within
                    ? statistic(metricOf(milestone), within)
                    : milestoneValues[i];
            results.add(new MilestoneResult(milestone, value, isPast(milestone, value)));
        }
        return results;
    }

    private boolean isPast(Milestone milestone, double value) {
        return milestone.when() instanceof Milestone.Within within
                ? simulation.clockNanos() >= within.to().toNanos()
                : !Double.isNaN(value);
    }

    private double statistic(Metric metric, Milestone.Within within) {
        if (simulation.clockNanos() < within.to().toNanos()) {
            return Double.NaN;
        }
        IntStream samples = IntStream.range(0, series.size())
                .filter(i -> series.timeNanos(i) >= within.from().toNanos()
                        && series.timeNanos(i) <= within.to().toNanos()
                        && !Double.isNaN(series.get(metric, i)));
        OptionalDouble result =
                switch (within.statistic()) {
                    case MIN -> samples.mapToDouble(i -> series.get(metric, i)).min();
                    case MAX -> samples.mapToDouble(i -> series.get(metric, i)).max();
                    case MEAN -> samples.mapToDouble(i -> series.get(metric, i)).average();
                    case ONSET -> entry(metric, samples).min();
                    case END -> entry(metric, samples).max();
                };
        return result.orElse(Double.NaN);
    }

    /** The times at which something happens, seconds since the start. */
    private DoubleStream entry(Metric metric, IntStream samples) {
        return samples.filter(i -> series.get(metric, i) > Milestone.HAPPENING_ABOVE)
                .mapToDouble(i -> Nanos.toSeconds(series.timeNanos(i)));
    }

    /** How the run stands now. */
    public Summary summary(double wallSeconds) {
        Cluster cluster = simulation.cluster();
        long now = simulation.clockNanos();
        return new Summary(
                Nanos.toSeconds(now),
                wallSeconds,
                simulation.eventCount(),
                simulation.probes(),
                cluster.nodeCount(),
                cluster.volumeCount(),
                cluster.crashCount(),
                judgement.stuckPeak(now),
                Nanos.toSeconds(judgement.stuckPeakNanos(now)),
                judgement.stuckPeakInstant(),
                judgement.collapsed(now),
                Gauge.read(simulation, Metric.STUCK),
                Gauge.read(simulation, Metric.UNREACHABLE),
                Gauge.read(simulation, Metric.LOST),
                Gauge.read(simulation, Metric.UNDER_REPLICATED),
                judgement.recovered(),
                judgement.recoveredNanos(),
                subjects(),
                Evidence.of(scenario, simulation.plan(), now),
                simulation.traceHash());
    }

    private Map<Subject, SubjectOutcome> subjects() {
        Map<Subject, SubjectOutcome> outcomes = new EnumMap<>(Subject.class);
        for (Subject subject : judgement.subjects()) {
            outcomes.put(
                    subject,
                    new SubjectOutcome(
                            judgement.recovered(subject),
                            judgement.recoveredNanos(subject),
                            judgement.collapsed(subject, simulation.clockNanos())));
        }
        return outcomes;
    }

    /**
     * Everything there is to say about the run as it stands.
     *
     * @param wallSeconds how long it took, in seconds of the real world
     */
    public RunResult result(double wallSeconds) {
        List<TimedIntervention> done = simulation.plan().subList(0, simulation.interventionCount());
        return new RunResult(
                scenario.id(),
                scenario.seed(),
                simulation.engine(),
                summary(wallSeconds),
                milestones(),
                simulation.plan().equals(scenario.plan()) ? Spread.of(scenario) : Optional.empty(),
                series.copy(),
                done,
                story());
    }

    /** Where the run stands, to go on from on other threads. */
    public ForkPoint present() {
        return new ForkPoint(this);
    }

    // Going back

    /**
     * The parts of a run that going back brings back, but for the simulation's arrays that go with the volumes. Series
     * and log stay, as long as the branch is the same.
     */
    static final class Checkpoint {

        private final Simulation simulation;
        private final OutcomeTracker judgement;
        private final ApiRecorder api;
        private final Storyteller storyteller;

        private Checkpoint(Run run) {
            simulation = run.simulation.emptyCopy();
            api = new ApiRecorder(run.scenario.settings(), run.series.spacingNanos());
            judgement = new OutcomeTracker(simulation, run.scenario.recoveredBelow());
            storyteller = new Storyteller(simulation, run.scenario);
        }

        long clockNanos() {
            return simulation.clockNanos();
        }

        long work() {
            return simulation.work();
        }

        long bytes() {
            return simulation.smallStateBytes();
        }
    }

    /** Memory for a checkpoint of this run; nothing is in it yet. */
    Checkpoint newCheckpoint() {
        return new Checkpoint(this);
    }

    void save(Checkpoint checkpoint) {
        checkpoint.simulation.copySmallStateFrom(simulation);
        checkpoint.judgement.copyFrom(judgement);
        checkpoint.api.copyFrom(api);
        checkpoint.storyteller.copyFrom(storyteller);
    }

    void restore(Checkpoint checkpoint) {
        simulation.copySmallStateFrom(checkpoint.simulation);
        judgement.copyFrom(checkpoint.judgement);
        api.copyFrom(checkpoint.api);
        storyteller.copyFrom(checkpoint.storyteller);
    }

    /**
     * Replaces what will be done from now on, and forgets what was measured from now on: a sample is the last state
     * at its time, and that may change yet.
     *
     * @throws IllegalArgumentException if the new plan changes the past
     */
    void setPlan(List<TimedIntervention> plan) {
        long now = simulation.clockNanos();
        simulation.setPlan(plan);
        judgement.reopen();
        series.truncateFrom(now);
        log.branch();
        storyteller.branch();
        for (int i = 0; i < milestoneValues.length; i++) {
            if (scenario.milestones().get(i).when() instanceof Milestone.At at
                    && at.time().toNanos() >= now) {
                milestoneValues[i] = Double.NaN;
                milestonePassed[i] = false;
            }
        }
    }

    /** What was measured so far, to be put back when the run takes this branch again. */
    RecordedRun recordedRun(long reachedNanos) {
        return new RecordedRun(reachedNanos, series.copy(), log.keep(), milestoneValues, milestonePassed);
    }

    /** The run is back on a branch that was followed further than it stands: what was measured there holds again. */
    void putBack(RecordedRun recordedRun) {
        assert recordedRun.reachedNanos() >= simulation.clockNanos() : recordedRun.reachedNanos();
        series = recordedRun.series().copy();
        log.putBack(recordedRun.log());
        System.arraycopy(recordedRun.milestoneValues(), 0, milestoneValues, 0, milestoneValues.length);
        System.arraycopy(recordedRun.milestonePassed(), 0, milestonePassed, 0, milestonePassed.length);
    }
}
