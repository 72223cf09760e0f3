package mirrorstorm.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;

/**
 * Holds a fitted scenario against what was published: the median of many replications at each milestone, and how far
 * they scatter. Prints Markdown, for {@code src/docs/fit.md}.
 *
 * <p>Arguments: scenario, replications, and {@code PATH=VALUE} for every lever that is to differ.
 */
public final class MilestoneTable {

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();

    private MilestoneTable() {}

    public static void main(String[] args) throws Exception {
        Scenario scenario = Library.open(args.length > 0 ? args[0] : "aws-2011");
        int replications = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        for (int i = 2; i < args.length; i++) {
            int at = args[i].indexOf('=');
            scenario = scenario.withLever(
                    args[i].substring(0, at),
                    Levers.require(args[i].substring(0, at)).parse(args[i].substring(at + 1)));
        }
        Scenario varied = scenario;
        List<List<MilestoneResult>> runs = IntStream.range(0, replications)
                .parallel()
                .mapToObj(replication -> results(varied, replication))
                .toList();
        System.out.println("| milestone | published | tolerance | median | 5 % | 95 % | median within | runs within |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < scenario.milestones().size(); i++) {
            print(scenario.milestones().get(i), i, runs);
        }
        double[] fits = runs.stream()
                .mapToDouble(run -> run.stream().filter(MilestoneResult::within).count())
                .toArray();
        System.out.println("within per replication: " + Arrays.toString(fits));
    }

    private static List<MilestoneResult> results(Scenario scenario, int replication) {
        Run run = new Run(scenario, replication, EngineKind.RATES, SAMPLE_NANOS);
        run.advanceTo(scenario.horizon().toNanos());
        return run.milestones();
    }

    private static void print(Milestone milestone, int index, List<List<MilestoneResult>> runs) {
        // what a run does not show at all sorts last, as if it came never
        double[] values = runs.stream()
                .mapToDouble(run -> run.get(index).simulated())
                .sorted()
                .toArray();
        double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
        long within = runs.stream().filter(run -> run.get(index).within()).count();
        boolean isTime = milestone.when() instanceof Milestone.Within while_
                && while_.statistic().isTime();
        boolean agrees = Math.abs(median - milestone.published()) <= milestone.tolerance();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %d of %d |%n",
                milestone.id(),
                text(milestone.published(), isTime),
                text(milestone.tolerance(), isTime),
                text(median, isTime),
                text(values[(int) Math.round(0.05 * (values.length - 1))], isTime),
                text(values[(int) Math.round(0.95 * (values.length - 1))], isTime),
                agrees ? "yes" : "**no**",
                within,
                values.length);
    }

    private static String text(double value, boolean isTime) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return isTime
                ? String.format(Locale.ROOT, "%.0f min", value / 60)
                : String.format(Locale.ROOT, "%.2f %%", value * 100);
    }
}
