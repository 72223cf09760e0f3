package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Settings;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the case of 2011 must show, also on a quarter of its nodes: the storm that stays as it is until searches stop,
 * and the ways in which it would have gone otherwise.
 */
class Aws2011Test {

    private static final long SAMPLE = Duration.ofMinutes(1).toNanos();
    private static final int REPLICATIONS = 5;

    /** The trigger comes at ten minutes; ten minutes later whoever found room has it. */
    private static final int TEN_MINUTES_LATER = 20;

    private static final int SEARCHES_STOP = 653;
    private static final int NODES_JOIN = 1_523;

    private static Run run(String id, int replication, Duration until) {
        Run run = new Run(Library.bundled(id), replication, EngineKind.RATES, SAMPLE);
        run.advanceTo(until.toNanos());
        return run;
    }

    private static double[] minutes(Run run, Metric metric, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(i -> run.series().get(metric, i))
                .toArray();
    }

    private static double law(Settings.Cluster cluster) {
        double x = Math.rint(0.277 * cluster.nodes()) / cluster.nodes();
        double u = cluster.utilisation();
        return 2 * x - x * x - (1 - x) * 2 * (1 - u) / u;
    }

    @Test
    void tenMinutesAfterTheTriggerTheLawSaysWhoIsStuck() {
        Run run = run("aws-2011-class", 0, Duration.ofMinutes(TEN_MINUTES_LATER));
        double law = law(run.scenario().cluster());
        assertThat(law).isCloseTo(0.128, within(0.001));
        assertThat(run.series().get(Metric.STUCK, TEN_MINUTES_LATER)).isCloseTo(law, within(0.005));
    }

    /** A crash sticks another 0.4 points or so, at any time; without the race only the luck of the draw is left. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void withoutCrashesTheLawHoldsInEveryRun(int replication) {
        Scenario scenario = Library.bundled("aws-2011-class").withLever("race.probability", 0.0);
        Run run = new Run(scenario, replication, EngineKind.RATES, SAMPLE);
        run.advanceTo(Duration.ofMinutes(TEN_MINUTES_LATER).toNanos());
        double both = Math.pow(0.277, 2);
        double sigma = Math.sqrt(both * (1 - both) / scenario.cluster().volumes());
        assertThat(run.series().get(Metric.STUCK, TEN_MINUTES_LATER))
                .isCloseTo(law(scenario.cluster()), within(5 * sigma))
                .isCloseTo(0.128, within(0.01));
    }

    @Test
    void theStormIsNearlyFlatUntilSearchesStop() {
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            Run run = run("aws-2011-class", replication, Duration.ofMinutes(SEARCHES_STOP));
            double[] stuck = minutes(run, Metric.STUCK, TEN_MINUTES_LATER, SEARCHES_STOP);
            for (double share : stuck) {
                assertThat(share).isBetween(0.09, 0.19);
            }
            assertThat(run.simulation().cluster().crashCount()).isPositive();
        }
    }

    @Test
    void itIsGoneSomeHoursAfterTheNodesAreAdded() {
        Run run = run("aws-2011-class", 0, Duration.ofDays(4));
        assertThat(run.series().get(Metric.STUCK, NODES_JOIN)).isGreaterThan(0.09);
        assertThat(run.series().get(Metric.SEARCHING, NODES_JOIN + 10 * 60)).isLessThan(0.01);
        assertThat(run.summary(0).collapsed()).isFalse();
    }

    @Test
    void aWorseRaceDestroysTheClusterWithinHours() {
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            Summary summary =
                    run("aws-2011-fragile", replication, Duration.ofHours(12)).summary(0);
            assertThat(summary.collapsed()).as("replication %d", replication).isTrue();
            assertThat(summary.stuckFinal()).isGreaterThan(0.5);
        }
    }

    static Stream<Arguments> announcedRemedies() {
        return Stream.of(
                arguments("cluster.utilisation", 0.7),
                arguments("search.backoff.policy", BackoffPolicy.FULL_JITTER),
                arguments("search.target", TargetPolicy.PREVIOUS_FIRST),
                arguments("race.probability", 0.0));
    }

    /** What AWS announced: more room, backing off, the previous mirror first, the race mended. */
    @ParameterizedTest
    @MethodSource("announcedRemedies")
    void eachRemedyOfTheReportKeepsEvenTheFragileClusterByItself(String path, Object value) {
        for (int replication = 0; replication < 2; replication++) {
            Run run = new Run(
                    Library.bundled("aws-2011-fragile").withLever(path, value), replication, EngineKind.RATES, SAMPLE);
            run.advanceTo(Duration.ofHours(12).toNanos());
            assertThat(run.summary(0).stuckPeak())
                    .as("replication %d", replication)
                    .isLessThan(0.15);
        }
    }

    /** They protect the other zones from the storm, not the cluster. */
    @ParameterizedTest
    @MethodSource("remediesOfTheControlPlane")
    void neitherRemedyOfTheControlPlaneKeepsTheFragileCluster(String path, Object value) {
        Run run = new Run(Library.bundled("aws-2011-fragile").withLever(path, value), 0, EngineKind.RATES, SAMPLE);
        run.advanceTo(Duration.ofHours(12).toNanos());
        assertThat(run.summary(0).collapsed()).isTrue();
    }

    static Stream<Arguments> remediesOfTheControlPlane() {
        return Stream.of(
                arguments("controlPlane.createVolume.timeout", Duration.ofSeconds(5)),
                arguments("controlPlane.bulkhead", 76));
    }

    @Test
    void backoffSendsAHundredthOfTheProbesAndCrashesHardlyAnythingButMakesNoRoom() {
        for (int replication = 0; replication < 2; replication++) {
            Duration untilSearchesStop = Duration.ofMinutes(SEARCHES_STOP);
            Summary none = run("aws-2011", replication, untilSearchesStop).summary(0);
            Summary backoff =
                    run("aws-2011-backoff", replication, untilSearchesStop).summary(0);
            assertThat(backoff.probes()).isLessThan(none.probes() / 100);
            assertThat(backoff.nodesCrashed()).isLessThan(3);
            assertThat(none.nodesCrashed()).isGreaterThan(50);
            assertThat(backoff.stuckFinal()).isGreaterThan(0.05);
        }
    }

    @Test
    void thePreviousMirrorFirstLeavesAlmostNothingStuck() {
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            Run run = run("aws-2011-previous-first", replication, Duration.ofHours(12));
            assertThat(run.series().get(Metric.STUCK, TEN_MINUTES_LATER)).isLessThan(0.001);
            Summary summary = run.summary(0);
            assertThat(summary.stuckFinal()).isLessThan(0.001);
            assertThat(summary.stuckPeak()).isLessThan(0.001);
            assertThat(summary.nodesCrashed()).isZero();
        }
    }

    @Test
    void withTenPointsMoreHeadroomThereIsNoStorm() {
        Scenario roomy = Library.bundled("aws-2011-class").withLever("cluster.utilisation", 0.70);
        Run run = new Run(roomy, 0, EngineKind.RATES, SAMPLE);
        run.advanceTo(Duration.ofHours(10).toNanos());
        assertThat(run.summary(0).stuckPeak()).isLessThan(0.005);
        assertThat(run.summary(0).recovered()).isTrue();
    }
}
