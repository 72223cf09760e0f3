package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law of the storm's first minutes: a share x of the nodes is cut off for a minute, at utilisation u. What is
 * affected is 2x - x^2 of the volumes; the room for a second mirror is 2(1-u)/u per volume, of which quarantine leaves
 * the share 1-x. The rest stays stuck.
 */
class StuckShareTest {

    private static final int NODES = 400;
    private static final int VOLUMES = 20_000;
    private static final int SEEDS = 4;
    private static final double SIGMAS = 5;
    private static final double LOAD_SIGMA = 2;

    @ParameterizedTest
    @CsvSource({
        // The fit of 2011, and the closed form of src/docs/model.md, Known answers.
        "0.8045, 0.277, true, 0.1259",
        "0.95, 0.126, false, 0.1309",
        "0.90, 0.195, false, 0.1298",
        "0.85, 0.281, false, 0.1301",
        "0.90, 0.13, false, 0.0209",
        "0.95, 0.2, false, 0.2547",
        // With room for everybody there is no storm.
        "0.85, 0.13, false, 0",
        "0.75, 0.2, true, 0",
        // Quarantine makes one.
        "0.87, 0.15, true, 0.0235",
        "0.90, 0.3, true, 0.3544"
    })
    void whatFindsNoRoomStaysStuck(double u, double x, boolean quarantine, double known) {
        double affected = 2 * x - x * x;
        double room = 2 * (1 - u) / u * (quarantine ? 1 - x : 1);
        assertThat(Math.max(0, affected - room)).isCloseTo(known, within(1e-4));

        int isolated = (int) Math.rint(x * NODES);
        double both = (double) isolated * (isolated - 1) / (NODES * (NODES - 1.0));
        double exact = 2.0 * isolated / NODES - both;
        double exactRoom = 2 * (1 - u) / u * (quarantine ? 1 - (double) isolated / NODES : 1);
        double mean = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            mean += stuckShare(u, x, quarantine, seed) / SEEDS;
        }
        // The luck is how many volumes lose both replicas (a hypergeometric count, at most binomial), and how many
        // replicas the isolated nodes held: placement leaves a node within one or two of the mean.
        double lost = both * (1 - both) / VOLUMES;
        double held = isolated * LOAD_SIGMA * LOAD_SIGMA / ((double) VOLUMES * VOLUMES);
        double sigma = Math.sqrt((lost + held) / SEEDS);
        assertThat(mean).isCloseTo(Math.max(0, exact - exactRoom), within(SIGMAS * sigma));
        assertThat(SIGMAS * sigma).as("sharp enough to tell").isLessThan(0.01);
    }

    private static double stuckShare(double u, double x, boolean quarantine, long seed) {
        Settings settings = Trial.with(
                Settings.DEFAULTS,
                "cluster.nodes",
                NODES,
                "cluster.racks",
                20,
                "cluster.volumes",
                VOLUMES,
                "cluster.utilisation",
                u,
                "cluster.quarantine",
                quarantine,
                "race.probability",
                0.0);
        Intervention trigger = new Intervention.Isolate(new NodeTarget.Share(x), Duration.ofMinutes(1));
        Simulation run =
                new Simulation(settings, seed, 0, EngineKind.RATES, List.of(new TimedIntervention(0, trigger)));
        run.advanceTo(Duration.ofMinutes(11).toNanos());
        return run.cluster().stuckCount() / (double) VOLUMES;
    }
}
