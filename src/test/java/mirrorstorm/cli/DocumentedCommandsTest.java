package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.Documents;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command that a document shows is one that the program understands. It is read, not run. */
class DocumentedCommandsTest {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern SCENARIO = Pattern.compile("[a-z]+(-[a-z0-9]+)+");

    @Test
    void whatADocumentShowsCanBeTyped() {
        assertThat(Documents.all().commands())
                .filteredOn(said -> Documents.PROGRAM.matcher(said.text()).matches())
                .isNotEmpty()
                .filteredOn(said -> !isUnderstood(said.text()))
                .isEmpty();
    }

    @Test
    void whatIsMisspeltIsNot() {
        String program = "java -jar target/mirrorstorm.jar ";
        assertThat(isUnderstood(program + "run aws-2011 --until 12h")).isTrue();
        assertThat(isUnderstood(program + "run aws-2011 --untill 12h")).isFalse();
        assertThat(isUnderstood(program + "run aws-2012 --until 12h")).isFalse();
        assertThat(isUnderstood(program + "run aws-2011 --until")).isFalse();
        assertThat(isUnderstood(program + "walk aws-2011")).isFalse();
    }

    private static boolean isUnderstood(String line) {
        Matcher program = Documents.PROGRAM.matcher(line);
        assertThat(program.matches()).isTrue();
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(program.group(1));
        while (words.find()) {
            arguments.add(words.group(1) != null ? words.group(1) : words.group(2));
        }
        boolean isBundled =
                arguments.size() > 1 && SCENARIO.matcher(arguments.get(1)).matches();
        if (isBundled && !Library.IDS.contains(arguments.get(1))) {
            return false;
        }
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        try {
            Cli.commandLine(new Console(nowhere, nowhere, new Interruption(), Map.of()))
                    .parseArgs(arguments.toArray(String[]::new));
            return true;
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }
}
