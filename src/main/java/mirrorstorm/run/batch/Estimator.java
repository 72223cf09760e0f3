package mirrorstorm.run.batch;

import java.util.Arrays;
import java.util.List;

/**
 * What replications say of a measure, with an interval that suits its kind: score intervals for what can only be true
 * or false, the bootstrap for everything else. NaN where the runs cannot show the measure.
 */
public final class Estimator {

    private Estimator() {}

    /** The mean of a measure; of what can only be true or false the share of runs. */
    public static Interval mean(List<Outcome> outcomes, Measure measure) {
        if (!Outcome.areShown(outcomes, measure)) {
            return Interval.NONE;
        }
        double[] values = Outcome.values(outcomes, measure);
        if (measure.kind() == Measure.Kind.TRUTH) {
            int successes =
                    (int) Arrays.stream(values).filter(value -> value != 0).count();
            return Interval.ofShare(successes, values.length);
        }
        return Interval.ofMean(values, 0, max(measure));
    }

    /** By how much the mean of one exceeds that of the other, replication by replication. */
    public static Interval difference(List<Outcome> one, List<Outcome> other, Measure measure) {
        return combination(new double[] {1, -1}, List.of(one, other), measure);
    }

    /**
     * A weighted sum of the means of the same replications of several variants.
     *
     * @param weights whose sum is 0
     */
    public static Interval combination(double[] weights, List<List<Outcome>> variants, Measure measure) {
        if (!variants.stream().allMatch(outcomes -> Outcome.areShown(outcomes, measure))) {
            return Interval.NONE;
        }
        double[][] values = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            values[i] = Outcome.values(variants.get(i), measure);
        }
        if (measure.kind() == Measure.Kind.TRUTH) {
            boolean[][] successes = new boolean[weights.length][values[0].length];
            for (int i = 0; i < weights.length; i++) {
                for (int trial = 0; trial < values[i].length; trial++) {
                    successes[i][trial] = values[i][trial] != 0;
                }
            }
            return Interval.ofShares(weights, successes);
        }
        double[] sums = new double[values[0].length];
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            most += weights[i] > 0 ? weights[i] * max(measure) : 0;
            for (int trial = 0; trial < sums.length; trial++) {
                sums[trial] += weights[i] * values[i][trial];
            }
        }
        return Interval.ofMean(sums, -most, most);
    }

    /** The median of a measure; infinite where half of the runs lie beyond the horizon. */
    public static Interval median(List<Outcome> outcomes, Measure measure) {
        return Outcome.areShown(outcomes, measure)
                ? Interval.ofMedian(Outcome.sortedUnrestricted(outcomes, measure))
                : Interval.NONE;
    }

    private static double max(Measure measure) {
        return measure.kind() == Measure.Kind.SHARE ? 1 : Double.POSITIVE_INFINITY;
    }
}
