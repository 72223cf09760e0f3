package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.LongStream;
import mirrorstorm.engine.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The six backoff policies: formulas, bounds, means. Known sums for base 0.1 s and cap 20 s are those of the AWS
 * Architecture Blog's formulas, worked out by hand.
 */
class BackoffTest {

    private static final Duration BASE = Duration.ofMillis(100);
    private static final Duration CAP = Duration.ofSeconds(20);
    private static final int SAMPLES = 20_000;
    private static final double SIGMAS = 5;

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.3", "3, 0.7", "4, 1.5", "5, 3.1", "8, 25.5", "10, 65.5", "12, 105.5"})
    void exponentialWaitsDoubleUpToTheCap(int failures, double sumSeconds) {
        RandomStream jitter = RandomStream.of(1, 0, "backoff");
        double sum = 0;
        for (int n = 1; n <= failures; n++) {
            sum += new Backoff(BackoffPolicy.EXPONENTIAL, BASE, CAP).delayNanos(n, 0, jitter) * 1e-9;
        }
        assertThat(sum).isCloseTo(sumSeconds, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "FULL_JITTER, 5, 1.55", "FULL_JITTER, 8, 12.75", "FULL_JITTER, 12, 52.75",
        "EQUAL_JITTER, 5, 2.325", "EQUAL_JITTER, 8, 19.125", "EQUAL_JITTER, 12, 79.125"
    })
    void jitteredWaitsSumToTheirShareOfTheExponentialOnes(BackoffPolicy policy, int failures, double meanSeconds) {
        RandomStream jitter = RandomStream.of(2, 0, "backoff");
        Backoff backoff = new Backoff(policy, BASE, CAP);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int n = 1; n <= failures; n++) {
                sum += backoff.delayNanos(n, 0, jitter) * 1e-9;
            }
        }
        // The variance of a full-jitter wait is v^2/12, of an equal-jitter wait v^2/48, for expo(n) = v.
        double variance = 0;
        for (int n = 1; n <= failures; n++) {
            double expo = Math.min(20, 0.1 * Math.pow(2, n - 1));
            variance += expo * expo / (policy == BackoffPolicy.FULL_JITTER ? 12 : 48);
        }
        assertThat(sum / SAMPLES).isCloseTo(meanSeconds, within(SIGMAS * Math.sqrt(variance / SAMPLES)));
    }

    @Test
    void fixedWaitsAreTheBaseAndNoneIsNone() {
        RandomStream jitter = RandomStream.of(3, 0, "backoff");
        for (int failures : new int[] {1, 2, 1_000_000}) {
            assertThat(new Backoff(BackoffPolicy.FIXED, BASE, CAP).delayNanos(failures, 0, jitter))
                    .isEqualTo(BASE.toNanos());
            assertThat(new Backoff(BackoffPolicy.NONE, BASE, CAP).delayNanos(failures, 0, jitter))
                    .isZero();
        }
    }

    @Test
    void decorrelatedWaitsGrowByHalfOnAverageBelowTheCap() {
        RandomStream jitter = RandomStream.of(4, 0, "backoff");
        Backoff backoff = new Backoff(BackoffPolicy.DECORRELATED_JITTER, BASE, Duration.ofDays(1));
        for (double previousSeconds : new double[] {0, 0.1, 1, 5}) {
            // After no wait at all, the wait before counts as the base.
            double from = Math.max(previousSeconds, 0.1);
            double sum = 0;
            for (int i = 0; i < SAMPLES; i++) {
                sum += backoff.delayNanos(7, (long) (previousSeconds * 1e9), jitter) * 1e-9;
            }
            double sigma = (3 * from - 0.1) / Math.sqrt(12.0 * SAMPLES);
            assertThat(sum / SAMPLES).isCloseTo((0.1 + 3 * from) / 2, within(SIGMAS * sigma));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWaitNeverLeavesItsBounds(long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "bounds");
        long base = 1 + (long) (draw.nextDouble() * Duration.ofHours(1).toNanos());
        long cap = base + (long) (draw.nextDouble() * Duration.ofDays(365).toNanos());
        long previous = 0;
        for (int failures = 1; failures < 3_000; failures = 1 + failures * 5 / 4) {
            long expo = expo(base, cap, failures);
            assertThat(delay(BackoffPolicy.EXPONENTIAL, failures, base, cap, draw))
                    .isEqualTo(expo);
            assertThat(delay(BackoffPolicy.FULL_JITTER, failures, base, cap, draw))
                    .isBetween(0L, expo);
            assertThat(delay(BackoffPolicy.EQUAL_JITTER, failures, base, cap, draw))
                    .isBetween(expo / 2, expo);
            long next = BackoffPolicy.DECORRELATED_JITTER.delayNanos(failures, base, cap, previous, draw);
            assertThat(next).isBetween(base, Math.min(cap, 3 * Math.max(base, previous)));
            previous = next;
        }
    }

    /** By doubling, one step at a time. */
    private static long expo(long base, long cap, int failures) {
        double expo = base;
        for (int n = 1; n < failures && expo < cap; n++) {
            expo *= 2;
        }
        return expo < cap ? (long) expo : cap;
    }

    private static long delay(BackoffPolicy policy, int failures, long base, long cap, RandomStream draw) {
        return policy.delayNanos(failures, base, cap, 0, draw);
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyDrawsExactlyOnce(BackoffPolicy policy) {
        RandomStream jitter = RandomStream.of(5, 0, "backoff");
        RandomStream counted = RandomStream.of(5, 0, "backoff");
        new Backoff(policy, BASE, CAP).delayNanos(3, 0, jitter);
        counted.nextDouble();
        assertThat(jitter.nextLong()).isEqualTo(counted.nextLong());
    }

    @ParameterizedTest
    @EnumSource
    void theFirstFailureIsNumberOne(BackoffPolicy policy) {
        RandomStream jitter = RandomStream.of(6, 0, "backoff");
        assertThatThrownBy(() -> new Backoff(policy, BASE, CAP).delayNanos(0, 0, jitter))
                .isInstanceOf(AssertionError.class);
    }
}
