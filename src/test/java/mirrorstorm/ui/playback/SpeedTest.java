package mirrorstorm.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    private static final double SECOND = 1e9;

    @Test
    void theSliderGoesFromAMillisecondToHalfADay() {
        assertThat(Speed.atPosition(0)).isEqualTo(Speed.MIN);
        assertThat(Speed.atPosition(1)).isEqualTo(Speed.MAX);
        assertThat(Speed.MIN.text()).isEqualTo("1 ms/s");
        assertThat(Speed.MAX.text()).isEqualTo("12 h/s");
    }

    @Test
    void equalStepsOfTheSliderMultiplyTheSpeed() {
        double low = Speed.atPosition(0.2).nanosPerSecond();
        double middle = Speed.atPosition(0.5).nanosPerSecond();
        double high = Speed.atPosition(0.8).nanosPerSecond();
        assertThat(high / middle).isCloseTo(middle / low, within(0.05 * middle / low));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.77, 1})
    void theSliderStandsWhereItWasPut(double position) {
        assertThat(Speed.atPosition(position).position()).isCloseTo(position, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "1 min/s, 60",
        "1m/s, 60",
        "90 s/s, 90",
        "10s, 10",
        "250 ms/s, 0.25",
        "2.5 h/s, 9000",
        "60x, 60",
        "h/s, 3600",
        "' 1 MIN/S ', 60"
    })
    void whatPeopleTypeIsUnderstood(String typed, double seconds) {
        assertThat(Speed.parse(typed)).map(Speed::nanosPerSecond).contains(seconds * SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "0 s/s", "-1 s/s", "13 h/s", "0.5 ms/s", "1 day/s", "1 min/h"})
    void whatIsNoSpeedIsRefused(String typed) {
        assertThat(Speed.parse(typed)).isEqualTo(Optional.empty());
    }

    @Test
    void everyTextReadsBack() {
        for (Speed speed = Speed.MIN; !speed.equals(Speed.MAX); speed = speed.faster()) {
            assertThat(Speed.parse(speed.text())).contains(speed);
        }
    }

    @Test
    void slowerTakesFasterBack() {
        for (Speed speed = Speed.MIN; !speed.equals(Speed.MAX); speed = speed.faster()) {
            assertThat(speed.faster().slower()).isEqualTo(speed);
        }
        assertThat(Speed.MAX.faster()).isEqualTo(Speed.MAX);
        assertThat(Speed.MIN.slower()).isEqualTo(Speed.MIN);
    }

    @Test
    void aScenarioStartsAtASpeedAtWhichItsFirstEventComesSoon() {
        assertThat(Speed.toReach((long) (600 * SECOND)).text()).isEqualTo("1 min/s");
        assertThat(Speed.toReach((long) (30 * SECOND)).text()).isEqualTo("2 s/s");
        assertThat(Speed.toReach(1)).isEqualTo(Speed.MIN);
    }

    @Test
    void noSpeedIsOutOfRange() {
        assertThatThrownBy(() -> new Speed(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
