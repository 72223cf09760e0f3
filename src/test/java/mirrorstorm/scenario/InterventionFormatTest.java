package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.TimedIntervention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The one table by which interventions are read, checked and written. */
class InterventionFormatTest {

    static List<Intervention> samples() {
        return SampleInterventions.all();
    }

    @Test
    void everyKindOfInterventionHasItsFormat() {
        assertThat(InterventionFormat.ALL.stream().<Class<?>>map(InterventionFormat::type))
                .containsExactlyInAnyOrderElementsOf(
                        kinds(Intervention.class).distinct().toList());
        assertThat(InterventionFormat.names()).doesNotHaveDuplicates();
        for (InterventionFormat format : InterventionFormat.ALL) {
            assertThat(format.keys())
                    .as(format.name())
                    .hasSameSizeAs(format.type().getRecordComponents());
        }
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(each -> kinds(each))
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenInATimelineIsReadBack(Intervention intervention) throws ScenarioException {
        List<TimedIntervention> timeline = List.of(new TimedIntervention(5_000_000_000L, intervention));
        String file = "{\"schema\":1,\"timeline\":[" + String.join(",", ScenarioWriter.timelineTexts(timeline)) + "]}";
        assertThat(ScenarioReader.read("test", file).timeline()).isEqualTo(timeline);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsSaidInALineIsTheSame(Intervention intervention) throws ScenarioException {
        JsonValue.Fields entry = TimelineCodec.write(new TimedIntervention(0, intervention));
        String line = entry.fields().stream()
                .filter(field -> !field.name().equals("at"))
                .map(field -> (field.name().equals(TimelineCodec.DO) ? "" : field.name() + "=") + text(field.value()))
                .collect(Collectors.joining(" "));
        assertThat(InterventionParser.read("--do", line)).as(line).isEqualTo(intervention);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonValue.Text text ? text.text() : JsonPrinter.inline(value);
    }

    @Test
    void aLeverIsSetInALineByItsPath() throws ScenarioException {
        assertThat(InterventionParser.read("--do", "set search.probes=4"))
                .isEqualTo(new Intervention.Set("search.probes", 4));
    }

    @Test
    void aZoneOfAnyScenarioCanBeNamedInALine() throws ScenarioException {
        assertThat(InterventionParser.read("--do", "disable-api zone=of-mine api=create-volume"))
                .isEqualTo(new Intervention.DisableApi("of-mine", RequestKind.CREATE_VOLUME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isolat share=0.2 | --do: do: there is no intervention isolat; did you mean isolate?",
                "isolate | --do: says nothing of which nodes; add \"share\": 0.2, \"rack\": 3, \"nodes\": [0, 1] "
                        + "or \"nodes\": \"all\"",
                "stop-searches at=3h | --do: at: there is no such field; the fields here are do",
                "add-nodes count=x | --do: count: must be a whole number, but is \"x\"",
            })
    void whatIsWrongWithALineIsSaid(String line, String problem) {
        assertThatThrownBy(() -> InterventionParser.read("--do", line))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(problem);
    }
}
