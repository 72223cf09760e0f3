package mirrorstorm.ui.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mirrorstorm.run.Goal;
import mirrorstorm.scenario.Note;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has marked in the time of a run: bookmarks, which are kept with the scenario, and breakpoints, at which
 * play stops, which are kept as long as the window is open.
 */
public final class MarksViewModel {

    /** More bookmarks than this would hide each other. */
    static final int BOOKMARKS_MAX = 100;

    private final PlaybackViewModel playback;
    private final ReadOnlyObjectWrapper<List<Note>> bookmarks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Goal>> breakpoints = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private @Nullable Scenario shown;
    private int number;

    public MarksViewModel(PlaybackViewModel playback) {
        this.playback = playback;
    }

    /** Takes the bookmarks of another scenario; those of the same one, started anew, stay. Called with each history. */
    public void follow(RunHistory history) {
        if (history.number() == number) {
            return;
        }
        number = history.number();
        Scenario before = shown;
        shown = history.scenario();
        boolean isSame = before != null
                && before.id().equals(shown.id())
                && before.bookmarks().equals(shown.bookmarks());
        if (!isSame) {
            bookmarks.set(shown.bookmarks());
        }
    }

    // Bookmarks

    /** Marks the present moment, or takes its mark away. */
    public void toggleBookmark() {
        playback.view().ifPresent(view -> toggle(view.timeNanos()));
    }

    private void toggle(long timeNanos) {
        List<Note> changed = new ArrayList<>(bookmarks.get());
        boolean isGone = changed.removeIf(mark -> mark.at().toNanos() == timeNanos);
        if (!isGone && changed.size() < BOOKMARKS_MAX) {
            changed.add(new Note(Duration.ofNanos(timeNanos), UiMessages.text("bookmark.text", changed.size() + 1)));
        }
        changed.sort(Comparator.comparing(Note::at));
        List<Note> before = bookmarks.get();
        List<Note> after = List.copyOf(changed);
        if (!after.equals(before)) {
            bookmarks.set(after);
            playback.edits().did(() -> bookmarks.set(before), () -> bookmarks.set(after));
        }
    }

    /** In order of time. */
    public ReadOnlyObjectProperty<List<Note>> bookmarksProperty() {
        return bookmarks.getReadOnlyProperty();
    }

    // Breakpoints

    /** Play is to stop wherever this is reached, or not any more. */
    public void setBreakpoint(Goal goal, boolean isSet) {
        List<Goal> changed = new ArrayList<>(breakpoints.get());
        changed.remove(goal);
        if (isSet) {
            changed.add(goal);
        }
        List<Goal> before = breakpoints.get();
        List<Goal> after = List.copyOf(changed);
        if (!after.equals(before)) {
            stopAt(after);
            playback.edits().did(() -> stopAt(before), () -> stopAt(after));
        }
    }

    private void stopAt(List<Goal> goals) {
        breakpoints.set(goals);
        playback.breakAt(goals);
    }

    /** Adds the time or condition that somebody typed as a breakpoint; whether it is one. */
    public boolean typeBreakpoint(String text) {
        Optional<Goal> goal = playback.parseGoal(text);
        goal.ifPresent(found -> setBreakpoint(found, true));
        return goal.isPresent();
    }

    /** Stops at the present moment from now on, or not any more. */
    public void toggleBreakpoint() {
        playback.view().ifPresent(view -> {
            Goal here = new Goal.At(view.timeNanos());
            setBreakpoint(here, !breakpoints.get().contains(here));
        });
    }

    /** In the order in which they were set. */
    public ReadOnlyObjectProperty<List<Goal>> breakpointsProperty() {
        return breakpoints.getReadOnlyProperty();
    }

    /** Whether the sheet of goals and breakpoints is open. */
    public BooleanProperty askingProperty() {
        return asking;
    }
}
