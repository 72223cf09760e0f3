package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The remedy {@code previous-first}: wait for the old mirror, catch up with it, and only then look elsewhere. */
class PreviousFirstTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Duration RESYNC = Duration.ofSeconds(5);
    private static final Settings FIRST = with(SMALL, "search.target", TargetPolicy.PREVIOUS_FIRST);

    @ParameterizedTest
    @EnumSource
    void aVolumeWaitsForItsMirrorAndAsksNobody(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int lost = trial.other(0);
        trial.isolates(lost);
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.phase(0)).isEqualTo(Phase.GRACE);
        trial.runs(GRACE.minusNanos(1));
        assertThat(trial.phase(0)).isEqualTo(Phase.GRACE);
        assertThat(trial.simulation.probes()).isZero();
        assertThat(trial.cluster.isQuarantined(lost)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorThatAnswersCatchesUpAndTakesNoNewSpace(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int used = trial.used();
        int lost = trial.other(0);
        trial.isolates(lost).runs(Duration.ofMinutes(3)).heals(lost);
        assertThat(trial.state(0)).isEqualTo(VolumeState.COPYING);
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
        assertThat(trial.used()).isEqualTo(used);
        trial.runs(RESYNC.minusNanos(1));
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
        trial.runs(Duration.ofNanos(1));
        assertThat(trial.count(VolumeState.MIRRORED)).isEqualTo(10);
        assertThat(trial.current(0)).contains(lost);
        assertThat(trial.used()).isEqualTo(used);
        assertThat(trial.simulation.probes()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void afterTheGraceTheNodeIsDeclaredFailedAndTheVolumeLooksElsewhere(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int lost = trial.other(0);
        trial.isolates(lost).runs(GRACE);
        assertThat(trial.cluster.isQuarantined(lost)).isTrue();
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.current(0)).doesNotContain(lost);
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorThatAnswersAfterTheGraceIsStillWelcomeWhileNothingElseIsFound(EngineKind engine) {
        Trial trial = new Trial(with(FIRST, "cluster.utilisation", 1.0), engine, 1);
        int lost = trial.other(0);
        trial.isolates(lost).runs(GRACE).runs(GRACE);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        trial.heals(lost);
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
        trial.runs(RESYNC);
        assertThat(trial.count(VolumeState.MIRRORED)).isEqualTo(10);
        assertThat(trial.cluster.quarantinedCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorThatAnswersWhileACopyRunsHasComeTooLate(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int lost = trial.other(0);
        trial.isolates(lost).runs(GRACE);
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        int target = trial.claim(0);
        trial.heals(lost);
        assertThat(trial.phase(0)).isEqualTo(Phase.STREAMING);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.current(0)).contains(target).doesNotContain(lost);
        assertThat(trial.isOn(0, lost)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aVolumeThatLostBothCatchesUpWhenBothAreBack(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(primary, mirror).heals(primary);
        assertThat(trial.phase(0)).isEqualTo(Phase.GRACE);
        trial.heals(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
        trial.runs(RESYNC);
        assertThat(trial.current(0)).containsExactlyInAnyOrder(primary, mirror);
    }

    @ParameterizedTest
    @EnumSource
    void aRestartedMirrorIsAsWelcomeAsAReconnectedOne(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int mirror = trial.other(0);
        trial.crashes(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.GRACE);
        trial.restarts(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorThatIsGoneForGoodIsNotWaitedFor(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        trial.destroys(trial.other(0));
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorThatIsDestroyedDuringTheGraceIsNotWaitedForAnyLonger(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int mirror = trial.other(0);
        trial.isolates(mirror).runs(Duration.ofMinutes(1)).destroys(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorLostAgainWhileItCatchesUpIsWaitedForAgain(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int mirror = trial.other(0);
        trial.isolates(mirror).heals(mirror).runs(Duration.ofSeconds(2)).isolates(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.GRACE);
        trial.heals(mirror).runs(RESYNC);
        assertThat(trial.state(0)).isEqualTo(VolumeState.MIRRORED);
    }

    @ParameterizedTest
    @EnumSource
    void aSourceLostWhileItIsReadLeavesNothingCurrent(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.isolates(mirror).heals(mirror).crashes(primary);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        trial.restarts(primary);
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
    }

    @ParameterizedTest
    @EnumSource
    void stoppedSearchesDoNotStopCatchingUp(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int mirror = trial.other(0);
        trial.does(new Intervention.StopSearches()).isolates(mirror).runs(GRACE);
        assertThat(trial.phase(0)).isEqualTo(Phase.STOPPED);
        trial.heals(mirror).runs(RESYNC);
        assertThat(trial.state(0)).isEqualTo(VolumeState.MIRRORED);
    }

    @ParameterizedTest
    @EnumSource
    void turnedToMidStormItSavesWhoeverHasItsMirrorBack(EngineKind engine) {
        Trial trial = new Trial(with(SMALL, "cluster.utilisation", 1.0), engine, 1);
        int back = trial.other(0);
        trial.isolates(back).heals(back).runs(GRACE);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        trial.sets("search.target", TargetPolicy.PREVIOUS_FIRST);
        assertThat(trial.phase(0)).isEqualTo(Phase.RESYNCING);
        trial.runs(RESYNC);
        assertThat(trial.count(VolumeState.MIRRORED)).isEqualTo(10);
        assertThat(trial.cluster.quarantinedCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void turnedAwayFromDuringTheGraceItSearchesAtOnce(EngineKind engine) {
        Trial trial = new Trial(FIRST, engine, 1);
        int lost = trial.other(0);
        trial.isolates(lost).runs(Duration.ofMinutes(1)).sets("search.target", TargetPolicy.NEW_NODE);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.cluster.isQuarantined(lost)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aGraceOfNothingIsOverAtOnce(EngineKind engine) {
        Trial trial = new Trial(with(FIRST, "search.reconnectGrace", Duration.ZERO), engine, 1);
        trial.isolates(trial.other(0));
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
    }
}
