package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoDisplayTest {

    private static final Scenario SHORT = Library.bundled(NoDisplay.SCENARIO).withHorizon(Duration.ofMinutes(20));

    @TempDir
    Path parent;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interruption,
            Map.of());

    @Test
    void withoutADisplayPicturesAndASummaryAreLeftInAFolderThatIsNamed() throws IOException {
        int code = Cli.runWithoutDisplay(console, SHORT, parent);
        Path folder = parent.resolve("mirrorstorm-aws-2011");
        assertThat(code).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .startsWith("There is no display")
                .endsWith(folder.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("are in " + folder + "\n");
        List<String> pictures =
                names(folder).stream().filter(name -> name.endsWith(".png")).toList();
        assertThat(pictures).containsExactlyInAnyOrder("aws-2011-at-9m.png", "aws-2011-at-13m.png");
        assertThat(names(folder))
                .contains("summary.json", "summary.txt", "series.csv", "story.txt")
                .hasSize(6);
        BufferedImage picture =
                ImageIO.read(folder.resolve("aws-2011-at-13m.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(Files.readString(folder.resolve("summary.txt"))).startsWith("The re-mirroring storm");
        assertThat(Files.readString(folder.resolve("story.txt")))
                .contains("Thu 00:47:00  10 min       The network of 27.7 % of the nodes is cut for 1 min.\n")
                .contains("All room is used up")
                .endsWith("Customers were told nothing.\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(parent.resolve("mirrorstorm-aws-2011"), "in the way");
        assertThat(Cli.runWithoutDisplay(console, SHORT, parent)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot make the folder " + file);
    }

    @Test
    void aSingleRunCanBePictured() throws IOException {
        Path file = parent.resolve("steps.png");
        CommandLineRun run = CommandLineRun.of("run", "first-steps", "--png", file.toString(), "--at", "2m");
        assertThat(run.code()).isZero();
        assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(1080);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
