package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Elections: who needs a new primary, who gives the answer, and what happens while the link is cut. */
class ElectionTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DEAD = Duration.ofSeconds(30);

    /** Rounds long enough that nothing is found while a test looks. */
    private static final Settings SLOW = with(SMALL, "search.roundTime", Duration.ofHours(1_000));

    @ParameterizedTest
    @EnumSource
    void whoeverLosesItsPrimaryWaitsForAnother(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int mirror = trial.other(0);
        trial.isolates(trial.primary(0));
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.primary(0)).isEqualTo(mirror);
        assertThat(trial.cluster.isUsable(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLosesItsMirrorKeepsItsPrimary(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        trial.isolates(trial.other(0));
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLosesBothKeepsItsPrimaryToo(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        trial.isolates(trial.primary(0), trial.other(0));
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsElectedBeforeSpaceIsClaimedThoughTheOldPrimaryAnswers(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.isolates(primary).runs(DEAD.minusNanos(1)).heals(primary);
        // The request that was sent to the dead node holds its thread for the time-out; then it is parked.
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isPositive();
        trial.runs(HOUR);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isZero();
        assertThat(trial.cluster.volumes.electionFailures[0]).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsParkedIsServedAtOnceWhenSpaceIsClaimed(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.isolates(primary).heals(primary).runs(HOUR).sets("search.roundTime", Duration.ofSeconds(1));
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.COPYING, Duration.ofMinutes(1)))
                .isTrue();
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.runsUntil(() -> !trial.cluster.isElectionPending(0), Duration.ofSeconds(2)))
                .isTrue();
        assertThat(trial.state(0)).isEqualTo(VolumeState.COPYING);
        assertThat(trial.cluster.isUsable(0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsParkedAsksAgainWhenTheOldPrimaryDies(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.isolates(primary).heals(primary).runs(HOUR).crashes(primary);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isPositive();
        trial.runs(HOUR);
        assertThat(trial.cluster.volumes.electionFailures[0]).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsParkedWhenTheLinkIsCutWaitsForTheLink(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.isolates(primary).heals(primary).runs(HOUR).does(new Intervention.CutControlPlane());
        trial.sets("search.roundTime", Duration.ofSeconds(1)).runs(HOUR);
        assertThat(trial.state(0)).isEqualTo(VolumeState.MIRRORED);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        trial.does(new Intervention.ReconnectControlPlane(new Rate(0))).runs(Duration.ofSeconds(2));
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whileTheOldPrimaryIsDeadAndNoSpaceIsClaimedTheAnswerIsNotYet(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.crashes(primary).runs(HOUR);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        // Each round of asking takes the time-out and a wait of ten seconds on average: ninety an hour.
        assertThat((double) trial.cluster.volumes.electionFailures[0])
                .isCloseTo(90, within(5 * Math.sqrt(90 * 0.0625)));
        // Once the old primary answers, the request is parked at the latest when it is sent again.
        int failures = trial.cluster.volumes.electionFailures[0];
        trial.restarts(primary).runs(HOUR);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.cluster.volumes.electionFailures[0]).isEqualTo(failures);
    }

    @ParameterizedTest
    @EnumSource
    void copyingDoesNotWaitForTheElectionButIoDoes(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.crashes(trial.primary(0));
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.COPYING, Duration.ofSeconds(25)))
                .isTrue();
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.cluster.isUsable(0)).isFalse();
        assertThat(trial.cluster.awaitingElectionCount()).isPositive();
        // The first request ends with the time-out, and by then space is claimed.
        trial.runs(DEAD);
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
        assertThat(trial.cluster.isUsable(0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachRequestToADeadNodeHoldsAThread(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        trial.crashes(primary);
        long pending = countPending(trial);
        assertThat(pending).isPositive();
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isEqualTo(pending);
        trial.runs(DEAD.minusNanos(1));
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isEqualTo(pending);
        trial.runs(Duration.ofNanos(1));
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isZero();
    }

    private static long countPending(Trial trial) {
        long count = 0;
        for (int volume = 0; volume < trial.cluster.volumeCount(); volume++) {
            count += trial.cluster.isElectionPending(volume) ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNothingLeftToElectStopsAsking(EngineKind engine) {
        Trial trial = new Trial(SLOW, engine, 1);
        int primary = trial.primary(0);
        int mirror = trial.other(0);
        trial.crashes(primary).crashes(mirror);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
        trial.restarts(mirror);
        assertThat(trial.phase(0)).isEqualTo(Phase.ROUND);
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whileTheLinkIsCutNothingIsSent(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int primary = trial.primary(0);
        trial.does(new Intervention.CutControlPlane()).isolates(primary);
        assertThat(trial.simulation.controlPlane().isCut()).isTrue();
        trial.runs(HOUR).heals(primary).runs(HOUR);
        assertThat(trial.state(0)).isEqualTo(VolumeState.MIRRORED);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        assertThat(trial.simulation.controlPlane().threadsHeld(0, RequestKind.ELECT))
                .isZero();
        assertThat(trial.cluster.stuckCount())
                .isEqualTo(trial.cluster.awaitingElectionCount())
                .isPositive();
        trial.does(new Intervention.ReconnectControlPlane(new Rate(0))).runs(Duration.ofSeconds(2));
        assertThat(trial.cluster.stuckCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void requestsUnderWayWhenTheLinkIsCutWaitForItToo(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int primary = trial.primary(0);
        trial.crashes(primary).runs(Duration.ofSeconds(10)).does(new Intervention.CutControlPlane());
        trial.runs(HOUR);
        assertThat(trial.cluster.isElectionPending(0)).isTrue();
        trial.does(new Intervention.ReconnectControlPlane(new Rate(0))).runs(DEAD);
        assertThat(trial.cluster.isElectionPending(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aThrottleLetsThemThroughAtItsRate(EngineKind engine) {
        Settings many = with(SMALL, "cluster.volumes", 1_000);
        Trial trial = new Trial(new Simulation(many, 1, 0, engine, List.of()));
        trial.does(new Intervention.CutControlPlane()).isolates(0).heals(0);
        int piledUp = (int) countPending(trial);
        assertThat(piledUp).isGreaterThan(150);
        trial.does(new Intervention.ReconnectControlPlane(new Rate(2))).runs(Duration.ofSeconds(50));
        double elected = piledUp - countPending(trial);
        assertThat(elected).isCloseTo(100, within(5 * Math.sqrt(100)));
    }
}
