package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

    @TempDir
    private Path folder;

    @Test
    void theLatestIsFirstAndNoneIsTwiceThere() {
        RecentFiles recent = new RecentFiles(Preferences.none());
        recent.add(folder.resolve("a"));
        recent.add(folder.resolve("b"));
        recent.add(folder.resolve("c/../a"));
        assertThat(recent.files()).containsExactly(folder.resolve("a"), folder.resolve("b"));
        recent.remove(folder.resolve("b"));
        assertThat(recent.files()).containsExactly(folder.resolve("a"));
    }

    @Test
    void theyAreRememberedAndNotTooMany() {
        Path file = folder.resolve("window.properties");
        Preferences preferences = Preferences.in(file);
        RecentFiles recent = new RecentFiles(preferences);
        for (int i = 0; i < 2 * RecentFiles.MAX; i++) {
            recent.add(folder.resolve("\u00e4 file=" + i + "\\tail"));
        }
        preferences.save();
        List<Path> again = new RecentFiles(Preferences.in(file)).files();
        assertThat(again).isEqualTo(recent.files()).hasSize(RecentFiles.MAX);
    }

    @Test
    void oneScenarioFileCanBeDropped() {
        File storm = new File("a.storm.json");
        assertThat(FileDrop.scenarioIn(List.of(storm))).contains(storm.toPath());
        assertThat(FileDrop.scenarioIn(List.of(storm, new File("b.json")))).isEmpty();
        assertThat(FileDrop.scenarioIn(List.of(new File("picture.png")))).isEmpty();
        assertThat(FileDrop.scenarioIn(List.of())).isEmpty();
    }
}
