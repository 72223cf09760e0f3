package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DownsamplingTest {

    static LongStream seeds() {
        return new SplittableRandom(1).longs(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyColumnKeepsItsLeastAndItsGreatest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int columns = random.nextInt(1, 60);
        int first = random.nextInt(0, 10);
        int count = random.nextInt(1, 2_000);
        double[] values = random.doubles(first + count, -5, 5).toArray();
        int last = first + count - 1;
        int[] chosen = Downsampling.choose(i -> values[i], first, last, columns);
        assertThat(chosen)
                .hasSizeLessThanOrEqualTo(Math.max(2 * columns + 2, 1))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(chosen[0]).isEqualTo(first);
        assertThat(chosen[chosen.length - 1]).isEqualTo(last);
        for (int column = 0; column < columns && count > 2 * columns; column++) {
            int from = first + (int) ((long) count * column / columns);
            int to = first + (int) ((long) count * (column + 1) / columns);
            double[] kept = Arrays.stream(chosen)
                    .filter(i -> i >= from && i < to)
                    .mapToDouble(i -> values[i])
                    .toArray();
            double[] all = Arrays.copyOfRange(values, from, to);
            assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(all).min());
            assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(all).max());
        }
    }

    @Test
    void aSpikeOfOneSampleInAMillionIsKept() {
        int[] chosen = Downsampling.choose(i -> i == 654_321 ? 1 : 0, 0, 999_999, 300);
        assertThat(chosen).contains(654_321);
    }

    @Test
    void fewSamplesAreAllKept() {
        assertThat(Downsampling.choose(i -> i, 3, 6, 100)).containsExactly(3, 4, 5, 6);
    }

    @Test
    void noSamplesAreNone() {
        assertThat(Downsampling.choose(i -> i, 0, -1, 100)).isEmpty();
    }

    @Test
    void aStretchWithoutValuesStaysAGap() {
        int[] chosen = Downsampling.choose(i -> i >= 400 && i < 600 ? Double.NaN : i, 0, 999, 10);
        assertThat(Arrays.stream(chosen).filter(i -> i >= 400 && i < 600)).isNotEmpty();
    }

    @Test
    void aColumnWithSomeValuesShowsThem() {
        int[] chosen = Downsampling.choose(i -> i % 100 == 50 ? i : Double.NaN, 0, 999, 10);
        assertThat(chosen).contains(50, 150, 950);
    }
}
