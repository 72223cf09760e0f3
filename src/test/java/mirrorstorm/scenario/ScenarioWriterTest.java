package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioWriterTest {

    static LongStream seeds() {
        return RandomScenario.seeds();
    }

    static List<String> bundled() {
        return Library.IDS;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenReadsBackAsAnEqualScenario(long seed) throws ScenarioException {
        Scenario scenario = RandomScenario.of(seed);
        String text = ScenarioWriter.text(scenario);
        assertThat(ScenarioReader.read("random", text)).as(text).isEqualTo(scenario);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsReadIsWrittenAgainLetterByLetter(long seed) throws ScenarioException {
        String text = ScenarioWriter.text(RandomScenario.of(seed));
        assertThat(ScenarioWriter.text(ScenarioReader.read("random", text))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aBundledScenarioReadsBackAsAnEqualScenario(String id) throws ScenarioException {
        Scenario scenario = Library.bundled(id);
        assertThat(ScenarioReader.read(id, ScenarioWriter.text(scenario))).isEqualTo(scenario);
    }

    @Test
    void onlyWhatDiffersFromTheDefaultsIsWritten() {
        assertThat(ScenarioWriter.text(Scenario.DEFAULTS)).isEqualTo("""
                {
                  "schema": 1,
                  "id": "example",
                  "title": "Example"
                }
                """);
    }

    @Test
    void aScenarioIsWrittenForPeople() {
        Scenario scenario = Scenario.DEFAULTS
                .withLever("search.backoff.base", Duration.ofMillis(250))
                .withLever("race.probability", 2e-9)
                .withHorizon(Duration.ofHours(12))
                .withTimeline(List.of(
                        at(60, new Intervention.Set("cluster.quarantine", false)),
                        at(10, new Intervention.Isolate(new NodeTarget.Share(0.2), Duration.ofMinutes(3))),
                        at(20, new Intervention.HealNetwork(new NodeTarget.All())),
                        at(30, new Intervention.Crash(new NodeTarget.All())),
                        at(40, new Intervention.Crash(new NodeTarget.Racks(List.of(3)))),
                        at(50, new Intervention.AddNodes(9, Duration.ZERO))));
        assertThat(ScenarioWriter.text(scenario)).isEqualTo("""
                {
                  "schema": 1,
                  "id": "example",
                  "title": "Example",
                  "horizon": "12h",
                  "search": {"backoff": {"base": "250ms"}},
                  "race": {"probability": 2e-9},
                  "timeline": [
                    {"at": "10s", "do": "isolate", "share": 0.2, "for": "3m"},
                    {"at": "20s", "do": "heal-network"},
                    {"at": "30s", "do": "crash", "nodes": "all"},
                    {"at": "40s", "do": "crash", "rack": 3},
                    {"at": "50s", "do": "add-nodes", "count": 9},
                    {"at": "1m", "do": "set", "lever": "cluster.quarantine", "value": false}
                  ]
                }
                """);
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            assertThat(ScenarioWriter.text(Scenario.DEFAULTS.withLever("cluster.utilisation", 0.8045)))
                    .contains("{\"utilisation\": 0.8045}");
            assertThat(Durations.rough(5_025.5)).isEqualTo("1.4h");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFileIsReplacedAsAWhole(@TempDir Path folder) throws IOException, ScenarioException {
        Path file = folder.resolve("saved.storm.json");
        ScenarioWriter.write(Scenario.DEFAULTS, file);
        Scenario changed = Scenario.DEFAULTS.withSeed(5);
        ScenarioWriter.write(changed, file);
        assertThat(ScenarioReader.read(file)).isEqualTo(changed);
        assertThat(names(folder)).containsExactly("saved.storm.json");
    }

    @Test
    void aFileThatCannotBeWrittenStaysAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kept.txt");
        Files.writeString(file, "kept");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(Files.readString(file)).isEqualTo("kept");
        assertThat(names(folder)).containsExactly("kept.txt");
    }

    @Test
    void aFolderThatIsMissingIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("missing/saved.storm.json");
        assertThatThrownBy(() -> ScenarioWriter.write(Scenario.DEFAULTS, file)).hasMessage("cannot write " + file);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static TimedIntervention at(long seconds, Intervention intervention) {
        return new TimedIntervention(Duration.ofSeconds(seconds).toNanos(), intervention);
    }
}
