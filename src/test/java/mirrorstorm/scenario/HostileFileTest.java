package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the answer is a scenario that can be saved, or problems. Never anything else. */
class HostileFileTest {

    private static final int MUTANTS_EACH = 150;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "0",
            "-1",
            "1e999",
            "9".repeat(40),
            "null",
            "true",
            "\"\"",
            "\"1e999/s\"",
            "\"1e300/d\"",
            "\"300000d\"",
            "\u0000",
            "\uD83C",
            "//",
            "/*",
            "\n",
            "\"at\"",
            "\"do\"",
            "\"nodes\"",
            "\"all\"",
            "[[[[",
            "\"set\"",
            "\"lever\"",
            "\"value\"",
            "\"search.backoff.base\"",
            "0.5");

    static List<String> bundled() {
        return Library.IDS;
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aBrokenFileYieldsProblemsAndNothingElse(String id) throws IOException {
        String text = Files.readString(Path.of("sample-scenarios", id + Library.FILE_ENDING));
        SplittableRandom random = new SplittableRandom(id.hashCode());
        for (int i = 0; i < MUTANTS_EACH; i++) {
            assertAnswered(mutant(text, random));
        }
    }

    private static String mutant(String text, SplittableRandom random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int from = random.nextInt(mutant.length() + 1);
            int to = Math.min(mutant.length(), from + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> mutant.delete(from, to);
                case 1 -> mutant.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mutant.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> mutant.insert(random.nextInt(mutant.length() + 1), mutant.substring(from, to));
            }
        }
        return mutant.toString();
    }

    private static void assertAnswered(String text) {
        try {
            Scenario scenario = ScenarioReader.read("mutant", text.getBytes(StandardCharsets.UTF_8));
            assertThat(ScenarioReader.read("again", ScenarioWriter.text(scenario)))
                    .isEqualTo(scenario);
        } catch (ScenarioException e) {
            assertThat(e.problems()).as(text).isNotEmpty();
            assertThat(e.getMessage()).as(text).doesNotContain("Exception").doesNotContain("mirrorstorm.");
        } catch (RuntimeException e) {
            throw new AssertionError(text, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"a\":1,", "\"a\",", "{\"notes\":[{}],", "9", "/**/", " ", "\""})
    void aLargeFileOfNothingIsAnsweredSoon(String piece) {
        int count = ScenarioReader.FILE_BYTES_MAX / 4 / piece.length();
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertAnswered("{" + piece.repeat(count)));
    }

    @Test
    void aLargeListOfUnknownFieldsIsAnsweredSoon() {
        StringBuilder text = new StringBuilder("{\"seed\": 1");
        for (int i = 0; i < 200_000; i++) {
            text.append(",\"unheard-of-").append(i).append("\":0");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertAnswered(text.append('}').toString()));
    }

    @Test
    void aTimelineHasABound() {
        String entry = "{\"at\": \"1m\", \"do\": \"stop-searches\"}";
        String text = "{\"timeline\": [" + (entry + ",\n").repeat(ScenarioChecks.TIMELINE_MAX) + entry + "]}";
        assertThatThrownBy(() -> ScenarioReader.read("long", text))
                .hasMessage("long:1:14: timeline: has more than 100000 entries, namely 100001");
    }
}
