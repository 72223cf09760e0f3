package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dotted paths into a tree of records, and the small values that settings are made of. */
class SettingsPathTest {

    @Test
    void aPathLeadsToAValue() {
        assertThat(SettingsPath.get(Settings.DEFAULTS, "search.probes")).isEqualTo(20);
        assertThat(SettingsPath.get(Settings.DEFAULTS, "search.backoff.base")).isEqualTo(Duration.ofSeconds(1));
        assertThat(SettingsPath.get(Settings.DEFAULTS, "cluster")).isEqualTo(Settings.DEFAULTS.cluster());
    }

    @Test
    void aChangeMakesAnotherTreeThatDiffersInThatValueOnly() {
        Settings changed = SettingsPath.with(Settings.DEFAULTS, "search.backoff.base", Duration.ofSeconds(9));
        assertThat(changed.search().backoff().base()).isEqualTo(Duration.ofSeconds(9));
        assertThat(Settings.DEFAULTS.search().backoff().base()).isEqualTo(Duration.ofSeconds(1));
        assertThat(SettingsPath.with(changed, "search.backoff.base", Duration.ofSeconds(1)))
                .isEqualTo(Settings.DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "probes", "search.", "search.prob", "search.backoff.base.x", "search..probes"})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> SettingsPath.get(Settings.DEFAULTS, path)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> SettingsPath.with(Settings.DEFAULTS, path, 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> SettingsPath.with(Settings.DEFAULTS, "search.probes", 1.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SettingsPath.with(Settings.DEFAULTS, "search.target", "new-node"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAffectedZoneIsTheOneThatIsFull() {
        assertThat(Settings.DEFAULTS.fullZone()).isZero();
        Settings other = SettingsPath.with(
                Settings.DEFAULTS, "zones", List.of(new Settings.Zone("a", false), new Settings.Zone("b", true)));
        assertThat(other.fullZone()).isEqualTo(1);
        assertThat(other.zoneOf("b")).isEqualTo(1);
        assertThat(other.zoneOf("us-east-1a")).isEqualTo(-1);
    }

    @Test
    void aRateIsFiniteAndNotNegative() {
        assertThat(new Rate(4).meanNanos()).isEqualTo(2.5e8);
        assertThat(new Rate(0).meanNanos()).isInfinite();
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Rate(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyMetricIsFoundByItsKey() {
        for (Metric metric : Metric.values()) {
            assertThat(Metric.ofKey(metric.key())).contains(metric);
        }
        assertThat(Metric.ofKey("STUCK")).isEmpty();
    }

    @Test
    void whatIsPackedIntoAnEventComesOutAgain() {
        for (EventKind due : EventKind.values()) {
            for (int subject : new int[] {0, 1, 4_711, EventKind.SUBJECT_MAX}) {
                int event = due.with(subject);
                assertThat(event).isNotNegative();
                assertThat(EventKind.of(event)).isEqualTo(due);
                assertThat(EventKind.subjectOf(event)).isEqualTo(subject);
            }
        }
        assertThatThrownBy(() -> EventKind.COPY_END.with(EventKind.SUBJECT_MAX + 1))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> EventKind.COPY_END.with(-1)).isInstanceOf(AssertionError.class);
    }
}
