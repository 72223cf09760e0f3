package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import mirrorstorm.engine.ColumnCopy;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The race in closing requests: pairs within the window, probabilities, and the rate that stands for them. */
class RaceTest {

    private static final double SIGMAS = 5;
    private static final int SAMPLES = 40_000;

    @ParameterizedTest
    @CsvSource({
        "1e-6, 100, 9.9995e-5, 0.004938", "1e-6, 1000, 9.995e-4, 0.3932",
        "1e-5, 100, 9.995e-4, 0.04829", "1e-5, 1000, 0.009950, 0.9932"
    })
    void manyCloseRequestsAreFarWorseInPairsThanAlone(double p, int requests, double alone, double inPairs) {
        double pairs = requests * (requests - 1) / 2.0;
        assertThat(Race.crashProbability(p, requests)).isCloseTo(alone, within(1e-3 * alone));
        assertThat(Race.crashProbability(p, pairs)).isCloseTo(inPairs, within(1e-3 * inPairs));
    }

    @Test
    void aTinyProbabilityKeepsItsDigits() {
        // The fit of 2011: one failed round of 20 requests has 190 pairs.
        assertThat(Race.crashProbability(4.4e-10, 190)).isCloseTo(190 * 4.4e-10, within(1e-13));
        assertThat(Race.crashProbability(0, 1e9)).isZero();
    }

    @Test
    void whereThereIsNoPairNothingCrashesHoweverBadTheRace() {
        assertThat(Race.crashProbability(1, 0)).isZero();
        assertThat(Race.crashProbability(1, 1)).isEqualTo(1);
        Settings settings = with(SMALL, "race.probability", 1.0, "search.probes", 1, "race.window", Duration.ZERO);
        assertThat(Race.hazardPerSecond(settings, 5)).isZero();
        assertThat(new Bench(settings).race.crashes(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aFailedRoundAddsItsOwnPairsAndThoseWithTheRoundsOfTheLastWindow(int probes) {
        Settings settings =
                with(SMALL, "race.probability", 0.01, "search.probes", probes, "race.window", Duration.ofNanos(100));
        double own = probes * (probes - 1) / 2.0;
        double across = probes * probes;
        // Rounds on node 0 at 0, 60, 100 and 201 ns; one on node 1 at 100 ns counts for node 1 alone.
        double[] pairs = {own, own + across, own + 2 * across, own, own};
        int[] crashes = new int[pairs.length];
        Bench bench = new Bench(settings);
        for (int i = 0; i < SAMPLES; i++) {
            crashes[0] += bench.closes(0, 0);
            crashes[1] += bench.closes(0, 60);
            crashes[2] += bench.closes(0, 40);
            crashes[3] += bench.closes(1, 0);
            crashes[4] += bench.closes(0, 101);
            bench.closes(0, 1_000);
            bench.events.advanceTo(bench.events.clockNanos() + 1_000);
        }
        for (int i = 0; i < pairs.length; i++) {
            double expected = 1 - Math.pow(0.99, pairs[i]);
            double sigma = Math.sqrt(expected * (1 - expected) / SAMPLES);
            assertThat(crashes[i] / (double) SAMPLES).as("case %d", i).isCloseTo(expected, within(SIGMAS * sigma));
        }
    }

    @Test
    void manyRoundsInOneWindowAreAllRemembered() {
        Settings settings =
                with(SMALL, "race.probability", 1e-5, "search.probes", 10, "race.window", Duration.ofHours(1));
        int rounds = 1_000;
        double crashes = 0;
        double expected = 0;
        double variance = 0;
        for (int seed = 0; seed < 20; seed++) {
            Bench bench = new Bench(settings, seed);
            for (int i = 0; i < rounds; i++) {
                crashes += bench.closes(2, 1);
                double p = 1 - Math.pow(1 - 1e-5, 45 + 100.0 * i);
                expected += p;
                variance += p * (1 - p);
            }
        }
        assertThat(crashes).isCloseTo(expected, within(SIGMAS * Math.sqrt(variance)));
    }

    @ParameterizedTest
    @CsvSource({"20, 4.4e-10, 0.1, 50", "20, 1e-4, 0.1, 30", "3, 0.01, 2, 4", "1, 0.2, 0.5, 10", "5, 0.5, 0, 7"})
    void theRateIsTheMeanOverAPoissonNumberOfRoundsInTheWindow(int probes, double p, double window, double rate) {
        Settings settings =
                with(SMALL, "race.probability", p, "search.probes", probes, "race.window", Duration.ofNanos((long)
                        (window * 1e9)));
        double mean = rate * window;
        double poisson = Math.exp(-mean);
        double crash = 0;
        for (int n = 0; n < 500; n++) {
            double pairs = probes * (probes - 1) / 2.0 + (double) probes * probes * n;
            crash += poisson * Race.crashProbability(p, pairs);
            poisson *= mean / (n + 1);
        }
        assertThat(Race.hazardPerSecond(settings, rate)).isCloseTo(rate * crash, within(1e-9 * rate * crash));
        assertThat(Race.hazardPerSecond(settings, 0)).isZero();
    }

    @Test
    void theDangerIsNothingOnANormalDayAndGrowsWithTheSquareOfTheLoad() {
        Settings settings = with(SMALL, "race.probability", 4.4e-10, "search.probes", 20);
        double day = 86_400 * Race.hazardPerSecond(settings, 0.1);
        assertThat(day).isLessThan(1e-3);
        double busy = Race.hazardPerSecond(settings, 200) - 200 * Race.crashProbability(4.4e-10, 190);
        double twice = Race.hazardPerSecond(settings, 400) - 400 * Race.crashProbability(4.4e-10, 190);
        assertThat(twice / busy).isCloseTo(4, within(0.01));
    }

    @Test
    void aCopyRemembersTheSameRoundsAndDrawsTheSameLuck() {
        Settings settings =
                with(SMALL, "race.probability", 0.002, "search.probes", 6, "race.window", Duration.ofSeconds(1));
        Bench bench = new Bench(settings);
        for (int i = 0; i < 300; i++) {
            bench.closes(i % 5, 1);
        }
        Bench copy = new Bench(settings, 99);
        copy.events.copyFrom(bench.events);
        copy.race.columns(ColumnCopy.WHOLE, bench.race);
        for (int i = 0; i < 500; i++) {
            assertThat(copy.closes(i % 3, 50_000_000)).isEqualTo(bench.closes(i % 3, 50_000_000));
        }
    }

    /** A race with nothing around it but a clock. */
    private static final class Bench {

        private final FutureEventList events = new FutureEventList();
        private final Race race;

        Bench(Settings settings) {
            this(settings, 1);
        }

        Bench(Settings settings, long seed) {
            Instances none = new Instances(settings, RandomStream.of(seed, 0, "instances"));
            Cluster cluster = new Cluster(
                    settings,
                    events,
                    new Trace(events),
                    none,
                    settings.cluster().volumes());
            race = new Race(cluster, RandomStream.of(seed, 0, "race"));
        }

        /** 1 if a round that fails on the node so many nanoseconds later crashes it, else 0. */
        int closes(int node, long laterNanos) {
            events.advanceTo(events.clockNanos() + laterNanos);
            return race.crashes(node) ? 1 : 0;
        }
    }
}
