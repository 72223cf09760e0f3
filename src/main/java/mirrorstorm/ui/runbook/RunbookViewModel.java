package mirrorstorm.ui.runbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.BackgroundJob;
import mirrorstorm.ui.work.WholeNumber;
import org.jspecify.annotations.Nullable;

/** An operator's interventions relative to the trigger, and how often they work. */
public final class RunbookViewModel {

    private static final int REPLICATIONS_MAX = 10_000;
    private static final Duration HORIZON = Duration.ofHours(12);
    private static final double PERCENT = 100;

    private final BackgroundJob<Runbook> work;
    private final BooleanProperty planned = new SimpleBooleanProperty();
    private final StringProperty criterion = new SimpleStringProperty("stuckPeak < 20 %");
    private final StringProperty replications = new SimpleStringProperty("100");
    private final StringProperty horizon = new SimpleStringProperty(Durations.format(HORIZON));
    private final ReadOnlyObjectWrapper<List<TimedIntervention>> moves = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Runbook>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable Scenario base;
    private @Nullable Scenario tried;
    private RelativePlan triedMoves = new RelativePlan(List.of());
    private int wanted;

    /**
     * @param worker replays one runbook at a time
     * @param nanos  a clock, for the time left
     */
    public RunbookViewModel(Executor worker, LongSupplier nanos) {
        work = new BackgroundJob<>(worker, nanos, part -> known.set(Optional.of(part)), this::farText);
        known.addListener((property, before, now) ->
                sentence.set(now.map(RunbookViewModel::told).orElse("")));
    }

    // The interventions

    /** Takes what was done in a run from its first trigger on: live, or also what its scenario plans. */
    public void take(RunHistory history) {
        base = history.recorded();
        long trigger = Triggers.firstNanos(history.plan()).orElse(0);
        set(history.interventions().stream()
                .filter(timed -> timed.timeNanos() >= trigger && !timed.intervention().isTrigger())
                .filter(timed -> planned.get() || history.isLive(timed))
                .map(timed -> new TimedIntervention(timed.timeNanos() - trigger, timed.intervention()))
                .toList());
    }

    /** Takes what is done in a scenario from its first trigger on; it is tried in the open run. */
    public void take(Scenario scenario) {
        if (base == null) {
            base = scenario;
        }
        set(RelativePlan.recorded(scenario).afterTrigger());
    }

    private void set(List<TimedIntervention> list) {
        List<TimedIntervention> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparingLong(TimedIntervention::timeNanos));
        moves.set(List.copyOf(sorted));
        problem.set(sorted.isEmpty() ? UiMessages.text("runbook.none") : "");
    }

    /** Drops an intervention. */
    public void remove(int index) {
        List<TimedIntervention> next = new ArrayList<>(moves.get());
        next.remove(index);
        set(next);
    }

    /** Makes an intervention at another time after the trigger, as it is typed; whether that is a time. */
    public boolean retime(int index, String typed) {
        try {
            Duration after = Durations.parse(typed.strip());
            List<TimedIntervention> next = new ArrayList<>(moves.get());
            next.set(
                    index,
                    new TimedIntervention(after.toNanos(), next.get(index).intervention()));
            set(next);
            return true;
        } catch (ValueException e) {
            problem.set(text(e));
            return false;
        }
    }

    /** The open run with these interventions and no others: what {@code runbook --moves} reads. Empty without a run. */
    public Optional<Scenario> written() {
        return Optional.ofNullable(base).map(scenario -> new RelativePlan(moves.get()).in(scenario));
    }

    // The replay

    /** Begins to replay the interventions, or says why not, see {@link #problemProperty}. */
    public void start() {
        Scenario about = base;
        if (about == null || moves.get().isEmpty()) {
            problem.set(UiMessages.text("runbook.none"));
            return;
        }
        try {
            int count =
                    WholeNumber.parse(replications.get(), 1, REPLICATIONS_MAX, UiMessages.text("cause.replications"));
            Duration end = Durations.parse(horizon.get().strip());
            Optional<ValueException> wrong = Levers.require("horizon").problemWith(end);
            if (wrong.isPresent()) {
                throw wrong.get();
            }
            RelativePlan made = new RelativePlan(moves.get());
            Scenario shortened = about.withHorizon(end);
            Criterion success = Criterion.parse(criterion.get().strip(), shortened);
            ScenarioChecks.check(UiMessages.text("runbook.origin"), made.in(shortened));
            problem.set("");
            run(shortened, made, success, count);
        } catch (ValueException e) {
            problem.set(text(e));
        } catch (ScenarioException e) {
            problem.set(e.problems().get(0).toString());
        }
    }

    private void run(Scenario about, RelativePlan made, Criterion success, int count) {
        wanted = count;
        tried = about;
        triedMoves = made;
        known.set(Optional.empty());
        work.start((of, deliver) ->
                Runbook.of(about, made, success, count, EngineKind.RATES, Replications.cores(), of, deliver));
    }

    private static String text(ValueException problem) {
        return problem.cure().isEmpty()
                ? problem.what()
                : UiMessages.text("explore.problem", problem.what(), problem.cure());
    }

    private static String told(Runbook runbook) {
        String success = UiMessages.text(
                "runbook.success",
                UiMessages.count(runbook.with().stream()
                        .filter(runbook.criterion()::holds)
                        .count()),
                UiMessages.count(runbook.with().size()),
                points(runbook.success()));
        String without = UiMessages.text("runbook.without", points(runbook.successIfNobodyActs()));
        Interval gain = runbook.gain();
        return Double.isNaN(gain.low())
                ? success
                : success
                        + " "
                        + without
                        + " "
                        + UiMessages.text(
                                "runbook.gain", DifferenceText.whole(gain.value()), DifferenceText.wholeRange(gain));
    }

    private static String points(Interval share) {
        return UiMessages.text(
                "runbook.share",
                Math.round(PERCENT * share.value()),
                Math.round(PERCENT * share.low()),
                Math.round(PERCENT * share.high()));
    }

    private String farText() {
        int done = known.get().map(runbook -> runbook.without().size()).orElse(0);
        return UiMessages.text("cause.far", UiMessages.count(done), UiMessages.count(wanted));
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return work.onFrame();
    }

    // What is known

    /** The replay: how far it is, and what pauses and stops it. */
    public BackgroundJob<Runbook> work() {
        return work;
    }

    /** In which scenario the interventions are or were tried; empty before the first start. */
    public Optional<Scenario> tried() {
        return Optional.ofNullable(tried);
    }

    /** Which interventions are or were tried. */
    public RelativePlan triedMoves() {
        return triedMoves;
    }

    /** The interventions, in order of time; the times are nanoseconds since the first trigger. */
    public ReadOnlyObjectProperty<List<TimedIntervention>> movesProperty() {
        return moves.getReadOnlyProperty();
    }

    /** What the replay says so far. */
    public ReadOnlyObjectProperty<Optional<Runbook>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** What it says, in sentences; empty as long as nothing can be said. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Whether what the scenario plans is taken, too, and not only what was done live. */
    public BooleanProperty plannedProperty() {
        return planned;
    }

    /** What counts as success, as it is typed. */
    public StringProperty criterionProperty() {
        return criterion;
    }

    /** How many replications, as it is typed. */
    public StringProperty replicationsProperty() {
        return replications;
    }

    /** When each run ends, as it is typed. */
    public StringProperty horizonProperty() {
        return horizon;
    }

    /** Why it cannot be begun, or what was typed is wrong; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
