package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.nodes;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The trigger and what an operator does: on which nodes, for how long, and what is undone. */
class OperatorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Settings TWENTY = with(SMALL, "cluster.nodes", 20, "cluster.racks", 5);

    private final Trial trial = new Trial(TWENTY, EngineKind.RATES, 1);

    private int[] in(NodeState state) {
        return IntStream.range(0, trial.cluster.nodeCount())
                .filter(node -> trial.cluster.nodeState(node) == state)
                .toArray();
    }

    // Which nodes

    @Test
    void namedNodesAreTheNodesNamed() {
        trial.isolates(3, 7, 19);
        assertThat(in(NodeState.ISOLATED)).containsExactly(3, 7, 19);
    }

    @Test
    void aNodeThatDoesNotExistIsNoProblem() {
        trial.isolates(3, 20, 1_000);
        assertThat(in(NodeState.ISOLATED)).containsExactly(3);
    }

    @Test
    void aRackIsEveryFifthNode() {
        trial.does(new Intervention.Crash(new NodeTarget.Racks(List.of(1, 4))));
        assertThat(in(NodeState.CRASHED)).containsExactly(1, 4, 6, 9, 11, 14, 16, 19);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.02, 0", "0.03, 1", "0.277, 6", "0.5, 10", "1, 20"})
    void aShareIsOfAllNodesRoundedToWholeOnes(double share, int count) {
        trial.does(new Intervention.Isolate(new NodeTarget.Share(share), Duration.ZERO));
        assertThat(in(NodeState.ISOLATED)).hasSize(count);
    }

    @Test
    void aShareIsTakenFromTheNodesThatCanStillFall() {
        trial.isolates(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        trial.does(new Intervention.Isolate(new NodeTarget.Share(0.25), Duration.ZERO));
        assertThat(in(NodeState.ISOLATED)).hasSize(17);
        trial.does(new Intervention.Isolate(new NodeTarget.Share(0.25), Duration.ZERO));
        assertThat(in(NodeState.ISOLATED)).hasSize(20);
    }

    @Test
    void aShareIsDrawnFairly() {
        int[] drawn = new int[20];
        int runs = 2_000;
        for (int seed = 0; seed < runs; seed++) {
            Simulation simulation = new Simulation(
                    TWENTY,
                    seed,
                    0,
                    EngineKind.RATES,
                    List.of(at(Duration.ZERO, new Intervention.Isolate(new NodeTarget.Share(0.3), MINUTE))));
            simulation.advanceTo(0);
            for (int node = 0; node < 20; node++) {
                drawn[node] += simulation.cluster().nodeState(node) == NodeState.ISOLATED ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(drawn).sum()).isEqualTo(6 * runs);
        double sigma = Math.sqrt(runs * 0.3 * 0.7);
        for (double count : Arrays.stream(drawn).asDoubleStream().toArray()) {
            assertThat(count).isCloseTo(0.3 * runs, within(5 * sigma));
        }
    }

    @Test
    void allAreAllThatTheActionCanApplyTo() {
        trial.isolates(1, 2).crashes(3, 4);
        trial.does(new Intervention.HealNetwork(new NodeTarget.All()));
        assertThat(in(NodeState.ISOLATED)).isEmpty();
        assertThat(in(NodeState.CRASHED)).containsExactly(3, 4);
        trial.does(new Intervention.Restart(new NodeTarget.All()));
        assertThat(in(NodeState.UP)).hasSize(20);
    }

    // What can befall whom

    @Test
    void whatIsDownFallsOnlyFurther() {
        trial.isolates(0).crashes(0);
        assertThat(trial.cluster.nodeState(0)).isEqualTo(NodeState.CRASHED);
        trial.isolates(0).heals(0);
        assertThat(trial.cluster.nodeState(0)).isEqualTo(NodeState.CRASHED);
        trial.destroys(0).crashes(0).isolates(0).restarts(0).heals(0);
        assertThat(trial.cluster.nodeState(0)).isEqualTo(NodeState.DESTROYED);
    }

    @Test
    void theNetworkIsHealedForIsolatedNodesAndCrashedOnesAreRestarted() {
        trial.isolates(0).crashes(1).restarts(0, 1);
        assertThat(in(NodeState.ISOLATED)).containsExactly(0);
        assertThat(in(NodeState.CRASHED)).isEmpty();
        trial.crashes(1).heals(0, 1);
        assertThat(in(NodeState.ISOLATED)).isEmpty();
        assertThat(in(NodeState.CRASHED)).containsExactly(1);
    }

    @Test
    void everyCrashIsCountedAlsoThatOfANodeThatCrashedBefore() {
        trial.crashes(1, 2).restarts(1).crashes(1).does(new Intervention.PowerLoss(nodes(3), MINUTE));
        assertThat(trial.cluster.crashCount()).isEqualTo(4);
        assertThat(trial.cluster.nodeCount(NodeState.CRASHED)).isEqualTo(3);
    }

    // For how long

    @Test
    void isolationForAWhileEndsByItself() {
        trial.does(new Intervention.Isolate(nodes(2, 5), MINUTE)).runs(MINUTE.minusNanos(1));
        assertThat(in(NodeState.ISOLATED)).containsExactly(2, 5);
        trial.runs(Duration.ofNanos(1));
        assertThat(in(NodeState.ISOLATED)).isEmpty();
    }

    @Test
    void isolationForNoTimeLastsUntilSomebodyHealsIt() {
        trial.isolates(2).runs(HOUR);
        assertThat(in(NodeState.ISOLATED)).containsExactly(2);
    }

    @Test
    void powerComesBackAndBringsTheNodesUp() {
        trial.does(new Intervention.PowerLoss(new NodeTarget.Racks(List.of(0)), MINUTE));
        assertThat(in(NodeState.CRASHED)).containsExactly(0, 5, 10, 15);
        trial.runs(MINUTE);
        assertThat(in(NodeState.UP)).hasSize(20);
        trial.does(new Intervention.PowerLoss(nodes(1), Duration.ZERO)).runs(HOUR);
        assertThat(in(NodeState.CRASHED)).containsExactly(1);
    }

    @Test
    void theEndOfAnIsolationDoesNotRaiseWhatHasCrashedMeanwhile() {
        trial.does(new Intervention.Isolate(nodes(2, 5), MINUTE)).crashes(5).runs(MINUTE);
        assertThat(in(NodeState.CRASHED)).containsExactly(5);
        assertThat(in(NodeState.ISOLATED)).isEmpty();
    }

    @Test
    void theEndOfAnIsolationOnlyEndsThatIsolation() {
        trial.does(new Intervention.Isolate(nodes(2), MINUTE)).runs(MINUTE.dividedBy(2));
        trial.heals(2).does(new Intervention.Isolate(nodes(2), MINUTE)).runs(MINUTE.dividedBy(2));
        assertThat(in(NodeState.ISOLATED)).containsExactly(2);
        trial.runs(MINUTE.dividedBy(2));
        assertThat(in(NodeState.ISOLATED)).isEmpty();
    }

    @Test
    void theReturnOfThePowerDoesNotRestartANodeThatCrashedByItself() {
        trial.does(new Intervention.PowerLoss(nodes(2), MINUTE))
                .restarts(2)
                .crashes(2)
                .runs(HOUR);
        assertThat(in(NodeState.CRASHED)).containsExactly(2);
    }

    // Nodes that join

    @Test
    void nodesJoinOneAfterTheOtherEvenlyOverTheTime() {
        trial.does(new Intervention.AddNodes(3, MINUTE));
        for (int joined = 1; joined <= 3; joined++) {
            trial.runs(Duration.ofSeconds(20).minusNanos(1));
            assertThat(trial.cluster.nodeCount()).isEqualTo(19 + joined);
            trial.runs(Duration.ofNanos(1));
            assertThat(trial.cluster.nodeCount()).isEqualTo(20 + joined);
        }
        assertThat(trial.happened()).endsWith("NODE_JOINED 20 0", "NODE_JOINED 21 1", "NODE_JOINED 22 2");
        trial.runs(HOUR);
        assertThat(trial.cluster.nodeCount()).isEqualTo(23);
    }

    @Test
    void nodesThatJoinOverNoTimeAreThereAtOnceEmptyAndOpen() {
        trial.does(new Intervention.AddNodes(2, Duration.ZERO));
        assertThat(trial.cluster.nodeCount()).isEqualTo(22);
        for (int node = 20; node < 22; node++) {
            assertThat(trial.cluster.nodeState(node)).isEqualTo(NodeState.UP);
            assertThat(trial.cluster.used(node)).isZero();
            assertThat(trial.cluster.openNodes.contains(node)).isTrue();
        }
    }

    @Test
    void theRoomThatJoinsEndsAStorm() {
        Trial full = new Trial(with(SMALL, "cluster.utilisation", 1.0), EngineKind.RATES, 1);
        full.isolates(0).heals(0).runs(HOUR);
        assertThat(full.cluster.stuckCount()).isPositive();
        full.does(new Intervention.AddNodes(2, MINUTE)).runs(HOUR);
        assertThat(full.count(VolumeState.MIRRORED)).isEqualTo(10);
        assertThat(full.cluster.quarantinedCount()).isZero();
    }

    // Searches

    @ParameterizedTest
    @EnumSource
    void stoppedSearchesSendNothingUntilTheyAreResumed(EngineKind engine) {
        Settings settings = with(
                SMALL,
                "cluster.utilisation",
                1.0,
                "search.backoff.policy",
                BackoffPolicy.FIXED,
                "search.backoff.base",
                MINUTE);
        Trial full = new Trial(settings, engine, 1);
        full.isolates(0).heals(0).runs(MINUTE);
        int searching = full.count(VolumeState.SEARCHING);
        double before = full.simulation.probes();
        full.does(new Intervention.StopSearches());
        assertThat(full.simulation.searchesStopped()).isTrue();
        assertThat(full.simulation.roundCount()).isZero();
        // Who loses a mirror now does not begin to ask.
        full.isolates(1).runs(HOUR);
        assertThat(full.simulation.probes()).isEqualTo(before);
        assertThat(full.count(VolumeState.SEARCHING)).isGreaterThan(searching);
        full.does(new Intervention.ResumeSearches());
        assertThat(full.simulation.roundCount()).isPositive();
        full.runs(HOUR);
        assertThat(full.simulation.probes()).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource
    void copiesGoOnWhileSearchesAreStopped(EngineKind engine) {
        Trial small = new Trial(SMALL, engine, 1);
        small.isolates(0);
        assertThat(small.runsUntil(() -> small.simulation.streamCount() > 0, HOUR))
                .isTrue();
        small.does(new Intervention.StopSearches()).runs(HOUR);
        assertThat(small.simulation.streamCount()).isZero();
        assertThat(small.simulation.finishedCopyCount()).isPositive();
        // Stopping twice, and resuming twice, is as good as once.
        small.does(new Intervention.StopSearches(), new Intervention.ResumeSearches());
        small.does(new Intervention.ResumeSearches()).runs(HOUR);
        assertThat(small.count(VolumeState.MIRRORED)).isEqualTo(10);
    }

    // The plan

    @Test
    void interventionsOfOneMomentHappenInTheirOrderAndAfterWhatIsDue() {
        Trial planned = new Trial(
                SMALL,
                EngineKind.RATES,
                1,
                at(Duration.ZERO, new Intervention.Isolate(nodes(0), MINUTE)),
                at(MINUTE, new Intervention.Crash(nodes(0))),
                at(MINUTE, new Intervention.Restart(nodes(0))));
        planned.runs(MINUTE);
        assertThat(planned.happened().stream().filter(line -> line.startsWith("NODE_STATE 0")))
                .containsExactly("NODE_STATE 0 1", "NODE_STATE 0 0", "NODE_STATE 0 2", "NODE_STATE 0 0");
        assertThat(planned.simulation.interventionCount()).isEqualTo(3);
    }

    @Test
    void thePastOfARunCannotBeChanged() {
        TimedIntervention first = at(MINUTE, new Intervention.StopSearches());
        TimedIntervention second = at(MINUTE.multipliedBy(3), new Intervention.ResumeSearches());
        Simulation run = new Simulation(SMALL, 1, 0, EngineKind.RATES, List.of(first, second));
        run.advanceTo(2 * MINUTE.toNanos());
        run.setPlan(List.of(first));
        run.setPlan(List.of(first, at(MINUTE.multipliedBy(2), new Intervention.ResumeSearches())));
        assertThatThrownBy(() -> run.setPlan(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.setPlan(List.of(second))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.setPlan(List.of(first, first))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.advanceTo(MINUTE.toNanos())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at(Duration.ofNanos(-1), new Intervention.StopSearches()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TimedIntervention at(Duration time, Intervention intervention) {
        return new TimedIntervention(time.toNanos(), intervention);
    }
}
