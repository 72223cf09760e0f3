package mirrorstorm.ui.window;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import mirrorstorm.scenario.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window remembers from one start to the next: a small file of properties that can be lost without harm. */
final class Preferences {

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    private final Optional<Path> file;
    private final Properties values = new Properties();

    private Preferences(Optional<Path> file) {
        this.file = file;
    }

    /** Those in a file, which need not be there yet. */
    static Preferences in(Path file) {
        Preferences preferences = new Preferences(Optional.of(file));
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                preferences.values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the window's preferences in {} cannot be read and are forgotten", file, e);
            }
        }
        return preferences;
    }

    /** Nothing is remembered. */
    static Preferences none() {
        return new Preferences(Optional.empty());
    }

    String get(String key, String absent) {
        return values.getProperty(key, absent);
    }

    double number(String key, double absent) {
        try {
            return Double.parseDouble(values.getProperty(key, ""));
        } catch (NumberFormatException e) {
            return absent;
        }
    }

    void put(String key, String value) {
        values.setProperty(key, value);
    }

    void remove(String key) {
        values.remove(key);
    }

    /** Writes everything down. */
    void save() {
        write(text());
    }

    /** Writes everything as it is now down, off this thread. */
    void saveWith(FileTasks fileTasks) {
        String text = text();
        fileTasks.run(
                () -> {
                    write(text);
                    return text;
                },
                written -> {},
                problem -> {});
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        values.stringPropertyNames().stream().sorted().forEach(key -> text.append(key)
                .append('=')
                .append(escaped(values.getProperty(key)))
                .append('\n'));
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private void write(String text) {
        file.ifPresent(path -> {
            try {
                Files.createDirectories(path.getParent());
                AtomicFile.write(path, text);
            } catch (IOException e) {
                LOG.warn("the window's preferences cannot be written to {}", path, e);
            }
        });
    }
}
