package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Capacity: derived from utilisation, dealt evenly over the nodes, changed by two levers and by nodes that join. */
class CapacityTest {

    @ParameterizedTest
    @CsvSource({
        "480, 24000, 2, 0.8045, 59664",
        "480, 24000, 2, 0.87, 55172",
        "12, 60, 2, 0.8, 150",
        "7, 13, 3, 0.999, 39",
        "5, 10, 2, 0.5, 40",
        "40, 160, 3, 1.0, 480",
        "1920, 96000, 2, 0.8045, 238658"
    })
    void roomIsReplicasTimesVolumesByUtilisationInWholeVolumes(
            int nodes, int volumes, int replicas, double utilisation, int room) {
        Cluster cluster = cluster(nodes, volumes, replicas, utilisation);
        assertThat(cluster.capacityTotal()).isEqualTo(room);
        assertThat(IntStream.range(0, nodes).map(cluster::capacity).sum()).isEqualTo(room);
        int[] capacities =
                IntStream.range(0, nodes).map(cluster::capacity).sorted().toArray();
        assertThat(capacities[nodes - 1] - capacities[0]).isLessThanOrEqualTo(1);
    }

    private static Cluster cluster(int nodes, int volumes, int replicas, double utilisation) {
        Settings settings = with(
                SMALL,
                "cluster.nodes",
                nodes,
                "cluster.racks",
                nodes,
                "cluster.volumes",
                volumes,
                "cluster.replicas",
                replicas,
                "cluster.utilisation",
                utilisation);
        return new Trial(settings, EngineKind.RATES, 1).cluster;
    }

    @Test
    void nodesThatJoinHaveTheMeanAndStayWithinOneOfEachOther() {
        Trial trial = new Trial(with(SMALL, "cluster.nodes", 7, "cluster.utilisation", 0.37), EngineKind.RATES, 1);
        assertThat(trial.cluster.capacityTotal()).isEqualTo(54);
        trial.does(new Intervention.AddNodes(14, Duration.ZERO));
        int[] joined = IntStream.range(7, 21).map(trial.cluster::capacity).toArray();
        assertThat(IntStream.of(joined).sum()).isEqualTo(2 * 54);
        assertThat(joined).containsOnly(7, 8);
        assertThat(IntStream.range(7, 21).map(trial.cluster::offered).toArray()).isEqualTo(joined);
        assertThat(trial.cluster.capacityTotal()).isEqualTo(3 * 54);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.77, 1.3, 2})
    void theFactorMultipliesTheWholeAndIsDealtAsEvenly(double factor) {
        Trial trial = new Trial(with(SMALL, "cluster.volumes", 101, "cluster.utilisation", 0.3), EngineKind.RATES, 1);
        long before = trial.cluster.capacityTotal();
        trial.sets("cluster.capacityFactor", factor);
        assertThat(trial.cluster.capacityTotal()).isEqualTo((long) Math.rint(before * factor));
        int[] capacities =
                IntStream.range(0, 5).map(trial.cluster::capacity).sorted().toArray();
        assertThat(capacities[4] - capacities[0]).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theFactorNeverTakesRoomThatIsInUse(EngineKind engine) {
        Trial trial = new Trial(with(SMALL, "cluster.volumes", 100, "cluster.utilisation", 0.9), engine, 1);
        int used = trial.used();
        trial.sets("cluster.capacityFactor", 0.5);
        for (int node = 0; node < 5; node++) {
            assertThat(trial.cluster.capacity(node)).isEqualTo(trial.cluster.used(node));
            assertThat(trial.cluster.offered(node)).isZero();
        }
        assertThat(trial.used()).isEqualTo(used);
        assertThat(trial.cluster.openNodeCount()).isZero();
        trial.sets("cluster.capacityFactor", 2.0);
        assertThat(trial.cluster.openNodeCount()).isEqualTo(5);
        assertThat(trial.cluster.offeredTotal()).isEqualTo(2 * 222 - used);
    }

    @ParameterizedTest
    @EnumSource
    void aNodeFilledToTheFullRatioOffersNothing(EngineKind engine) {
        // 8 volumes a node, 4 in use; 0.6 of 8 is 4.8: a fifth volume does not fit below it.
        Trial trial = new Trial(SMALL, engine, 1);
        trial.sets("cluster.fullRatio", 0.6);
        for (int node = 0; node < 5; node++) {
            assertThat(trial.cluster.offered(node)).isEqualTo(Math.max(0, 4 - trial.cluster.used(node)));
        }
        trial.sets("cluster.fullRatio", 0.625);
        for (int node = 0; node < 5; node++) {
            assertThat(trial.cluster.offered(node)).isEqualTo(Math.max(0, 5 - trial.cluster.used(node)));
        }
    }

    @Test
    void aRatioThatIsAWholeNumberOfVolumesIsNotRoundedDown() {
        // 100 * 0.29 is 28.999... in binary.
        Settings settings =
                with(SMALL, "cluster.volumes", 50, "cluster.nodes", 2, "cluster.racks", 2, "cluster.fullRatio", 0.29);
        Trial trial = new Trial(settings, EngineKind.RATES, 1);
        trial.does(new Intervention.AddNodes(1, Duration.ZERO));
        assertThat(trial.cluster.capacity(2)).isEqualTo(100);
        assertThat(trial.cluster.offered(2)).isEqualTo(29);
    }
}
