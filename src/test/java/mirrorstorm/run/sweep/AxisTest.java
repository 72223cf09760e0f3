package mirrorstorm.run.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mirrorstorm.scenario.ValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The axes of a sweep as people write them. */
class AxisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "race.probability=1e-10,2e-10 | 1e-10 2e-10",
                "cluster.utilisation=0.6..0.9:4 | 0.6 0.7 0.8 0.9",
                "search.backoff.cap=1s..100s:3:log | 1s 10s 100s",
                "search.backoff.policy=none,full-jitter | none full-jitter",
                "search.probes=1..3:5 | 1 2 3",
                "cluster.utilisation=0.9..0.7:3 | 0.9 0.8 0.7"
            })
    void itsValuesAreListedOrStepped(String text, String values) throws ValueException {
        assertThat(Axis.parse(text).texts()).isEqualTo(java.util.List.of(values.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster.utilisation",
                "no.such.lever=1,2",
                "cluster.utilisation=2",
                "cluster.utilisation=0.1..0.9",
                "cluster.utilisation=0.1..0.9:x",
                "cluster.utilisation=0.1..0.9:0",
                "cluster.utilisation=0.1..0.9:5:lin",
                "race.probability=0..1e-9:5:log",
                "search.backoff.policy=none..full-jitter:2"
            })
    void whatIsNoAxisIsSaid(String text) {
        assertThatThrownBy(() -> Axis.parse(text)).isInstanceOf(ValueException.class);
    }

    @Test
    void theLastAxisRunsFastest() throws ValueException {
        SweepPlan plan = new SweepPlan(
                mirrorstorm.scenario.Scenario.DEFAULTS,
                mirrorstorm.model.EngineKind.RATES,
                java.util.List.of(Axis.parse("search.probes=1,2"), Axis.parse("cluster.utilisation=0.5,0.6,0.7")),
                1,
                mirrorstorm.run.batch.Measure.STUCK_PEAK,
                0);
        assertThat(plan.cellCount()).isEqualTo(6);
        assertThat(plan.valueTexts(4)).containsExactly("2", "0.6");
        assertThat(plan.scenario(4).lever("search.probes")).isEqualTo(2);
        assertThat(plan.cells(new Shard(1, 4))).containsExactly(1, 5);
    }
}
