package mirrorstorm.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UiMessagesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final OffsetDateTime ORIGIN = OffsetDateTime.parse("2011-04-21T00:37:00-07:00");

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.126, 12.6 %", "0.0007, 0.07 %", "0.9, 90.0 %"})
    void smallSharesDoNotVanish(double share, String text) {
        assertThat(UiMessages.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7.4, 7", "999, 999", "57438, '57,400'", "1234567, '1,230,000'"})
    void largeNumbersHaveThreeDigits(double number, String text) {
        assertThat(UiMessages.about(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 min 00 s", "785, 13 min 05 s", "7985, 2 h 13 min 05 s", "360000, 100 h 00 min 00 s"})
    void theClockKeepsItsWidth(long seconds, String text) {
        assertThat(Times.clock(seconds * SECOND, 60e9)).isEqualTo(text);
    }

    @Test
    void inSlowMotionTheClockShowsMilliseconds() {
        assertThat(Times.clock(785 * SECOND + 42_000_000, 1e8)).isEqualTo("13 min 05.042 s");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "785, 13 min 5 s", "7980, 2 h 13 min", "93600, 1 d 2 h"})
    void listsHaveTheTwoLargestUnits(long seconds, String text) {
        assertThat(Times.brief(seconds * SECOND)).isEqualTo(text);
    }

    @Test
    void fractionsOfASecondAreShownWhereTheyMatter() {
        assertThat(Times.brief(1_250_000_000L)).isEqualTo("1.250 s");
    }

    @Test
    void thereAndThenIsInItsOwnTimeZone() {
        assertThat(Times.timeOfDay(ORIGIN, 86_400 * SECOND)).isEqualTo("00:37:00");
        assertThat(Times.date(ORIGIN, 86_400 * SECOND)).isEqualTo("22 Apr 2011, UTC\u22127");
        assertThat(Times.date(OffsetDateTime.parse("2020-01-01T00:00:00+05:30"), 0))
                .isEqualTo("1 Jan 2020, UTC+5:30");
        assertThat(Times.date(OffsetDateTime.parse("2020-01-01T00:00:00Z"), 0)).isEqualTo("1 Jan 2020, UTC");
    }

    @Test
    void whatIsSaidOfOneIsSaidOfMany() {
        assertThat(UiMessages.keys())
                .filteredOn(key -> key.endsWith(".one"))
                .allMatch(key -> UiMessages.has(key.substring(0, key.length() - ".one".length())));
    }
}
