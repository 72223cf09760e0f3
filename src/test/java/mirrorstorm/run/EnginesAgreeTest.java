package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mirrorstorm.model.Backoff;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rates engine and the one that schedules every round have the same distributions: two-sample tests of Kolmogorov
 * and Smirnov over many seeds, on a cluster of 60 nodes whose storm takes an hour. All comparisons together reject
 * engines that do agree once in a thousand (Bonferroni); seeds are fixed, so it is never or always.
 */
class EnginesAgreeTest {

    private static final int SEEDS = 64;
    private static final double ALPHA = 0.001;
    private static final int METRICS = 12;
    private static final Duration HORIZON = Duration.ofMinutes(90);
    private static final Duration SAMPLE = Duration.ofMinutes(5);
    private static final Duration MIDWAY = Duration.ofMinutes(30);
    private static final Duration ROOM = Duration.ofMinutes(60);

    /** Six times: right after the trigger, in the storm, at its end, when there is room again. */
    private static final int[] SAMPLES = {1, 3, 6, 12, 14, 17};

    private enum Case {
        NONE,
        EXPONENTIAL,
        NONE_THEN_FULL_JITTER,
        FULL_JITTER_THEN_NONE,
        NO_QUARANTINE,
        TWELVE_NODES
    }

    @ParameterizedTest
    @EnumSource
    void theirDistributionsAreTheSame(Case which) {
        Map<String, double[]> rates = sample(which, EngineKind.RATES);
        Map<String, double[]> rounds = sample(which, EngineKind.ROUNDS);
        assertThat(rates).hasSize(METRICS);
        double pMin = ALPHA / (METRICS * Case.values().length);
        List<String> apart = new ArrayList<>();
        rates.forEach((metric, values) -> {
            double p = KolmogorovSmirnovTest.withDefaults()
                    .test(values, rounds.get(metric))
                    .getPValue();
            if (p < pMin) {
                apart.add("%s p = %.2g: mean %.6g under rates, %.6g under rounds"
                        .formatted(metric, p, mean(values), mean(rounds.get(metric))));
            }
        });
        assertThat(apart).isEmpty();
        if (which == Case.NONE) {
            assertThat(mean(rates.get("crashes")))
                    .as("there is a storm to agree about")
                    .isGreaterThan(3);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static Map<String, double[]> sample(Case which, EngineKind engine) {
        Scenario scenario = scenario(which);
        List<Map<String, Double>> runs = IntStream.rangeClosed(1, SEEDS)
                .parallel()
                // Different seeds for each engine: the samples must be independent.
                .mapToObj(seed -> measure(scenario.withSeed(engine == EngineKind.RATES ? seed : -seed), engine))
                .toList();
        Map<String, double[]> samples = new LinkedHashMap<>();
        for (String metric : runs.get(0).keySet()) {
            samples.put(
                    metric, runs.stream().mapToDouble(run -> run.get(metric)).toArray());
        }
        return samples;
    }

    private static Map<String, Double> measure(Scenario scenario, EngineKind engine) {
        Run run = new Run(scenario, 0, engine, SAMPLE.toNanos());
        run.advanceTo(HORIZON.toNanos());
        Summary summary = run.summary(0);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("stuck peak", summary.stuckPeak());
        values.put("time of the peak", summary.stuckPeakAtSeconds());
        values.put("crashes", (double) summary.nodesCrashed());
        values.put("probes", summary.probes());
        values.put("recovery", (double) summary.recoveryNanos().orElse(HORIZON.toNanos()));
        values.put("unreachable", summary.unreachableFinal());
        for (int sample : SAMPLES) {
            values.put("stuck in sample " + sample, run.series().get(Metric.STUCK, sample));
        }
        return values;
    }

    private static Scenario scenario(Case which) {
        Settings settings = Settings.DEFAULTS;
        Object[][] values = {
            {"cluster.nodes", which == Case.TWELVE_NODES ? 12 : 60},
            {"cluster.racks", 6},
            {"cluster.volumes", which == Case.TWELVE_NODES ? 300 : 1_500},
            {"cluster.utilisation", keepsNoQuarantine(which) ? 0.88 : 0.8045},
            {"cluster.quarantine", !keepsNoQuarantine(which)},
            {"search.probes", which == Case.TWELVE_NODES ? 3 : 10},
            {"search.roundTime", Duration.ofSeconds(4)},
            {"search.backoff", backoff(which)},
            {"race.probability", raceProbability(which)},
            {"race.window", Duration.ofSeconds(1)},
            {"copy.rateMiBps", 100.0},
            {"controlPlane.createVolume.rate", new Rate(0)},
            {"controlPlane.other.rate", new Rate(0)}
        };
        for (Object[] value : values) {
            settings = SettingsPath.with(settings, (String) value[0], value[1]);
        }
        List<TimedIntervention> timeline = new ArrayList<>();
        timeline.add(at(
                Duration.ofMinutes(4), new Intervention.Isolate(new NodeTarget.Share(0.277), Duration.ofMinutes(1))));
        switch (which) {
            case NONE_THEN_FULL_JITTER ->
                timeline.add(at(MIDWAY, new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER)));
            case FULL_JITTER_THEN_NONE ->
                timeline.add(at(MIDWAY, new Intervention.Set("search.backoff.policy", BackoffPolicy.NONE)));
            default -> {
                // Nothing changes midway.
            }
        }
        timeline.add(at(ROOM, new Intervention.AddNodes(60, Duration.ofMinutes(10))));
        timeline.add(at(ROOM.plusMinutes(5), new Intervention.Restart(new NodeTarget.All())));
        return Cases.scenario(settings, HORIZON, timeline);
    }

    private static boolean keepsNoQuarantine(Case which) {
        return which == Case.NO_QUARANTINE || which == Case.TWELVE_NODES;
    }

    /** So bad that each case sees some crashes. */
    private static double raceProbability(Case which) {
        return switch (which) {
            case NONE, NONE_THEN_FULL_JITTER, FULL_JITTER_THEN_NONE, NO_QUARANTINE -> 2e-7;
            case EXPONENTIAL -> 8e-6;
            case TWELVE_NODES -> 4e-6;
        };
    }

    private static Backoff backoff(Case which) {
        BackoffPolicy policy =
                switch (which) {
                    case NONE, NONE_THEN_FULL_JITTER, NO_QUARANTINE, TWELVE_NODES -> BackoffPolicy.NONE;
                    case EXPONENTIAL -> BackoffPolicy.EXPONENTIAL;
                    case FULL_JITTER_THEN_NONE -> BackoffPolicy.FULL_JITTER;
                };
        return new Backoff(policy, Duration.ofSeconds(2), Duration.ofMinutes(2));
    }

    private static TimedIntervention at(Duration time, Intervention intervention) {
        return new TimedIntervention(time.toNanos(), intervention);
    }
}
