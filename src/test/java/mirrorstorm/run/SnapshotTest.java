package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.RandomCase;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.model.VolumeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is to be seen of a run: all of it, as it was at that moment, for as long as anybody looks. */
class SnapshotTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private static Snapshot snapshot(Simulation run, long horizonNanos, long reachedNanos) {
        Settings settings = run.cluster().settings();
        Series none = new Series(MINUTE, settings.zones().size(), settings.fullZone());
        return Snapshot.of(run, none, horizonNanos, reachedNanos);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itSaysWhatTheClusterSaid(long seed) {
        RandomCase random = new RandomCase(seed);
        Simulation run =
                new Simulation(random.settings(), seed, 0, random.engine(), random.plan(8, Duration.ofMinutes(2)));
        run.advanceTo(3 * MINUTE);
        Cluster cluster = run.cluster();
        Snapshot snapshot = snapshot(run, 9 * MINUTE, 5 * MINUTE);
        assertThat(snapshot.timeNanos()).isEqualTo(3 * MINUTE);
        assertThat(snapshot.horizonNanos()).isEqualTo(9 * MINUTE);
        assertThat(snapshot.reachedNanos()).isEqualTo(5 * MINUTE);
        assertThat(snapshot.settings()).isEqualTo(cluster.settings());
        assertThat(snapshot.probes()).isEqualTo(run.probes());
        assertThat(snapshot.events()).isEqualTo(run.eventCount());
        assertThat(snapshot.stuckCount()).isEqualTo(cluster.stuckCount());
        assertThat(snapshot.crashCount()).isEqualTo(cluster.crashCount());
        assertThat(snapshot.openNodeCount()).isEqualTo(cluster.openNodeCount());
        assertThat(snapshot.offeredTotal()).isEqualTo(cluster.offeredTotal());
        assertThat(snapshot.capacityTotal()).isEqualTo(cluster.capacityTotal());
        for (VolumeState state : VolumeState.values()) {
            assertThat(snapshot.volumeCount(state)).isEqualTo(cluster.volumeCount(state));
        }
        for (NodeState state : NodeState.values()) {
            assertThat(snapshot.nodeCount(state)).isEqualTo(cluster.nodeCount(state));
        }
        assertThat(snapshot.nodeCount()).isEqualTo(cluster.nodeCount());
        for (int node = 0; node < cluster.nodeCount(); node++) {
            assertThat(snapshot.nodeState(node)).isEqualTo(cluster.nodeState(node));
            assertThat(snapshot.isQuarantined(node)).isEqualTo(cluster.isQuarantined(node));
            assertThat(snapshot.used(node)).isEqualTo(cluster.used(node));
            assertThat(snapshot.capacity(node)).isEqualTo(cluster.capacity(node));
            assertThat(snapshot.offered(node)).isEqualTo(cluster.offered(node));
            assertThat(snapshot.searching(node)).isEqualTo(cluster.searching(node));
            assertThat(snapshot.awaitedBy(node)).isEqualTo(cluster.awaitedBy(node));
        }
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            assertThat(snapshot.volumeState(volume)).isEqualTo(cluster.volumeState(volume));
            assertThat(snapshot.phase(volume)).isEqualTo(cluster.phase(volume));
            for (int place = 0; place <= cluster.replicaCount(); place++) {
                assertThat(snapshot.placeNode(volume, place)).isEqualTo(cluster.placeNode(volume, place));
                boolean isCurrent = place < cluster.replicaCount() && cluster.isCurrent(volume, place);
                assertThat(snapshot.isCurrent(volume, place)).isEqualTo(isCurrent);
            }
        }
    }

    @Test
    void itStaysAsItIsWhileTheRunGoesOn() {
        RandomCase random = new RandomCase(3);
        Simulation run =
                new Simulation(random.settings(), 3, 0, random.engine(), random.plan(8, Duration.ofMinutes(2)));
        run.advanceTo(MINUTE);
        Snapshot snapshot = snapshot(run, 0, 0);
        String before = Snapshots.text(snapshot);
        run.advanceTo(5 * MINUTE);
        assertThat(Snapshots.text(snapshot)).isEqualTo(before);
        assertThat(Snapshots.text(snapshot(run, 0, 0))).isNotEqualTo(before);
    }

    @Test
    void aRunningCopyShowsItsEndsAndHowFarItIs() {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 5);
        settings = SettingsPath.with(settings, "cluster.volumes", 5);
        settings = SettingsPath.with(settings, "cluster.utilisation", 0.3);
        Intervention trigger = new Intervention.Destroy(new NodeTarget.Nodes(List.of(0)));
        Simulation run = new Simulation(settings, 1, 0, EngineKind.RATES, List.of(new TimedIntervention(0, trigger)));
        run.advanceTo(MINUTE);
        Snapshot young = snapshot(run, 0, 0);
        int volume =
                IntStream.range(0, 5).filter(young::isStreaming).findFirst().orElseThrow();
        run.advanceTo(61 * MINUTE);
        Snapshot old = snapshot(run, 0, 0);
        Snapshot.Copy copy = old.copy(volume);
        assertThat(copy.source()).isEqualTo(old.sourceNode(volume));
        assertThat(copy.target()).isEqualTo(old.placeNode(volume, 2));
        // 100 GiB at 14 MiB/s take 7,314 s.
        double hour = copy.progress() - young.copy(volume).progress();
        assertThat(hour).isCloseTo(3_600 / 7_314.2857, within(1e-6));
    }
}
