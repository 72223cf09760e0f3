package mirrorstorm.run.batch;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * An estimate and how sure it is: a confidence interval. NaN where too little is known to say.
 *
 * @param value what is most likely
 * @param low   the lower end
 * @param high  the upper end
 */
public record Interval(double value, double low, double high) {

    /** How often an interval covers the truth, a share, where nothing else is said. */
    public static final double CONFIDENCE = 0.95;

    /** The share of successes among independent trials, with Wilson's score interval (1927). */
    public static Interval ofShare(int successes, int trials) {
        return ofShare(successes, trials, CONFIDENCE);
    }

    /** As {@link #ofShare(int, int)}, with another confidence, (0, 1). */
    public static Interval ofShare(int successes, int trials, double confidence) {
        if (trials == 0) {
            return new Interval(Double.NaN, 0, 1);
        }
        org.apache.commons.statistics.interval.Interval wilson =
                BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, 1 - confidence);
        return new Interval((double) successes / trials, wilson.getLowerBound(), wilson.getUpperBound());
    }

    /** The mean of independent values, with Student's interval; NaN ends if there are fewer than two. */
    public static Interval ofMean(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        double reach = error * TDistribution.of(n - 1).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
        return new Interval(mean, mean - reach, mean + reach);
    }

    /**
     * Between which values of a sample another one of the same kind lies with a probability, and its median. The ends
     * are order statistics: between the k-th smallest and the k-th largest of n lies the next one with probability
     * (n + 1 - 2k) / (n + 1), whatever the distribution (Wilks 1941). So infinity is a value like others. With too few
     * values for so wide an interval it is from the smallest to the largest; NaN for none.
     *
     * @param sorted      ascending
     * @param probability in (0, 1)
     */
    public static Interval predictionInterval(double[] sorted, double probability) {
        int n = sorted.length;
        if (n == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        int k = Math.max(1, (int) ((1 - probability) / 2 * (n + 1) + 1e-9));
        return new Interval(quantile(sorted, 0.5), sorted[k - 1], sorted[n - k]);
    }

    /**
     * The value below which a share of the sample lies, by nearest rank, which needs no distance and so copes with
     * infinity. NaN for no values.
     *
     * @param sorted ascending
     */
    public static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    /** Half of its width. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
