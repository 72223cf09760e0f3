package mirrorstorm.metrics;

/**
 * A percentile of the latency of API calls none of which waits: a quantile of the mixture of two exponential service
 * times. Worked out by bisection, once for as long as the same is asked.
 */
final class CalmLatency {

    private static final int BISECTIONS = 60;

    private final double share;
    private double creates = Double.NaN;
    private double others;
    private double createSeconds;
    private double otherSeconds;
    private double result;

    /** @param percent in (0, 100) */
    CalmLatency(double percent) {
        share = percent / 100;
    }

    /** The percentile, seconds, at these calls a second of two kinds and their mean service times; NaN for no calls. */
    double seconds(double creates, double others, double createSeconds, double otherSeconds) {
        boolean isKnown = creates == this.creates
                && others == this.others
                && createSeconds == this.createSeconds
                && otherSeconds == this.otherSeconds;
        if (!isKnown) {
            this.creates = creates;
            this.others = others;
            this.createSeconds = createSeconds;
            this.otherSeconds = otherSeconds;
            result = creates + others == 0 ? Double.NaN : bisect();
        }
        return result;
    }

    private double bisect() {
        double low = 0;
        double high = -Math.max(createSeconds, otherSeconds) * Math.log(1 - share) + 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double longer = (creates * Math.exp(-middle / createSeconds) + others * Math.exp(-middle / otherSeconds))
                    / (creates + others);
            if (longer > 1 - share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
