package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void oneScenarioFileThatIsDroppedIsOpened() {
        assertThat(dropped(new File("a.storm.json"))).containsExactly("opened a.storm.json");
        assertThat(dropped(new File("OLD.JSON"))).containsExactly("opened OLD.JSON");
    }

    @Test
    void ofAnythingElseThatIsDroppedIsSaidWhyItIsNotOpened() {
        assertThat(dropped(new File("picture.png")))
                .containsExactly(
                        "picture.png cannot be opened", "It is no scenario file: the name of one ends in .json.");
        assertThat(dropped(new File("a.storm.json"), new File("b.json")))
                .containsExactly("Several files were dropped", "Drop one scenario file at a time.");
    }

    @Test
    void whatIsNoFileIsNotForTheWindow() {
        assertThat(dropped()).isEmpty();
    }

    private static List<String> dropped(File... files) {
        List<String> heard = new ArrayList<>();
        boolean isTaken = FileDrop.drop(List.of(files), file -> heard.add("opened " + file), (what, lines) -> {
            heard.add(what);
            heard.addAll(lines);
        });
        assertThat(isTaken).isEqualTo(heard.stream().anyMatch(each -> each.startsWith("opened")));
        return heard;
    }
}
