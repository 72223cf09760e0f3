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
import mirrorstorm.export.StudyFiles;
import mirrorstorm.export.StudyPicture;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.run.remedy.RunbookStudy;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.study.StudyFields;
import mirrorstorm.ui.study.StudyViewModel;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** An operator's interventions relative to the trigger, and how often they work. */
public final class RunbookViewModel {

    private static final int REPLICATIONS_MAX = 10_000;
    private static final int REPLICATIONS = 100;
    private static final double PERCENT = 100;

    private final StudyFields fields = new StudyFields(1, REPLICATIONS_MAX, REPLICATIONS);
    private final StudyViewModel<Runbook> study;
    private final BooleanProperty planned = new SimpleBooleanProperty();
    private final StringProperty criterion = new SimpleStringProperty("stuckPeak < 20 %");
    private final ReadOnlyObjectWrapper<List<TimedIntervention>> moves = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private @Nullable Scenario base;
    private @Nullable RunbookStudy tried;

    /**
     * @param worker replays one runbook at a time
     * @param nanos  a clock, for the time left
     */
    public RunbookViewModel(Executor worker, LongSupplier nanos) {
        study = new StudyViewModel<>(worker, nanos, runbook -> runbook.without().size());
        study.knownProperty()
                .addListener((property, before, now) ->
                        sentence.set(now.map(RunbookViewModel::told).orElse("")));
    }

    // The interventions

    /** Takes what was done in a run from its first trigger on: live, or also what its scenario plans. */
    public void take(RunHistory history) {
        base = history.recorded();
        long trigger = Triggers.firstNanos(history.plan()).orElse(0);
        set(history.interventions().stream()
                .filter(timed ->
                        timed.timeNanos() >= trigger && !timed.intervention().isTrigger())
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
        fields.complain(sorted.isEmpty() ? UiMessages.text("runbook.none") : "");
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
            fields.complain(e);
            return false;
        }
    }

    /** The open run with these interventions and no others: what {@code runbook --moves} reads. Empty without a run. */
    public Optional<Scenario> written() {
        return Optional.ofNullable(base).map(scenario -> new RelativePlan(moves.get()).in(scenario));
    }

    // The replay

    /** Begins to replay the interventions, or says why not, see {@link StudyFields#problemProperty}. */
    public void start() {
        Scenario about = base;
        boolean unused = fields.ask(() -> {
            if (about == null || moves.get().isEmpty()) {
                throw new ValueException(UiMessages.text("runbook.none"), "");
            }
            int count = fields.replications(UiMessages.text("cause.replications"));
            Scenario shortened = about.withHorizon(fields.horizon());
            Criterion success = Criterion.parse(criterion.get().strip(), shortened);
            RelativePlan made = new RelativePlan(moves.get());
            ScenarioChecks.check(UiMessages.text("runbook.origin"), made.in(shortened));
            RunbookStudy replay = new RunbookStudy(shortened, made, success, count, EngineKind.RATES);
            tried = replay;
            study.start(replay, count, Replications.cores());
        });
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

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return study.onFrame();
    }

    // What is known

    /** What is asked. */
    public StudyFields fields() {
        return fields;
    }

    /** The replay: how far it is, and what it says. */
    public StudyViewModel<Runbook> study() {
        return study;
    }

    /** What the replay says so far, as files; empty before there is anything. */
    public Optional<StudyFiles> files() {
        return Optional.ofNullable(tried)
                .flatMap(of -> study.known().map(known -> StudyFiles.of(of.scenario(), known, of.moves())));
    }

    /** What the replay says so far, as a picture; empty before there is anything. */
    Optional<StudyPicture> picture() {
        return files().flatMap(StudyFiles::picture);
    }

    /** The interventions, in order of time; the times are nanoseconds since the first trigger. */
    public ReadOnlyObjectProperty<List<TimedIntervention>> movesProperty() {
        return moves.getReadOnlyProperty();
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
}
