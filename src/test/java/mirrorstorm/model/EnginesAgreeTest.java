package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rates engine has the distribution of the plain one: two-sample Kolmogorov-Smirnov tests over many seeds on a
 * storm that is over in minutes, at an overall level of 0.1 % (Bonferroni).
 */
class EnginesAgreeTest {

    private static final int SEEDS = 60;
    private static final double LEVEL = 0.001;
    private static final int MEASURES = 11;

    /** What differs between the storms. */
    enum Storm {
        NO_BACKOFF,
        EXPONENTIAL,
        BACKOFF_COMES_LATE,
        RACE_OFF
    }

    @ParameterizedTest
    @EnumSource
    void theTwoEnginesCannotBeToldApart(Storm storm) {
        Map<String, List<Double>> rates = measure(storm, EngineKind.RATES);
        Map<String, List<Double>> rounds = measure(storm, EngineKind.ROUNDS);
        assertThat(rates).hasSize(MEASURES);
        double alpha = LEVEL / (MEASURES * Storm.values().length);
        rates.forEach((name, values) -> {
            double p = KolmogorovSmirnovTest.withDefaults()
                    .test(array(values), array(rounds.getOrDefault(name, List.of())))
                    .getPValue();
            assertThat(p).as("%s in %s", name, storm).isGreaterThan(alpha);
        });
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, List<Double>> measure(Storm storm, EngineKind engine) {
        Map<String, List<Double>> measures = new TreeMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            // Different seeds for the two, so that shared luck cannot hide a difference.
            long own = seed + (engine == EngineKind.RATES ? 0L : 1_000_000L);
            one(storm, engine, own).forEach((name, value) -> measures.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(value));
        }
        return measures;
    }

    private static Map<String, Double> one(Storm storm, EngineKind engine, long seed) {
        Settings settings = Trial.with(
                Settings.DEFAULTS,
                "cluster.nodes",
                40,
                "cluster.racks",
                8,
                "cluster.volumes",
                800,
                "cluster.volumeGiB",
                2,
                "cluster.utilisation",
                0.82,
                "race.probability",
                storm == Storm.RACE_OFF ? 0.0 : 2e-7,
                "search.probes",
                8,
                "search.backoff.policy",
                storm == Storm.EXPONENTIAL ? BackoffPolicy.EXPONENTIAL : BackoffPolicy.NONE,
                "search.backoff.cap",
                Duration.ofSeconds(8));
        List<TimedIntervention> plan = new ArrayList<>();
        plan.add(at(5, new Intervention.Isolate(new NodeTarget.Share(0.3), Duration.ofSeconds(20))));
        if (storm == Storm.BACKOFF_COMES_LATE) {
            plan.add(at(60, new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER)));
        }
        plan.add(at(200, new Intervention.AddNodes(12, Duration.ofSeconds(60))));
        Simulation run = new Simulation(settings, seed, 0, engine, plan);
        Map<String, Double> found = new TreeMap<>();
        double peak = 0;
        double peakAt = 0;
        double recoveredAt = 0;
        for (int second = 1; second <= 600; second++) {
            run.advanceTo(Duration.ofSeconds(second).toNanos());
            double stuck = run.cluster().stuckCount();
            if (second > 30 && stuck > peak) {
                peak = stuck;
                peakAt = second;
            }
            recoveredAt = stuck > 0 ? second : recoveredAt;
            if (second % 100 == 0) {
                found.put("stuck at " + second, stuck);
            }
        }
        found.put("peak", peak);
        found.put("time of peak", peakAt);
        found.put("time of recovery", recoveredAt);
        found.put("crashes", (double) run.cluster().crashCount());
        found.put("probes", run.probes());
        return found;
    }

    private static TimedIntervention at(long seconds, Intervention intervention) {
        return new TimedIntervention(Duration.ofSeconds(seconds).toNanos(), intervention);
    }
}
