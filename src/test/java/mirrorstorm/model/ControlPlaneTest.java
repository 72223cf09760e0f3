package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control plane as a queue, with known answers, and what hanging calls do to it. */
class ControlPlaneTest {

    private static final double NANOS = 1e9;

    private static Settings pool(int threads, double ratePerZone, Duration service) {
        return Trial.with(
                Trial.SMALL,
                "controlPlane.threads",
                threads,
                "controlPlane.other.rate",
                new Rate(ratePerZone),
                "controlPlane.other.serviceTime",
                service,
                "controlPlane.clientTimeout",
                Duration.ofHours(1));
    }

    /** Mean wait, from the latencies, of a pool with c threads at load a; service times of one second. */
    @ParameterizedTest
    @CsvSource({"1, 0.5, 1.000000", "2, 1.5, 1.285714", "5, 4, 0.554113", "10, 8, 0.204590"})
    void waitsAreThoseOfErlangC(int threads, double load, double wait) {
        double[] latencySum = new double[1];
        long[] calls = new long[1];
        Settings settings = pool(threads, load / 4, Duration.ofSeconds(1));
        Simulation run = new Simulation(settings, 7, 0, EngineKind.RATES, List.of());
        run.listenToCalls((time, zone, latencyNanos, failed) -> {
            latencySum[0] += latencyNanos / NANOS;
            calls[0]++;
        });
        run.advanceTo(Duration.ofHours(60).toNanos());
        // Waits in a queue are correlated over about (1 - rho)^-2 services; five sigmas of that many fewer samples.
        double rho = load / threads;
        double independent = calls[0] * (1 - rho) * (1 - rho) / 4;
        double sigma = (1 + wait) / Math.sqrt(independent);
        assertThat(latencySum[0] / calls[0] - 1).isCloseTo(wait, within(5 * sigma));
        assertThat(5 * sigma).as("sharp enough to tell").isLessThan(0.35 * (1 + wait));
    }

    @Test
    void inCalmTheCallsAreCountedAsOftenAsTheyCome() {
        Simulation run = new Simulation(pool(100, 2, Duration.ofMillis(50)), 7, 0, EngineKind.RATES, List.of());
        run.advanceTo(Duration.ofHours(1).toNanos());
        assertThat(run.calls(1)).isCloseTo(7_200, within(1e-6));
        assertThat(run.failedCalls(1)).isZero();
        assertThat(run.eventCount()).isZero();
    }

    private static Simulation starved(int bulkhead) {
        Settings settings = Trial.with(
                pool(30, 1, Duration.ofMillis(100)),
                "controlPlane.clientTimeout",
                Duration.ofSeconds(10),
                "controlPlane.createVolume.rate",
                new Rate(1),
                "controlPlane.createVolume.timeout",
                Duration.ofMinutes(5),
                "controlPlane.bulkhead",
                bulkhead,
                // Nobody has room: every call to create a volume hangs.
                "cluster.fullRatio",
                0.1);
        return new Simulation(settings, 7, 0, EngineKind.RATES, List.of());
    }

    @Test
    void hangingCallsTakeAllThreadsInAboutThreadsByRate() {
        Simulation run = starved(0);
        run.advanceTo(Duration.ofSeconds(15).toNanos());
        assertThat(run.controlPlaneBusy()).isLessThan(1);
        run.advanceTo(Duration.ofMinutes(1).toNanos());
        assertThat(run.controlPlaneBusy()).isEqualTo(1);
        run.advanceTo(Duration.ofSeconds(200).toNanos());
        assertThat(run.failedCalls(1) / run.calls(1)).isGreaterThan(0.5);
    }

    @Test
    void aBulkheadKeepsThreadsForTheOtherZones() {
        Simulation run = starved(20);
        run.advanceTo(Duration.ofSeconds(200).toNanos());
        assertThat(run.threadsHeld(0, RequestKind.CREATE_VOLUME)).isEqualTo(20);
        assertThat(run.failedCalls(1)).isZero();
        assertThat(run.failedCalls(0)).isPositive();
    }

    @Test
    void refusingNewVolumesGivesTheThreadsBackAfterTheTimeOut() {
        Simulation run = starved(0);
        run.advanceTo(Duration.ofSeconds(200).toNanos());
        String zone = run.cluster().settings().zones().get(0).id();
        run.setPlan(List.of(
                new TimedIntervention(run.clockNanos(), new Intervention.DisableApi(zone, RequestKind.CREATE_VOLUME))));
        run.advanceTo(Duration.ofSeconds(505).toNanos());
        double callsBefore = run.calls(1);
        double failedBefore = run.failedCalls(1);
        run.advanceTo(Duration.ofMinutes(10).toNanos());
        assertThat(run.failedCalls(1) - failedBefore).isZero();
        assertThat(run.calls(1)).isGreaterThan(callsBefore);
    }

