package mirrorstorm.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of a bundled scenario spread at its milestones when only the seed differs: without it nobody can tell a
 * model that agrees with a report from a seed that does. It is computed by {@code mirrorstorm spread} and shipped
 * beside the scenario; of a scenario that was changed since, nothing is known.
 *
 * @param scenario  its id
 * @param sha256    of everything in the scenario that decides a run or is held against it
 * @param firstSeed of the runs; those that follow have the next ones
 * @param milestones in the order of the scenario
 * @param within    with how many milestones each run agrees, ascending
 * @param wildness  of each run, see {@link #wildnessOf}, ascending
 * @param first     what the run with the first seed shows at each milestone, for a test of whether all this is stale
 */
public record Spread(
        String scenario,
        String sha256,
        long firstSeed,
        List<Band> milestones,
        List<Integer> within,
        List<Double> wildness,
        List<Double> first) {

    /** Where these are, among the assets. */
    public static final String FOLDER = "assets/spread";

    /** Standard deviations that count at most; a run that shows nothing at a milestone has so many there. */
    private static final double WILD = 3;

    /** Standard normal deviates from the 5th to the 95th percentile. */
    private static final double DEVIATES = 3.29;

    /** What was looked up last: charts ask for the same scenario frame after frame. Immutable: races are harmless. */
    private static volatile @Nullable Known last;

    private record Known(Scenario scenario, Optional<Spread> spread) {}

    /**
     * The values below which 5, 25, 50, 75 and 95 % of the runs lie at a milestone; NaN where they show nothing.
     *
     * @param id       of the milestone
     * @param agreeing share of the runs that agree with the report
     */
    public record Band(String id, double p05, double p25, double p50, double p75, double p95, double agreeing) {}

    public Spread {
        milestones = List.copyOf(milestones);
        within = List.copyOf(within);
        wildness = List.copyOf(wildness);
        first = List.copyOf(first);
    }

    /** The spread that is shipped for a scenario, whatever its seed; empty if there is none of just this one. */
    @SuppressWarnings("ReferenceEquality") // comparing scenarios by value takes as long as looking it up
    public static Optional<Spread> of(Scenario scenario) {
        Known known = last;
        if (known == null || known.scenario() != scenario) {
            known = new Known(scenario, find(scenario));
            last = known;
        }
        return known.spread();
    }

    private static Optional<Spread> find(Scenario scenario) {
        return scenario.milestones().isEmpty() || !Library.IDS.contains(scenario.id())
                ? Optional.empty()
                : SpreadFile.shipped(scenario.id())
                        .filter(spread -> spread.sha256().equals(sha256(scenario)));
    }

    /** Of everything in a scenario that decides a run but its seed, and of its milestones; texts are left out. */
    public static String sha256(Scenario scenario) {
        Scenario bare = new Scenario(
                scenario.schema(),
                scenario.id(),
                "",
                "",
                "",
                0,
                scenario.horizon(),
                scenario.origin(),
                scenario.cluster(),
                scenario.zones(),
                scenario.search(),
                scenario.race(),
                scenario.copy(),
                scenario.election(),
                scenario.controlPlane(),
                scenario.instances(),
                Scenario.DEFAULTS.metrics(),
                Scenario.DEFAULTS.statusPage(),
                Scenario.DEFAULTS.recoveredBelow(),
                scenario.timeline(),
                scenario.milestones(),
                List.of(),
                List.of(),
                "",
                List.of());
        try {
            byte[] text = ScenarioWriter.text(bare).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java has SHA-256", e);
        }
    }

    /** The band of a milestone; empty if there is none of that name. */
    public Optional<Band> band(String milestone) {
        return milestones.stream().filter(band -> band.id().equals(milestone)).findFirst();
    }

    /** How many runs it is of. */
    public int replications() {
        return within.size();
    }

    /** The share of the runs that agree with every milestone. */
    public double allWithin() {
        long all = within.stream().filter(count -> count == milestones.size()).count();
        return (double) all / replications();
    }

    /** With how many milestones half of the runs agree at most. */
    public int medianWithin() {
        return within.get((replications() - 1) / 2);
    }

    /**
     * How far a run lies from the middle of the runs: the mean over the milestones of its distance from the median, in
     * standard deviations of the runs there, none counted as more than three.
     *
     * @param values at each milestone, in their order; NaN where the run shows nothing
     */
    public double wildnessOf(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            Band band = milestones.get(i);
            double deviation = (band.p95() - band.p05()) / DEVIATES;
            double distance = Math.abs(values[i] - band.p50());
            boolean isNear = distance == 0 || (Double.isNaN(values[i]) && Double.isNaN(band.p50()));
            boolean isKnown = deviation > 0 && !Double.isNaN(distance);
            sum += isNear ? 0 : isKnown ? Math.min(WILD, distance / deviation) : WILD;
        }
        return sum / values.length;
    }

    /** The share of the runs that lie nearer to their middle than a run with these values. */
    public double wilderThan(double[] values) {
        double wild = wildnessOf(values);
        return (double) wildness.stream().filter(each -> each < wild).count() / replications();
    }

    /** The spread of runs from what they show: a row for each, with a value for each milestone. */
    public static Spread of(Scenario scenario, long firstSeed, List<double[]> runs) {
        List<Milestone> all = scenario.milestones();
        Band[] bands = new Band[all.size()];
        Arrays.setAll(bands, i -> band(all.get(i), runs.stream().mapToDouble(run -> run[i])));
        List<Integer> within = runs.stream()
                .map(run -> (int) IntStream.range(0, run.length)
                        .filter(i -> agrees(all.get(i), run[i]))
                        .count())
                .sorted()
                .toList();
        List<Double> first = Arrays.stream(runs.get(0)).boxed().toList();
        Spread bare = new Spread(scenario.id(), sha256(scenario), firstSeed, List.of(bands), within, List.of(), first);
        List<Double> wildness = runs.stream().map(bare::wildnessOf).sorted().toList();
        return new Spread(bare.scenario, bare.sha256, firstSeed, bare.milestones, within, wildness, first);
    }

    private static Band band(Milestone milestone, DoubleStream values) {
        double[] all = values.toArray();
        double[] sorted = Arrays.stream(all)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        long agreeing =
                Arrays.stream(all).filter(value -> agrees(milestone, value)).count();
        return new Band(
                milestone.id(),
                quantile(sorted, 0.05),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 0.95),
                (double) agreeing / all.length);
    }

    private static boolean agrees(Milestone milestone, double value) {
        return Math.abs(value - milestone.published()) <= milestone.tolerance();
    }

    /** By nearest rank. */
    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
