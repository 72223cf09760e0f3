package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import mirrorstorm.model.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, rates and numbers as text. */
class DurationsTest {

    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "250ms,      250000000",
        "1s,         1000000000",
        "1h30m,      5400000000000",
        "1.5h,       5400000000000",
        "0.25us,     250",
        "90.5s,      90500000000",
        "1d2h3m4s5ms6us7ns, 93784005006007",
        "0s,         0",
        "9223372036854775807ns, 9223372036854775807"
    })
    void aTextIsReadExactly(String text, long nanos) throws ValueException {
        assertThat(Durations.parseNanos(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"0s", "1ns", "250ms", "90s", "4d", "84h", "1523m", "1d1ns", "1500ms", "9223372036854775807ns"})
    void theShortestTextIsWritten(String text) throws ValueException {
        assertThat(Durations.formatNanos(Durations.parseNanos(text))).isEqualTo(text);
    }

    @Test
    void whateverIsWrittenReadsBackAsTheSame() throws ValueException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < DRAWS; i++) {
            long nanos = random.nextLong() >>> (1 + random.nextInt(62));
            nanos -= nanos % new long[] {1, 1_000, 1_000_000_000, 60_000_000_000L}[random.nextInt(4)];
            String text = Durations.formatNanos(nanos);
            assertThat(Durations.parseNanos(text)).as(text).isEqualTo(nanos);
            assertThat(text.length()).as(text).isLessThanOrEqualTo((nanos + "ns").length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "s", "1", "1.", ".5s", "-1s", "1 s", "1x", "1m1h", "1s1s", "1e3s", "300000y", "0.1ns"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(ValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0004, 400us",
        "0.25, 250ms",
        "3.24, 3.2s",
        "59.96, 60s",
        "47.4, 47s",
        "5400, 1.5h",
        "302400, 84h",
        "864000, 10d"
    })
    void peopleAreToldRoughly(double seconds, String text) {
        assertThat(Durations.rough(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/s", "200/h", "3/m", "1/d", "0/s", "30/m", "1.8/s", "7/d", "0.001/h"})
    void aRateIsWrittenAsItWasRead(String text) throws ValueException {
        assertThat(Rates.format(Rates.parse(text))).isEqualTo(text);
    }

    @Test
    void everyRateReadsBackAsTheSame() throws ValueException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < DRAWS; i++) {
            double perSecond = Math.pow(10, random.nextDouble(-9, 6));
            Rate rate = new Rate(random.nextBoolean() ? perSecond : Math.rint(perSecond) / 3_600);
            assertThat(Rates.parse(Rates.format(rate))).isEqualTo(rate);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/", "/s", "5/w", "-5/s", "5 / s", "5/ms", "x/s"})
    void whatIsNoRateIsRefused(String text) {
        assertThatThrownBy(() -> Rates.parse(text)).isInstanceOf(ValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "14, 14",
        "0.8045, 0.8045",
        "4.4e-10, 4.4e-10",
        "1e-6, 0.000001",
        "1.5e300, 1.5e300",
        "24000, 24000",
        "0.1, 0.1",
        "2e-9, 2e-9",
        "-3.25, -3.25",
        "1e9, 1e9",
        "123456789, 123456789"
    })
    void aNumberIsWrittenAsPeopleWriteIt(double number, String text) {
        assertThat(Numbers.text(number)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAsTheSame() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < DRAWS; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(number) && !Double.isInfinite(number) && number != 0) {
                assertThat(Double.parseDouble(Numbers.text(number))).isEqualTo(number);
            }
        }
    }
}
