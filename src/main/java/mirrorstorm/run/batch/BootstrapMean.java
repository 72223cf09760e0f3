package mirrorstorm.run.batch;

import java.util.Arrays;
import mirrorstorm.engine.RandomStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The interval of a mean whose values may be skewed, as counts of crashes and times of recovery are. Student's interval
 * is too short on the side of the long tail. So the distribution of Student's statistic is taken from resampled values
 * instead (bootstrap-t: Efron 1981; Hall 1988 on why it is a better approximation than that of the mean itself). It is
 * joined with Student's own interval, which does better where few values differ. The random numbers are always the
 * same, so equal values give equal intervals everywhere.
 */
final class BootstrapMean {

    /** With fewer values too few resamples differ. */
    private static final int VALUES_MIN = 5;

    private static final int RESAMPLES = 799;
    private static final String STREAM = "bootstrap";

    private BootstrapMean() {}

    static Interval of(double[] values, double min, double max) {
        int n = values.length;
        double mean = mean(values);
        double error = standardError(values, mean);
        if (!(error > 0)) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        double tail = (1 - Interval.CONFIDENCE) / 2;
        double reach = TDistribution.of(n - 1).inverseCumulativeProbability(1 - tail);
        double down = reach;
        double up = reach;
        if (n >= VALUES_MIN) {
            double[] statistics = statistics(values, mean);
            down = Math.max(reach, Interval.quantile(statistics, 1 - tail));
            up = Math.max(reach, -Interval.quantile(statistics, tail));
        }
        return new Interval(mean, Math.max(min, mean - down * error), Math.min(max, mean + up * error));
    }

    /** Student's statistic of resamples about the mean, ascending; those whose values are all alike have none. */
    private static double[] statistics(double[] values, double mean) {
        RandomStream stream = RandomStream.of(0, 0, STREAM);
        double[] statistics = new double[RESAMPLES];
        double[] resample = new double[values.length];
        int known = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < resample.length; j++) {
                resample[j] = values[stream.nextInt(values.length)];
            }
            double itsMean = mean(resample);
            double itsError = standardError(resample, itsMean);
            if (itsError > 0) {
                statistics[known++] = (itsMean - mean) / itsError;
            }
        }
        double[] sorted = Arrays.copyOf(statistics, known);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** 0 if all values are alike, whatever rounding made of their mean. */
    private static double standardError(double[] values, double mean) {
        double squares = 0;
        boolean differ = false;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            differ |= value != values[0];
        }
        int n = values.length;
        return differ ? Math.sqrt(squares / (n - 1) / n) : 0;
    }
}
