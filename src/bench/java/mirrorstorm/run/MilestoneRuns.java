package mirrorstorm.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;

/**
 * Many replications of a scenario at its milestones, and what can be said of them by drawing from them again: how sure
 * a median is, and how likely so many fresh replications meet every milestone at their medians.
 */
final class MilestoneRuns {

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int RESAMPLES = 20_000;

    private final Scenario scenario;
    /** By milestone and replication; NaN where a run shows no such thing. */
    private final double[][] values;

    private MilestoneRuns(Scenario scenario, double[][] values) {
        this.scenario = scenario;
        this.values = values;
    }

    /** The replications of these indices, each run to the end. */
    static MilestoneRuns of(Scenario scenario, IntStream replications) {
        List<double[]> runs = replications
                .parallel()
                .mapToObj(replication -> run(scenario, replication).milestones().stream()
                        .mapToDouble(MilestoneResult::simulated)
                        .toArray())
                .toList();
        return new MilestoneRuns(
                scenario,
                IntStream.range(0, scenario.milestones().size())
                        .mapToObj(i -> runs.stream().mapToDouble(run -> run[i]).toArray())
                        .toArray(double[][]::new));
    }

    /** One replication, run to the end, sampled once a minute. */
    static Run run(Scenario scenario, int replication) {
        Run run = new Run(scenario, replication, EngineKind.RATES, SAMPLE_NANOS);
        run.advanceTo(scenario.horizon().toNanos());
        return run;
    }

    /** The scenario of that name or file, with the levers of {@code PATH=VALUE} arguments. */
    static Scenario scenario(String idOrFile, List<String> levers) throws Exception {
        Scenario scenario = Library.open(idOrFile);
        for (String lever : levers) {
            String path = lever.substring(0, lever.indexOf('='));
            scenario = scenario.withLever(path, Levers.require(path).parse(lever.substring(path.length() + 1)));
        }
        return scenario;
    }

    int count() {
        return values[0].length;
    }

    /** What every replication shows at that milestone, in order; what is not shown at all sorts last. */
    double[] sorted(int milestone) {
        double[] sorted = values[milestone].clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many replications meet that milestone. */
    long within(int milestone) {
        return Arrays.stream(values[milestone])
                .filter(value -> isWithin(milestone, value))
                .count();
    }

    /** How many milestones each replication meets. */
    int[] withinByRun() {
        return IntStream.range(0, count())
                .map(run -> (int) IntStream.range(0, values.length)
                        .filter(i -> isWithin(i, values[i][run]))
                        .count())
                .toArray();
    }

    private boolean isWithin(int milestone, double value) {
        Milestone it = scenario.milestones().get(milestone);
        return Math.abs(value - it.published()) <= it.tolerance();
    }

    /** The medians of as many replications as there are, drawn from these again and again, in order. */
    double[] resampledMedians(int milestone) {
        Random random = new Random(milestone);
        return IntStream.range(0, RESAMPLES)
                .mapToDouble(i -> median(values[milestone], draw(random, count())))
                .sorted()
                .toArray();
    }

    /** The probability that {@code fresh} replications meet every milestone at their medians. */
    double probabilityOfAll(int fresh) {
        Random random = new Random(fresh);
        int all = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = draw(random, fresh);
            boolean meets = IntStream.range(0, values.length).allMatch(m -> isWithin(m, median(values[m], drawn)));
            all += meets ? 1 : 0;
        }
        return (double) all / RESAMPLES;
    }

    private int[] draw(Random random, int size) {
        return random.ints(size, 0, count()).toArray();
    }

    private static double median(double[] of, int[] drawn) {
        return median(Arrays.stream(drawn).mapToDouble(i -> of[i]).sorted().toArray());
    }

    static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The value below which that share of them lies. */
    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
