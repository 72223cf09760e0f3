package mirrorstorm.run.batch;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * An estimate and how sure it is: a confidence interval. NaN where too little is known to say.
 *
 * @param value what is most likely
 * @param low   the lower end
 * @param high  the upper end
 */
public record Interval(double value, double low, double high) {

    /** Nothing is known. */
    static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

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
        double low = successes == 0 ? 0 : wilson.getLowerBound(); // but for rounding they are just that
        double high = successes == trials ? 1 : wilson.getUpperBound();
        return new Interval((double) successes / trials, low, high);
    }

    /**
     * A combination of shares of successes, each share among the same trials: the difference of two shares of paired
     * trials by Newcombe's method 10 (1998), and any other in the same way. Never beyond what shares allow.
     *
     * @param weights   of each share
     * @param successes for each share whether trial i was one; equally long
     */
    public static Interval ofShares(double[] weights, boolean[][] successes) {
        return ShareCombination.of(weights, successes);
    }

    /**
     * The mean of independent values, none of which can lie outside [min, max]: by the bootstrap of Student's
     * statistic, and no narrower than by Student's distribution; see {@link BootstrapMean}. NaN ends where the values
     * do not differ, or are fewer than two: nothing tells then by how much others would.
     */
    public static Interval ofMean(double[] values, double min, double max) {
        return BootstrapMean.of(values, min, max);
    }

    /**
     * The median of independent values, with the interval of order statistics: whatever the distribution, and
     * infinity is a value like others. NaN ends with fewer than six values, which no two of them enclose with
     * {@link #CONFIDENCE}.
     *
     * @param sorted ascending
     */
    public static Interval ofMedian(double[] sorted) {
        int n = sorted.length;
        double tail = (1 - CONFIDENCE) / 2;
        int below = n == 0 ? -1 : BinomialDistribution.of(n, 0.5).inverseCumulativeProbability(tail) - 1;
        double median = quantile(sorted, 0.5);
        return below < 0
                ? new Interval(median, Double.NaN, Double.NaN)
                : new Interval(median, sorted[below], sorted[n - 1 - below]);
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

    /** Whether it says from where to where. */
    public boolean hasEnds() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Half of its width. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
