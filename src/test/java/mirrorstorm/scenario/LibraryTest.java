package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TargetPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {

    private static final Path FOLDER = Path.of("sample-scenarios");

    static List<String> ids() {
        return Library.IDS;
    }

    @Test
    void everyFileInTheFolderIsListedAndTheOtherWayRound() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Library.IDS.stream()
                            .map(id -> id + Library.FILE_ENDING)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aBundledScenarioIsTheFileAndBearsItsName(String id) throws IOException, ScenarioException {
        Scenario scenario = Library.open(id);
        assertThat(scenario.id()).isEqualTo(id);
        assertThat(scenario)
                .isEqualTo(Library.open(FOLDER.resolve(id + Library.FILE_ENDING).toString()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aBundledScenarioSaysWhatItIsAndWhereItsValuesComeFrom(String id) throws IOException {
        Scenario scenario = Library.bundled(id);
        assertThat(scenario.title()).isNotBlank();
        assertThat(scenario.summary()).endsWith(".");
        assertThat(scenario.milestones())
                .allMatch(milestone -> !milestone.source().isEmpty());
        assertThat(Files.readString(FOLDER.resolve(id + Library.FILE_ENDING)))
                .contains("//")
                .contains("input");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyBundledFileIsTidy(String id) throws IOException {
        String text = Files.readString(FOLDER.resolve(id + Library.FILE_ENDING));
        assertThat(text).endsWith("}\n").doesNotContain("\t").doesNotContain("\r");
        assertThat(text.lines().filter(line -> !line.contains("\"text\"") && !line.contains("\"summary\"")))
                .allMatch(line -> line.length() <= 120);
    }

    @Test
    void theVariantsOf2011DifferInOneThingEach() {
        Scenario original = Library.bundled("aws-2011");
        assertThat(original.lever("race.probability")).isEqualTo(4.65e-10);
        assertSameButFor("aws-2011-backoff", original.withLever("search.backoff.policy", BackoffPolicy.FULL_JITTER));
        assertSameButFor("aws-2011-previous-first", original.withLever("search.target", TargetPolicy.PREVIOUS_FIRST));
        assertSameButFor("aws-2011-headroom", original.withLever("cluster.utilisation", 0.70));
        assertSameButFor("aws-2011-race-fixed", original.withLever("race.probability", 0.0));
        assertSameButFor("aws-2011-bulkhead", original.withLever("controlPlane.bulkhead", 76));
        assertSameButFor(
                "aws-2011-short-timeout",
                original.withLever("controlPlane.createVolume.timeout", Duration.ofSeconds(5)));
        assertSameButFor(
                "aws-2011-fragile", original.withLever("race.probability", 2e-9).withHorizon(Duration.ofHours(16)));
    }

    private static void assertSameButFor(String id, Scenario expected) {
        Scenario variant = Library.bundled(id);
        assertThat(variant.settings()).isEqualTo(expected.settings());
        assertThat(variant.timeline()).isEqualTo(expected.timeline());
        assertThat(expected.milestones()).containsAll(variant.milestones());
        assertThat(variant.horizon()).isEqualTo(expected.horizon());
        assertThat(variant.seed()).isEqualTo(expected.seed());
    }

    @Test
    void theCaseOf2011HasItsTriggerTenMinutesAfterTheStart() {
        Scenario scenario = Library.bundled("aws-2011");
        assertThat(scenario.plan().get(0).timeNanos())
                .isEqualTo(Duration.ofMinutes(10).toNanos());
        assertThat(scenario.plan().get(0).intervention()).isInstanceOf(Intervention.Isolate.class);
        assertThat(scenario.origin()).hasToString("2011-04-21T00:37-07:00");
    }

    @Test
    void aScenarioInAFileOfTheUserIsOpenedByItsPath(@TempDir Path folder) throws IOException, ScenarioException {
        Path file = folder.resolve("mine.storm.json");
        ScenarioWriter.write(Scenario.DEFAULTS.withSeed(3), file);
        assertThat(Library.open(file.toString()).seed()).isEqualTo(3);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> Library.open("aws-2001"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("aws-2001: there is neither a file nor a bundled scenario of that name; "
                        + "did you mean aws-2011?");
        assertThatThrownBy(() -> Library.open("\0")).isInstanceOf(ScenarioException.class);
    }
}
