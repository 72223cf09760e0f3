package mirrorstorm.ui.remedy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.remedy.ExitQuestion;
import mirrorstorm.run.remedy.LastExit;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.study.StudyFields;
import mirrorstorm.ui.timeline.ExitMark;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.JobViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The last exit in the making: which remedy, what it has to keep, and how late it may come. Looked for on threads of
 * its own, in runs of the scenario as it was before anything was done live.
 */
public final class LastExitViewModel {

    private static final int REPLICATIONS_MAX = 10_000;
    private static final int REPLICATIONS = 60;

    /** A time line has no room for more than this many places. */
    private static final int PLACES = 240;

    private final StudyFields fields = new StudyFields(1, REPLICATIONS_MAX, REPLICATIONS);
    private final JobViewModel<LastExit> job;
    private final int threads;
    private final ReadOnlyObjectWrapper<List<Remedy>> remedies = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable Remedy> remedy = new SimpleObjectProperty<>();
    private final StringProperty criterion = new SimpleStringProperty("stuckPeak < 20 %");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<ExitMark>> mark = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Remedy sought;
    private @Nullable LastExit known;
    private @Nullable Scenario around;

    /**
     * @param worker  looks for one at a time
     * @param nanos   a clock, for the time left
     * @param threads how many runs go on at a time
     */
    public LastExitViewModel(Executor worker, LongSupplier nanos, int threads) {
        this.threads = threads;
        job = new JobViewModel<>(worker, nanos, this::take, this::farText);
        job.stateProperty().addListener((property, before, now) -> show());
    }

    /** Offers what is worth trying in this run, the last thing that was done in it first. */
    public void offer(RunHistory history) {
        List<Remedy> offered = Remedy.of(history);
        Remedy before = remedy.get();
        remedies.set(offered);
        boolean isDoneLately = !history.live().isEmpty();
        remedy.set(!isDoneLately && before != null && offered.contains(before) ? before : offered.get(0));
        fields.complain("");
    }

    /** Begins to look for it in the scenario of this run, or says why not, see {@link StudyFields#problemProperty}. */
    public boolean start(RunHistory history) {
        Remedy wanted = remedy.get();
        return wanted != null
                && fields.ask(() -> {
                    ExitQuestion question = question(history.scenario(), wanted);
                    forget();
                    sought = wanted;
                    around = history.scenario();
                    job.start((token, deliver) -> run(question, threads, token, deliver));
                    show();
                });
    }

    private ExitQuestion question(Scenario scenario, Remedy wanted) throws ValueException {
        Duration end = fields.horizon();
        int count = fields.replications(UiMessages.text("exit.replications"));
        Duration trigger = Duration.ofNanos(Triggers.firstNanos(scenario.plan()).orElse(0));
        Duration to = end.compareTo(scenario.horizon()) < 0 ? end : scenario.horizon();
        if (trigger.compareTo(to) >= 0) {
            throw new ValueException(UiMessages.text("exit.tooShort"), "");
        }
        Scenario without = scenario.withHorizon(to)
                .withTimeline(scenario.plan().stream()
                        .filter(timed -> timed.timeNanos() < trigger.toNanos()
                                || !wanted.interventions().contains(timed.intervention()))
                        .toList());
        check(without, wanted, to);
        Criterion wish = Criterion.parse(criterion.get().strip(), without);
        Duration step = to.minus(trigger).dividedBy(PLACES);
        Duration resolution = step.compareTo(ExitQuestion.RESOLUTION) > 0 ? step : ExitQuestion.RESOLUTION;
        return new ExitQuestion(
                without,
                wanted.interventions(),
                wish,
                ExitQuestion.SHARE,
                trigger,
                to,
                resolution,
                count,
                EngineKind.RATES);
    }

    private static void check(Scenario scenario, Remedy wanted, Duration at) throws ValueException {
        List<TimedIntervention> plan = new ArrayList<>(scenario.plan().stream()
                .filter(timed -> timed.timeNanos() <= at.toNanos())
                .toList());
        wanted.interventions().forEach(intervention -> plan.add(new TimedIntervention(at.toNanos(), intervention)));
        try {
            ScenarioChecks.check("", scenario.withTimeline(plan));
        } catch (ScenarioException e) {
            throw new ValueException(e.problems().get(0).what(), "");
        }
    }

    private static void run(ExitQuestion question, int threads, CancellationToken token, Consumer<LastExit> deliver) {
        List<LastExit.Attempt> tried = new ArrayList<>();
        deliver.accept(question.answer(threads, token, attempt -> {
            tried.add(attempt);
            deliver.accept(new LastExit(question, tried, false));
        }));
    }

    private void take(LastExit more) {
        known = more;
        show();
    }

    private String farText() {
        LastExit found = known;
        return UiMessages.counted(
                "exit.tried", found == null ? 0 : found.tried().size());
    }

    /** Forgets what belongs to another scenario. Called with every new view. */
    public void follow(RunView now) {
        if (around != null && !now.history().scenario().equals(around)) {
            forget();
        }
    }

    /** Called once a frame: takes what is known by now; whether there is more to come. */
    public boolean onFrame() {
        return job.onFrame();
    }

    /** Ends the search and forgets what it found. */
    public void forget() {
        job.cancel();
        sought = null;
        known = null;
        around = null;
        show();
    }

    private void show() {
        Remedy about = sought;
        LastExit found = known;
        if (about == null) {
            sentence.set("");
            mark.set(Optional.empty());
            return;
        }
        boolean isDone = job.stateProperty().get() == JobViewModel.State.DONE && found != null;
        sentence.set(
                isDone && found != null
                        ? LastExitSentences.of(about, found)
                        : UiMessages.text(job.openProperty().get() ? "exit.looking" : "exit.stopped", about.text()));
        mark.set(isDone && found != null ? LastExitSentences.mark(about, found) : Optional.empty());
    }

    // Properties

    /** The search: how far it is, and what stops it. */
    public JobViewModel<LastExit> job() {
        return job;
    }

    /** How many runs there are at most for each moment that is tried, and when each ends. */
    public StudyFields fields() {
        return fields;
    }

    /** What is offered. */
    public ReadOnlyObjectProperty<List<Remedy>> remediesProperty() {
        return remedies.getReadOnlyProperty();
    }

    /** What is chosen of it. */
    public ObjectProperty<@Nullable Remedy> remedyProperty() {
        return remedy;
    }

    /** What the remedy has to keep, as it is typed. */
    public StringProperty criterionProperty() {
        return criterion;
    }

    /** What was found, or that it is being looked for; empty if nothing was asked. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Where it is on the time line. */
    public ReadOnlyObjectProperty<Optional<ExitMark>> markProperty() {
        return mark.getReadOnlyProperty();
    }
}
