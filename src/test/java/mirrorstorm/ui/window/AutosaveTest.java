package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.recovery.DraftFolder.Orphan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    private Path folder;

    private final HeldSimulation held = new HeldSimulation();
    private final Document document = new Document();
    private final HeldPrompts prompts = new HeldPrompts();
    private final FileTasks fileTasks = new FileTasks(Runnable::run);
    private final RecentFiles recent = new RecentFiles(Preferences.none());
    private final FileCommands files = new FileCommands(held.simulation, document, fileTasks, prompts, recent);
    private final Autosave autosave = new Autosave(fileTasks, held.playback, document, prompts, held::now, () -> NOON);
    private final List<Orphan> offered = new ArrayList<>();

    @BeforeEach
    void openTheFirstSteps() {
        held.playback.historyProperty().addListener((property, before, now) -> document.follow(now));
        autosave.begin(folder, offered::addAll);
        files.openBundled("first-steps");
        fileTasks.onFrame();
        held.playback.play(false);
        settle();
    }

    @AfterEach
    void close() {
        autosave.close();
    }

    private boolean settle() {
        fileTasks.onFrame();
        held.settle();
        boolean isWaiting = autosave.onFrame();
        fileTasks.onFrame();
        return isWaiting;
    }

    private void change() {
        held.simulation.intervene(new Intervention.StopSearches());
        settle();
    }

    private Optional<Path> draft() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(Library.FILE_ENDING))
                    .findFirst();
        }
    }

    @Test
    void whatIsSavedNeedsNoDraft() throws IOException {
        held.elapse(2 * Autosave.EVERY_NANOS);
        assertThat(settle()).isFalse();
        assertThat(draft()).isEmpty();
    }

    @Test
    void aChangeIsKeptOnceItIsQuiet() throws IOException, ScenarioException {
        change();
        held.elapse(Autosave.QUIET_NANOS - 1);
        assertThat(settle()).as("the window stays awake for it").isTrue();
        assertThat(draft()).isEmpty();
        held.elapse(1);
        settle();
        assertThat(ScenarioReader.read(draft().orElseThrow()))
                .isEqualTo(held.view().history().recorded());
        assertThat(settle()).isFalse();
    }

    @Test
    void aChangeThatNeverRestsIsKeptAllTheSame() throws IOException {
        for (int i = 0; i < 12; i++) {
            change();
            held.elapse(Autosave.QUIET_NANOS - 1);
        }
        assertThat(draft()).isPresent();
    }

    @Test
    void thePositionIsKeptEverySoOften() throws IOException {
        change();
        held.elapse(Autosave.QUIET_NANOS);
        settle();
        String before = Files.readString(draft().orElseThrow());
        held.playback.seek(90 * HeldSimulation.SECOND);
        settle();
        assertThat(Files.readString(draft().orElseThrow())).isEqualTo(before);
        held.elapse(Autosave.EVERY_NANOS);
        settle();
        assertThat(Files.readString(draft().orElseThrow())).contains("// at: 90000000000\n");
    }

    @Test
    void savingEndsTheDraft() throws IOException {
        change();
        held.elapse(Autosave.QUIET_NANOS);
        settle();
        prompts.toSave = Optional.of(folder.resolve("mine.json"));
        files.save();
        settle();
        settle();
        assertThat(draft()).isEmpty();
    }

    @Test
    void anOrphanIsOfferedAndOpensWhereItStood() throws IOException {
        Files.writeString(
                folder.resolve("window-killed.storm.json"),
                "// at: 77000000000\n{\"schema\":1,\"id\":\"kept\",\"title\":\"Kept\",\"horizon\":\"1h\"}");
        Autosave next = new Autosave(fileTasks, held.playback, document, prompts, held::now, () -> NOON);
        next.begin(folder, offered::addAll);
        fileTasks.onFrame();
        assertThat(held.view().history().scenario().id())
                .as("nothing is replaced")
                .isEqualTo("first-steps");
        Orphan orphan = offered.get(0);
        files.recover(orphan.draft(), () -> next.discard(orphan));
        settle();
        assertThat(held.view().history().scenario().id()).isEqualTo("kept");
        assertThat(held.view().timeNanos()).isEqualTo(77 * HeldSimulation.SECOND);
        assertThat(held.view().isPlaying()).isFalse();
        assertThat(document.unsavedProperty().get()).isTrue();
        assertThat(folder.resolve("window-killed.storm.json")).doesNotExist();
        next.close();
    }

    @Test
    void aFolderThatCannotBeUsedIsToldOnce() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        Autosave other = new Autosave(fileTasks, held.playback, document, prompts, held::now, () -> NOON);
        other.begin(blocked, offered::addAll);
        fileTasks.onFrame();
        other.begin(blocked, offered::addAll);
        fileTasks.onFrame();
        assertThat(prompts.told).hasSize(1);
        assertThat(other.onFrame()).isFalse();
    }
}
