package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsRememberedIsThereAtTheNextStart() {
        Path file = folder.resolve("new").resolve("window.properties");
        Preferences first = Preferences.in(file);
        assertThat(first.get("look", "system")).isEqualTo("system");
        first.put("look", "dark");
        first.put("width", "1600.0");
        first.save();
        Preferences second = Preferences.in(file);
        assertThat(second.get("look", "system")).isEqualTo("dark");
        assertThat(second.number("width", 1280)).isEqualTo(1600);
        assertThat(second.number("height", 800)).isEqualTo(800);
    }

    @Test
    void aFileThatMakesNoSenseIsForgotten() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, "width=wide\nlook=\\u12");
        Preferences preferences = Preferences.in(file);
        assertThat(preferences.number("width", 1280)).isEqualTo(1280);
        assertThat(ThemeChoice.of(preferences.get("look", "?"))).isEqualTo(ThemeChoice.SYSTEM);
    }

    @Test
    void withoutAFileNothingIsWritten() {
        Preferences preferences = Preferences.none();
        preferences.put("look", "dark");
        preferences.save();
        assertThat(preferences.get("look", "")).isEqualTo("dark");
    }
}
