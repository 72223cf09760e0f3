package mirrorstorm.model;

import mirrorstorm.engine.RandomStream;

/**
 * How the wait after a failed attempt is chosen. With {@code expo(n) = min(cap, base * 2^(n-1))} for the n-th
 * failure, the names and formulas are those of M. Brooker, <i>Exponential Backoff And Jitter</i>, AWS Architecture
 * Blog, 2015 (whose own simulator doubles once more).
 */
public enum BackoffPolicy {
    /** No wait at all: the sustaining effect of the storm of 2011. */
    NONE,
    /** Always {@code base}. */
    FIXED,
    /** {@code expo(n)}. */
    EXPONENTIAL,
    /** Half of {@code expo(n)}, and up to the other half at random. */
    EQUAL_JITTER,
    /** Uniform from 0 to {@code expo(n)}. */
    FULL_JITTER,
    /** Uniform from {@code base} to three times the previous wait, at most {@code cap}. */
    DECORRELATED_JITTER;

    /**
     * The wait, in nanoseconds, &gt;= 0.
     *
     * @param failures      how many attempts have failed already; &gt;= 1
     * @param baseNanos     &gt; 0
     * @param capNanos      &gt;= {@code baseNanos}
     * @param previousNanos the wait before, 0 at first; only {@link #DECORRELATED_JITTER} looks at it
     * @param jitter        drawn from exactly once, also when the number is ignored, so that changing the policy
     *                      leaves later draws unchanged
     */
    long delayNanos(int failures, long baseNanos, long capNanos, long previousNanos, RandomStream jitter) {
        assert failures >= 1 : failures;
        assert baseNanos >= 0 && capNanos >= 0 && previousNanos >= 0 : baseNanos;
        double uniform = jitter.nextDouble();
        long expo = expoNanos(failures, baseNanos, capNanos);
        long delayNanos =
                switch (this) {
                    case NONE -> 0;
                    case FIXED -> baseNanos;
                    case EXPONENTIAL -> expo;
                    case EQUAL_JITTER -> expo / 2 + (long) (uniform * (expo - expo / 2));
                    case FULL_JITTER -> (long) (uniform * expo);
                    case DECORRELATED_JITTER -> {
                        double upper = 3.0 * Math.max(previousNanos, baseNanos);
                        yield Math.min(capNanos, (long) (baseNanos + uniform * (upper - baseNanos)));
                    }
                };
        assert delayNanos >= 0 && delayNanos <= Math.max(baseNanos, capNanos) : delayNanos;
        return delayNanos;
    }

    /**
     * The mean of {@link #delayNanos}, in nanoseconds.
     *
     * @param previousNanos the wait before, or its mean, which makes this about the mean under decorrelated jitter
     */
    double meanNanos(int failures, long baseNanos, long capNanos, long previousNanos) {
        assert failures >= 1 : failures;
        assert previousNanos >= 0 : previousNanos;
        double expo = expoNanos(failures, baseNanos, capNanos);
        return switch (this) {
            case NONE -> 0;
            case FIXED -> baseNanos;
            case EXPONENTIAL -> expo;
            case EQUAL_JITTER -> 0.75 * expo;
            case FULL_JITTER -> 0.5 * expo;
            case DECORRELATED_JITTER -> {
                double lower = baseNanos;
                double upper = 3.0 * Math.max(previousNanos, baseNanos);
                double below = Math.min(upper, (double) capNanos);
                yield ((below * below - lower * lower) / 2 + capNanos * (upper - below)) / (upper - lower);
            }
        };
    }

    private static long expoNanos(int failures, long baseNanos, long capNanos) {
        assert failures >= 1 : failures;
        int doublings = failures - 1;
        boolean overflows = doublings >= Long.numberOfLeadingZeros(baseNanos) - 1;
        return overflows ? capNanos : Math.min(capNanos, baseNanos << doublings);
    }
}
