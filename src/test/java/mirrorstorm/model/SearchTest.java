package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Known answers about searching. A full cluster of 38 nodes gets two empty ones, so that a twentieth of all nodes has
 * room; then a node with 1,000 replicas is destroyed, and that many volumes search at once.
 */
class SearchTest {

    private static final double SIGMAS = 5;
    private static final double P_VALUE_MIN = 1e-4;
    private static final int SEARCHING = 1_000;
    private static final double OPEN_SHARE = 0.05;

    private static final Settings FULL = with(
            SMALL, "cluster.nodes", 38, "cluster.racks", 38, "cluster.volumes", 19_000, "cluster.utilisation", 1.0);

    private static Simulation searching(EngineKind engine, int probes) {
        return new Simulation(
                with(FULL, "search.probes", probes),
                1,
                0,
                engine,
                List.of(
                        now(new Intervention.AddNodes(2, Duration.ZERO)),
                        now(new Intervention.Destroy(Trial.nodes(0)))));
    }

    private static TimedIntervention now(Intervention intervention) {
        return new TimedIntervention(0, intervention);
    }

    /** Seconds from the start to the claim of each volume that searched. */
    private static double[] claimSeconds(Simulation simulation) {
        double[] seconds = new double[SEARCHING];
        int[] claimed = new int[1];
        simulation.listen((time, change, subject, detail) -> {
            if (change == StateChange.SPACE_CLAIMED) {
                seconds[claimed[0]++] = time * 1e-9;
            }
        });
        simulation.advanceTo(Duration.ofHours(1).toNanos());
        assertThat(claimed[0]).isEqualTo(SEARCHING);
        return seconds;
    }

    /** Failed rounds before success are geometric: success within k probes has probability 1-(1-f)^k. */
    @ParameterizedTest
    @CsvSource({"1, 0.05", "5, 0.2262", "20, 0.6415"})
    void roundsUntilSuccessAreGeometric(int probes, double successKnown) {
        double success = 1 - Math.pow(1 - OPEN_SHARE, probes);
        assertThat(success).isCloseTo(successKnown, within(1e-4));
        Simulation simulation = searching(EngineKind.ROUNDS, probes);
        simulation.advanceTo(0);
        int[] volumes = IntStream.range(0, 19_000)
                .filter(v -> simulation.cluster().volumeState(v) == VolumeState.SEARCHING)
                .toArray();
        assertThat(volumes).hasSize(SEARCHING);
        claimSeconds(simulation);
        int[] failures = Arrays.stream(volumes)
                .map(v -> (int) simulation.failedRounds(v))
                .toArray();
        double mean = Arrays.stream(failures).average().orElseThrow();
        double sigma = Math.sqrt((1 - success) / SEARCHING) / success;
        assertThat(mean).isCloseTo((1 - success) / success, within(SIGMAS * sigma));
        assertThat(simulation.probes())
                .isEqualTo(
                        probes * (SEARCHING + (double) Arrays.stream(failures).sum()));

        // As many bins as leave ten expected in each; the last takes the rest.
        int bins = 1 + (int) (Math.log(10.0 / SEARCHING) / Math.log(1 - success));
        long[] counts = new long[bins];
        double[] expected = new double[bins];
        for (int i = 0; i < bins; i++) {
            double reached = Math.pow(1 - success, i);
            expected[i] = i == bins - 1 ? reached : reached * success;
        }
        for (int failed : failures) {
            counts[Math.min(failed, bins - 1)]++;
        }
        assertThat(ChiSquareTest.withDefaults().test(expected, counts).getPValue())
                .isGreaterThan(P_VALUE_MIN);
    }

    /** A search of rounds of exponential length is itself exponential, with the rate of its successes. */
    @ParameterizedTest
    @CsvSource({"RATES, 1", "RATES, 5", "RATES, 20", "ROUNDS, 1", "ROUNDS, 5", "ROUNDS, 20"})
    void theTimeOfASearchIsExponential(EngineKind engine, int probes) {
        double success = 1 - Math.pow(1 - OPEN_SHARE, probes);
        double[] seconds = claimSeconds(searching(engine, probes));
        double mean = Arrays.stream(seconds).average().orElseThrow();
        assertThat(mean).isCloseTo(1 / success, within(SIGMAS / success / Math.sqrt(SEARCHING)));
        long[] quantiles = new long[20];
        for (double second : seconds) {
            quantiles[(int) (20 * (1 - Math.exp(-second * success)))]++;
        }
        assertThat(ChiSquareTest.withDefaults().test(quantiles).getPValue()).isGreaterThan(P_VALUE_MIN);
    }