    @Test
    void callersThatRetryAreServedInTheEnd() {
        Settings settings = Trial.with(
                starved(0).cluster().settings(),
                "controlPlane.clientRetry.attempts",
                3,
                "controlPlane.clientRetry.base",
                Duration.ofSeconds(1));
        Simulation run = new Simulation(settings, 7, 0, EngineKind.RATES, List.of());
        run.advanceTo(Duration.ofMinutes(5).toNanos());
        Simulation patient = starved(0);
        patient.advanceTo(Duration.ofMinutes(5).toNanos());
        assertThat(run.controlPlaneQueue()).as("retries add load").isGreaterThan(patient.controlPlaneQueue());
    }

    @Test
    void aVolumeThatLostItsPrimaryIsStuckUntilOneIsElected() {
        Settings settings = Trial.with(Trial.SMALL, "controlPlane.elect.deadTimeout", Duration.ofSeconds(30));
        Simulation run = new Simulation(settings, 7, 0, EngineKind.RATES, List.of());
        int primaryNode = run.cluster().placeNode(0, run.cluster().primaryPlace(0));
        run.setPlan(
                List.of(new TimedIntervention(0, new Intervention.Crash(new NodeTarget.Nodes(List.of(primaryNode))))));
        run.advanceTo(Duration.ofSeconds(20).toNanos());
        assertThat(run.cluster().volumeState(0)).isEqualTo(VolumeState.COPYING);
        assertThat(run.cluster().isElectionPending(0)).isTrue();
        assertThat(run.cluster().isUsable(0)).isFalse();
        run.advanceTo(Duration.ofSeconds(31).toNanos());
        assertThat(run.cluster().isElectionPending(0))
                .as("space is claimed, so it is elected")
                .isFalse();
        assertThat(run.cluster().isUsable(0)).isTrue();
    }

    @Test
    void whileTheLinkIsCutNobodyIsElectedAndAThrottledReconnectWorksOffTheBacklog() {
        Simulation run = new Simulation(Trial.SMALL, 7, 0, EngineKind.RATES, List.of());
        int node = run.cluster().placeNode(0, run.cluster().primaryPlace(0));
        run.setPlan(List.of(
                new TimedIntervention(0, new Intervention.CutControlPlane()),
                new TimedIntervention(1, new Intervention.Crash(new NodeTarget.Nodes(List.of(node)))),
                new TimedIntervention(
                        Duration.ofHours(1).toNanos(), new Intervention.ReconnectControlPlane(new Rate(0.1)))));
        run.advanceTo(Duration.ofMinutes(59).toNanos());
        assertThat(run.cluster().volumeCount(VolumeState.MIRRORED)).isEqualTo(10);
        assertThat(run.cluster().awaitingElectionCount()).isPositive();
        run.advanceTo(Duration.ofMinutes(75).toNanos());
        assertThat(run.cluster().awaitingElectionCount()).isZero();
    }

    @Test
    void restoresBringBackAShareAndForensicsLoseTheRest() {
        // Three of five nodes crash: what had both replicas there is out of reach.
        Simulation run = new Simulation(
                Trial.with(Trial.SMALL, "cluster.quarantine", false),
                7,
                0,
                EngineKind.RATES,
                List.of(
                        new TimedIntervention(0, new Intervention.Crash(new NodeTarget.Nodes(List.of(0, 1, 2)))),
                        new TimedIntervention(
                                Duration.ofMinutes(30).toNanos(),
                                new Intervention.RestoreFromSnapshots(new Rate(0.1), 0)),
                        new TimedIntervention(
                                Duration.ofHours(1).toNanos(), new Intervention.ForensicRestore(new Rate(0.1), 0.5))));
        run.advanceTo(Duration.ofMinutes(29).toNanos());
        int unreachable = run.cluster().volumeCount(VolumeState.UNREACHABLE);
        assertThat(unreachable).isPositive();
        run.advanceTo(Duration.ofMinutes(59).toNanos());
        assertThat(run.cluster().volumeCount(VolumeState.UNREACHABLE)).isEqualTo(unreachable);
        run.advanceTo(Duration.ofHours(2).toNanos());
        assertThat(run.cluster().volumeCount(VolumeState.UNREACHABLE)).isZero();
        assertThat(run.cluster().volumeCount(VolumeState.LOST) + run.cluster().volumeCount(VolumeState.MIRRORED))
                .isEqualTo(10);
    }

    @Test
    void aDatabaseIsStuckWhileAnyOfItsVolumesIs() {
        Settings settings = Trial.with(
                Settings.DEFAULTS, "instances.count", 2_000, "cluster.utilisation", 0.8045, "race.probability", 0.0);
        Simulation run = new Simulation(
                settings,
                3,
                0,
                EngineKind.RATES,
                List.of(new TimedIntervention(
                        0, new Intervention.Isolate(new NodeTarget.Share(0.277), Duration.ofMinutes(1)))));
        run.advanceTo(Duration.ofMinutes(20).toNanos());
        double stuck = run.cluster().stuckCount() / 24_000.0;
        double expected = 0.7 * (1 - Math.pow(1 - stuck, 4)) + 0.3 * (1 - Math.pow(1 - stuck, 5));
        double sigma = Math.sqrt(expected * (1 - expected) / 2_000);
        assertThat(run.cluster().stuckInstanceCount() / 2_000.0).isCloseTo(expected, within(5 * sigma));
    }
}
