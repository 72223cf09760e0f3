package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The control plane: a queue with known answers as long as nothing hangs (Erlang), and a shared pool that calls of one
 * zone can use up. Tolerances are five standard errors over independent replications.
 */
class ControlPlaneTest {

    private static final int REPLICATIONS = 16;
    private static final double SIGMAS = 5;
    private static final int OTHER_ZONE = 1;

    /** A healthy cluster; customers call all four zones together once a second, and each call takes a second. */
    private static final Settings CALLS = with(
            SMALL,
            "controlPlane.other.rate",
            new Rate(0.25),
            "controlPlane.other.serviceTime",
            Duration.ofSeconds(1),
            "controlPlane.clientTimeout",
            Duration.ofDays(1));

    /** A cluster without room, in which creating a volume hangs; one call a second and zone of each kind. */
    private static final Settings FULL = with(
            SMALL,
            "cluster.utilisation",
            1.0,
            "controlPlane.createVolume.rate",
            new Rate(1),
            "controlPlane.other.rate",
            new Rate(1),
            "controlPlane.createVolume.timeout",
            Duration.ofMinutes(5),
            "controlPlane.threads",
            100);

    private static double[] replicated(LongToDoubleFunction measure) {
        double[] values = new double[REPLICATIONS];
        double mean = 0;
        for (int i = 0; i < REPLICATIONS; i++) {
            values[i] = measure.applyAsDouble(i);
            mean += values[i] / REPLICATIONS;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new double[] {mean, Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS)};
    }

