package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardStreamTest {

    private static String printed(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StandardStream.Printing stream = StandardStream.ofResults(out);
        stream.print(text);
        assertThat(stream.failure()).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void controlsAndMarksOfDirectionAreShownAndNotSent() {
        assertThat(printed("a\u001b[31mb\u009bc\u202ed\u2066e\u200ff\u061cg\ufeffh\u007fi\rj"))
                .isEqualTo("a\\u001b[31mb\\u009bc\\u202ed\\u2066e\\u200ff\\u061cg\\ufeffh\\u007fi\\u000dj");
    }

    @Test
    void allOtherTextPassesAsItIs() {
        String text = "Zürich \u2013 東京 \ud83d\ude00 … ‰ ت ﬁ\n\tend\n";
        assertThat(printed(text)).isEqualTo(text);
        SplittableRandom draw = new SplittableRandom(1);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            int character = draw.nextInt(Character.MAX_CODE_POINT);
            boolean isPlain = Character.isLetterOrDigit(character) && character != 0x61c;
            many.appendCodePoint(isPlain ? character : 'x');
        }
        assertThat(printed(many.toString())).isEqualTo(many.toString());
    }

    @Test
    void aCharacterMayComeInPieces() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StandardStream.Printing stream = StandardStream.ofResults(out);
        for (byte each : "é\u009b→\u202e".getBytes(StandardCharsets.UTF_8)) {
            stream.write(each);
        }
        stream.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("é\\u009b→\\u202e");
    }

    /** Refuses everything with the words of an operating system. */
    private static OutputStream refusing(String words) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(words);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, true", "Bad file descriptor, true", "Broken pipe, false"})
    void whatDidNotArriveIsAnErrorUnlessNobodyReadsOn(String words, boolean isError) {
        StandardStream.Printing stream = StandardStream.ofResults(refusing(words));
        stream.println("result");
        assertThat(stream.failure().isPresent()).isEqualTo(isError);
        stream.failure().ifPresent(reason -> assertThat(reason).isEqualTo(words));
    }

    @Test
    void everyCommandFailsOnAStandardOutputThatIsFull() {
        List<String[]> commands = new ArrayList<>();
        commands.add(new String[] {"scenarios"});
        commands.add(new String[] {"levers", "--json"});
        commands.add(new String[] {"run", "first-steps", "--quiet"});
        commands.add(new String[] {"run", "first-steps", "--quiet", "--csv", "-"});
        commands.add(new String[] {"validate", "first-steps"});
        commands.add(new String[] {"compare", "--help"});
        commands.add(new String[] {"--version"});
        for (String[] arguments : commands) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            StandardStream.Printing full = StandardStream.ofResults(refusing("No space left on device"));
            PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
            int code = Cli.run(new Console(full, messages, new Interruption(), Map.of()), arguments);
            assertThat(code).as(String.join(" ", arguments)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("cannot write to standard output: No space left on device\n");
        }
    }
}
