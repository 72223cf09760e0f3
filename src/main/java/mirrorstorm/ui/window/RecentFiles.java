package mirrorstorm.ui.window;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The scenario files that were opened or saved lately, the latest first; kept in the preferences. */
final class RecentFiles {

    /** A menu of more would be searched, not read. */
    static final int MAX = 9;

    private static final String KEY = "recent.";

    private final Preferences preferences;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<Path> seen = FXCollections.unmodifiableObservableList(files);

    RecentFiles(Preferences preferences) {
        this.preferences = preferences;
        for (int i = 0; i < MAX; i++) {
            String text = preferences.get(KEY + i, "");
            if (!text.isEmpty()) {
                try {
                    files.add(Path.of(text));
                } catch (InvalidPathException e) {
                    preferences.remove(KEY + i);
                }
            }
        }
    }

    /** This file was opened or saved just now. */
    void add(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<Path> next = new ArrayList<>(files);
        next.remove(whole);
        next.add(0, whole);
        set(next.subList(0, Math.min(MAX, next.size())));
    }

    /** This file is not there any more. */
    void remove(Path file) {
        List<Path> next = new ArrayList<>(files);
        next.remove(file.toAbsolutePath().normalize());
        set(next);
    }

    private void set(List<Path> next) {
        files.setAll(next);
        for (int i = 0; i < MAX; i++) {
            if (i < next.size()) {
                preferences.put(KEY + i, next.get(i).toString());
            } else {
                preferences.remove(KEY + i);
            }
        }
    }

    /** The latest first. */
    ObservableList<Path> files() {
        return seen;
    }
}
