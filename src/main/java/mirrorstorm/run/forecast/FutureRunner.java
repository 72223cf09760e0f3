package mirrorstorm.run.forecast;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Gauge;
import mirrorstorm.metrics.IntervalRate;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.ForkPoint;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.CancellationToken;

/** Runs futures one after the other in one simulation's memory. Of one thread. */
final class FutureRunner {

    /** How long a cluster has to be recovered, and nothing else to be about to break it, for a future to end. */
    static final long SETTLED_NANOS = OutcomeTracker.SUSTAINED_NANOS;

    private static final int EVENTS_EACH = 2_000;

    private final ForkPoint present;
    private final Question question;
    private final long stepNanos;
    private final int steps;
    private final CancellationToken work;
    private final Simulation simulation;
    private final OutcomeTracker judgement;
    private final Totals totals = new Totals();

    /**
     * Memory for futures of {@code present}.
     *
     * @param steps how many samples a future has after the one at its beginning
     */
    FutureRunner(ForkPoint present, Question question, int steps, CancellationToken work) {
        this.present = present;
        this.question = question;
        this.steps = steps;
        this.work = work;
        stepNanos = question.window().toNanos() / steps;
        simulation = present.newSimulation();
        judgement = new OutcomeTracker(simulation, present.scenario().recoveredBelow());
        simulation.listen(judgement);
    }

    /** The future with this number, from 0: always the same. */
    Future future(int index) {
        present.copyTo(simulation);
        simulation.reseed(present.scenario().seed(), index + 1);
        return follow();
    }

    /** What happens in the run itself: the truth that a forecast is held against. */
    Future truth() {
        present.copyTo(simulation);
        return follow();
    }

    private Future follow() {
        List<TimedIntervention> plan = simulation.plan();
        if (question.plan() == Question.Plan.IF_NOBODY_ACTS) {
            simulation.setPlan(plan.subList(0, simulation.interventionCount()));
        }
        long start = present.timeNanos();
        long lastTrigger = Triggers.lastDisturbanceNanos(simulation.plan().stream()
                        .filter(timed ->
                                timed.timeNanos() <= start + question.window().toNanos())
                        .toList())
                .orElse(0);
        present.restart(judgement);
        totals.restart(simulation);
        float[][] samples = new float[Metric.values().length][steps + 1];
        sample(samples, 0);
        boolean isOver = false;
        for (int step = 1; step <= steps; step++) {
            if (!isOver) {
                advanceTo(start + step * stepNanos);
                sample(samples, step);
                isOver = simulation.clockNanos() > lastTrigger && isSettled(start);
            } else {
                for (float[] values : samples) {
                    values[step] = values[step - 1];
                }
            }
        }
        return new Future(recoveryNanos(start), collapsed(), samples);
    }

    private Set<Subject> collapsed() {
        EnumSet<Subject> collapsed = EnumSet.noneOf(Subject.class);
        for (Subject subject : judgement.subjects()) {
            if (judgement.collapsed(subject, simulation.clockNanos())) {
                collapsed.add(subject);
            }
        }
        return collapsed;
    }

    private void advanceTo(long timeNanos) {
        while (judgement.nextLookNanos() <= timeNanos) {
            advanceSimulation(judgement.nextLookNanos());
            judgement.look();
        }
        advanceSimulation(timeNanos);
    }

    private void advanceSimulation(long timeNanos) {
        boolean isThere = false;
        while (!isThere) {
            work.goOn();
            isThere = simulation.advanceTo(timeNanos, EVENTS_EACH);
        }
    }

    private boolean isSettled(long start) {
        long since = judgement.recoveredNanos().orElse(start);
        return judgement.recovered() && simulation.clockNanos() - since >= SETTLED_NANOS;
    }

    private OptionalLong recoveryNanos(long start) {
        return judgement.recovered()
                ? OptionalLong.of(judgement.recoveredNanos().orElse(start) - start)
                : OptionalLong.empty();
    }

    private void sample(float[][] samples, int step) {
        for (Metric metric : Metric.values()) {
            samples[metric.ordinal()][step] = (float) Gauge.read(simulation, metric);
        }
        if (step > 0) {
            totals.advance(simulation, samples, step, Nanos.toSeconds(stepNanos));
        } else {
            for (Metric rate : List.of(Metric.PROBES_PER_SECOND, Metric.COPIES_PER_SECOND, Metric.API_ERROR_SHARE)) {
                samples[rate.ordinal()][0] = Float.NaN;
            }
        }
    }

    /** What is counted from the beginning of a run, and from which rates follow. */
    private static final class Totals {

        private double probes;
        private double copies;
        private double[] calls = {};
        private double[] failedCalls = {};

        void restart(Simulation simulation) {
            int zones = simulation.cluster().settings().zones().size();
            calls = new double[zones];
            failedCalls = new double[zones];
            read(simulation);
        }

        private void read(Simulation simulation) {
            probes = simulation.probes();
            copies = simulation.finishedCopyCount();
            for (int zone = 0; zone < calls.length; zone++) {
                calls[zone] = simulation.controlPlane().calls(zone);
                failedCalls[zone] = simulation.controlPlane().failedCalls(zone);
            }
        }

        void advance(Simulation simulation, float[][] samples, int step, double seconds) {
            double probesBefore = probes;
            double copiesBefore = copies;
            double callsBefore = others(simulation, calls);
            double failedBefore = others(simulation, failedCalls);
            read(simulation);
            double made = others(simulation, calls) - callsBefore;
            double failed = others(simulation, failedCalls) - failedBefore;
            samples[Metric.PROBES_PER_SECOND.ordinal()][step] =
                    (float) IntervalRate.perSecond(probes, probesBefore, seconds);
            samples[Metric.COPIES_PER_SECOND.ordinal()][step] =
                    (float) IntervalRate.perSecond(copies, copiesBefore, seconds);
            samples[Metric.API_ERROR_SHARE.ordinal()][step] = (float) IntervalRate.share(failed, made);
        }

        /** What is counted for the zones other than the affected one. */
        private static double others(Simulation simulation, double[] byZone) {
            return Arrays.stream(byZone).sum()
                    - byZone[simulation.cluster().settings().fullZone()];
        }
    }
}
