package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueAxisTest {

    @ParameterizedTest
    @CsvSource({"0, 0.1", "0.017, 0.1", "0.12, 0.25", "0.3, 0.5", "0.9, 1", "1, 1", "1.3, 1"})
    void axesOfSharesGrowInStepsAndEndAtAll(double most, double top) {
        assertThat(ValueAxis.of(AxisScale.LINEAR, Quantity.SHARE, most).top()).isEqualTo(top);
    }

    @Test
    void logarithmicAxesBeginAtZero() {
        ValueAxis axis = ValueAxis.of(AxisScale.LOG, Quantity.RATE, 48_000);
        assertThat(axis.share(0)).isZero();
        assertThat(axis.share(99)).isCloseTo(2 / axis.top(), within(1e-12));
        assertThat(axis.ticks().get(0)).isEqualTo(new ValueAxis.Tick(0, "0"));
        assertThat(axis.share(48_000)).isLessThan(1);
        assertThat(axis.share(Double.NaN)).isNaN();
    }

    static Stream<Arguments> everyKind() {
        return Arrays.stream(AxisScale.values())
                .flatMap(scale -> Arrays.stream(Quantity.values()).map(quantity -> Arguments.of(scale, quantity)));
    }

    /** Any quantity goes with any scale, though the charts of today need but some of both. */
    @ParameterizedTest
    @MethodSource("everyKind")
    void everyAxisHasRoomForItsValuesAndRoundTicks(AxisScale scale, Quantity quantity) {
        for (double most = 1e-3; most < (quantity == Quantity.SHARE ? 1 : 1e8); most *= 1.37) {
            ValueAxis axis = ValueAxis.of(scale, quantity, most);
            List<ValueAxis.Tick> ticks = axis.ticks();
            assertThat(axis.share(most)).as("%s of %s", most, axis).isBetween(0.0, 1.0);
            assertThat(axis.share(0)).isZero();
            assertThat(ticks).as("%s", axis).hasSizeBetween(2, 6);
            assertThat(ticks.get(0).share()).isZero();
            assertThat(ticks)
                    .extracting(ValueAxis.Tick::label)
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            label -> assertThat(digits(label)).as("%s", axis).isLessThanOrEqualTo(2));
            assertThat(ticks).extracting(ValueAxis.Tick::share).isSorted().allSatisfy(share -> assertThat(share)
                    .isBetween(0.0, 1.0));
        }
    }

    @ParameterizedTest
    @CsvSource({"5", "7", "60", "99", "1234", "23457", "96000", "500000"})
    void whatIsCountedEndsAtAllOfThemAndHasRoundTicksAllTheSame(long total) {
        for (double most = 0; most <= 1; most += 0.05) {
            ValueAxis axis = ValueAxis.counted(most, 0.1, total);
            assertThat(axis.share(most)).isLessThanOrEqualTo(1);
            assertThat(axis.top()).isLessThanOrEqualTo(total);
            assertThat(axis.ticks())
                    .extracting(ValueAxis.Tick::label)
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            label -> assertThat(digits(label)).as("%s", axis).isLessThanOrEqualTo(2));
        }
        ValueAxis all = ValueAxis.counted(1, 0.1, total);
        assertThat(all.top()).isEqualTo(total);
        assertThat(all.ticks()).hasSizeBetween(3, 6);
    }

    /** How many digits of a number tell. */
    private static int digits(String label) {
        BigDecimal number = new BigDecimal(label.replaceAll("[^0-9.]", ""));
        return number.signum() == 0 ? 1 : number.stripTrailingZeros().precision();
    }

    @Test
    void ticksThatWouldRunIntoEachOtherAreLeftOut() {
        ValueAxis axis = ValueAxis.of(AxisScale.LINEAR, Quantity.SHARE, 0.2);
        assertThat(axis.ticks(200, 12)).extracting(ValueAxis.Tick::label).hasSize(6);
        assertThat(axis.ticks(50, 12)).extracting(ValueAxis.Tick::label).containsExactly("0 %", "25 %");
        assertThat(axis.ticks(1, 12)).hasSize(2);
    }
}
