package mirrorstorm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Run;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** What counts as a peak, as collapse and as recovery. */
class OutcomeTrackerTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Outage outage = new Outage();

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static OutcomeTracker judge(Simulation simulation, Duration until) {
        OutcomeTracker judgement = new OutcomeTracker(simulation, 0.005);
        simulation.listen(judgement);
        simulation.advanceTo(until.toNanos());
        return judgement;
    }

    @Test
    void aClusterThatWasNeverBrokenIsRecoveredSinceNoTime() {
        OutcomeTracker judgement = judge(outage.begin(), HOUR);
        assertThat(judgement.stuckPeak(HOUR.toNanos())).isZero();
        assertThat(judgement.stuckPeakInstant()).isZero();
        assertThat(judgement.collapsed(HOUR.toNanos())).isFalse();
        assertThat(judgement.recovered()).isTrue();
        assertThat(judgement.recoveredNanos()).isEmpty();
    }

    @Test
    void aSpikeOfLessThanTenMinutesIsAPeakOnlyForTheInstant() {
        Simulation run = outage.stuck(minutes(5), minutes(15).minusNanos(1)).begin();
        OutcomeTracker judgement = judge(run, HOUR);
        assertThat(judgement.stuckPeakInstant()).isEqualTo(1);
        assertThat(judgement.stuckPeak(HOUR.toNanos())).isZero();
        assertThat(judgement.collapsed(HOUR.toNanos())).isFalse();
    }

    @Test
    void tenMinutesOfAllVolumesAreACollapse() {
        Simulation run = outage.stuck(minutes(5), minutes(15)).begin();
        OutcomeTracker judgement = judge(run, HOUR);
        assertThat(judgement.stuckPeak(HOUR.toNanos())).isEqualTo(1);
        assertThat(judgement.stuckPeakNanos(HOUR.toNanos()))
                .isEqualTo(minutes(5).toNanos());
        assertThat(judgement.collapsed(HOUR.toNanos())).isTrue();
    }

    @Test
    void itCountsFromTheMomentTheTenMinutesAreFull() {
        Simulation run = outage.stuck(minutes(5), HOUR).begin();
        OutcomeTracker judgement = judge(run, minutes(15).minusNanos(1));
        assertThat(judgement.stuckPeak(run.clockNanos())).isZero();
        run.advanceTo(minutes(15).toNanos());
        assertThat(judgement.stuckPeak(run.clockNanos())).isEqualTo(1);
    }

    @Test
    void recoveryIsTheEndOfTheLastOutage() {
        Simulation run = outage.stuck(minutes(5), minutes(8))
                .stuck(minutes(20), minutes(30))
                .begin();
        OutcomeTracker judgement = judge(run, minutes(10));
        assertThat(judgement.recoveredNanos()).hasValue(minutes(8).toNanos());
        run.advanceTo(minutes(25).toNanos());
        assertThat(judgement.recovered()).isFalse();
        assertThat(judgement.recoveredNanos()).isEmpty();
        run.advanceTo(minutes(30).toNanos());
        assertThat(judgement.recoveredNanos()).hasValue(minutes(30).toNanos());
        run.advanceTo(HOUR.toNanos());
        assertThat(judgement.recovered()).isTrue();
        assertThat(judgement.recoveredNanos()).hasValue(minutes(30).toNanos());
    }

    @Test
    void whatIsLostIsStuckButNotWaitedFor() {
        Simulation run = outage.then(minutes(5), new Intervention.Destroy(new NodeTarget.All()))
                .begin();
        OutcomeTracker judgement = judge(run, HOUR);
        assertThat(judgement.stuckPeak(HOUR.toNanos())).isEqualTo(1);
        assertThat(judgement.recovered()).isTrue();
        assertThat(judgement.recoveredNanos()).isEmpty();
    }

    @Test
    void aShareAtTheThresholdIsRecovered() {
        outage.then(minutes(5), new Intervention.Crash(new NodeTarget.Nodes(List.of(6))));
        Simulation run = outage.beginFull();
        // 100 * 0.29 is 28.999... in binary, but 29 of 100 volumes are not more than 0.29 of them.
        OutcomeTracker lenient = new OutcomeTracker(run, 0.29);
        OutcomeTracker strict = new OutcomeTracker(run, 0.28);
        run.listen(lenient);
        run.listen(strict);
        run.advanceTo(HOUR.toNanos());
        assertThat(run.cluster().stuckCount()).isEqualTo(29);
        assertThat(lenient.recovered()).isTrue();
        assertThat(lenient.recoveredNanos()).isEmpty();
        assertThat(strict.recovered()).isFalse();
    }

    @Test
    void lessThanHalfIsNoCollapse() {
        outage.then(minutes(5), new Intervention.Crash(new NodeTarget.Nodes(List.of(6))));
        OutcomeTracker judgement = judge(outage.beginFull(), HOUR);
        assertThat(judgement.stuckPeak(HOUR.toNanos())).isEqualTo(0.29);
        assertThat(judgement.collapsed(HOUR.toNanos())).isFalse();
    }

    /** 280 calls a second of two zones for 24 threads of 80 ms; for a while there is one thread. */
    private static Run callsBetween(Duration from, Duration to) {
        List<TimedIntervention> plan = List.of(
                new TimedIntervention(from.toNanos(), new Intervention.Set("controlPlane.threads", 1)),
                new TimedIntervention(to.toNanos(), new Intervention.Set("controlPlane.threads", 24)));
        Scenario scenario = Library.bundled("retries-140")
                .withTimeline(plan)
                .withHorizon(HOUR)
                .withLever("controlPlane.clientRetry.attempts", 0);
        return new Run(scenario, 0, EngineKind.RATES, minutes(1).toNanos());
    }

    @Test
    void callsThatFailAreBrokenUntilTheyAreAnsweredAgain() {
        Run run = callsBetween(minutes(5), minutes(8));
        run.advanceTo(minutes(7).toNanos());
        assertThat(run.judgement().recovered(Subject.CALLS)).isFalse();
        assertThat(run.judgement().recovered()).isFalse();
        assertThat(run.judgement().recovered(Subject.VOLUMES)).isTrue();
        assertThat(run.judgement().recoveredNanos()).isEmpty();
        run.advanceTo(HOUR.toNanos());
        assertThat(run.judgement().recovered()).isTrue();
        assertThat(run.judgement().recoveredNanos()).isEqualTo(run.judgement().recoveredNanos(Subject.CALLS));
        assertThat(run.judgement().recoveredNanos().orElseThrow())
                .as("some minutes after the threads are back: the queue has to be worked off")
                .isBetween(minutes(8).toNanos(), minutes(15).toNanos());
        assertThat(run.judgement().collapsed(Subject.CALLS, HOUR.toNanos())).isFalse();
    }

    @Test
    void tenMinutesInWhichHalfOfTheCallsFailAreACollapseOfCallsAlone() {
        Run run = callsBetween(minutes(5), minutes(17));
        run.advanceTo(HOUR.toNanos());
        assertThat(run.judgement().collapsed(Subject.CALLS, HOUR.toNanos())).isTrue();
        assertThat(run.judgement().collapsed(HOUR.toNanos())).isFalse();
    }

    @Test
    void closingTheApiIsNoCure() {
        Scenario scenario = Library.bundled("retries-140")
                .withTimeline(List.of(new TimedIntervention(
                        minutes(5).toNanos(), new Intervention.DisableApi("web-b", RequestKind.OTHER))));
        Run run = new Run(scenario, 0, EngineKind.RATES, minutes(1).toNanos());
        run.advanceTo(run.horizonNanos());
        assertThat(run.judgement().recovered(Subject.CALLS)).isFalse();
    }

    @Test
    void whatIsNotThereIsNeitherBrokenNorCollapsed() {
        OutcomeTracker judgement = judge(outage.stuck(minutes(5), minutes(30)).begin(), minutes(20));
        assertThat(judgement.subjects()).doesNotContain(Subject.DATABASES);
        assertThat(judgement.recovered(Subject.DATABASES)).isTrue();
        assertThat(judgement.recoveredNanos(Subject.DATABASES)).isEmpty();
        assertThat(judgement.collapsed(Subject.DATABASES, minutes(20).toNanos()))
                .isFalse();
        assertThat(judgement.recovered()).isFalse();
    }

    @Test
    void databasesAreBrokenAtLeastAsLongAsTheirVolumes() {
        Run run = new Run(
                Library.bundled("aws-2011-class"),
                0,
                EngineKind.RATES,
                minutes(1).toNanos());
        run.advanceTo(run.horizonNanos());
        assertThat(run.judgement().recoveredNanos(Subject.DATABASES).orElseThrow())
                .isGreaterThanOrEqualTo(
                        run.judgement().recoveredNanos(Subject.VOLUMES).orElseThrow());
    }

    @Test
    void askingAndCopyingLeaveNoMark() {
        Simulation run = outage.stuck(minutes(5), minutes(16))
                .stuck(minutes(20), minutes(21))
                .begin();
        OutcomeTracker judgement = judge(run, minutes(10));
        judgement.stuckPeak(HOUR.toNanos());
        judgement.recoveredNanos();
        Simulation later = run.blank();
        later.copyFrom(run);
        OutcomeTracker copy = new OutcomeTracker(later, 0.005);
        copy.copyFrom(judgement);
        later.listen(copy);
        run.advanceTo(HOUR.toNanos());
        later.advanceTo(HOUR.toNanos());
        assertThat(copy.stuckPeak(HOUR.toNanos()))
                .isEqualTo(judgement.stuckPeak(HOUR.toNanos()))
                .isEqualTo(1);
        assertThat(copy.stuckPeakNanos(HOUR.toNanos())).isEqualTo(minutes(5).toNanos());
        assertThat(copy.stuckPeakInstant()).isEqualTo(1);
        assertThat(copy.recoveredNanos())
                .isEqualTo(judgement.recoveredNanos())
                .hasValue(minutes(21).toNanos());
    }
}
