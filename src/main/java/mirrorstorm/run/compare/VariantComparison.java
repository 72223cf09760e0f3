package mirrorstorm.run.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
        return Interval.ofMean(Outcome.values(outcomes.get(variant), measure));
    }

    /** By how much a variant exceeds the first, pair by pair. */
    public Interval difference(int variant, Measure measure) {
        double[] first = Outcome.values(outcomes.get(0), measure);
        double[] values = Outcome.values(outcomes.get(variant), measure);
        return Interval.ofMean(IntStream.range(0, first.length)
                .mapToDouble(i -> values[i] - first[i])
                .toArray());
    }

    /** Whether the difference is told from none with the confidence of the interval. */
    public boolean differs(int variant, Measure measure) {
        Interval difference = difference(variant, measure);
        return difference.low() > 0 || difference.high() < 0;
    }

    /** The median of a variant. */
    public double median(int variant, Measure measure) {
        double[] values = Outcome.values(outcomes.get(variant), measure);
        Arrays.sort(values);
        return Interval.quantile(values, 0.5);
    }
}
