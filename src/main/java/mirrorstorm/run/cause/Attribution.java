package mirrorstorm.run.cause;

import java.util.List;
import mirrorstorm.run.batch.Estimator;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;

/**
 * An outcome shared out over its causes. Each set of causes is run without the others; the share of a cause is what
 * it adds, on average over all orders in which the causes could come in (Shapley 1953): the only way to share that
 * adds up, treats equals alike and gives nothing to what changes nothing. Taken replication by replication with the
 * same random numbers, so the intervals are those of the differences.
 *
 * @param causes   those that are told apart
 * @param outcomes for each set of causes, as bits of their positions, and each replication
 */
public record Attribution(List<Cause> causes, List<List<Outcome>> outcomes) {

    public Attribution {
        causes = List.copyOf(causes);
        outcomes = outcomes.stream().map(List::copyOf).toList();
        if (outcomes.size() != 1 << causes.size()) {
            throw new IllegalArgumentException(outcomes.size() + " sets of " + causes.size() + " causes");
        }
    }

    /** How many replications are in it. */
    public int replications() {
        return outcomes.get(0).size();
    }

    /** What it is with all causes: what happened. */
    public Interval withAll(Measure measure) {
        return Estimator.mean(outcomes.get(outcomes.size() - 1), measure);
    }

    /** What it is without any of them. */
    public Interval withNone(Measure measure) {
        return Estimator.mean(outcomes.get(0), measure);
    }

    /** How much of the outcome is due to the cause at that position. The shares of all causes add up. */
    public Interval share(int cause, Measure measure) {
        double[] weights = new double[outcomes.size()];
        for (int set = 0; set < weights.length; set++) {
            int others = set & ~(1 << cause);
            double weight = weight(Integer.bitCount(others), causes.size());
            weights[set] = set == others ? -weight : weight;
        }
        return Estimator.combination(weights, outcomes, measure);
    }

    /** What a cause does alone: with it and nothing else, against nothing at all. */
    public Interval alone(int cause, Measure measure) {
        return difference(1 << cause, 0, measure);
    }

    /** What would have been spared without just this one: all causes, against all others. */
    public Interval spared(int cause, Measure measure) {
        int all = outcomes.size() - 1;
        return difference(all, all & ~(1 << cause), measure);
    }

    private Interval difference(int set, int other, Measure measure) {
        return Estimator.difference(outcomes.get(set), outcomes.get(other), measure);
    }

    /** The share of orders in which just {@code before} given causes come before a given one: b! (n-b-1)! / n!. */
    private static double weight(int before, int n) {
        double weight = 1.0 / n;
        for (int i = 1; i <= before; i++) {
            weight *= (double) i / (n - i);
        }
        return weight;
    }
}
