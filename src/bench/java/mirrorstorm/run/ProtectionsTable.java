package mirrorstorm.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;

/**
 * What each of the remedies that were announced after 2011 does by itself: medians over replications with the same
 * random numbers, and from the 5th to the 95th percentile. Prints Markdown, for {@code src/docs/fit.md}.
 *
 * <p>Arguments: scenario, replications, hours.
 */
public final class ProtectionsTable {

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();

    private ProtectionsTable() {}

    private static Map<String, UnaryOperator<Scenario>> protections(Scenario scenario) {
        int quarter = Math.max(1, (Integer) scenario.lever("controlPlane.threads") / 4);
        Map<String, UnaryOperator<Scenario>> all = new LinkedHashMap<>();
        all.put("as it was", it -> it);
        all.put("headroom: 70 % used", it -> it.withLever("cluster.utilisation", 0.70));
        all.put("full jitter, 1 s to 5 min", it -> it.withLever("search.backoff.policy", BackoffPolicy.FULL_JITTER));
        all.put("previous mirror first", it -> it.withLever("search.target", TargetPolicy.PREVIOUS_FIRST));
        all.put("race fixed", it -> it.withLever("race.probability", 0.0));
        all.put("time-out of 5 s", it -> it.withLever("controlPlane.createVolume.timeout", Duration.ofSeconds(5)));
        all.put("bulkhead: a quarter", it -> it.withLever("controlPlane.bulkhead", quarter));
        return all;
    }

    public static void main(String[] args) throws Exception {
        Scenario scenario = Library.open(args.length > 0 ? args[0] : "aws-2011-fragile");
        int replications = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Duration until = args.length > 2 ? Duration.ofHours(Long.parseLong(args[2])) : scenario.horizon();
        System.out.println("| protection | collapsed | stuck peak | probes | crashes | recovered | recovery, h |"
                + " API errors elsewhere, min |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        protections(scenario).forEach((name, change) -> {
            Scenario varied = change.apply(scenario);
            List<Outcome> outcomes = IntStream.range(0, replications)
                    .parallel()
                    .mapToObj(replication -> outcome(varied, replication, until))
                    .toList();
            print(name, outcomes);
        });
    }

    private record Outcome(Summary summary, double errorMinutes) {}

    private static Outcome outcome(Scenario scenario, int replication, Duration until) {
        Run run = new Run(scenario, replication, EngineKind.RATES, SAMPLE_NANOS);
        run.advanceTo(until.toNanos());
        Series series = run.series();
        long minutes = IntStream.range(0, series.size())
                .filter(i -> series.get(Metric.API_ERROR_SHARE, i) > Milestone.HAPPENING_ABOVE)
                .count();
        return new Outcome(run.summary(0), minutes);
    }

    private static void print(String name, List<Outcome> outcomes) {
        long collapsed =
                outcomes.stream().filter(it -> it.summary().collapsed()).count();
        long recovered =
                outcomes.stream().filter(it -> it.summary().recovered()).count();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d of %d | %s | %s | %s | %d of %d | %s | %s |%n",
                name,
                collapsed,
                outcomes.size(),
                spread(outcomes, it -> 100 * it.summary().stuckPeak(), "%.1f %%"),
                spread(outcomes, it -> it.summary().probes() / 1e6, "%.0f M"),
                spread(outcomes, it -> it.summary().nodesCrashed(), "%.0f"),
                recovered,
                outcomes.size(),
                spread(outcomes, ProtectionsTable::recoveryHours, "%.1f"),
                spread(outcomes, Outcome::errorMinutes, "%.0f"));
    }

    private static double recoveryHours(Outcome outcome) {
        Summary summary = outcome.summary();
        return summary.recovered() && summary.recoveryNanos().isPresent()
                ? summary.recoveryNanos().getAsLong() / 3.6e12
                : Double.NaN;
    }

    private static String spread(List<Outcome> outcomes, ToDoubleFunction<Outcome> of, String format) {
        double[] values = outcomes.stream()
                .mapToDouble(of)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (values.length == 0) {
            return "-";
        }
        double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
        return String.format(Locale.ROOT, format, median) + " ("
                + Arrays.stream(new double[] {0.05, 0.95})
                        .mapToObj(share -> String.format(
                                Locale.ROOT, "%.3g", values[(int) Math.round(share * (values.length - 1))]))
                        .reduce((low, high) -> low + " to " + high)
                        .orElse("")
                + ")";
    }
}
