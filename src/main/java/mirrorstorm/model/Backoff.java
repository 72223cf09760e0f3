package mirrorstorm.model;

import java.time.Duration;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;

/**
 * A backoff policy with its numbers.
 *
 * @param base the first wait, or the only one
 * @param cap  the longest wait; not below {@code base}
 */
public record Backoff(BackoffPolicy policy, Duration base, Duration cap) {

    /** Attempts after which every policy has reached its longest mean wait: a millisecond doubles to days in 30. */
    private static final int GROWTH_MAX = 100;

    /**
     * The wait before the next attempt, in nanoseconds, &gt;= 0.
     *
     * @param failures      attempts that have failed already, &gt;= 1
     * @param previousNanos the wait before, 0 at first
     * @param jitter        drawn from exactly once
     */
    public long delayNanos(int failures, long previousNanos, RandomStream jitter) {
        assert previousNanos >= 0 : previousNanos;
        return policy.delayNanos(failures, base.toNanos(), cap.toNanos(), previousNanos, jitter);
    }

    /**
     * About how many attempts that all fail fit into a time, counted with the mean of each wait.
     *
     * @param attemptSeconds how long an attempt takes on average, &gt; 0
     */
    public double attemptsWithin(double seconds, double attemptSeconds) {
        assert attemptSeconds > 0 : attemptSeconds;
        double attempts = 0;
        double left = Math.max(0, seconds);
        double waitNanos = 0;
        while (left > 0) {
            double nextNanos = policy.meanNanos((int) attempts + 1, base.toNanos(), cap.toNanos(), (long) waitNanos);
            double cycle = attemptSeconds + Nanos.toSeconds(nextNanos);
            assert cycle > 0 : cycle;
            boolean settled = attempts >= GROWTH_MAX || nextNanos == waitNanos;
            if (settled || cycle > left) {
                return attempts + left / cycle;
            }
            waitNanos = nextNanos;
            left -= cycle;
            attempts++;
        }
        return attempts;
    }
}
