package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import mirrorstorm.engine.FutureEventList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every lever that can be moved while a run goes on, moved in the middle of a storm. Those of copies, capacity,
 * quarantine and target are with their subjects.
 */
class LiveLeversTest {

    private static final double SIGMAS = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A hundred volumes on five full nodes: when one is lost, forty of them ask in vain. */
    private static final Settings FULL = with(SMALL, "cluster.volumes", 100, "cluster.utilisation", 1.0);

    private static Trial storm(Settings settings, EngineKind engine) {
        return new Trial(settings, engine, 1).isolates(0).heals(0);
    }

    private static int[] searching(Trial trial) {
        return IntStream.range(0, trial.cluster.volumeCount())
                .filter(volume -> trial.state(volume) == VolumeState.SEARCHING)
                .toArray();
    }

    // Backoff

    @Test
    void whoeverLeavesNoBackoffHasFailedAsOftenAsTimeAllows() {
        Trial trial = storm(FULL, EngineKind.RATES).runs(MINUTE);
        trial.sets("search.backoff.policy", BackoffPolicy.FULL_JITTER);
        int[] volumes = searching(trial);
        double failures = 0;
        double squares = 0;
        for (int volume : volumes) {
            failures += trial.simulation.failedRounds(volume);
            squares += Math.pow(trial.simulation.failedRounds(volume) - 60, 2);
        }
        // Poisson with mean 60 each; the variance of a Poisson's square deviation is m + 2 m^2.
        double mean = 60.0 * volumes.length;
        assertThat(failures).isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
        double spread = Math.sqrt(volumes.length * (60.0 + 2 * 60 * 60));
        assertThat(squares).isCloseTo(mean, within(SIGMAS * spread));
        for (int volume : volumes) {
            assertThat(trial.phase(volume)).isEqualTo(Phase.ROUND);
            assertThat(trial.cluster.volumes.event[volume]).isNotEqualTo(FutureEventList.NONE);
        }
    }

