package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import mirrorstorm.model.Intervention;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.ChartOptions;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.ui.export.PictureChoice;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.timeline.TimeAxis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommandsTest {

    @TempDir
    private Path folder;

    private final HeldSimulation held = new HeldSimulation();
    private final Document document = new Document();
    private final HeldPrompts prompts = new HeldPrompts();
    private final FileTasks fileTasks = new FileTasks(Runnable::run);
    private final RecentFiles recent = new RecentFiles(Preferences.none());
    private final FileCommands files = new FileCommands(held.simulation, document, fileTasks, prompts, recent);

    @BeforeEach
    void openTheFirstSteps() {
        held.playback.historyProperty().addListener((property, before, now) -> document.follow(now));
        files.openBundled("first-steps");
        fileTasks.onFrame();
        held.settle();
    }

    private void settle() {
        fileTasks.onFrame();
        held.settle();
        held.simulation.takeRefusal().ifPresent(files::refused);
    }

    private void change() {
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
    }

    @Test
    void whatWasOpenedIsSavedUntilSomethingIsDone() {
        assertThat(document.windowTitleProperty().get()).isEqualTo("Mirrorstorm \u2014 First steps: twelve nodes");
        change();
        assertThat(document.unsavedProperty().get()).isTrue();
        assertThat(document.windowTitleProperty().get()).endsWith("\u2022");
        held.playback.undo();
        held.settle();
        assertThat(document.unsavedProperty().get()).isFalse();
    }

    @Test
    void anotherSeedIsAChange() {
        held.playback.typeSeed("8");
        held.settle();
        assertThat(document.unsavedProperty().get()).isTrue();
    }

    @Test
    void aSavedScenarioReadsBackWithEverythingThatWasDone() throws IOException, ScenarioException {
        change();
        prompts.toSave = Optional.of(folder.resolve("mine"));
        files.save();
        settle();
        Path file = folder.resolve("mine.storm.json");
        assertThat(ScenarioReader.read(file)).isEqualTo(held.view().history().recorded());
        assertThat(document.unsavedProperty().get()).isFalse();
        assertThat(document.file()).contains(file);
        assertThat(prompts.told).singleElement().asString().contains("mine.storm.json");
    }

    @Test
    void savingAgainAsksForNoFile() throws IOException, ScenarioException {
        Path file = folder.resolve("mine.storm.json");
        ScenarioWriter.write(Library.bundled("first-steps").withSeed(99), file);
        files.open(file);
        settle();
        assertThat(held.view().history().scenario().seed()).isEqualTo(99);
        change();
        files.save();
        settle();
        assertThat(ScenarioReader.read(file).plan())
                .anyMatch(timed -> timed.intervention() instanceof Intervention.StopSearches);
    }

    @Test
    void aBrokenFileTellsAllItsProblemsAndTheOpenRunStays() throws IOException {
        Path file = folder.resolve("broken.storm.json");
        Files.writeString(file, "{\"schema\":1,\n\"cluster\":{\"nodez\":3,\n\"volumes\":-1}}");
        prompts.toOpen = Optional.of(file);
        files.open();
        settle();
        assertThat(prompts.told).containsExactly("broken.storm.json cannot be opened");
        assertThat(prompts.problems).hasSize(2);
        assertThat(prompts.problems.get(0))
                .startsWith(file + ":2:12: cluster.nodez")
                .contains("nodes");
        assertThat(held.view().history().scenario().id()).isEqualTo("first-steps");
        assertThat(document.unsavedProperty().get()).isFalse();
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        files.open(folder.resolve("none.storm.json"));
        settle();
        assertThat(prompts.problems).hasSize(1);
    }

    @Test
    void aScenarioThatCannotBeRunLeavesTheDocumentAsItWas() {
        Scenario other = Library.bundled("aws-2011");
        document.expect(other, Optional.of(folder.resolve("other.storm.json")));
        files.refused("there is no room for its volumes");
        held.simulation.open(other, false);
        settle();
        assertThat(prompts.problems).containsExactly("there is no room for its volumes");
        assertThat(document.file()).isEmpty();
    }

    @Test
    void anUnwritableFileIsToldAndNothingCountsAsSaved() throws IOException {
        change();
        Path blocked = Files.createDirectory(folder.resolve("folder.storm.json"));
        prompts.toSave = Optional.of(blocked);
        files.save();
        settle();
        assertThat(prompts.told).containsExactly("folder.storm.json cannot be saved");
        assertThat(document.unsavedProperty().get()).isTrue();
    }

    @Test
    void unsavedChangesAreAskedAbout() {
        change();
        prompts.unsaved = Prompts.Unsaved.CANCEL;
        files.openBundled("aws-2011-backoff");
        settle();
        assertThat(held.view().history().scenario().id()).isEqualTo("first-steps");
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        files.openBundled("aws-2011-backoff");
        settle();
        assertThat(held.view().history().scenario().id()).isEqualTo("aws-2011-backoff");
        assertThat(prompts.questions).isEqualTo(2);
    }

    @Test
    void whatIsToBeSavedFirstIsSavedFirst() {
        change();
        prompts.unsaved = Prompts.Unsaved.SAVE;
        prompts.toSave = Optional.of(folder.resolve("first.storm.json"));
        files.openBundled("aws-2011-backoff");
        settle();
        settle();
        assertThat(folder.resolve("first.storm.json")).exists();
        assertThat(held.view().history().scenario().id()).isEqualTo("aws-2011-backoff");
    }

    private static PictureChoice choice(PictureChoice.Part part, PictureChoice.Format format) {
        return new PictureChoice(part, format, PictureChoice.Ground.SCREEN, 960, 600, Theme.DARK);
    }

    @Test
    void aPictureShowsWhatIsOnTheScreen() throws IOException {
        held.playback.seek(60 * HeldSimulation.SECOND);
        held.settle();
        prompts.toExport = Optional.of(folder.resolve("storm"));
        files.export(
                "storm",
                ScreenFigures.of(
                        held.view(), TimeAxis.of(held.view()), ChartOptions.USUAL, Pick.node(3), Optional.empty()),
                choice(PictureChoice.Part.BOTH, PictureChoice.Format.PNG_2X));
        settle();
        assertThat(prompts.told).contains("Picture written to storm.png");
        BufferedImage image = ImageIO.read(folder.resolve("storm.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1200);
        assertThat(image.getRGB(0, 0))
                .isEqualTo(Theme.DARK.color(Ink.BACKGROUND).getRGB());
    }

    @Test
    void aPictureCanBeSvgAndOfAPartAlone() throws IOException {
        held.settle();
        prompts.toExport = Optional.of(folder.resolve("stage"));
        files.export(
                "stage",
                ScreenFigures.of(
                        held.view(), TimeAxis.of(held.view()), ChartOptions.USUAL, Pick.node(3), Optional.empty()),
                choice(PictureChoice.Part.STAGE, PictureChoice.Format.SVG));
        settle();
        assertThat(folder.resolve("stage.svg"))
                .content()
                .contains("seed 7, time ")
                .contains("<svg");
    }

    @Test
    void aPictureIsCopied() {
        held.settle();
        files.copy(
                ScreenFigures.of(
                        held.view(), TimeAxis.of(held.view()), ChartOptions.USUAL, Pick.node(3), Optional.empty()),
                choice(PictureChoice.Part.CHARTS, PictureChoice.Format.PNG_1X));
        settle();
        assertThat(prompts.copied).containsExactly("960 x 600: 576000");
    }

    @Test
    void nothingUnsavedNothingAsked() {
        files.openBundled("aws-2011-backoff");
        settle();
        assertThat(prompts.questions).isZero();
        assertThat(held.view().history().scenario().id()).isEqualTo("aws-2011-backoff");
    }

    @Test
    void whatWasOpenedIsAmongTheRecentFilesUntilItIsGone() throws IOException {
        Path file = folder.resolve("mine.storm.json");
        ScenarioWriter.write(Library.bundled("first-steps").withSeed(99), file);
        files.openSafely(file);
        settle();
        assertThat(recent.files()).containsExactly(file);
        Files.delete(file);
        files.openSafely(file);
        settle();
        Notification message = prompts.offers.get(0);
        assertThat(message.text()).contains("mine.storm.json").contains(folder.toString());
        message.choices().get(0).action().run();
        assertThat(recent.files()).isEmpty();
        assertThat(held.view().history().scenario().seed()).isEqualTo(99);
    }

    @Test
    void aNewScenarioIsUnsaved() {
        files.openNew(Library.bundled("aws-2011-backoff"));
        settle();
        assertThat(held.view().history().scenario().id()).isEqualTo("aws-2011-backoff");
        assertThat(document.unsavedProperty().get()).isTrue();
    }
}
