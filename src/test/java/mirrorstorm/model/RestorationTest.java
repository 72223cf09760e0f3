package mirrorstorm.model;

import static mirrorstorm.model.Trial.COPY;
import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator brings back: from snapshots, then from dead disks, at a rate, where there is room. */
class RestorationTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Rate EVERY_TEN_SECONDS = new Rate(0.1);

    /** Volumes that lost both replicas, one crash after the other, and can only be brought back. */
    private static Trial unreachable(EngineKind engine, Settings settings) {
        Trial trial = new Trial(with(settings, "search.roundTime", Duration.ofHours(1_000)), engine, 1);
        int primary = trial.primary(0);
        trial.crashes(trial.other(0)).runs(Duration.ofMinutes(1)).crashes(primary);
        assertThat(trial.state(0)).isEqualTo(VolumeState.UNREACHABLE);
        return trial;
    }

    private static int waiting(Trial trial) {
        return trial.count(VolumeState.SEARCHING) + trial.count(VolumeState.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aGoodSnapshotGivesAVolumeNewReplicasAfterTheTimeOfACopy(EngineKind engine) {
        Trial trial = unreachable(engine, SMALL);
        int[] dead = {trial.cluster.placeNode(0, 0), trial.cluster.placeNode(0, 1)};
        trial.does(new Intervention.RestoreFromSnapshots(EVERY_TEN_SECONDS, 1));
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.RESTORING, HOUR))
                .isTrue();
        assertThat(trial.isOn(0, dead[0])).isFalse();
        assertThat(trial.isOn(0, dead[1])).isFalse();
        assertThat(trial.cluster.isUsable(0)).isFalse();
        long began = trial.simulation.clockNanos();
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.simulation.clockNanos() - began).isEqualTo(COPY.toNanos());
        assertThat(trial.current(0)).hasSize(2).doesNotContain(dead);
    }

    @ParameterizedTest
    @EnumSource
    void oneVolumeHasItsTurnAtATimeTheLongestStuckFirst(EngineKind engine) {
        Trial trial = unreachable(engine, with(SMALL, "cluster.volumes", 20));
        int before = waiting(trial);
        trial.does(new Intervention.RestoreFromSnapshots(EVERY_TEN_SECONDS, 1));
        for (int turn = 1; turn <= before; turn++) {
            long oldest = Long.MAX_VALUE;
            for (int volume = 0; volume < 20; volume++) {
                VolumeState state = trial.state(volume);
                if (state == VolumeState.SEARCHING || state == VolumeState.UNREACHABLE) {
                    oldest = Math.min(oldest, trial.cluster.sinceNanos(volume));
                }
            }
            int left = before - turn;
            assertThat(trial.runsUntil(() -> waiting(trial) == left, Duration.ofSeconds(10)))
                    .isTrue();
            for (int volume = 0; volume < 20; volume++) {
                VolumeState state = trial.state(volume);
                boolean waits = state == VolumeState.SEARCHING || state == VolumeState.UNREACHABLE;
                assertThat(waits && trial.cluster.sinceNanos(volume) < oldest).isFalse();
            }
        }
        trial.runs(HOUR);
        assertThat(trial.count(VolumeState.MIRRORED)).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoGoodSnapshotWaitsForForensicsAndWhoHasNothingThereIsLost(EngineKind engine) {
        Trial trial = unreachable(engine, SMALL);
        int waiting = waiting(trial);
        trial.does(new Intervention.RestoreFromSnapshots(new Rate(1), 0)).runs(HOUR);
        assertThat(waiting(trial)).isEqualTo(waiting);
        trial.does(new Intervention.ForensicRestore(new Rate(1), 0)).runs(HOUR);
        assertThat(waiting(trial)).isZero();
        assertThat(trial.count(VolumeState.LOST)).isEqualTo(waiting);
    }

    @ParameterizedTest
    @EnumSource
    void forensicsAreOnlyForWhomTheSnapshotFailed(EngineKind engine) {
        Trial trial = unreachable(engine, SMALL);
        int waiting = waiting(trial);
        trial.does(new Intervention.ForensicRestore(new Rate(1), 0)).runs(HOUR);
        assertThat(waiting(trial)).isEqualTo(waiting);
        trial.does(
                new Intervention.RestoreFromSnapshots(new Rate(1), 0),
                new Intervention.ForensicRestore(new Rate(1), 1));
        trial.runs(HOUR);
        assertThat(trial.count(VolumeState.MIRRORED)).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void theSharesAreTheChancesOfEachVolume(EngineKind engine) {
        // Two of three nodes crash, so that every volume is hit; nobody searches, so all wait for the operator.
        Settings settings = with(
                SMALL, "cluster.nodes", 3, "cluster.racks", 3, "cluster.volumes", 3_000, "copy.rateMiBps", 1_000.0);
        Simulation run = new Simulation(
                settings,
                1,
                0,
                engine,
                List.of(
                        new TimedIntervention(0, new Intervention.Crash(Trial.nodes(0, 1))),
                        new TimedIntervention(0, new Intervention.AddNodes(6, Duration.ZERO)),
                        new TimedIntervention(0, new Intervention.StopSearches()),
                        new TimedIntervention(0, new Intervention.RestoreFromSnapshots(new Rate(10), 0.53)),
                        new TimedIntervention(HOUR.toNanos(), new Intervention.ForensicRestore(new Rate(10), 0.93))));
        run.advanceTo(HOUR.toNanos());
        double failed = run.cluster().volumes.snapshotFailedCount;
        assertThat(failed).isCloseTo(3_000 * 0.47, within(5 * Math.sqrt(3_000 * 0.53 * 0.47)));
        run.advanceTo(2 * HOUR.toNanos());
        double lost = run.cluster().volumeCount(VolumeState.LOST);
        assertThat(lost).isCloseTo(failed * 0.07, within(5 * Math.sqrt(failed * 0.07 * 0.93)));
        assertThat(run.cluster().volumeCount(VolumeState.MIRRORED)).isEqualTo(3_000 - (int) lost);
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNoRoomForAllReplicasNobodysTurnComes(EngineKind engine) {
        Trial trial = unreachable(engine, with(SMALL, "cluster.utilisation", 1.0));
        int waiting = waiting(trial);
        trial.does(new Intervention.RestoreFromSnapshots(EVERY_TEN_SECONDS, 1)).runs(HOUR);
        assertThat(waiting(trial)).isEqualTo(waiting);
        trial.does(new Intervention.AddNodes(1, Duration.ZERO)).runs(HOUR);
        assertThat(waiting(trial)).isEqualTo(waiting);
        trial.does(new Intervention.AddNodes(1, Duration.ZERO)).runs(HOUR);
        assertThat(waiting(trial)).isLessThan(waiting);
    }

    @ParameterizedTest
    @EnumSource
    void aNodeLostDuringTheRestorePutsTheVolumeBackInTheQueue(EngineKind engine) {
        Trial trial = unreachable(engine, with(SMALL, "cluster.utilisation", 0.2));
        trial.does(new Intervention.RestoreFromSnapshots(EVERY_TEN_SECONDS, 1));
        assertThat(trial.runsUntil(() -> trial.count(VolumeState.RESTORING) > 0, HOUR))
                .isTrue();
        int volume = 0;
        while (trial.state(volume) != VolumeState.RESTORING) {
            volume++;
        }
        int onto = trial.cluster.placeNode(volume, 0);
        trial.isolates(onto);
        assertThat(trial.state(volume)).isEqualTo(VolumeState.UNREACHABLE);
        assertThat(trial.isOn(volume, onto)).isFalse();
        trial.heals(onto).runs(HOUR);
        assertThat(trial.state(volume)).isEqualTo(VolumeState.MIRRORED);
    }

    @ParameterizedTest
    @EnumSource
    void aRateOfNothingStopsIt(EngineKind engine) {
        Trial trial = unreachable(engine, SMALL);
        int waiting = waiting(trial);
        trial.does(new Intervention.RestoreFromSnapshots(EVERY_TEN_SECONDS, 1))
                .does(new Intervention.RestoreFromSnapshots(new Rate(0), 1))
                .runs(HOUR);
        assertThat(waiting(trial)).isEqualTo(waiting);
    }
}
