package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One run with its measurements: samples, milestones, summary, and how far a step goes. */
class RunTest {

    private static final Duration HORIZON = Duration.ofMinutes(30);
    private static final long SAMPLE = Duration.ofMinutes(1).toNanos();

    /** Half of a hundred volumes lose a mirror after five minutes, for want of room for ever. */
    private static final Scenario STUCK = Cases.scenario(
            settings(),
            HORIZON,
            List.of(new TimedIntervention(
                    Duration.ofMinutes(5).toNanos(), new Intervention.Crash(new NodeTarget.Nodes(List.of(0))))));

    private static Settings settings() {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 4);
        settings = SettingsPath.with(settings, "cluster.racks", 4);
        settings = SettingsPath.with(settings, "cluster.volumes", 100);
        settings = SettingsPath.with(settings, "cluster.utilisation", 1.0);
        return SettingsPath.with(settings, "race.probability", 0.0);
    }

    private static Run run(Scenario scenario, Duration until) {
        Run run = new Run(scenario, 0, EngineKind.RATES, SAMPLE);
        run.advanceTo(until.toNanos());
        return run;
    }

    private static Scenario withMilestones(Milestone... milestones) {
        return SettingsPath.with(STUCK, "milestones", List.of(milestones));
    }

    private static Milestone at(Duration time, Metric metric, double published, double tolerance) {
        return new Milestone("at " + time, new Milestone.At(time), metric.key(), published, tolerance, "");
    }

    private static Milestone within(int from, int to, Milestone.Statistic statistic) {
        Milestone.When when = new Milestone.Within(Duration.ofMinutes(from), Duration.ofMinutes(to), statistic);
        return new Milestone(statistic.name(), when, Metric.STUCK.key(), 0, 0, "");
    }

    @Test
    void aRunEndsAtItsHorizon() {
        Run run = run(STUCK, HORIZON.multipliedBy(5));
        assertThat(run.simulation().clockNanos()).isEqualTo(HORIZON.toNanos());
        assertThat(run.series().size()).isEqualTo(31);
        run.step();
        assertThat(run.simulation().clockNanos()).isEqualTo(HORIZON.toNanos());
    }

    @Test
    void aStepGoesToTheNextChangeOfState() {
        Run run = new Run(STUCK, 0, EngineKind.RATES, SAMPLE);
        run.step();
        assertThat(run.simulation().clockNanos())
                .isEqualTo(Duration.ofMinutes(5).toNanos());
        assertThat(run.simulation().cluster().crashCount()).isEqualTo(1);
        assertThat(run.series().size()).isEqualTo(6);
        run.step();
        assertThat(run.simulation().clockNanos()).isEqualTo(HORIZON.toNanos());
    }

    @Test
    void samplesAreTakenWhateverTheStrides() {
        Run straight = run(STUCK, HORIZON);
        Run strided = new Run(STUCK, 0, EngineKind.RATES, SAMPLE);
        for (long time = 0; time < HORIZON.toNanos(); time += 7_777_777_777L) {
            strided.advanceTo(time);
        }
        strided.advanceTo(HORIZON.toNanos());
        assertThat(strided.series().size()).isEqualTo(31);
        for (int i = 0; i < 31; i++) {
            assertThat(strided.series().get(Metric.STUCK, i))
                    .isEqualTo(straight.series().get(Metric.STUCK, i))
                    .isEqualTo(i < 5 ? 0 : 0.5);
        }
    }

    @Test
    void spacingIsWidenedWhereAMillionSamplesWouldNotDo() {
        Run run = new Run(STUCK.withHorizon(Duration.ofDays(365)), 0, EngineKind.RATES, 1);
        assertThat(run.horizonNanos() / run.series().spacingNanos()).isLessThan(Series.SAMPLES_MAX);
    }

    @Test
    void milestonesAreMeasuredAtTheirMomentAndHeldAgainstThePublished() {
        Scenario scenario = withMilestones(
                at(Duration.ofMinutes(5).minusNanos(1), Metric.STUCK, 0, 0),
                at(Duration.ofMinutes(5), Metric.STUCK, 0.48, 0.03),
                at(Duration.ofMinutes(6), Metric.STUCK, 0.48, 0.01),
                at(Duration.ofSeconds(400), Metric.NODES_UP, 3, 0),
                at(HORIZON, Metric.NODES_CRASHED, 1, 0),
                at(HORIZON.plusNanos(1), Metric.STUCK, 0.5, 1));
        List<MilestoneResult> results = run(scenario, HORIZON).milestones();
        assertThat(results).extracting(MilestoneResult::simulated).containsExactly(0.0, 0.5, 0.5, 3.0, 1.0, Double.NaN);
        assertThat(results).extracting(MilestoneResult::within).containsExactly(true, true, false, true, true, false);
    }

    @Test
    void statisticsAreOfTheSamplesWithinTheirTime() {
        Scenario scenario = withMilestones(
                within(4, 7, Milestone.Statistic.MIN),
                within(4, 7, Milestone.Statistic.MAX),
                within(4, 7, Milestone.Statistic.MEAN),
                within(5, 40, Milestone.Statistic.MEAN));
        Run run = run(scenario, Duration.ofMinutes(7).minusNanos(1));
        assertThat(run.milestones()).extracting(MilestoneResult::simulated).containsOnly(Double.NaN);
        run.advanceTo(HORIZON.toNanos());
        // Samples at 4, 5, 6 and 7 minutes; the last one wants more than there is.
        assertThat(run.milestones())
                .extracting(MilestoneResult::simulated)
                .containsExactly(0.0, 0.5, 0.375, Double.NaN);
    }

    @ParameterizedTest
    @EnumSource
    void aMilestoneOfAnyMetricIsPassedEvenIfThereIsNothingToSay(Metric metric) {
        Scenario scenario = withMilestones(at(Duration.ZERO, metric, 0, 0), at(Duration.ofSeconds(601), metric, 0, 0));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Run run = run(scenario, HORIZON);
            assertThat(run.simulation().clockNanos()).isEqualTo(HORIZON.toNanos());
        });
    }

    @Test
    void aMilestoneOfAMetricThatDoesNotExistIsRefused() {
        Milestone unknown = new Milestone("x", new Milestone.At(Duration.ZERO), "happiness", 0, 0, "");
        assertThatThrownBy(() -> run(withMilestones(unknown), HORIZON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSummaryIsTheStateAndTheJudgement() {
        Summary summary = run(STUCK, HORIZON).summary(1.5);
        assertThat(summary.simulatedSeconds()).isEqualTo(1_800);
        assertThat(summary.wallSeconds()).isEqualTo(1.5);
        assertThat(summary.nodes()).isEqualTo(4);
        assertThat(summary.volumes()).isEqualTo(100);
        assertThat(summary.nodesCrashed()).isEqualTo(1);
        assertThat(summary.stuckPeak()).isEqualTo(0.5);
        assertThat(summary.stuckPeakAtSeconds()).isEqualTo(300);
        assertThat(summary.stuckPeakInstant()).isEqualTo(0.5);
        assertThat(summary.collapsed()).isTrue();
        assertThat(summary.stuckFinal()).isEqualTo(0.5);
        assertThat(summary.unreachableFinal()).isZero();
        assertThat(summary.lost()).isZero();
        assertThat(summary.recovered()).isFalse();
        assertThat(summary.recoveryNanos()).isEmpty();
        assertThat(summary.probes()).isPositive();
        assertThat(summary.events()).isPositive();
    }

    @Test
    void theResultTellsWhatWasDoneSoFar() {
        Run run = run(STUCK, Duration.ofMinutes(4));
        assertThat(run.result(0).interventions()).isEmpty();
        run.advanceTo(HORIZON.toNanos());
        RunResult result = run.result(0);
        assertThat(result.interventions()).isEqualTo(STUCK.plan());
        assertThat(result.scenarioId()).isEqualTo(STUCK.id());
        assertThat(result.engine()).isEqualTo(EngineKind.RATES);
        assertThat(result.series().size()).isEqualTo(31);
    }

    @Test
    void anotherReplicationIsAnotherRun() {
        Run other = new Run(STUCK, 1, EngineKind.RATES, SAMPLE);
        other.advanceTo(HORIZON.toNanos());
        assertThat(other.summary(0).traceHash())
                .isNotEqualTo(run(STUCK, HORIZON).summary(0).traceHash());
    }
}