    @Test
    void afterALongStormTheirNumberIsItsMean() {
        Trial trial = storm(FULL, EngineKind.RATES).runs(MINUTE.multipliedBy(10));
        trial.sets("search.backoff.policy", BackoffPolicy.EXPONENTIAL);
        for (int volume : searching(trial)) {
            assertThat(trial.simulation.failedRounds(volume)).isEqualTo(600, within(1.0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void turningToBackoffThinsTheProbesAndTurningAwayBringsThemBack(EngineKind engine) {
        Trial trial = storm(with(FULL, "search.backoff.cap", Duration.ofMinutes(100)), engine)
                .runs(MINUTE);
        int stuck = searching(trial).length;
        double before = trial.simulation.probes();
        trial.sets("search.backoff.policy", BackoffPolicy.EXPONENTIAL).runs(MINUTE);
        // Each fails once more and then waits 100 minutes.
        double during = trial.simulation.probes() - before;
        assertThat(during).isEqualTo(20.0 * stuck);
        assertThat(trial.simulation.roundCount()).isZero();

        trial.sets("search.backoff.policy", BackoffPolicy.NONE).runs(MINUTE);
        // Waits that have begun are waited out.
        assertThat(trial.simulation.probes()).isEqualTo(before + during);
        for (int volume : searching(trial)) {
            assertThat(trial.phase(volume)).isEqualTo(Phase.BACKOFF);
            assertThat(trial.cluster.waitNanos(volume)).isEqualTo(100 * MINUTE.toNanos());
        }
        trial.runs(MINUTE.multipliedBy(99));
        assertThat(trial.simulation.roundCount()).isEqualTo(stuck);
        trial.runs(MINUTE);
        assertThat(trial.simulation.probes()).isGreaterThan(before + during + 20.0 * 50 * stuck);
    }

    @ParameterizedTest
    @EnumSource
    void roundsUnderWayWhenBackoffIsTurnedOffGoOn(EngineKind engine) {
        Settings settings = with(FULL, "search.backoff.policy", BackoffPolicy.FULL_JITTER);
        Trial trial = storm(settings, engine);
        int stuck = searching(trial).length;
        trial.sets("search.backoff.policy", BackoffPolicy.NONE);
        assertThat(trial.simulation.roundCount()).isEqualTo(stuck);
        trial.runs(MINUTE);
        double rounds = trial.simulation.probes() / 20;
        assertThat(rounds).isCloseTo(60.0 * stuck, within(SIGMAS * Math.sqrt(60.0 * stuck)));
    }

    @ParameterizedTest
    @EnumSource
    void aNewBaseAndCapCountFromTheNextWaitOn(EngineKind engine) {
        Settings settings =
                with(FULL, "search.backoff.policy", BackoffPolicy.FIXED, "search.roundTime", Duration.ofNanos(1));
        Trial trial = storm(settings, engine).runs(Duration.ofMillis(500));
        trial.sets("search.backoff.base", Duration.ofSeconds(7)).runs(MINUTE);
        for (int volume : searching(trial)) {
            assertThat(trial.cluster.waitNanos(volume)).isEqualTo(7_000_000_000L);
        }
        // One round at the start, one after a second, then one every seven seconds.
        int stuck = searching(trial).length;
        assertThat(trial.simulation.probes()).isEqualTo(20.0 * stuck * (2 + 8));
        trial.sets("search.backoff.policy", BackoffPolicy.EXPONENTIAL)
                .sets("search.backoff.cap", Duration.ofSeconds(9))
                .runs(MINUTE);
        for (int volume : searching(trial)) {
            assertThat(trial.cluster.waitNanos(volume)).isEqualTo(9_000_000_000L);
        }
    }

    // Search

    @ParameterizedTest
    @CsvSource({"RATES, 4", "RATES, 0.2", "ROUNDS, 4", "ROUNDS, 0.2"})
    void aNewRoundTimeCountsAtOnce(EngineKind engine, double seconds) {
        Trial trial = storm(with(FULL, "search.roundTime", Duration.ofHours(1_000)), engine)
                .runs(MINUTE);
        int stuck = searching(trial).length;
        double before = trial.simulation.probes();
        trial.sets("search.roundTime", Duration.ofNanos((long) (seconds * 1e9))).runs(MINUTE);
        double rounds = (trial.simulation.probes() - before) / 20;
        double mean = stuck * 60 / seconds;
        assertThat(rounds).isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
    }

    @ParameterizedTest
    @EnumSource
    void aNewNumberOfProbesCountsFromTheNextRoundOn(EngineKind engine) {
        Trial trial = storm(FULL, engine).runs(MINUTE);
        int stuck = searching(trial).length;
        double before = trial.simulation.probes();
        trial.sets("search.probes", 3).runs(MINUTE);
        double rounds = (trial.simulation.probes() - before) / 3;
        assertThat(rounds).isCloseTo(60.0 * stuck, within(SIGMAS * Math.sqrt(60.0 * stuck)));
    }

    // Race

    @ParameterizedTest
    @EnumSource
    void aWorseRaceCrashesWhoeverSearchesAndAMendedOneNobody(EngineKind engine) {
        Trial trial = storm(FULL, engine).runs(MINUTE);
        assertThat(trial.cluster.crashCount()).isZero();
        trial.sets("race.probability", 1.0).runs(Duration.ofSeconds(1));
        int crashed = trial.cluster.crashCount();
        assertThat(crashed).isPositive();
        trial.sets("race.probability", 0.0).runs(MINUTE.multipliedBy(60));
        assertThat(trial.cluster.crashCount()).isEqualTo(crashed);
    }

    @ParameterizedTest
    @EnumSource
    void withOneProbeARoundOnlyTheWindowMakesPairs(EngineKind engine) {
        Settings settings = with(FULL, "search.probes", 1, "race.probability", 1.0, "race.window", Duration.ZERO);
        Trial trial = storm(settings, engine).runs(MINUTE.multipliedBy(5));
        assertThat(trial.cluster.crashCount()).isZero();
        trial.sets("race.window", Duration.ofSeconds(10)).runs(MINUTE);
        assertThat(trial.cluster.crashCount()).isPositive();
    }

    // All

    @Test
    void aValueOfAnotherTypeOrAnUnknownLeverIsRefused() {
        Trial trial = new Trial(SMALL, EngineKind.RATES, 1);
        assertThatThrownBy(() -> trial.sets("search.probes", "many")).isInstanceOf(IllegalArgumentException.class);
        Trial other = new Trial(SMALL, EngineKind.RATES, 1);
        assertThatThrownBy(() -> other.sets("search.prob", 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSettingsInForceAreThoseThatWereSetLast() {
        Trial trial = new Trial(SMALL, EngineKind.RATES, 1);
        trial.sets("search.probes", 3).sets("search.probes", 4).sets("copy.maxPerNode", 9);
        assertThat(trial.cluster.settings()).isEqualTo(with(SMALL, "search.probes", 4, "copy.maxPerNode", 9));
    }
}
