package mirrorstorm.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/**
 * How near the case of 2011 was to running away, along what its fit leaves open: the race's probability, and how many
 * nodes were isolated in a cluster how full, of which only the outcome, 13 % without room, was published. Medians, and
 * from the 5th to the 95th percentile, when the searches stop. Prints Markdown, for {@code src/docs/fit.md}.
 *
 * <p>Arguments: scenario, replications.
 */
public final class TippingTable {

    private static final Duration SEARCHES_STOP = Duration.ofMinutes(653);

    /** By then copies have begun and no servers have come: the loop gain of the storm itself. */
    private static final int GAIN_MINUTE = 120;

    /** Isolated share and utilisation, solved together for the same share without room. */
    private static final double[][] TRIGGERS = {{0.277, 0.8054}, {0.22, 0.8554}, {0.16, 0.9098}};

    private static final double[] FACTORS = {1, 1.5, 2, 3, 4};

    private TippingTable() {}

    private record Outcome(double gain, double crashes, double stuck, double collapsed) {}

    public static void main(String[] args) throws Exception {
        Scenario scenario = Library.open(args[0]);
        int replications = Integer.parseInt(args[1]);
        double probability = (Double) scenario.lever("race.probability");
        System.out.println("| isolated | utilisation | race probability | loop gain | crashes | stuck | collapsed |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (double[] trigger : TRIGGERS) {
            Scenario varied = isolating(scenario, trigger[0]).withLever("cluster.utilisation", trigger[1]);
            for (double factor : FACTORS) {
                Scenario wilder = varied.withLever("race.probability", factor * probability);
                List<Outcome> outcomes = IntStream.range(0, replications)
                        .parallel()
                        .mapToObj(replication -> outcome(wilder, replication))
                        .toList();
                print(trigger, factor, outcomes);
            }
        }
    }

    private static Scenario isolating(Scenario scenario, double share) {
        return scenario.withTimeline(scenario.timeline().stream()
                .map(timed -> timed.intervention() instanceof Intervention.Isolate isolate
                        ? new TimedIntervention(
                                timed.timeNanos(),
                                new Intervention.Isolate(new NodeTarget.Share(share), isolate.duration()))
                        : timed)
                .toList());
    }

    private static Outcome outcome(Scenario scenario, int replication) {
        Run run = new Run(
                scenario, replication, EngineKind.RATES, Duration.ofMinutes(1).toNanos());
        run.advanceTo(SEARCHES_STOP.toNanos());
        Summary summary = run.summary(0);
        return new Outcome(
                run.series().get(Metric.LOOP_GAIN, GAIN_MINUTE),
                summary.nodesCrashed(),
                100 * summary.stuckFinal(),
                summary.collapsed() ? 1 : 0);
    }

    private static void print(double[] trigger, double factor, List<Outcome> outcomes) {
        long collapsed = outcomes.stream().filter(it -> it.collapsed() > 0).count();
        System.out.printf(
                Locale.ROOT,
                "| %.1f %% | %.2f %% | times %s | %s | %s | %s | %d of %d |%n",
                100 * trigger[0],
                100 * trigger[1],
                factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor),
                spread(outcomes, Outcome::gain, "%.2f (%.2f to %.2f)"),
                spread(outcomes, Outcome::crashes, "%.0f (%.0f to %.0f)"),
                spread(outcomes, Outcome::stuck, "%.1f %% (%.1f to %.1f)"),
                collapsed,
                outcomes.size());
    }

    private static String spread(List<Outcome> outcomes, ToDoubleFunction<Outcome> of, String format) {
        double[] values = outcomes.stream().mapToDouble(of).sorted().toArray();
        return String.format(
                Locale.ROOT,
                format,
                MilestoneRuns.median(values),
                MilestoneRuns.quantile(values, 0.05),
                MilestoneRuns.quantile(values, 0.95));
    }
}