    /** Under rates the failed probes are an expectation; the whole of them still has the mean of the geometric law. */
    @ParameterizedTest
    @CsvSource({"RATES, 1", "RATES, 5", "RATES, 20", "ROUNDS, 5"})
    void probesAreCountedWhetherOrNotTheyAreSimulated(EngineKind engine, int probes) {
        double success = 1 - Math.pow(1 - OPEN_SHARE, probes);
        Simulation simulation = searching(engine, probes);
        claimSeconds(simulation);
        double rounds = simulation.probes() / probes;
        double sigma = Math.sqrt(SEARCHING * (1 - success)) / success;
        assertThat(rounds).isCloseTo(SEARCHING / success, within(SIGMAS * sigma));
    }

    @ParameterizedTest
    @EnumSource
    void theClaimedNodeIsAnyOfTheOpenOnes(EngineKind engine) {
        Simulation simulation = searching(engine, 5);
        claimSeconds(simulation);
        int first = simulation.cluster().used(38);
        assertThat((double) first).isCloseTo(500, within(SIGMAS * Math.sqrt(250)));
        assertThat(first + simulation.cluster().used(39)).isEqualTo(SEARCHING);
    }

    /** Without room S volumes send S k / tau probes a second. */
    @ParameterizedTest
    @CsvSource({"RATES, 1, 1", "RATES, 20, 0.25", "ROUNDS, 1, 1", "ROUNDS, 20, 0.25"})
    void aStormWithoutRoomSendsKProbesPerRoundTimeAndVolume(EngineKind engine, int probes, double roundSeconds) {
        Settings settings = with(
                SMALL,
                "cluster.volumes",
                100,
                "cluster.utilisation",
                1.0,
                "search.probes",
                probes,
                "search.roundTime",
                Duration.ofNanos((long) (roundSeconds * 1e9)));
        Trial trial = new Trial(settings, engine, 1);
        trial.isolates(0);
        int stuck = trial.count(VolumeState.SEARCHING);
        trial.runs(Duration.ofMinutes(2));
        double rounds = stuck * 120 / roundSeconds;
        double sigma = engine == EngineKind.RATES ? 1e-9 : Math.sqrt(rounds);
        assertThat(trial.simulation.probes() / probes).isCloseTo(rounds, within(SIGMAS * sigma));
        assertThat(trial.simulation.roundCount()).isEqualTo(stuck);
    }

    /** With full jitter at its cap c a volume sends k probes every tau + c/2 on average. */
    @ParameterizedTest
    @EnumSource
    void fullJitterThinsTheStormToOneRoundPerHalfCap(EngineKind engine) {
        Duration cap = Duration.ofSeconds(100);
        Settings settings = with(
                SMALL,
                "cluster.volumes",
                100,
                "cluster.utilisation",
                1.0,
                "search.backoff",
                new Backoff(BackoffPolicy.FULL_JITTER, cap, cap));
        Simulation simulation = new Simulation(settings, 1, 0, engine, List.of());
        simulation.setPlan(List.of(now(new Intervention.Crash(Trial.nodes(0)))));
        simulation.advanceTo(0);
        int stuck = simulation.cluster().volumeCount(VolumeState.SEARCHING);
        double seconds = 100_000;
        simulation.advanceTo((long) (seconds * 1e9));
        // A renewal process: cycles of mean 1 + 50 s and variance 1 + 100^2/12 s^2.
        double cycle = 51;
        double variance = 1 + 100 * 100 / 12.0;
        double sigma = Math.sqrt(stuck * seconds * variance / Math.pow(cycle, 3));
        double rounds = simulation.probes() / settings.search().probes();
        assertThat(rounds).isCloseTo(stuck * seconds / cycle, within(SIGMAS * sigma + stuck));
    }

    @ParameterizedTest
    @EnumSource
    void aVolumeIsNeverOfferedANodeThatItIsOnAlready(EngineKind engine) {
        // Three nodes, one of them down: the only room is where the volume already is.
        Settings settings = with(
                SMALL,
                "cluster.nodes",
                3,
                "cluster.racks",
                3,
                "cluster.volumes",
                6,
                "cluster.quarantine",
                false,
                "search.probes",
                3);
        Trial trial = new Trial(with(settings, "cluster.replicas", 2), engine, 1);
        int third = 3 - trial.primary(0) - trial.other(0);
        trial.crashes(third, trial.other(0)).runs(Duration.ofMinutes(10));
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.cluster.openNodeCount()).isEqualTo(1);
        // All its rounds fail, and they count: 600 of a second each.
        int searching = trial.count(VolumeState.SEARCHING);
        double rounds = trial.simulation.probes() / 3;
        assertThat(rounds).isCloseTo(600.0 * searching, within(SIGMAS * Math.sqrt(600.0 * searching)));
        assertThat(trial.simulation.failedRounds(0)).isCloseTo(600, within(SIGMAS * Math.sqrt(600)));
    }
}
