package mirrorstorm.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;

/**
 * Holds a fitted scenario against what was published: the median of many replications at each milestone, how sure it
 * is, how far single runs scatter, and how likely fresh replications meet every milestone at their medians. Prints
 * Markdown, for {@code src/docs/fit.md}.
 *
 * <p>Arguments: scenario or file, replications, index of the first one, and {@code PATH=VALUE} for every lever that is
 * to differ.
 */
public final class MilestoneTable {

    private static final int[] FRESH = {9, 20, 60};

    private MilestoneTable() {}

    public static void main(String[] args) throws Exception {
        int replications = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int first = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        List<String> levers = args.length > 3 ? Arrays.asList(args).subList(3, args.length) : List.of();
        Scenario scenario = MilestoneRuns.scenario(args.length > 0 ? args[0] : "aws-2011", levers);
        MilestoneRuns runs = MilestoneRuns.of(scenario, IntStream.range(first, first + replications));
        System.out.println("| milestone | published | tolerance | median | its interval | 5 % | 95 % | of half |"
                + " median within | runs within |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < scenario.milestones().size(); i++) {
            print(scenario.milestones().get(i), i, runs);
        }
        List<String> all = new ArrayList<>();
        for (int fresh : FRESH) {
            all.add(String.format(Locale.ROOT, "%d: %.3f", fresh, runs.probabilityOfAll(fresh)));
        }
        System.out.println("probability that fresh replications meet all at their medians: " + String.join(", ", all));
        int[] within = runs.withinByRun();
        long whole = Arrays.stream(within)
                .filter(count -> count == scenario.milestones().size())
                .count();
        System.out.println(
                whole + " of " + within.length + " meet all; milestones met by each: " + Arrays.toString(within));
    }

    private static void print(Milestone milestone, int index, MilestoneRuns runs) {
        double[] values = runs.sorted(index);
        double[] medians = runs.resampledMedians(index);
        double median = MilestoneRuns.median(values);
        double off = Math.abs(median - milestone.published()) / milestone.tolerance();
        boolean isTime = milestone.when() instanceof Milestone.Within while_
                && while_.statistic().isTime();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s to %s | %s | %s | %.2f | %s | %d of %d |%n",
                milestone.id(),
                text(milestone.published(), isTime),
                text(milestone.tolerance(), isTime),
                text(median, isTime),
                text(MilestoneRuns.quantile(medians, 0.025), isTime),
                text(MilestoneRuns.quantile(medians, 0.975), isTime),
                text(MilestoneRuns.quantile(values, 0.05), isTime),
                text(MilestoneRuns.quantile(values, 0.95), isTime),
                2 * off,
                off <= 1 ? "yes" : "**no**",
                runs.within(index),
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
