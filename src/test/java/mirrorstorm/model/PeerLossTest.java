package mirrorstorm.model;

import static mirrorstorm.model.Trial.COPY;
import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peer loss is peer failure: what happens to volume 0 when it loses one replica, both, or the last one it has. */
class PeerLossTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Rounds long enough that nothing is found while a test looks. */
    private static final Settings SLOW = with(SMALL, "search.roundTime", Duration.ofHours(1_000));

    private static final Settings NO_QUARANTINE = with(SMALL, "cluster.quarantine", false);

    @ParameterizedTest
    @EnumSource
    void aVolumeThatLosesItsMirrorSearchesFromItsPrimary(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.isolates(trial.other(0));
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.current(0)).containsExactly(primary);
        assertThat(trial.cluster.placeNode(0, trial.cluster.sourcePlace(0))).isEqualTo(primary);
    }

    @ParameterizedTest
    @EnumSource
    void aVolumeThatLosesItsPrimarySearchesFromTheMirror(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int mirror = trial.other(0);
        trial.isolates(trial.primary(0));
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.current(0)).containsExactly(mirror);
        assertThat(trial.cluster.placeNode(0, trial.cluster.sourcePlace(0))).isEqualTo(mirror);
    }

    @ParameterizedTest
    @EnumSource
    void ifBothAreIsolatedItWaitsForItsPrimarysNetwork(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(primary, mirror);
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.phase(0)).isEqualTo(Phase.OFFLINE);
        trial.heals(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.OFFLINE);
        trial.heals(primary);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.current(0)).containsExactly(primary);
    }

    @ParameterizedTest
    @EnumSource
    void bothNetworksBackTogetherDoNotMirrorItAgain(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(primary, mirror).heals(primary, mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.current(0)).containsExactly(primary);
        assertThat(trial.isOn(0, mirror)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theMirrorThatLosesItsNetworkAfterThePrimaryWaitsForItsOwn(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(primary).isolates(mirror).heals(primary);
        assertThat(trial.phase(0)).isEqualTo(Phase.OFFLINE);
        trial.heals(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.current(0)).containsExactly(mirror);
    }

    @ParameterizedTest
    @EnumSource
    void ioHangsUntilSpaceIsClaimedAndWorksWhileTheCopyRuns(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int lost = trial.other(0);
        int affected = trial.cluster.volumesOn(lost).length;
        trial.isolates(lost);
        assertThat(trial.cluster.stuckCount()).isEqualTo(affected);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.COPYING, COPY))
                .isTrue();
        assertThat(trial.state(0).isStuck()).isFalse();
        assertThat(trial.claim(0)).isNotIn(lost, trial.primary(0));
    }

    @ParameterizedTest
    @EnumSource
    void theOldReplicaKeepsItsSpaceUntilTheNewOneIsComplete(EngineKind engine) {
        Trial trial = new Trial(NO_QUARANTINE, engine, 1);
        int before = trial.used();
        int lost = trial.other(0);
        int affected = trial.cluster.volumesOn(lost).length;
        trial.isolates(lost);
        assertThat(trial.runsUntil(() -> trial.count(VolumeState.COPYING) == affected, COPY))
                .isTrue();
        assertThat(trial.used()).isEqualTo(before + affected);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.isOn(0, lost)).isFalse();
        trial.runs(HOUR);
        assertThat(trial.used()).isEqualTo(before);
        assertThat(trial.cluster.used(lost)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aReplicaGivenUpIsNeverASourceAgain(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(mirror).heals(mirror).crashes(primary);
        assertThat(trial.cluster.nodeState(mirror)).isEqualTo(NodeState.UP);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        trial.runs(HOUR);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aRestartBringsBackWhatOnlyACrashedNodeHad(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.crashes(primary, mirror);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        trial.restarts(mirror);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        trial.restarts(primary);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.current(0)).contains(primary).doesNotContain(mirror);
    }

    @ParameterizedTest
    @EnumSource
    void theCrashOfTheLastReplicaWhileItWaitsForItsNetworkMakesItUnreachable(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.isolates(primary, trial.other(0)).crashes(primary);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        trial.heals(trial.other(0));
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void theLossOfACopysTargetUndoesTheClaim(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.isolates(trial.other(0));
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.COPYING, COPY))
                .isTrue();
        int target = trial.claim(0);
        int source = trial.primary(0);
        trial.isolates(target);
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.claim(0)).isEqualTo(-1);
        assertThat(trial.isOn(0, target)).isFalse();
        assertThat(trial.current(0)).containsExactly(source);
        assertThat(trial.cluster.streamsIn(target)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theLossOfACopysSourceUndoesItAndLeavesNothingToReadFrom(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int mirror = trial.other(0);
        int source = trial.primary(0);
        trial.isolates(mirror);
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        int target = trial.claim(0);
        trial.crashes(source);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        assertThat(trial.isOn(0, target)).isFalse();
        assertThat(trial.cluster.streamsOut(source)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theIsolationOfACopysSourceMakesItWaitForThatNode(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int source = trial.primary(0);
        trial.isolates(trial.other(0));
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        trial.isolates(source);
        assertThat(trial.phase(0)).isEqualTo(Phase.OFFLINE);
        trial.heals(source);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
    }

    @ParameterizedTest
    @EnumSource
    void theLossOfABystanderDisturbsNoCopy(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int mirror = trial.other(0);
        trial.isolates(mirror);
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        trial.crashes(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.STREAMING);
    }

    @ParameterizedTest
    @EnumSource
    void aVolumeIsLostWhenAllItsDataIsDestroyed(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.destroys(primary, mirror);
        assertThat(trial.state(0)).isEqualTo(VolumeState.LOST);
        assertThat(trial.isOn(0, primary)).isFalse();
        assertThat(trial.isOn(0, mirror)).isFalse();
        trial.runs(HOUR);
        assertThat(trial.state(0)).isEqualTo(VolumeState.LOST);
    }

    @ParameterizedTest
    @EnumSource
    void aVolumeOutlivesTheDestructionOfOneNode(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.destroys(trial.primary(0));
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.count(VolumeState.LOST)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aStaleReplicaKeepsAVolumeFromBeingLostButDoesNotServeIt(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(mirror).heals(mirror).destroys(primary);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        trial.destroys(mirror);
        assertThat(trial.state(0)).isEqualTo(VolumeState.LOST);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoNodeCanTakeSearchesForEver(EngineKind engine) {
        Trial trial = new Trial(with(SMALL, "cluster.utilisation", 1.0), engine, 1);
        int lost = trial.other(0);
        int affected = trial.cluster.volumesOn(lost).length;
        trial.isolates(lost).heals(lost).runs(HOUR);
        assertThat(trial.count(VolumeState.SEARCHING)).isEqualTo(affected);
        assertThat(trial.simulation.failedRounds(0)).isGreaterThan(3_000);
    }
}
