package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Rate;
import mirrorstorm.model.VolumeState;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the incidents and miniatures of the library claim in their summaries, as runs. */
class IncidentsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Run run(Scenario scenario, Duration until) {
        Run run = new Run(scenario, 0, EngineKind.RATES, MINUTE.toNanos());
        run.advanceTo(until.toNanos());
        return run;
    }

    /** The bundled run, to its end; it reaches every milestone that its scenario has. */
    private static Run run(String id) {
        Scenario scenario = Library.bundled(id);
        Run run = run(scenario, scenario.horizon());
        assertThat(run.milestones()).allMatch(MilestoneResult::within);
        return run;
    }

    private static double at(Run run, Metric metric, int minute) {
        return run.series().get(metric, minute);
    }

    private static double highest(Run run, Metric metric, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(minute -> at(run, metric, minute))
                .max()
                .orElseThrow();
    }

    // The classroom

    @Test
    void backoffEndsTheStormOfMessagesAndNotTheShortageOfRoom() {
        Run run = run("class-no-backoff");
        double before = at(run, Metric.PROBES_PER_SECOND, 65);
        double after = at(run, Metric.PROBES_PER_SECOND, 100);
        assertThat(before).isBetween(900.0, 1_300.0);
        assertThat(before / after).isGreaterThan(100);
        assertThat(at(run, Metric.STUCK, 120))
                .isEqualTo(at(run, Metric.STUCK, 65))
                .isGreaterThan(0.05);
    }

    @Test
    void aFullClusterThatLosesARackIsStuckUntilNodesAreAdded() {
        Run run = run("class-no-room");
        assertThat(at(run, Metric.STUCK, 10)).isCloseTo(0.2, within(0.01));
        assertThat(at(run, Metric.STUCK, 39)).isCloseTo(0.1, within(0.02));
        assertThat(at(run, Metric.STUCK, 45)).isZero();
        assertThat(run.summary(0).lost()).isZero();
    }

    @Test
    void theSameLossHurtsNobodyWhereThereIsRoom() {
        Scenario roomy = Library.bundled("class-no-room").withLever("cluster.utilisation", 0.75);
        assertThat(at(run(roomy, Duration.ofMinutes(12)), Metric.STUCK, 12)).isZero();
    }

    @Test
    void theRaceTurnsTheStormIntoACollapse() {
        Run run = run("class-race");
        assertThat(run.summary(0).collapsed()).isTrue();
        assertThat(run.summary(0).nodesCrashed()).isGreaterThan(24);
    }

    @Test
    void withoutTheRaceTheSameStormCrashesNoNode() {
        Scenario mended = Library.bundled("class-race").withLever("race.probability", 0.0);
        Summary summary = run(mended, mended.horizon()).summary(0);
        assertThat(summary.nodesCrashed()).isZero();
        assertThat(summary.collapsed()).isFalse();
        assertThat(summary.probes()).isGreaterThan(10e6);
    }

    @Test
    void theRaceCollapsesTheClassroomWhateverTheSeed() {
        long collapsed = IntStream.rangeClosed(1, 10)
                .filter(seed -> {
                    Scenario scenario = Library.bundled("class-race").withSeed(seed);
                    return run(scenario, scenario.horizon()).summary(0).collapsed();
                })
                .count();
        assertThat(collapsed).isGreaterThanOrEqualTo(9);
    }

    @Test
    void hangingCallsStarveTheHealthyZonesAndABulkheadFreesThem() {
        Run run = run("class-shared-threads");
        assertThat(at(run, Metric.API_ERROR_SHARE, 9)).isZero();
        assertThat(at(run, Metric.API_ERROR_SHARE, 40)).isGreaterThan(0.99);
        assertThat(at(run, Metric.API_ERROR_SHARE, 55)).isZero();
        assertThat(at(run, Metric.STUCK, 55)).isPositive();
    }

    @Test
    void aBulkheadFromTheStartLetsTheHealthyZonesSeeNothing() {
        Scenario walled = Library.bundled("class-shared-threads").withLever("controlPlane.bulkhead", 10);
        Run run = run(walled, Duration.ofMinutes(40));
        assertThat(highest(run, Metric.API_ERROR_SHARE, 1, 40)).isZero();
    }

    // The incidents

    @Test
    void halfAZoneWithoutPowerUsesUpItsRoomUntilTheTrucksCome() {
        Run run = run("eu-west-2011");
        assertThat(at(run, Metric.FREE_SHARE, 12 * 60)).isZero();
        assertThat(at(run, Metric.SEARCHING, 12 * 60)).isCloseTo(0.13, within(0.02));
        assertThat(at(run, Metric.UNREACHABLE, 12 * 60)).isCloseTo(0.352 * 0.352, within(0.01));
        assertThat(at(run, Metric.SEARCHING, 24 * 60)).isZero();
        assertThat(at(run, Metric.STUCK, 24 * 60)).isGreaterThan(0.1);
        assertThat(run.summary(0).recovered()).isTrue();
    }

    @Test
    void theOtherZonesFailFromThePowerLossUntilNoon() {
        Run run = run("eu-west-2011");
        assertThat(highest(run, Metric.API_ERROR_SHARE, 1, 10)).isZero();
        assertThat(at(run, Metric.API_ERROR_SHARE, 20)).isGreaterThan(0.9);
        assertThat(at(run, Metric.API_ERROR_SHARE, 70)).isGreaterThan(0.9);
        assertThat(highest(run, Metric.API_ERROR_SHARE, 90, 96 * 60 - 1)).isLessThan(0.05);
    }

    /** Published: the last ones on 10 August, which in Seattle begins 61.5 hours after the start of the run. */
    @Test
    void theLastRecoverySnapshotsAreDeliveredOnTheTenthOfAugust() {
        Run run = run("eu-west-2011");
        int midnight = 61 * 60 + 29;
        assertThat(at(run, Metric.UNREACHABLE, midnight)).isGreaterThan(0.005);
        assertThat(at(run, Metric.UNREACHABLE, midnight + 24 * 60)).isZero();
        assertThat(at(run, Metric.RESTORING, midnight + 24 * 60)).isZero();
    }

    /** The status page said "a small number of volumes" at 10:38 and at 11:11, and no longer at 11:26. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void fewVolumesAreStuckBeforeTheRoomIsUsedUpAndManyAfterwards(int replication) {
        Run run = new Run(Library.bundled("us-east-2012"), replication, EngineKind.RATES, MINUTE.toNanos());
        run.advanceTo(Duration.ofHours(17).toNanos());
        assertThat(highest(run, Metric.STUCK, 10 * 60, 11 * 60 + 11)).isBetween(0.01, 0.16);
        assertThat(at(run, Metric.STUCK, 12 * 60)).isGreaterThan(2 * highest(run, Metric.STUCK, 10 * 60, 11 * 60 + 11));
        assertThat(at(run, Metric.STUCK, 16 * 60)).isLessThan(0.005);
    }

    @Test
    void aLeakBringsDownAThirdOfTheServersWithinTwoHoursWithoutNotice() {
        Run run = run("us-east-2012");
        assertThat(at(run, Metric.NODES_CRASHED, 595)).isZero();
        assertThat(at(run, Metric.NODES_CRASHED, 12 * 60 + 15)).isEqualTo(72);
        assertThat(at(run, Metric.FREE_SHARE, 12 * 60)).isZero();
        assertThat(at(run, Metric.STUCK, 12 * 60)).isGreaterThan(0.2);
        assertThat(at(run, Metric.STUCK, 16 * 60)).isLessThan(0.01);
    }

    @Test
    void restartsOnlyBuyTimeIfTheLeakIsNotStopped() {
        Scenario original = Library.bundled("us-east-2012");
        Scenario leaky = original.withHorizon(Duration.ofHours(30))
                .withTimeline(original.timeline().stream()
                        .filter(timed -> !(timed.intervention() instanceof Intervention.StopLeak))
                        .toList());
        assertThat(run(leaky, leaky.horizon()).summary(0).nodesCrashed()).isGreaterThan(100);
    }

    @Test
    void leasesThatTakeLongerThanTheyMayMakeNoProgressUntilTheyAreThrottled() {
        Scenario original = Library.bundled("leases-2025");
        Scenario untouched = original.withTimeline(original.timeline().subList(0, 2));
        Run run = run(untouched, original.horizon());
        assertThat(at(run, Metric.API_ERROR_SHARE, 479)).isEqualTo(1);
    }

    /** From 04:14 on nothing is done to it: when the last lease is made is the queue's own affair. Published: 05:28. */
    @Test
    void onceThrottledTheQueueIsWorkedOffInAnHourAndNotAtOnce() {
        Run run = run("leases-2025");
        assertThat(at(run, Metric.API_ERROR_SHARE, 5)).isZero();
        assertThat(highest(run, Metric.API_ERROR_SHARE, 12, 275)).isEqualTo(1);
        assertThat(mean(run, Metric.API_ERROR_SHARE, 280, 325)).isBetween(0.4, 0.9);
        assertThat(mean(run, Metric.API_ERROR_SHARE, 350, 8 * 60 - 1)).isLessThan(0.02);
    }

    private static double mean(Run run, Metric metric, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(minute -> at(run, metric, minute))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElseThrow();
    }

    /** Three copies of 88 % do not fit on eleven twelfths of the nodes below 90 %: the same loss is not made good. */
    @Test
    void withoutRoomTheSameClusterDoesNotHeal() {
        Scenario full = Library.bundled("cloudscale-2018").withLever("cluster.utilisation", 0.88);
        Scenario fullForGood = full.withTimeline(full.timeline().subList(0, 1));
        Run run = run(fullForGood, full.horizon());
        assertThat(at(run, Metric.SEARCHING, 170)).isGreaterThan(0.1);
    }

    @Test
    void theHealthyClusterIsReplicatedAgainAfterAnHour() {
        double[] minutes = IntStream.rangeClosed(1, 9)
                .mapToDouble(seed -> {
                    Scenario scenario = Library.bundled("cloudscale-2018").withSeed(seed);
                    Run run = run(scenario, scenario.horizon());
                    int minute = 11;
                    while (at(run, Metric.COPYING, minute) > 0) {
                        minute++;
                    }
                    return minute - 10;
                })
                .sorted()
                .toArray();
        assertThat(minutes[4]).as(Arrays.toString(minutes)).isBetween(55.0, 67.0);
        Run bundled = run("cloudscale-2018");
        assertThat(at(bundled, Metric.COPYING, 12)).isCloseTo(0.25, within(0.02));
        assertThat(highest(bundled, Metric.STUCK, 12, 179)).isLessThan(0.001);
    }

    // The arithmetic of others

    @Test
    void tenHostsAtEightyPercentHealWithoutHelp() {
        Run run = run("ceph-ten-hosts-80");
        assertThat(at(run, Metric.STUCK, 19)).isCloseTo(0.3, within(0.01));
        assertThat(run.simulation().cluster().volumeCount(VolumeState.MIRRORED)).isEqualTo(512);
        assertThat(at(run, Metric.COPYING, 150)).isZero();
    }

    @Test
    void atEightySevenPercentMostOfWhatWasLostFindsNoPlace() {
        Run run = run("ceph-ten-hosts-87");
        // nine hosts offer 0.90 - 0.87 of themselves, and the tenth held 0.87 of itself
        double law = 0.3 * (1 - 9 * (0.90 - 0.87) / 0.87);
        assertThat(at(run, Metric.STUCK, 360)).isCloseTo(law, within(0.015));
        assertThat(at(run, Metric.COPYING, 360)).isZero();
    }

    @Test
    void atTwoHundredAndEightyCallsASecondRetriesKeepTheFailureAliveUntilTheyStop() {
        Run run = run("retries-280");
        assertThat(at(run, Metric.API_ERROR_SHARE, 1)).isZero();
        assertThat(at(run, Metric.API_ERROR_SHARE, 3)).isEqualTo(1);
        assertThat(at(run, Metric.API_ERROR_SHARE, 6)).isZero();
    }

    @Test
    void atHalfThatLoadTheyHealByThemselves() {
        Run run = run("retries-140");
        assertThat(at(run, Metric.API_ERROR_SHARE, 2)).isGreaterThan(0.9);
        assertThat(at(run, Metric.API_ERROR_SHARE, 5)).isZero();
    }

    private static double errorsInTheEnd(double callsPerSecond, int attempts) {
        Scenario scenario = Library.bundled("retries-140")
                .withHorizon(Duration.ofMinutes(8))
                .withLever("controlPlane.other.rate", new Rate(callsPerSecond / 2))
                .withLever("controlPlane.clientRetry.attempts", attempts);
        return at(run(scenario, scenario.horizon()), Metric.API_ERROR_SHARE, 8);
    }

    /** Bronson et al., HotOS 2021: of 300 queries a second that can be served, with one retry. */
    @ParameterizedTest(name = "{0} calls a second, {1} retries")
    @CsvSource({"144, 1, 0", "160, 1, 1", "280, 0, 0"})
    void retriesHealBelowHalfOfWhatCanBeServedAndNotAbove(double load, int attempts, double errors) {
        assertThat(errorsInTheEnd(load, attempts)).isEqualTo(errors);
    }
}
