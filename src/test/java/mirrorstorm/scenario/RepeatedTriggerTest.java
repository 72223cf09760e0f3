package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import org.junit.jupiter.api.Test;

/** An entry of a timeline that happens again and again. */
class RepeatedTriggerTest {

    private static final String CRASHES = """
            {"timeline": [
              {"at": "1h", "do": "crash", "nodes": [7], "every": "2h", "times": 3},
              {"at": "2h", "do": "stop-searches"}
            ]}
            """;

    private static TimedIntervention crashAt(int hour) {
        return new TimedIntervention(
                Duration.ofHours(hour).toNanos(), new Intervention.Crash(new NodeTarget.Nodes(List.of(7))));
    }

    @Test
    void standsForOneInterventionEachTime() throws ScenarioException {
        Scenario scenario = ScenarioReader.read("storm", CRASHES);
        assertThat(scenario.plan())
                .containsExactly(
                        crashAt(1),
                        new TimedIntervention(Duration.ofHours(2).toNanos(), new Intervention.StopSearches()),
                        crashAt(3),
                        crashAt(5));
    }

    @Test
    void isWrittenAsWhatItStandsForAndReadBackTheSame() throws ScenarioException {
        Scenario scenario = ScenarioReader.read("storm", CRASHES);
        String written = ScenarioWriter.text(scenario);
        assertThat(written).doesNotContain("every");
        assertThat(ScenarioReader.read("storm", written)).isEqualTo(scenario);
    }

    @Test
    void cannotFillTheMemory() {
        String entry = "{\"at\": \"1h\", \"do\": \"stop-searches\", \"every\": \"1s\", \"times\": 1000}";
        String text = "{\"timeline\": [" + String.join(",\n", Collections.nCopies(102, entry)) + "]}";
        assertThatThrownBy(() -> ScenarioReader.read("storm", text))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("storm:101:1: timeline[100]: has more than 100000 entries, namely 101000\n"
                        + "storm:102:1: timeline[101]: has more than 100000 entries, namely 101000");
    }
}
