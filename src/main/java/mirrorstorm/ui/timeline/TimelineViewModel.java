package mirrorstorm.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** What the time line shows: the axis, where the run stands on it, flags, and the time that is pointed at. */
public final class TimelineViewModel {

    /** Nothing is pointed at. */
    public static final long NOWHERE = -1;

    /** What decides which flags a course has. */
    private record Flagged(Scenario scenario, List<TimedIntervention> moves, List<TimedIntervention> live) {}

    private final PlaybackViewModel playback;
    private final ReadOnlyObjectWrapper<TimeAxis> axis = new ReadOnlyObjectWrapper<>(new TimeAxis(1));
    private final ObjectProperty<Optional<ExitMark>> exit = new SimpleObjectProperty<>(Optional.empty());
    private final LongProperty ahead = new SimpleLongProperty();
    private final ReadOnlyLongWrapper now = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper reached = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper cursor = new ReadOnlyLongWrapper(NOWHERE);
    private final ReadOnlyStringWrapper cursorText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Flag>> flags = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<long[]> crashes = new ReadOnlyObjectWrapper<>(new long[0]);
    private @Nullable RunHistory shownHistory;
    private @Nullable Flagged flagged;
    private List<Flag> historyFlags = List.of();

    private final MarksViewModel marks;

    public TimelineViewModel(PlaybackViewModel playback) {
        this.playback = playback;
        marks = new MarksViewModel(playback);
        exit.addListener((property, before, now) -> showFlags());
        ahead.addListener((property, before, now) -> playback.view().ifPresent(this::showAxis));
        marks.bookmarksProperty().addListener((property, before, now) -> showFlags());
        marks.breakpointsProperty().addListener((property, before, now) -> showFlags());
    }

    /** What somebody has marked in it. */
    public MarksViewModel marks() {
        return marks;
    }

    /** Shows where the run stands. Called with every new view. */
    public void follow(RunView view) {
        showAxis(view);
        now.set(view.timeNanos());
        reached.set(view.snapshot().reachedNanos());
        if (!view.history().is(shownHistory)) {
            shownHistory = view.history();
            marks.follow(view.history());
            showFlags();
            long[] newCrashes = Flag.crashes(view.history());
            if (!Arrays.equals(newCrashes, crashes.get())) {
                crashes.set(newCrashes);
            }
        }
    }

    private void showAxis(RunView view) {
        TimeAxis needed = TimeAxis.of(view, ahead.get());
        if (!needed.equals(axis.get())) {
            axis.set(needed);
        }
    }

    /** The last exit that is marked. */
    public ObjectProperty<Optional<ExitMark>> exitProperty() {
        return exit;
    }

    /** Up to where the future is to be seen, nanoseconds since the start of the run; 0 for what is usual. */
    public LongProperty aheadProperty() {
        return ahead;
    }

    /** The flags of the course; their words are only found anew when it has others. */
    private List<Flag> ofHistory(RunHistory history) {
        Flagged now = new Flagged(history.scenario(), history.interventions(), history.live());
        if (!now.equals(flagged)) {
            flagged = now;
            historyFlags = Flag.of(history);
        }
        return historyFlags;
    }

    private void showFlags() {
        List<Flag> all = new ArrayList<>(shownHistory == null ? List.of() : ofHistory(shownHistory));
        all.addAll(Flag.of(
                marks.bookmarksProperty().get(), marks.breakpointsProperty().get()));
        exit.get().ifPresent(mark -> all.add(new Flag(mark.latestNanos(), Flag.Kind.EXIT, mark.text())));
        if (!all.equals(flags.get())) {
            flags.set(List.copyOf(all));
        }
    }

    /** Takes the run to the first flag after now, if there is one. */
    public void toNextFlag() {
        flags.get().stream()
                .mapToLong(Flag::timeNanos)
                .filter(timeNanos -> timeNanos > now.get())
                .min()
                .ifPresent(playback::seek);
    }

    /** Takes the run to the last flag before now, or to its start. */
    public void toPreviousFlag() {
        playback.seek(flags.get().stream()
                .mapToLong(Flag::timeNanos)
                .filter(timeNanos -> timeNanos < now.get())
                .max()
                .orElse(0));
    }

    /** Takes the run to a share of the axis, in [0, 1]. */
    public void seekTo(double share) {
        playback.seek(axis.get().timeAt(share));
    }

    /** The pointer is over a share of the axis, in [0, 1]. */
    public void pointAt(double share) {
        cursor.set(axis.get().timeAt(share));
        cursorText.set(shownHistory == null ? "" : text(shownHistory, cursor.get()));
    }

    /** The pointer has left. */
    public void pointNowhere() {
        cursor.set(NOWHERE);
        cursorText.set("");
    }

    private static String text(RunHistory history, long timeNanos) {
        long second = 1_000_000_000L;
        return UiMessages.text(
                "timeline.cursor",
                Times.brief(timeNanos >= 60 * second ? timeNanos / second * second : timeNanos),
                Times.timeOfDay(history.scenario().origin(), timeNanos));
    }

    public ReadOnlyObjectProperty<TimeAxis> axisProperty() {
        return axis.getReadOnlyProperty();
    }

    /** Where the run stands, nanoseconds since its start. */
    public ReadOnlyLongProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** The furthest that the run was taken, nanoseconds since its start. */
    public ReadOnlyLongProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    /** The time that is pointed at, or {@link #NOWHERE}. */
    public ReadOnlyLongProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** The time that is pointed at, as text; empty if there is none. */
    public ReadOnlyStringProperty cursorTextProperty() {
        return cursorText.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Flag>> flagsProperty() {
        return flags.getReadOnlyProperty();
    }

    /** When nodes crashed, nanoseconds since the start, in order. */
    ReadOnlyObjectProperty<long[]> crashesProperty() {
        return crashes.getReadOnlyProperty();
    }
}
