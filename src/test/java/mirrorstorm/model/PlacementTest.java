package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where replicas lie at the start. That no two of a volume share a node is a law, checked in every {@link Trial}. */
class PlacementTest {

    @ParameterizedTest
    @CsvSource({
        "480, 24, 24000, 0.8045",
        "60, 2, 1500, 0.9",
        "10, 5, 200, 0.99",
        "40, 3, 800, 0.7",
        "20, 2, 300000, 0.6"
    })
    void replicasLieInDifferentRacks(int nodes, int racks, int volumes, double utilisation) {
        Cluster cluster = placed(nodes, racks, volumes, 2, utilisation);
        long sharing = IntStream.range(0, volumes)
                .filter(v -> cluster.rack(cluster.placeNode(v, 0)) == cluster.rack(cluster.placeNode(v, 1)))
                .count();
        assertThat(sharing).isZero();
    }

    @Test
    void withOneRackTheyShareIt() {
        assertThat(placed(4, 1, 10, 2, 0.5).volumesOn(0)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.95})
    void nodesAreAboutEquallyFull(double utilisation) {
        Cluster cluster = placed(100, 10, 5_000, 2, utilisation);
        int[] used = IntStream.range(0, 100).map(cluster::used).sorted().toArray();
        // The better of two choices keeps the fullest within a few of the mean (Mitzenmacher 2001); one alone: 130.
        assertThat(used[99] - used[0]).isLessThanOrEqualTo(8);
        assertThat(Arrays.stream(used).sum()).isEqualTo(10_000);
    }

    @Test
    void theMirrorsOfANodeAreSpreadOverAllOthers() {
        Cluster cluster = placed(30, 30, 30_000, 2, 0.8);
        long[] mirrors = new long[29];
        for (int volume : cluster.volumesOn(0)) {
            int mirror = cluster.placeNode(volume, cluster.placeNode(volume, 0) == 0 ? 1 : 0);
            mirrors[mirror - 1]++;
        }
        assertThat(ChiSquareTest.withDefaults().test(mirrors).getPValue()).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 2", "3, 5, 3", "4, 5, 3", "5, 9, 2", "4, 40, 3", "7, 33, 2", "40, 160, 3"})
    void aClusterThatIsExactlyFullHoldsThemAll(int nodes, int volumes, int replicas) {
        Cluster cluster = placed(nodes, nodes, volumes, replicas, 1);
        assertThat(cluster.openNodeCount()).isZero();
        assertThat(cluster.offeredTotal()).isZero();
    }

    @Test
    void aClusterOfFewerNodesThanReplicasIsRefused() {
        assertThatThrownBy(() -> placed(2, 2, 5, 3, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 volumes");
    }

    private static Cluster placed(int nodes, int racks, int volumes, int replicas, double utilisation) {
        Settings settings = with(
                SMALL,
                "cluster.nodes",
                nodes,
                "cluster.racks",
                racks,
                "cluster.volumes",
                volumes,
                "cluster.replicas",
                replicas,
                "cluster.utilisation",
                utilisation);
        return new Trial(settings, EngineKind.RATES, 1).cluster;
    }
}
