package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mirrorstorm.picture.Runs;
import mirrorstorm.run.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTest {

    private static final Timeline RUN = Runs.small(600 * Runs.SECOND);
    private static final Plot PLOT = new Plot(
            new Rectangle2D.Double(0, 0, 600, 100),
            new TimeAxis(0, 600 * Runs.SECOND, 0, 600),
            ValueAxis.of(AxisScale.LINEAR, Quantity.SHARE, 0.8));

    private static Curve curve(double[] values) {
        int[] samples = IntStream.range(0, values.length).toArray();
        return Curve.of(PLOT, RUN.series(), samples, i -> values[i]);
    }

    static LongStream seeds() {
        return new SplittableRandom(1).longs(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noPointIsFurtherFromTheLineThanCanBeSeen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[random.nextInt(2, 600)];
        double slope = 0;
        for (int i = 1; i < values.length; i++) {
            slope = random.nextInt(10) == 0 ? random.nextDouble(-0.01, 0.01) : slope;
            double noise = random.nextDouble(-1, 1) * 1e-4;
            values[i] = Math.max(0, Math.min(1, values[i - 1] + slope + noise));
        }
        Curve curve = curve(values);
        assertThat(curve.x()).hasSizeLessThanOrEqualTo(values.length).isSorted();
        int next = 1;
        for (int i = 0; i < values.length; i++) {
            while (next < curve.x().length - 1 && curve.x()[next] < i) {
                next++;
            }
            double share = (i - curve.x()[next - 1]) / (curve.x()[next] - curve.x()[next - 1]);
            double drawn = curve.y()[next - 1] + share * (curve.y()[next] - curve.y()[next - 1]);
            assertThat(drawn).isCloseTo(PLOT.yAt(values[i]), within(0.0501));
        }
    }

    @Test
    void aStraightLineHasTwoEndsAndASpikeThreePointsMore() {
        double[] flat = new double[500];
        assertThat(curve(flat).x()).containsExactly(0, 499);
        flat[200] = 1;
        assertThat(curve(flat).x()).containsExactly(0, 199, 200, 201, 499);
    }

    @Test
    void aGapStaysWhereItIs() {
        double[] values = new double[100];
        for (int i = 40; i < 60; i++) {
            values[i] = Double.NaN;
        }
        Curve curve = curve(values);
        assertThat(curve.x()).contains(0, 39, 60, 99);
        assertThat(curve.line().contains(50, 50)).isFalse();
        assertThat(curve.areaDownTo(110).contains(20, 105)).isTrue();
        assertThat(curve.areaDownTo(110).contains(50, 105)).isFalse();
        assertThat(curve.areaDownTo(110).contains(80, 105)).isTrue();
    }
}
