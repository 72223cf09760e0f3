package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rates engine has the distribution of the plain one on a handful of nodes too, where much of the room there is
 * lies on nodes that the searching volumes cannot use because they are on them: a swarm of random storms on 2 to 12
 * nodes, with two-sample Kolmogorov-Smirnov tests over many seeds at an overall level of 0.1 % (Bonferroni).
 */
class FewNodesAgreeTest {

    private static final int NODES_MAX = 12;
    private static final int STORMS_EACH = 3;
    private static final int SEEDS = 100;
    private static final int MEASURES = 7;
    private static final double LEVEL = 0.001;
    private static final double SIGMAS = 5;
    private static final String PROBES = "probes";
    private static final String CRASHES = "crashes";
    private static final int TRIGGER_SECONDS = 5;
    private static final int HORIZON_SECONDS = 600;
    private static final double SHORTAGE_MAX = 0.05;

    static Stream<Arguments> swarm() {
        return IntStream.rangeClosed(2, NODES_MAX).boxed().flatMap(nodes -> IntStream.range(0, STORMS_EACH)
                .mapToObj(storm -> Arguments.of(nodes, storm)));
    }

    @ParameterizedTest(name = "{0} nodes, storm {1}")
    @MethodSource("swarm")
    void theTwoEnginesCannotBeToldApart(int nodes, int storm) {
        Random random = new Random(100L * nodes + storm);
        Settings settings = settings(nodes, random);
        Intervention trigger = random.nextBoolean()
                ? new Intervention.Isolate(Trial.nodes(0), Duration.ofSeconds(10))
                : new Intervention.Crash(Trial.nodes(0));
        Map<String, double[]> rates = sample(settings, trigger, EngineKind.RATES);
        Map<String, double[]> rounds = sample(settings, trigger, EngineKind.ROUNDS);
        // Under rates probes are an expectation, which scatters less than what it expects: only the means are the same.
        double[] probes = rates.remove(PROBES);
        double[] counted = rounds.remove(PROBES);
        assertThat(mean(probes))
                .as("probes of %s", settings)
                .isCloseTo(mean(counted), within(SIGMAS * Math.sqrt(errorSquared(probes) + errorSquared(counted))));
        assertThat(rates).hasSize(MEASURES);
        assertThat(mean(rates.getOrDefault(CRASHES, new double[0])))
                .as("there is a race to agree about")
                .isPositive();
        double alpha = LEVEL / (MEASURES * STORMS_EACH * (NODES_MAX - 1));
        List<String> apart = new ArrayList<>();
        rates.forEach((name, values) -> {
            double[] others = rounds.getOrDefault(name, new double[0]);
            double p = KolmogorovSmirnovTest.withDefaults().test(values, others).getPValue();
            if (p < alpha) {
                apart.add("%s: p = %.2g, mean %.5g under rates, %.5g under rounds"
                        .formatted(name, p, mean(values), mean(others)));
            }
        });
        assertThat(apart).as(settings.toString()).isEmpty();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The variance of the mean of these. */
    private static double errorSquared(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return squares / (values.length - 1) / values.length;
    }

    /** Just so full that the loss of a node leaves some volumes without room: it lies where they cannot use it. */
    private static double utilisation(int nodes, Random random) {
        double lost = 1.0 / nodes;
        double enough = 1 / (1 + lost - lost * lost / 2);
        return enough * (1 + SHORTAGE_MAX * random.nextDouble());
    }

    /** A cluster in which a node crashes within a minute or so if half of its volumes search there in vain. */
    private static Settings settings(int nodes, Random random) {
        int volumesEach = 6 + random.nextInt(10);
        int probes = 1 + random.nextInt(20);
        double windowSeconds = 0.1 + random.nextDouble();
        double roundsPerSecond = volumesEach / 2.0;
        double pairs = probes * (probes - 1) / 2.0 + probes * probes * roundsPerSecond * windowSeconds;
        double crashAfterSeconds = 5 + random.nextInt(40);
        return Trial.with(
                Settings.DEFAULTS,
                "cluster.nodes",
                nodes,
                "cluster.racks",
                nodes,
                "cluster.volumes",
                nodes * volumesEach / 2,
                "cluster.volumeGiB",
                1,
                "cluster.utilisation",
                utilisation(nodes, random),
                "cluster.quarantine",
                random.nextBoolean(),
                "search.probes",
                probes,
                "search.roundTime",
                Duration.ofSeconds(1),
                "race.window",
                Duration.ofMillis((long) (1000 * windowSeconds)),
                "race.probability",
                1 / (crashAfterSeconds * roundsPerSecond * pairs),
                "copy.rateMiBps",
                5 + 20 * random.nextDouble(),
                "controlPlane.createVolume.rate",
                new Rate(0),
                "controlPlane.other.rate",
                new Rate(0));
    }

    private static Map<String, double[]> sample(Settings settings, Intervention trigger, EngineKind engine) {
        Map<String, double[]> samples = new TreeMap<>();
        for (int i = 0; i < SEEDS; i++) {
            // Different seeds for the two, so that shared luck cannot hide a difference.
            int index = i;
            long seed = i + (engine == EngineKind.RATES ? 1L : 1_000_001L);
            one(settings, trigger, engine, seed)
                    .forEach((name, value) -> samples.computeIfAbsent(name, n -> new double[SEEDS])[index] = value);
        }
        return samples;
    }

    private static Map<String, Double> one(Settings settings, Intervention trigger, EngineKind engine, long seed) {
        TimedIntervention timed =
                new TimedIntervention(Duration.ofSeconds(TRIGGER_SECONDS).toNanos(), trigger);
        Simulation run = new Simulation(settings, seed, 0, engine, List.of(timed));
        Map<String, Double> found = new TreeMap<>();
        double lastCrash = 0;
        int crashes = 0;
        for (int second = 1; second <= HORIZON_SECONDS; second++) {
            run.advanceTo(Duration.ofSeconds(second).toNanos());
            if (run.cluster().crashCount() > crashes) {
                crashes = run.cluster().crashCount();
                lastCrash = second;
            }
            if (second == 20 || second == 100 || second == HORIZON_SECONDS) {
                found.put("stuck at " + second, (double) run.cluster().stuckCount());
            }
            if (second == 100) {
                found.put("crashes by 100", (double) crashes);
            }
        }
        found.put(CRASHES, (double) crashes);
        found.put("time of the last crash", lastCrash);
        found.put(PROBES, run.probes());
        found.put("copies", (double) run.finishedCopyCount());
        return found;
    }
}
