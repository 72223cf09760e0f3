package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Named random streams: what is repeatable, what is independent, and how the numbers are distributed. */
class RandomStreamTest {

    private static final int SAMPLES = 100_000;

    /** One test in a million that holds fails; seeds are fixed, so it is the same one every time: none. */
    private static final double SIGMAS = 5;

    private static final double P_VALUE_MIN = 1e-4;

    private static final double MEAN_NANOS = 2e9;

    @Test
    void theSameNameGivesTheSameNumbers() {
        assertThat(longs(RandomStream.of(7, 3, "race"))).isEqualTo(longs(RandomStream.of(7, 3, "race")));
    }

    @Test
    void anotherSeedReplicationOrPurposeGivesOtherNumbers() {
        long[] numbers = longs(RandomStream.of(7, 3, "race"));
        assertThat(longs(RandomStream.of(8, 3, "race"))).doesNotContain(numbers);
        assertThat(longs(RandomStream.of(7, 4, "race"))).doesNotContain(numbers);
        assertThat(longs(RandomStream.of(7, 3, "rate"))).doesNotContain(numbers);
        // Seed and replication are not simply added up.
        assertThat(longs(RandomStream.of(8, 2, "race"))).doesNotContain(numbers);
    }

    @Test
    void theFirstNumbersAreThoseOfEveryMachineAndRelease() {
        RandomStream stream = RandomStream.of(2011, 0, "placement");
        assertThat(longs(stream)).startsWith(1245546116821757923L, 3105860354575971178L, 4852808069720271140L);
        assertThat(stream.nextInt(1_000)).isEqualTo(564);
        assertThat(stream.nextDouble()).isEqualTo(0.251272489043717);
        assertThat(stream.exponentialNanos(1e9)).isEqualTo(631185442);
    }

    @Test
    void theMixerIsThatOfSplitMix64() {
        // The first output of Vigna's splitmix64.c for seed 0.
        assertThat(RandomStream.mix(0x9E37_79B9_7F4A_7C15L)).isEqualTo(0xE220_A839_7B1D_CDAFL);
        assertThat(RandomStream.mix(0)).isZero();
    }

    @Test
    void aCopyContinuesAsTheOriginalWill() {
        RandomStream stream = RandomStream.of(1, 0, "a");
        stream.nextInt(10);
        stream.nextDouble();
        RandomStream copy = RandomStream.of(99, 9, "b");
        copy.copyFrom(stream);
        assertThat(longs(copy)).isEqualTo(longs(stream));
        copy.nextLong();
        assertThat(copy.nextLong()).isNotEqualTo(stream.nextLong());
    }

    @Test
    void uniformNumbersAreUniform() {
        RandomStream stream = RandomStream.of(1, 0, "uniform");
        long[] counts = new long[50];
        for (int i = 0; i < SAMPLES; i++) {
            counts[(int) (stream.nextDouble() * counts.length)]++;
        }
        assertFits(counts);
        long[] whole = new long[37];
        for (int i = 0; i < SAMPLES; i++) {
            whole[stream.nextInt(whole.length)]++;
        }
        assertFits(whole);
    }

    @Test
    void aChanceIsTakenInItsShareOfCases() {
        RandomStream stream = RandomStream.of(2, 0, "chance");
        for (double probability : new double[] {0, 0.001, 0.3, 0.9, 1}) {
            int taken = 0;
            for (int i = 0; i < SAMPLES; i++) {
                taken += stream.chance(probability) ? 1 : 0;
            }
            double sigma = Math.sqrt(SAMPLES * probability * (1 - probability));
            assertThat((double) taken).isCloseTo(SAMPLES * probability, within(SIGMAS * sigma));
        }
    }

    @Test
    void exponentialWaitsHaveTheirMeanAndForgetTheirPast() {
        RandomStream stream = RandomStream.of(3, 0, "exponential");
        assertIsExponential(SAMPLES, () -> stream.exponentialNanos(MEAN_NANOS));
    }

    @Test
    void quickWaitsAreExponentialUpToTheLayersOfTheZigguratAndInEachOfThem() {
        RandomStream stream = RandomStream.of(3, 0, "ziggurat");
        assertIsExponential(20 * SAMPLES, () -> stream.quickExponentialNanos(MEAN_NANOS));
    }

    @Test
    void quickWaitsHaveTheTailThatTheyShould() {
        RandomStream stream = RandomStream.of(5, 0, "ziggurat");
        double beginsAt = 7.697;
        int samples = 20 * SAMPLES;
        int beyond = 0;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            double wait = stream.quickExponentialNanos(MEAN_NANOS) / MEAN_NANOS;
            beyond += wait > beginsAt ? 1 : 0;
            sum += wait > beginsAt ? wait - beginsAt : 0;
        }
        double expected = samples * Math.exp(-beginsAt);
        assertThat((double) beyond).isCloseTo(expected, within(SIGMAS * Math.sqrt(expected)));
        assertThat(sum / beyond).as("the tail forgets where it began").isCloseTo(1, within(SIGMAS / Math.sqrt(beyond)));
    }

    @Test
    void theFirstQuickWaitsAreThoseOfEveryMachineAndRelease() {
        RandomStream stream = RandomStream.of(2011, 0, "arrivals");
        long[] waits = new long[3];
        Arrays.setAll(waits, i -> stream.quickExponentialNanos(1e9));
        assertThat(waits).containsExactly(999007640, 1171943670, 426650097);
    }

    /** Mean, and as many as should be in each of 500 intervals that are equally likely. */
    private static void assertIsExponential(int samples, LongSupplier waits) {
        double sum = 0;
        long[] waitsByQuantile = new long[500];
        for (int i = 0; i < samples; i++) {
            long wait = waits.getAsLong();
            sum += wait;
            waitsByQuantile[(int) (waitsByQuantile.length * (1 - Math.exp(-wait / MEAN_NANOS)))]++;
        }
        assertThat(sum / samples).isCloseTo(MEAN_NANOS, within(SIGMAS * MEAN_NANOS / Math.sqrt(samples)));
        assertFits(waitsByQuantile);
    }

    @Test
    void aWaitForWhatNeverHappensCanStillBeScheduled() {
        long wait = RandomStream.of(4, 0, "never").exponentialNanos(Double.POSITIVE_INFINITY);
        FutureEventList list = new FutureEventList();
        list.schedule(wait, 0);
        assertThat(list.nextNanos()).isGreaterThan(365L * 86_400 * 1_000_000_000);
    }

    private static long[] longs(RandomStream stream) {
        long[] numbers = new long[20];
        Arrays.setAll(numbers, i -> stream.nextLong());
        return numbers;
    }

    private static void assertFits(long[] counts) {
        assertThat(ChiSquareTest.withDefaults().test(counts).getPValue()).isGreaterThan(P_VALUE_MIN);
    }
}
