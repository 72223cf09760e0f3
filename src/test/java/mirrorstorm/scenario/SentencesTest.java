package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sentence that the code asks for is in the resource bundle, and the other way round. */
class SentencesTest {

    private static final Path MAIN = Path.of("src/main/java/mirrorstorm");
    private static final Pattern ASKED = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z0-9-]+)*\\.?)\"");

    /** What picocli looks up by itself, besides the name of each option. */
    private static final Pattern PICOCLI = Pattern.compile("mirrorstorm\\..*|scenario|help\\.0|version\\.0");

    @ParameterizedTest
    @CsvSource({"scenario, mirrorstorm.scenario.problems", "cli, mirrorstorm.cli.messages"})
    void everySentenceIsUsed(String layer, String bundle) throws IOException {
        Set<String> asked = asked(layer);
        String sources = sources(layer);
        List<String> unused = MessageBundle.of(bundle).keys().stream()
                .filter(key -> !PICOCLI.matcher(key).matches())
                .filter(key -> !sources.contains("\"--" + key + "\""))
                .filter(key -> !isAsked(key, asked))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyFaultOfJsonHasItsCure() throws IOException {
        MessageBundle texts = MessageBundle.of("mirrorstorm.scenario.problems");
        for (String key : asked("scenario")) {
            if (key.startsWith("json.")) {
                assertThat(texts.text(key, "x")).isNotBlank();
                assertThat(texts.text(key + ".cure", "x")).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scenario, mirrorstorm.scenario.problems, 'ProblemCollector\\.text\\(|TEXTS\\.text\\(|new JsonFault\\('",
        "cli,      mirrorstorm.cli.messages,      'TEXTS\\.text\\(|texts\\.text\\('"
    })
    void everySentenceThatIsAskedForIsThere(String layer, String bundle, String call) throws IOException {
        Pattern literal = Pattern.compile("(?:" + call + ")\\s*\"([^\"]+)\"\\s*[,)]");
        MessageBundle texts = MessageBundle.of(bundle);
        TreeSet<String> missing = new TreeSet<>();
        Matcher matcher = literal.matcher(sources(layer));
        while (matcher.find()) {
            if (texts.find(matcher.group(1)).isEmpty()) {
                missing.add(matcher.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A key may be put together: of a beginning that ends with a dot, or with {@code .cure} behind it. */
    private static boolean isAsked(String key, Set<String> asked) {
        String withoutCure = key.replaceAll("\\.cure$", "");
        return asked.contains(key)
                || asked.contains(withoutCure)
                || asked.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part))
                || asked.stream().anyMatch(part -> key.equals("type." + part) || key.equals("summary." + part));
    }

    private static Set<String> asked(String layer) throws IOException {
        Set<String> asked = new TreeSet<>();
        Matcher matcher = ASKED.matcher(sources(layer));
        while (matcher.find()) {
            asked.add(matcher.group(1));
        }
        return asked;
    }

    private static String sources(String layer) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(MAIN.resolve(layer))) {
            for (Path file : files.sorted().toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }
}
