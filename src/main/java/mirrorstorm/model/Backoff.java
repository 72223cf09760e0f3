package mirrorstorm.model;

import java.time.Duration;
import mirrorstorm.engine.RandomStream;

/**
 * A backoff policy with its numbers.
 *
 * @param base the first wait, or the only one
 * @param cap  the longest wait; not below {@code base}
 */
public record Backoff(BackoffPolicy policy, Duration base, Duration cap) {

    /**
     * The wait before the next attempt, in nanoseconds, &gt;= 0.
     *
     * @param failures      attempts that have failed already, &gt;= 1
     * @param previousNanos the wait before, 0 at first
     * @param jitter        drawn from exactly once
     */
    public long delayNanos(int failures, long previousNanos, RandomStream jitter) {
        return policy.delayNanos(failures, base.toNanos(), cap.toNanos(), previousNanos, jitter);
    }
}
