package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {

    @ParameterizedTest(name = "{0} s among steps of {1} s is {2}")
    @CsvSource({
        "0, 0.5, 0.0 s",
        "2.5, 0.5, 2.5 s",
        "0.015, 0.005, 0.015 s",
        "0, 15, 0 s",
        "45, 15, 45 s",
        "60, 30, 1 min",
        "90, 30, 1 min 30 s",
        "3615, 15, 1:00:15",
        "600, 600, 0:10",
        "5400, 1800, 1:30",
        "0, 3600, 0 h",
        "7200, 3600, 2 h",
        "86400, 3600, 24 h",
        "86400, 21600, 1 d",
        "108000, 21600, 30 h",
        "259200, 86400, 3 d"
    })
    void timesAreWrittenAsPeopleSayThem(double seconds, double step, String label) {
        assertThat(TimeTicks.label(seconds, step)).isEqualTo(label);
    }

    @Test
    void stepsAreRoundAndNotTooMany() {
        for (double seconds = 0.004; seconds < 1e9; seconds *= 1.7) {
            double step = TimeTicks.step(seconds, 8);
            assertThat(seconds / step).isLessThanOrEqualTo(8);
        }
        assertThat(TimeTicks.step(96 * 3600, 8)).isEqualTo(12 * 3600);
    }
}
