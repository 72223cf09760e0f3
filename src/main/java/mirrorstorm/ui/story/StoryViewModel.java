package mirrorstorm.ui.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mirrorstorm.model.StatusDetail;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StatusPost;
import mirrorstorm.run.story.Story;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.forecast.Estimate;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** The story of the run up to now, the newest sentence last; and what customers were told by now. */
public final class StoryViewModel {

    /** Runs that are no longer than this are told in seconds. */
    private static final Duration SHORT_RUN = Duration.ofHours(1);

    /** What decides which lines are shown. */
    private record Shown(int run, Story story, long notes, Set<TimedIntervention> passing) {}

    private final ObservableList<StoryLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
    private final ObservableList<StatusPost> posts = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper latest = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable StoryLine> newest = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<List<Estimate>> estimates = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private long nowNanos;
    private @Nullable Shown shown;
    private @Nullable Scenario scenario;

    public StoryViewModel() {
        estimates.addListener((property, before, now) -> showAnswer());
    }

    /** Shows what has happened by now. Called with every new view. */
    public void follow(RunView now) {
        scenario = now.history().scenario();
        nowNanos = now.timeNanos();
        showAnswer();
        page.set(page(now));
        long notes = scenario.notes().stream()
                .filter(note -> note.at().toNanos() <= now.timeNanos())
                .count();
        Shown next = new Shown(
                now.history().number(), now.story(), notes, now.history().passing());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        update(lines, StoryLines.of(now));
        update(posts, now.story().posts());
        size.set(lines.size());
        newest.set(lines.isEmpty() ? null : lines.get(lines.size() - 1));
        latest.set(latest(now.story()));
    }

    /** Adds what is new at the end, or takes away what has not happened yet; anything else is another branch. */
    private static <T> void update(ObservableList<T> list, List<T> now) {
        int both = Math.min(list.size(), now.size());
        if (!now.subList(0, both).equals(list.subList(0, both))) {
            list.setAll(now);
        } else if (now.size() > both) {
            list.addAll(now.subList(both, now.size()));
        } else if (list.size() > both) {
            list.remove(both, list.size());
        }
    }

    private static String latest(Story story) {
        return story.entries().isEmpty()
                ? ""
                : Sentences.of(story.entries().get(story.entries().size() - 1));
    }

    // When will it be fixed?

    /** What can be said of the time to recovery by the time at which it could be said; whoever forecasts sets it. */
    public ObjectProperty<List<Estimate>> estimatesProperty() {
        return estimates;
    }

    private Optional<Estimate> estimateAt(long timeNanos) {
        return estimates.get().stream()
                .filter(each -> each.timeNanos() <= timeNanos)
                .reduce((earlier, later) -> later);
    }

    private void showAnswer() {
        answer.set(UiMessages.text(
                "status.question", estimateAt(nowNanos).map(this::said).orElse(UiMessages.text("status.noEstimate"))));
    }

    private String said(Estimate estimate) {
        return UiMessages.text("status.estimate", time(estimate.timeNanos()), estimate.text());
    }

    /**
     * What customers could have been told when this was posted, had anybody forecast by then, and what came of it;
     * empty if nobody had.
     */
    public String estimate(StatusPost post) {
        Optional<Estimate> estimate = estimateAt(post.timeNanos());
        if (estimate.isEmpty()) {
            return "";
        }
        String said = said(estimate.get());
        String outcome = estimate.get().outcome();
        String scored = outcome.isEmpty() ? said : UiMessages.text("status.outcome", said, outcome);
        return estimate.get().isOvertaken() ? UiMessages.text("status.overtaken", scored) : scored;
    }

    /** The answer to what customers ask first, as it stands now. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** How late and how open the page is. */
    private static String page(RunView now) {
        StatusDetail detail = now.snapshot().settings().statusPage().detail();
        long delayNanos = now.snapshot().settings().statusPage().delay().toNanos();
        return UiMessages.text("status." + detail, Times.brief(delayNanos));
    }

    /** When something happened: the time of day there and then, or in a short run the time since its start. */
    public String time(long timeNanos) {
        Scenario known = scenario;
        if (known == null) {
            return "";
        }
        return known.horizon().compareTo(SHORT_RUN) <= 0
                ? Times.brief(timeNanos)
                : Times.shortTimeOfDay(known.origin(), timeNanos);
    }

    /** The same with the day and the simulated time, for whoever wants to know exactly. */
    public String exactTime(long timeNanos) {
        Scenario known = scenario;
        return known == null
                ? ""
                : UiMessages.text(
                        "story.time",
                        Times.date(known.origin(), timeNanos),
                        Times.timeOfDay(known.origin(), timeNanos),
                        Times.brief(timeNanos));
    }

    /** What has happened, in order of time. Changes only at its end, unless the run goes back or elsewhere. */
    public ObservableList<StoryLine> lines() {
        return lines;
    }

    /** How many lines there are; set after the lines have changed. */
    public ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** The last of the lines; no value if there are none. */
    public ReadOnlyObjectProperty<@Nullable StoryLine> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** What customers were told, in order of time. */
    public ObservableList<StatusPost> posts() {
        return posts;
    }

    /** How late and how open the status page is. */
    public ReadOnlyStringProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The newest sentence of the story, for those who listen instead of looking. */
    public ReadOnlyStringProperty latestProperty() {
        return latest.getReadOnlyProperty();
    }
}
