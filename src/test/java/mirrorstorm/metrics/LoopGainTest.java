package mirrorstorm.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.model.TimedIntervention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loop gain: crashes that one more crash would bring, against runs in which one more node does crash. */
class LoopGainTest {

    private static final int NODES = 40;
    private static final double P = 3e-6;
    private static final double SIGMAS = 4;

    /** Forty nodes filled to the last volume. The race is off at first. */
    private static final Settings FULL = with(
            Settings.DEFAULTS,
            "cluster.nodes",
            NODES,
            "cluster.volumes",
            1_200,
            "cluster.utilisation",
            1.0,
            "race.probability",
            0.0,
            "race.window",
            Duration.ofMillis(500),
            "metrics.loopGainWindow",
            Duration.ofMinutes(1),
            "controlPlane.createVolume.rate",
            new Rate(0),
            "controlPlane.other.rate",
            new Rate(0));

    private static final TimedIntervention FIRST_CRASH = at(0, crashOne());
    private static final TimedIntervention RACE_ON = at(5, new Intervention.Set("race.probability", P));
    private static final TimedIntervention NEXT_CRASH = at(5, crashOne());

    private static Settings with(Settings settings, Object... pathsAndValues) {
        Settings changed = settings;
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            changed = SettingsPath.with(changed, (String) pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return changed;
    }

    private static Intervention crashOne() {
        return new Intervention.Crash(new NodeTarget.Share(1.0 / NODES));
    }

    private static TimedIntervention at(int seconds, Intervention intervention) {
        return new TimedIntervention(Duration.ofSeconds(seconds).toNanos(), intervention);
    }

    private static Simulation run(Settings settings, long seed, EngineKind engine, TimedIntervention... plan) {
        Simulation simulation = new Simulation(settings, seed, 0, engine, List.of(plan));
        simulation.advanceTo(Duration.ofSeconds(5).toNanos());
        return simulation;
    }

    private static double gain(Settings settings, TimedIntervention... plan) {
        return Gauge.read(run(settings, 1, EngineKind.RATES, plan), Metric.LOOP_GAIN);
    }

    /**
     * Nothing happens in these runs until the next crash: there is no room and no copy. So the state is held, and the
     * time to that crash is exponential at the cluster's whole crash rate.
     */
    @ParameterizedTest
    @CsvSource({"RATES, none, 1s, 1000", "ROUNDS, none, 1s, 800", "RATES, full-jitter, 2s, 600"})
    void oneMoreCrashRaisesTheCrashRateByTheGainPerWindow(EngineKind engine, String policy, String wait, int seeds) {
        Duration backoff = Duration.parse("PT" + wait);
        Settings settings = with(
                FULL,
                "search.backoff.policy",
                BackoffPolicy.valueOf(policy.toUpperCase(Locale.ROOT).replace('-', '_')),
                "search.backoff.base",
                backoff,
                "search.backoff.cap",
                backoff);
        double predicted = 0;
        double secondsWithout = 0;
        double secondsWith = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Simulation branch = run(settings, seed, engine, FIRST_CRASH, RACE_ON);
            predicted += Gauge.read(branch, Metric.LOOP_GAIN) / seeds;
            secondsWithout += secondsToNextCrash(branch) / seeds;
            secondsWith += secondsToNextCrash(run(settings, -seed, engine, FIRST_CRASH, RACE_ON, NEXT_CRASH)) / seeds;
        }
        // The crashed node's own part of the rate is gone: that is its end, not what it causes.
        double before = 1 / secondsWithout * (NODES - 2) / (NODES - 1);
        double after = 1 / secondsWith;
        double sigma = Math.hypot(before, after) / Math.sqrt(seeds);
        assertThat((after - before) * 60).isCloseTo(predicted, within(SIGMAS * sigma * 60));
        assertThat(SIGMAS * sigma * 60 / predicted).as("resolution").isLessThan(0.3);
    }

    private static double secondsToNextCrash(Simulation simulation) {
        int crashes = simulation.cluster().crashCount();
        while (simulation.cluster().crashCount() == crashes) {
            simulation.step();
        }
        return simulation.clockNanos() / 1e9 - 5;
    }

    @Test
    void whereThereIsRoomOneMoreCrashBringsNext() {
        Settings half = with(FULL, "cluster.utilisation", 0.5, "race.probability", P);
        assertThat(gain(half)).isBetween(0.0, 1e-5);
        assertThat(gain(with(half, "cluster.utilisation", 1.0))).isGreaterThan(0.001);
    }

    @Test
    void theLessRoomIsLeftForTheAddedSearchesTheMoreOfThemGoOn() {
        double[] gains = Stream.of(1.0, 0.99, 0.985, 0.98, 0.97)
                .mapToDouble(used -> gain(with(FULL, "cluster.utilisation", used, "race.probability", P)))
                .toArray();
        assertThat(gains).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(gains[0]).isGreaterThan(2 * gains[2]);
    }

    @Test
    void theGainGrowsWithTheWindow() {
        Settings hour = with(FULL, "metrics.loopGainWindow", Duration.ofHours(1));
        assertThat(gain(hour, FIRST_CRASH, RACE_ON)).isCloseTo(60 * gain(FULL, FIRST_CRASH, RACE_ON), within(1e-9));
    }

    @Test
    void theMoreSearchAlreadyTheMoreOneMoreCrashBrings() {
        TimedIntervention many = at(0, new Intervention.Crash(new NodeTarget.Share(0.2)));
        assertThat(gain(FULL, many, RACE_ON)).isGreaterThan(2 * gain(FULL, FIRST_CRASH, RACE_ON));
    }

    @Test
    void nothingIsCausedWithoutTheRaceOrWhileSearchesAreStopped() {
        assertThat(gain(FULL, FIRST_CRASH)).isZero();
        assertThat(gain(FULL, FIRST_CRASH, RACE_ON, at(5, new Intervention.StopSearches())))
                .isZero();
    }

    @Test
    void whoWaitsForThePreviousNodeCausesNothingUntilTheGraceIsOver() {
        Settings previousFirst = with(
                FULL, "search.target", TargetPolicy.PREVIOUS_FIRST, "search.reconnectGrace", Duration.ofSeconds(45));
        double all = gain(FULL, RACE_ON);
        assertThat(gain(previousFirst, RACE_ON)).isCloseTo(all / 4, within(1e-9));
        assertThat(gain(with(previousFirst, "search.reconnectGrace", Duration.ofHours(1)), RACE_ON))
                .isZero();
    }

    @Test
    void whereNoNodeIsUpThereIsNothingToSay() {
        TimedIntervention all = at(1, new Intervention.Isolate(new NodeTarget.All(), Duration.ZERO));
        Simulation simulation = run(FULL, 1, EngineKind.RATES, all);
        assertThat(simulation.cluster().nodeCount(NodeState.UP)).isZero();
        assertThat(Gauge.read(simulation, Metric.LOOP_GAIN)).isNaN();
    }

    @Test
    void backoffWaitsMakeTheSearchesOfACrashLessDangerous() {
        double[] gains = Arrays.stream(BackoffPolicy.values())
                .mapToDouble(policy -> gain(with(FULL, "search.backoff.policy", policy), FIRST_CRASH, RACE_ON))
                .toArray();
        for (int i = 1; i < gains.length; i++) {
            assertThat(gains[i]).as("%s", BackoffPolicy.values()[i]).isLessThan(gains[0]);
        }
    }
}
