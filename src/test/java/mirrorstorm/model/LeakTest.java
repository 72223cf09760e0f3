package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.nodes;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory leaks: when nodes crash of them, what a restart does, and what stops them. */
class LeakTest {

    private static final Rate TENTH_AN_HOUR = new Rate(0.1 / 3600);
    private static final Duration TEN_HOURS = Duration.ofHours(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Settings HUNDRED = with(SMALL, "cluster.nodes", 100, "cluster.racks", 10);

    private final Trial trial = new Trial(HUNDRED, EngineKind.RATES, 1);

    private void leaks(double spread, Integer... nodes) {
        trial.does(new Intervention.Leak(nodes(nodes), TENTH_AN_HOUR, spread));
    }

    private NodeState stateOf(int node) {
        return trial.cluster.nodeState(node);
    }

    @Test
    void aLeakingNodeCrashesWhenItsMemoryIsGoneAndNotBefore() {
        leaks(0, 3);
        trial.runs(TEN_HOURS.minusSeconds(1));
        assertThat(stateOf(3)).isEqualTo(NodeState.UP);
        assertThat(trial.simulation.leakedShare(3)).isCloseTo(1, within(1e-4));
        trial.runs(Duration.ofSeconds(2));
        assertThat(stateOf(3)).isEqualTo(NodeState.CRASHED);
        assertThat(trial.cluster.crashCount()).isEqualTo(1);
    }

    @Test
    void thoseThatBeganTogetherCrashTogetherWithinTheSpread() {
        trial.does(new Intervention.Leak(new NodeTarget.All(), TENTH_AN_HOUR, 0.2));
        List<Duration> crashes = new ArrayList<>();
        while (crashes.size() < 100) {
            assertThat(trial.runsUntil(() -> trial.cluster.crashCount() > crashes.size(), TEN_HOURS.multipliedBy(2)))
                    .isTrue();
            crashes.add(trial.now());
        }
        // uniform rates in [0.8, 1.2] of the mean: between 10 h / 1.2 and 10 h / 0.8
        assertThat(crashes.get(0)).isBetween(Duration.ofMinutes(500), Duration.ofMinutes(515));
        assertThat(crashes.get(99)).isBetween(Duration.ofMinutes(720), Duration.ofMinutes(750));
    }

    @Test
    void aRestartGivesTheMemoryBackButTheLeakGoesOn() {
        leaks(0, 3);
        trial.runs(TEN_HOURS.plus(HOUR)).restarts(3);
        assertThat(trial.simulation.leakedShare(3)).isZero();
        trial.runs(TEN_HOURS.minus(HOUR));
        assertThat(stateOf(3)).isEqualTo(NodeState.UP);
        trial.runs(HOUR.plusSeconds(1));
        assertThat(stateOf(3)).isEqualTo(NodeState.CRASHED);
        assertThat(trial.cluster.crashCount()).isEqualTo(2);
    }

    @Test
    void aCrashOfAnotherCauseGivesTheMemoryBackToo() {
        leaks(0, 3);
        trial.runs(TEN_HOURS.minus(HOUR)).crashes(3).runs(HOUR).restarts(3).runs(HOUR);
        assertThat(trial.simulation.leakedShare(3)).isCloseTo(0.1, within(1e-6));
        assertThat(stateOf(3)).isEqualTo(NodeState.UP);
    }

    @Test
    void isolationDoesNotStopALeak() {
        leaks(0, 3);
        trial.isolates(3).runs(TEN_HOURS.plusSeconds(1));
        assertThat(stateOf(3)).isEqualTo(NodeState.CRASHED);
    }

    @Test
    void aStoppedLeakLeavesWhatIsLost() {
        leaks(0, 3, 4);
        trial.runs(HOUR).does(new Intervention.StopLeak(nodes(3))).runs(TEN_HOURS);
        assertThat(stateOf(3)).isEqualTo(NodeState.UP);
        assertThat(stateOf(4)).isEqualTo(NodeState.CRASHED);
        assertThat(trial.simulation.leakedShare(3)).isCloseTo(0.1, within(1e-6));
        leaks(0, 3);
        trial.runs(TEN_HOURS.minus(HOUR).plusSeconds(1));
        assertThat(stateOf(3)).as("the second leak takes what the first left").isEqualTo(NodeState.CRASHED);
    }

    @Test
    void aCrashedNodeThatIsToldToLeakDoesSoOnceItIsUp() {
        trial.crashes(3);
        leaks(0, 3);
        trial.runs(TEN_HOURS.multipliedBy(2)).restarts(3).runs(TEN_HOURS.plusSeconds(1));
        assertThat(trial.cluster.crashCount()).isEqualTo(2);
    }

    @Test
    void nodesThatJoinLaterDoNotLeakUnlessTold() {
        trial.does(new Intervention.Leak(new NodeTarget.All(), TENTH_AN_HOUR, 0))
                .does(new Intervention.AddNodes(2, Duration.ZERO));
        leaks(0, 101);
        trial.runs(TEN_HOURS.plusSeconds(1));
        assertThat(stateOf(100)).isEqualTo(NodeState.UP);
        assertThat(stateOf(101)).isEqualTo(NodeState.CRASHED);
    }

    @Test
    void aDestroyedNodeNeverLeaks() {
        leaks(0, 3);
        trial.destroys(3).runs(TEN_HOURS.multipliedBy(2));
        assertThat(stateOf(3)).isEqualTo(NodeState.DESTROYED);
        assertThat(trial.simulation.leakedShare(3)).isZero();
    }
}
