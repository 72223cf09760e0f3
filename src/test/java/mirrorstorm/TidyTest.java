package mirrorstorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every source file keeps to, beyond what the formatter and the compiler see. A failure lists all places. */
class TidyTest {

    private static final Path MAIN = Sources.MAIN;
    private static final Path WINDOW = MAIN.resolve("mirrorstorm/ui");
    private static final Path TEST = Path.of("src/test/java");

    private static final int FILE_LINES_MAX = 500;
    private static final int LINE_LENGTH_MAX = 120;

    private static final Pattern PROMISE = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern VAGUE_TYPE =
            Pattern.compile("^[^*/]*\\b(class|interface|record|enum)\\s+\\w*(Manager|Helper|Utils?|Impl|Base|Data)\\b");
    private static final Pattern AUTHOR = Pattern.compile("@author\\b");
    private static final Pattern INLINE_STYLE = Pattern.compile("\\bsetStyle\\(");
    private static final Pattern SECONDS_BY_HAND =
            Pattern.compile("NANOS_PER_SECOND|(?<!long SECOND = )\\b1_000_000_000L|toNanos\\(\\) / 1e9");
    private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit|[A-Z]+S|robot)\\.sleep\\(");
    private static final Pattern DISABLED = Pattern.compile("@([\\w.]+\\.)?Disable[d]\\b");

    @Test
    void aFileIsTheSizeOfAThought() throws IOException {
        List<String> places = new ArrayList<>();
        for (Path file : Sources.javaFiles(MAIN)) {
            int lines = Files.readAllLines(file).size();
            if (lines > FILE_LINES_MAX) {
                places.add(file + ": " + lines + " lines; split it, more than " + FILE_LINES_MAX + " are two thoughts");
            }
        }
        assertThat(places).isEmpty();
    }

    @Test
    void linesFitTheScreen() throws IOException {
        assertNone(MAIN, line -> line.length() > LINE_LENGTH_MAX, "longer than " + LINE_LENGTH_MAX + " characters");
    }

    @Test
    void linesAreIndentedWithSpaces() throws IOException {
        assertNone(MAIN, line -> line.indexOf('\t') >= 0, "holds a tab; in a string write it as an escape");
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertNone(MAIN, PROMISE.asPredicate(), "do it now or write it down as an issue");
    }

    @Test
    void typesAreNamedForWhatTheyAre() throws IOException {
        assertNone(MAIN, VAGUE_TYPE.asPredicate(), "this ending says nothing; name what the type is");
    }

    @Test
    void nanosecondsBecomeSecondsInOnePlace() throws IOException {
        assertNone(MAIN, SECONDS_BY_HAND.asPredicate(), "engine.Nanos converts");
    }

    @Test
    void authorsAreInTheHistory() throws IOException {
        assertNone(MAIN, AUTHOR.asPredicate(), "the version history knows, and stays right");
    }

    @Test
    void looksAreInTheStyleSheet() throws IOException {
        assertNone(
                WINDOW, INLINE_STYLE.asPredicate(), "add a style class and say it in app.css, where themes reach it");
    }

    @Test
    void testsDoNotSleep() throws IOException {
        assertNone(TEST, SLEEP.asPredicate(), "wait for the condition (Awaitility) or hold the executor's queue");
    }

    @Test
    void testsAreNotSwitchedOff() throws IOException {
        assertNone(TEST, DISABLED.asPredicate(), "mend it or delete it");
    }

    private static void assertNone(Path root, Predicate<String> isBad, String cure) throws IOException {
        List<String> places = new ArrayList<>();
        for (Path file : Sources.javaFiles(root)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (isBad.test(lines.get(i))) {
                    places.add(file + ":" + (i + 1) + ": " + lines.get(i).strip() + "  <- " + cure);
                }
            }
        }
        assertThat(places).isEmpty();
    }
}
