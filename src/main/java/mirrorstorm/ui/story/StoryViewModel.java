package mirrorstorm.ui.story;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.Course;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Times;
import org.jspecify.annotations.Nullable;

/** The log of the run up to now, the newest sentence last. */
public final class StoryViewModel {

    /** Runs that are no longer than this are told in seconds. */
    private static final Duration SHORT_RUN = Duration.ofHours(1);

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
    private @Nullable Course shownCourse;
    private List<Line> all = List.of();

    /** Shows what has happened by now. Called with every new view. */
    public void follow(RunView now) {
        boolean isOther = false;
        if (!now.course().is(shownCourse)) {
            shownCourse = now.course();
            List<Line> newest = LogSentences.of(now.course());
            isOther = !startsWith(newest, lines);
            all = newest;
        }
        int count = countUntil(now.timeNanos());
        if (isOther || count < lines.size()) {
            lines.setAll(all.subList(0, count));
        } else if (count > lines.size()) {
            lines.addAll(all.subList(lines.size(), count));
        }
        size.set(count);
    }

    private static boolean startsWith(List<Line> list, List<Line> head) {
        return list.size() >= head.size() && list.subList(0, head.size()).equals(head);
    }

    private int countUntil(long timeNanos) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).timeNanos() <= timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** When a line happened: the time of day there and then, or in a short run the time since its start. */
    public String time(Line line) {
        if (shownCourse == null) {
            return "";
        }
        Scenario scenario = shownCourse.scenario();
        return scenario.horizon().compareTo(SHORT_RUN) <= 0
                ? Times.brief(line.timeNanos())
                : Times.shortTimeOfDay(scenario.origin(), line.timeNanos());
    }

    /** What has happened, in order of time. Changes only at its end, unless the run goes back or elsewhere. */
    public ObservableList<Line> lines() {
        return lines;
    }

    /** How many lines there are; set after the lines have changed. */
    public ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }
}
