package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A pool of c threads, on which other calls (lambda1 a second in the region, S1 long) share with calls that hang
 * (lambda2, T): it starves if lambda1 S1 + lambda2 T is at least c, and is then full after about c/lambda2. Tolerances
 * are five standard errors.
 */
class StarvationTest {

    private static final double SIGMAS = 5;
    private static final int THREADS = 100;
    private static final int OTHER_ZONE = 1;

    /** No room in the first zone; 4 other calls a second in the region, of 500 ms: two threads on average. */
    private static Settings hanging(double perSecond, Duration timeout) {
        return with(
                SMALL,
                "cluster.utilisation",
                1.0,
                "controlPlane.threads",
                THREADS,
                "controlPlane.createVolume.rate",
                new Rate(perSecond),
                "controlPlane.createVolume.serviceTime",
                Duration.ofNanos(1_000),
                "controlPlane.createVolume.timeout",
                timeout,
                "controlPlane.other.rate",
                new Rate(1),
                "controlPlane.other.serviceTime",
                Duration.ofMillis(500));
    }

    private static Simulation begin(Settings settings, long seed) {
        return new Simulation(settings, seed, 0, EngineKind.RATES, List.of());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 120, false", "0.2, 300, false", "2, 60, true", "1, 150, true", "0.5, 300, true"})
    void thePoolStarvesAtThePredictedLoad(double rate, int timeoutSeconds, boolean starves) {
        double load = 4 * 0.5 + rate * timeoutSeconds;
        assertThat(load >= THREADS).as("prediction").isEqualTo(starves);
        Simulation run = begin(hanging(rate, Duration.ofSeconds(timeoutSeconds)), 1);
        run.advanceTo(Duration.ofHours(2).toNanos());
        double failedBefore = run.controlPlane().failedCalls(OTHER_ZONE);
        double callsBefore = run.controlPlane().calls(OTHER_ZONE);
        run.advanceTo(Duration.ofHours(4).toNanos());
        double share = (run.controlPlane().failedCalls(OTHER_ZONE) - failedBefore)
                / (run.controlPlane().calls(OTHER_ZONE) - callsBefore);
        if (starves) {
            assertThat(share).isGreaterThan(0.9);
        } else {
            assertThat(share).isLessThan(0.001);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 300", "1, 600", "0.5, 900"})
    void anEmptyPoolIsFullAfterThreadsOverTheRateOfThoseThatHang(double rate, int timeoutSeconds) {
        int seeds = 20;
        double mean = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Simulation run = begin(hanging(rate, Duration.ofSeconds(timeoutSeconds)), seed);
            while (run.controlPlane().busyShare() < 1) {
                run.step();
            }
            mean += run.clockNanos() / 1e9 / seeds;
        }
        // The last few threads are those that other calls hold, two on average and some more when it fills.
        double expected = THREADS / rate;
        double sigma = Math.sqrt(THREADS / (double) seeds) / rate;
        assertThat(mean).isCloseTo(expected, within(SIGMAS * sigma + 5 / rate));
    }

    @Test
    void onceItStarvesThePoolServesNoMoreThanItsThreadsOverTheTimeout() {
        int timeoutSeconds = 50;
        Settings settings = with(
                hanging(10, Duration.ofSeconds(timeoutSeconds)),
                "controlPlane.other.rate",
                new Rate(0),
                "controlPlane.bulkhead",
                0);
        Simulation run = begin(with(settings, "zones", List.of(new Settings.Zone("a", true))), 1);
        run.advanceTo(Duration.ofMinutes(10).toNanos());
        long before = run.controlPlane().waitedCount();
        run.advanceTo(Duration.ofMinutes(30).toNanos());
        double servedPerSecond = (run.controlPlane().waitedCount() - before) / (20 * 60.0);
        assertThat(servedPerSecond).isCloseTo(THREADS / (double) timeoutSeconds, within(0.1));
    }

    @Test
    void aQueueLimitOfNothingIsNoLimitHoweverMuchIsShed() {
        Settings settings = with(hanging(2, Duration.ofMinutes(5)), "controlPlane.shedding", true);
        Simulation run = begin(settings, 1);
        run.advanceTo(Duration.ofMinutes(10).toNanos());
        assertThat(run.controlPlane().waitingCount()).isGreaterThan(1_000);
    }

    @Test
    void theQueueLimitHoldsWhileLoadIsShed() {
        Settings limited = with(hanging(2, Duration.ofMinutes(5)), "controlPlane.queueLimit", 10);
        assertThat(queueAfterTenMinutes(limited)).isGreaterThan(1_000);
        assertThat(queueAfterTenMinutes(with(limited, "controlPlane.shedding", true)))
                .isEqualTo(10);
    }

    private static int queueAfterTenMinutes(Settings settings) {
        Simulation run = begin(settings, 1);
        run.advanceTo(Duration.ofMinutes(10).toNanos());
        return run.controlPlane().waitingCount();
    }

    @Test
    void aFullQueueBehindABulkheadShutsNobodyElseOut() {
        Settings settings = with(
                hanging(2, Duration.ofMinutes(5)),
                "controlPlane.queueLimit",
                10,
                "controlPlane.shedding",
                true,
                "controlPlane.bulkhead",
                25);
        Simulation run = begin(settings, 1);
        run.advanceTo(Duration.ofHours(1).toNanos());
        assertThat(run.controlPlane().waitingCount()).isEqualTo(10);
        assertThat(run.controlPlane().failedCalls(0)).isPositive();
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isZero();
    }
}
