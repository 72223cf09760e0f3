package mirrorstorm.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.scenario.Note;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** Where the open scenario is kept, and whether something was done to it that is not saved yet. */
final class Document {

    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(UiMessages.text("window.name"));
    private final ReadOnlyStringWrapper windowTitle = new ReadOnlyStringWrapper(UiMessages.text("window.name"));

    private Optional<Path> file = Optional.empty();
    private @Nullable Scenario saved;
    private @Nullable RunHistory shown;
    private long changes;
    private List<Note> bookmarks = List.of();

    private @Nullable Scenario expected;
    private boolean isExpectedSaved;
    private Optional<Path> expectedFile = Optional.empty();

    /** This scenario is about to take the present one's place, if it can be run. */
    void expect(Scenario scenario, Optional<Path> from) {
        expected = scenario;
        expectedFile = from;
        isExpectedSaved = true;
    }

    /** This scenario, which is saved nowhere, is about to take the present one's place, if it can be run. */
    void expectUnsaved(Scenario scenario, Optional<Path> belongsTo) {
        expect(scenario, belongsTo);
        isExpectedSaved = false;
    }

    /** Nothing is about to take the present scenario's place any more. */
    void expectNothing() {
        expected = null;
    }

    /** Shows how the run stands to what is saved. Called with every new history. */
    void follow(RunHistory history) {
        if (expected != null && expected.equals(history.scenario())) {
            saved = isExpectedSaved ? expected : null;
            file = expectedFile;
            expected = null;
        }
        shown = history;
        refresh();
    }

    /** Which moments somebody has marked. Called whenever that changes. */
    void follow(List<Note> marks) {
        bookmarks = marks;
        refresh();
    }

    /** What was written to which file. */
    void savedAs(Scenario written, Path where) {
        saved = written;
        file = Optional.of(where);
        refresh();
    }

    private void refresh() {
        changes++;
        if (shown == null) {
            return;
        }
        unsaved.set(!recorded().equals(Optional.ofNullable(saved)));
        title.set(shown.scenario().title());
        windowTitle.set(UiMessages.text(unsaved.get() ? "window.title.unsaved" : "window.title", title.get()));
    }

    /** Counted up whenever something may have changed. */
    long changes() {
        return changes;
    }

    /** The file that the scenario was read from or written to; empty for a bundled one. */
    Optional<Path> file() {
        return file;
    }

    /** What saving writes: the scenario with everything that was done live. Empty before there is a run. */
    Optional<Scenario> recorded() {
        return Optional.ofNullable(shown).map(history -> history.recorded().withBookmarks(bookmarks));
    }

    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** The scenario's title. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The window's title: the program, the scenario, and a mark if it is not saved. */
    ReadOnlyStringProperty windowTitleProperty() {
        return windowTitle.getReadOnlyProperty();
    }
}