    // Queueing theory

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.5, 0.5",
        "2, 1, 0.333333, 0.333333",
        "2, 1.5, 0.642857, 1.928571",
        "5, 4, 0.554113, 2.216450",
        "10, 8, 0.409180, 1.636721"
    })
    void callsWaitAsErlangSays(int threads, double load, double erlangC, double queueLength) {
        Settings settings = with(CALLS, "controlPlane.threads", threads, "controlPlane.other.rate", new Rate(load / 4));
        double[] allBusy = replicated(seed -> timeAverage(settings, seed)[0]);
        double[] waiting = replicated(seed -> timeAverage(settings, seed)[1]);
        assertThat(allBusy[0]).isCloseTo(erlangC, within(SIGMAS * allBusy[1]));
        assertThat(waiting[0]).isCloseTo(queueLength, within(SIGMAS * waiting[1]));
        assertThat(waiting[1]).as("sharp enough to tell").isLessThan(0.1 * queueLength);
    }

    /** Shares of time in which all threads are held, and the mean length of the queue, after a warm-up. */
    private static double[] timeAverage(Settings settings, long seed) {
        Simulation run = new Simulation(settings, seed, 0, EngineKind.RATES, List.of());
        run.advanceTo(Duration.ofMinutes(10).toNanos());
        long start = run.clockNanos();
        long end = Duration.ofHours(2).toNanos();
        double busy = 0;
        double waiting = 0;
        while (run.clockNanos() < end) {
            double nanos = Math.min(run.nextNanos(), end) - run.clockNanos();
            busy += run.controlPlane().busyShare() > 1 - 1e-9 ? nanos : 0;
            waiting += run.controlPlane().waitingCount() * nanos;
            run.advanceTo(Math.min(run.nextNanos(), end));
        }
        return new double[] {busy / (end - start), waiting / (end - start)};
    }

    /** M/M/1/K: one thread, and a queue that refuses whoever finds K-1 waiting. */
    @ParameterizedTest
    @CsvSource({"0.9, 10, 0.050814", "1, 10, 0.090909", "1.5, 10, 0.337232", "0.5, 3, 0.066667"})
    void aQueueThatShedsRefusesTheShareThatFindsItFull(double load, int places, double refused) {
        Settings settings = with(
                CALLS,
                "controlPlane.threads",
                1,
                "controlPlane.shedding",
                true,
                "controlPlane.queueLimit",
                places - 1,
                "controlPlane.other.rate",
                new Rate(load / 4));
        double[] share = replicated(seed -> {
            Simulation run = new Simulation(settings, seed, 0, EngineKind.RATES, List.of());
            run.advanceTo(Duration.ofHours(2).toNanos());
            return failed(run) / calls(run);
        });
        assertThat(share[0]).isCloseTo(refused, within(SIGMAS * share[1]));
        assertThat(share[1]).as("sharp enough to tell").isLessThan(0.05 * refused);
    }

    @Test
    void withThreadsToSpareCallsAreCountedThoughNotSimulated() {
        Settings calm = with(CALLS, "controlPlane.threads", 100, "controlPlane.createVolume.rate", new Rate(2));
        Simulation run = new Simulation(calm, 1, 0, EngineKind.RATES, List.of());
        run.advanceTo(Duration.ofHours(1).toNanos());
        assertThat(run.eventCount()).isZero();
        assertThat(run.controlPlane().calls(OTHER_ZONE)).isCloseTo(3_600 * 2.25, within(1e-6));
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isZero();
        // A quarter of a second-long call and two of 50 ms each second, in four zones, on a hundred threads.
        assertThat(run.controlPlane().busyShare()).isCloseTo(4 * (0.25 + 2 * 0.05) / 100, within(1e-9));
    }

    @Test
    void whenCalmEndsTheCallsInServiceAreThereInTheirNumber() {
        Settings calm = with(CALLS, "controlPlane.threads", 100, "controlPlane.other.rate", new Rate(5));
        double[] held = replicated(seed -> {
            Simulation run = new Simulation(
                    calm,
                    seed,
                    0,
                    EngineKind.RATES,
                    List.of(new TimedIntervention(1_000_000_000, new Intervention.Set("controlPlane.threads", 20))));
            run.advanceTo(1_000_000_000);
            return run.controlPlane().busyShare() * 20;
        });
        // Twenty in service on average, Poisson, of whom no more than twenty have a thread.
        assertThat(held[0]).isBetween(15.0, 20.0);
    }

    /**
     * A node with forty replicas crashes. Twenty calls are in service on average; so 66 threads leave two to spare, and
     * 200 more than a hundred.
     */
    private static Simulation crashed(int threads, long seed) {
        Settings settings = with(
                CALLS, "cluster.volumes", 100, "controlPlane.threads", threads, "controlPlane.other.rate", new Rate(5));
        var crash = new TimedIntervention(1_000_000_000, new Intervention.Crash(Trial.nodes(0)));
        Simulation run = new Simulation(settings, seed, 0, EngineKind.RATES, List.of(crash));
        run.advanceTo(1_000_000_000);
        return run;
    }

    @Test
    void electionsAreSimulatedThoughCallsAreNotWhileTheyLeaveThreadsToSpare() {
        Simulation run = crashed(200, 1);
        double electing = run.controlPlane().threadsHeld(0, RequestKind.ELECT);
        assertThat(electing).isGreaterThan(3);
        assertThat(run.controlPlane().isCalm()).isTrue();
        assertThat(run.controlPlane().busyShare()).isCloseTo((20 + electing) / 200, within(1e-9));
        assertThat(run.controlPlane().heldRequests()).hasSize((int) electing);
        run.advanceTo(Duration.ofHours(1).toNanos());
        assertThat(run.controlPlane().calls(OTHER_ZONE)).isCloseTo(3_600 * 5, within(1e-6));
    }

    @Test
    void whenElectionsTakeTheSpareThreadsTheCallsInServiceAreThereInTheirNumber() {
        double[] other = replicated(seed -> {
            Simulation run = crashed(66, seed);
            assertThat(run.controlPlane().isCalm()).isFalse();
            return run.controlPlane().threadsHeld(OTHER_ZONE, RequestKind.OTHER);
        });
        assertThat(other[0]).isCloseTo(5, within(SIGMAS * Math.sqrt(5.0 / REPLICATIONS)));
        assertThat(other[1]).as("drawn, not expected").isPositive();
    }

    @Test
    void calmBeginsAgainWhenTheElectionsAreOver() {
        Simulation run = crashed(66, 1);
        run.advanceTo(Duration.ofHours(1).toNanos());
        assertThat(run.controlPlane().isCalm()).isTrue();
        long events = run.eventCount();
        run.advanceTo(Duration.ofHours(2).toNanos());
        assertThat(run.eventCount()).isEqualTo(events);
    }

    // Threads that hang

    private static Simulation run(Settings settings, int minutes, TimedIntervention... plan) {
        Simulation run = new Simulation(settings, 1, 0, EngineKind.RATES, List.of(plan));
        run.advanceTo(Duration.ofMinutes(minutes).toNanos());
        return run;
    }

    private static double calls(Simulation run) {
        double sum = 0;
        for (int zone = 0; zone < 4; zone++) {
            sum += run.controlPlane().calls(zone);
        }
        return sum;
    }

    private static double failed(Simulation run) {
        double sum = 0;
        for (int zone = 0; zone < 4; zone++) {
            sum += run.controlPlane().failedCalls(zone);
        }
        return sum;
    }

    @Test
    void callsThatHangUseUpThePoolAndEveryZoneSuffers() {
        // One call a second hangs for 300 s: it wants 300 threads of a hundred, which are gone after 100 s.
        Simulation run = run(FULL, 1);
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isZero();
        assertThat(run.controlPlane().threadsHeld(0, RequestKind.CREATE_VOLUME))
                .isCloseTo(60, within(SIGMAS * Math.sqrt(60)));
        run.advanceTo(Duration.ofMinutes(4).toNanos());
        assertThat(run.controlPlane().busyShare()).isEqualTo(1);
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isGreaterThan(30);
        assertThat(run.controlPlane().waitingCount()).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "bulkhead", "scope", "off"})
    void eachRemedyKeepsTheOtherZonesOutOfIt(String remedy) {
        Settings settings =
                switch (remedy) {
                    case "timeout" -> with(FULL, "controlPlane.createVolume.timeout", Duration.ofSeconds(20));
                    case "bulkhead" -> with(FULL, "controlPlane.bulkhead", 25);
                    case "scope" -> with(FULL, "controlPlane.scope", ControlPlaneScope.PER_ZONE);
                    default -> with(FULL, "controlPlane.createVolume.rate", new Rate(0));
                };
        Simulation run = run(settings, 30);
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isZero();
        assertThat(run.controlPlane().calls(OTHER_ZONE)).isGreaterThan(1_500);
    }

    @Test
    void refusingNewCallsEndsItWithinTheTimeout() {
        Simulation run = run(
                FULL,
                10,
                new TimedIntervention(
                        Duration.ofMinutes(5).toNanos(),
                        new Intervention.DisableApi("us-east-1a", RequestKind.CREATE_VOLUME)));
        assertThat(run.controlPlane().isDisabled(0, RequestKind.CREATE_VOLUME)).isTrue();
        assertThat(run.controlPlane().waitingCount()).isZero();
        double failed = run.controlPlane().failedCalls(OTHER_ZONE);
        assertThat(failed).isPositive();
        run.advanceTo(Duration.ofMinutes(30).toNanos());
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isEqualTo(failed);
        run.setPlan(List.of(
                run.plan().get(0),
                new TimedIntervention(
                        run.clockNanos(), new Intervention.EnableApi("us-east-1a", RequestKind.CREATE_VOLUME))));
        run.advanceTo(Duration.ofMinutes(40).toNanos());
        assertThat(run.controlPlane().failedCalls(OTHER_ZONE)).isGreaterThan(failed);
    }

    @Test
    void whoWaitsTooLongHasFailedWhetherOrNotItIsServed() {
        Simulation run = run(FULL, 3);
        double calls = run.controlPlane().calls(OTHER_ZONE);
        double failed = run.controlPlane().failedCalls(OTHER_ZONE);
        run.advanceTo(Duration.ofMinutes(3).plusSeconds(20).toNanos());
        // Nobody of that zone is served: whoever came 30 s before has given up by now.
        double later = run.controlPlane().failedCalls(OTHER_ZONE) - failed;
        assertThat(later).isCloseTo(40, within(SIGMAS * Math.sqrt(40)));
        assertThat(run.controlPlane().calls(OTHER_ZONE) - calls).isCloseTo(later, within(3.0));
    }

    @Test
    void callersThatTryAgainAddToTheLoad() {
        Settings once = with(CALLS, "controlPlane.threads", 1, "controlPlane.clientTimeout", Duration.ofSeconds(2));
        Settings thrice = with(once, "controlPlane.clientRetry.attempts", 3);
        double refused = failed(run(once, 120));
        Simulation run = run(thrice, 120);
        assertThat(calls(run)).isGreaterThan(1.5 * calls(run(once, 120)));
        assertThat(failed(run)).isGreaterThan(refused);
    }
}
