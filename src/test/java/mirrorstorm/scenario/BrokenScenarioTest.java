package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of broken scenarios: each case of {@code broken-scenarios.txt} is a file and the exact problems that
 * it has. After an intended change: {@code mvn test -Dgolden.update=true}, then read the diff.
 */
class BrokenScenarioTest {

    private static final Path TABLE = Path.of("src/test/resources/mirrorstorm/scenario/broken-scenarios.txt");
    private static final String CASE = "=== ";
    private static final String SAYS = "--- says\n";

    record Broken(String name, String text, String says) {

        static Broken of(String part) {
            int afterName = part.indexOf('\n') + 1;
            int says = part.indexOf(SAYS);
            return new Broken(
                    part.substring(0, afterName - 1),
                    part.substring(afterName, says),
                    part.substring(says + SAYS.length()));
        }

        @Override
        public String toString() {
            return name;
        }

        String problems() {
            try {
                ScenarioReader.read("storm.storm.json", text);
                return "nothing\n";
            } catch (ScenarioException e) {
                return e.getMessage() + "\n";
            }
        }

        String updated() {
            return CASE + name + "\n" + text + SAYS + problems();
        }
    }

    static Stream<Broken> table() throws IOException {
        List<Broken> cases = Arrays.stream(Files.readString(TABLE).split("(?m)^=== ", -1))
                .skip(1)
                .map(Broken::of)
                .toList();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, cases.stream().map(Broken::updated).collect(Collectors.joining()));
            return table(Files.readString(TABLE));
        }
        return cases.stream();
    }

    private static Stream<Broken> table(String text) {
        return Arrays.stream(text.split("(?m)^=== ", -1)).skip(1).map(Broken::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void everyProblemIsNamedWithItsPlaceAndItsCure(Broken broken) {
        assertThat(broken.problems()).isEqualTo(broken.says());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void noProblemIsToldInTheWordsOfTheParser(Broken broken) {
        assertThat(broken.problems())
                .isNotEqualTo("nothing\n")
                .doesNotContainIgnoringCase("jackson")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("[Source")
                .doesNotContain("mirrorstorm.");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() {
        byte[] latin = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xE9, '"', '}'};
        assertThatThrownBy(() -> ScenarioReader.read("storm.storm.json", latin))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("storm.storm.json: is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.storm.json");
        Files.write(file, new byte[ScenarioReader.FILE_BYTES_MAX + 1]);
        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(file + ": is larger than 16 MiB; a scenario file is a few kilobytes of JSON");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.storm.json");
        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + file);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoProblem() throws ScenarioException {
        byte[] bytes = "\uFEFF{\r\n\"seed\": 5\r\n}\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ScenarioReader.read("storm.storm.json", bytes).seed()).isEqualTo(5);
    }

    @Test
    void problemsBeyondTheBoundAreCounted() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < ProblemCollector.PROBLEMS_MAX + 7; i++) {
            fields.add("\"unheard-of-" + i + "\": 1");
        }
        assertThatThrownBy(() -> ScenarioReader.read("storm.storm.json", "{" + String.join(",", fields) + "}"))
                .hasMessageEndingWith("\nstorm.storm.json: and 7 more problems");
    }

    @Test
    void capacityThatDoesNotHoldTheVolumesIsRefusedBeforeAnythingRuns() throws ScenarioException {
        String text = "{\"schema\":1,\"cluster\":{\"utilisation\":0.87,\"capacityFactor\":%s}}";
        assertThatThrownBy(() -> ScenarioReader.read("file", text.formatted("0.5")))
                .hasMessageContaining("cluster.capacityFactor: leaves room for 27586 replicas, but the volumes have"
                        + " 48000; at the start it must be at least 0.87");
        Scenario least = ScenarioReader.read("file", text.formatted("0.87"));
        new Simulation(least.settings(), least.seed(), 0, EngineKind.RATES, List.of());
    }
}
