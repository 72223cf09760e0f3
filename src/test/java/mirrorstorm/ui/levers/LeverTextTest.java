package mirrorstorm.ui.levers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.ValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LeverTextTest {

    @Test
    void sharesAreInPercentAndChoicesInWords() {
        assertThat(text("cluster.utilisation", 0.8045)).isEqualTo("80.45 %");
        assertThat(text("search.backoff.policy", BackoffPolicy.FULL_JITTER)).isEqualTo("full jitter");
        assertThat(text("search.backoff.base", Duration.ofMillis(1500))).isEqualTo("1500ms");
        assertThat(text("race.probability", 4.4e-10)).isEqualTo("4.4e-10");
    }

    @Test
    void aUnitThatTheTitleSaysIsNotRepeated() {
        assertThat(text("cluster.volumes", 24_000)).isEqualTo("24,000");
        assertThat(text("copy.rateMiBps", 14.0)).isEqualTo("14 MiB/s");
    }

    private static String text(String path, Object value) {
        return LeverText.of(Levers.require(path), value);
    }

    @ParameterizedTest
    @CsvSource({
        "search.backoff.base, 5 s, PT5S",
        "search.backoff.base, 1 min, PT1M",
        "search.backoff.base, 250ms, PT0.25S",
        "cluster.utilisation, 80 %, 0.8",
        "cluster.utilisation, 80.45%, 0.8045",
        "cluster.utilisation, 0.8, 0.8",
        "cluster.utilisation, 85, 0.85",
        "cluster.volumes, '24,000 volumes', 24000",
        "copy.rateMiBps, 20 MiB/s, 20.0"
    })
    void blanksUnitsAndPercentAreUnderstood(String path, String typed, String value) throws ValueException {
        assertThat(LeverText.parse(Levers.require(path), typed)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "search.backoff.base, soon",
        "search.backoff.base, 5",
        "cluster.utilisation, 140 %",
        "cluster.utilisation, most",
        "cluster.nodes, -4"
    })
    void whatIsNoValueIsRefusedWithAReason(String path, String typed) {
        assertThatThrownBy(() -> LeverText.parse(Levers.require(path), typed))
                .isInstanceOf(ValueException.class)
                .hasMessageMatching(".{10,}");
    }

    static List<Lever> movable() {
        return Levers.all().stream()
                .filter(lever -> lever.kind() != Lever.Kind.CHOICE && lever.kind() != Lever.Kind.SWITCH)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("movable")
    void whateverTheSliderShowsCanBeTypedBack(Lever lever) throws ValueException {
        for (double position = 0; position <= 1; position += 0.125) {
            Object value = lever.fromPosition(position);
            assertThat(LeverText.parse(lever, LeverText.of(lever, value))).isEqualTo(value);
        }
    }
}
