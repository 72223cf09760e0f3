package mirrorstorm.run.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates and how sure they are. */
class IntervalTest {

    private static double[] upTo(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    @ParameterizedTest
    @CsvSource({"100, 5, 96", "40, 2, 39", "19, 1, 19", "4, 1, 4"})
    void theNextValueLiesBetweenOrderStatistics(int n, double low, double high) {
        Interval next = Interval.predictionInterval(upTo(n), 0.9);
        assertThat(next.low()).isEqualTo(low);
        assertThat(next.high()).isEqualTo(high);
    }

    @Test
    void infinityIsAValueLikeOthers() {
        double[] sorted = upTo(40);
        Arrays.fill(sorted, 30, 40, Double.POSITIVE_INFINITY);
        assertThat(Interval.predictionInterval(sorted, 0.9).high()).isInfinite();
        assertThat(Interval.predictionInterval(sorted, 0.9).value()).isEqualTo(20);
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThat(Interval.predictionInterval(new double[0], 0.9).value()).isNaN();
    }

    /** (n + 1 - 2k) / (n + 1) = 37 / 41, whatever the distribution. */
    @Test
    void itCoversAsOftenAsItSays() {
        Random random = new Random(2011);
        int trials = 10_000;
        int covered = 0;
        for (int i = 0; i < trials; i++) {
            double[] sample = random.doubles(40).map(x -> -Math.log(x)).sorted().toArray();
            double next = -Math.log(random.nextDouble());
            Interval interval = Interval.predictionInterval(sample, 0.9);
            covered += next >= interval.low() && next <= interval.high() ? 1 : 0;
        }
        assertThat(covered / (double) trials).isCloseTo(37.0 / 41, within(0.01));
    }
}
