package mirrorstorm.run.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mirrorstorm.run.Evidence;
import mirrorstorm.run.batch.Estimator;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;

/**
 * What variants come to over many replications. Replication r of each has the same random numbers, stream by stream
 * (common random numbers), so the differences are taken pair by pair: what chance did to both cancels out.
 *
 * @param variants    two to four; the first is what the others are held against
 * @param outcomes    for each variant, one for each replication
 * @param divergences for each variant where it parts from the first in replication 0; empty if it never does, as for
 *                    the first itself
 */
public record VariantComparison(
        List<Variant> variants, List<List<Outcome>> outcomes, List<Optional<FirstDivergence.Divergence>> divergences) {

    /** Most variants that anybody can keep apart. */
    public static final int VARIANTS_MAX = 4;

    public VariantComparison {
        if (variants.size() < 2 || variants.size() > VARIANTS_MAX) {
            throw new IllegalArgumentException("two to four variants can be compared, not " + variants.size());
        }
        variants = List.copyOf(variants);
        outcomes = outcomes.stream().map(List::copyOf).toList();
        divergences = List.copyOf(divergences);
    }

    /**
     * For each variant when it parts from the first in replication 0, nanoseconds since the start; empty if it never
     * does, as for the first itself.
     */
    public List<OptionalLong> parted() {
        return divergences.stream().map(FirstDivergence::nanos).toList();
    }

    /** How many replications are in it. */
    public int replications() {
        return outcomes.get(0).size();
    }

    /** The mean of a variant. */
    public Interval mean(int variant, Measure measure) {
        return Estimator.mean(outcomes.get(variant), measure);
    }

    /** By how much a variant exceeds the first, pair by pair. */
    public Interval difference(int variant, Measure measure) {
        return Estimator.difference(outcomes.get(variant), outcomes.get(0), measure);
    }

    /** Whether the difference is told from none with the confidence of the interval. */
    public boolean differs(int variant, Measure measure) {
        Interval difference = difference(variant, measure);
        return difference.low() > 0 || difference.high() < 0;
    }

    /** The median of a variant; infinite where half of its runs lie beyond the horizon. */
    public Interval median(int variant, Measure measure) {
        return Estimator.median(outcomes.get(variant), measure);
    }

    /** How many runs of a variant have a time of recovery that lies beyond the horizon. */
    public int beyondHorizon(int variant, Measure measure) {
        return (int) outcomes.get(variant).stream()
                .filter(outcome -> Double.isInfinite(outcome.getUnrestricted(measure)))
                .count();
    }

    /**
     * The measures that tell something: those that at least one variant can show, and of the parts of a recovery only
     * where there is more than one.
     */
    public List<Measure> toldMeasures() {
        return Arrays.stream(Measure.values())
                .filter(measure -> outcomes.stream().anyMatch(each -> Outcome.areShown(each, measure)))
                .filter(measure -> !measure.isOfVolumesAlone() || hasMoreThanVolumes())
                .toList();
    }

    private boolean hasMoreThanVolumes() {
        return variants.stream()
                .anyMatch(variant -> Evidence.of(variant.scenario()).subjects().size() > 1);
    }
}
