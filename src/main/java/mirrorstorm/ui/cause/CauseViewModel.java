package mirrorstorm.ui.cause;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import mirrorstorm.picture.text.AttributionText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.run.cause.Cause;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.BackgroundJob;
import mirrorstorm.ui.work.WholeNumber;
import org.jspecify.annotations.Nullable;

/** Why a run came out as it did, as far as it is worked out. Belongs to the thread that calls {@link #onFrame}. */
public final class CauseViewModel {

    private static final int REPLICATIONS_MAX = 1_000;
    private static final Duration HORIZON = Duration.ofHours(12);

    private final BackgroundJob<Attribution> work;
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.STUCK_MEAN);
    private final StringProperty replications = new SimpleStringProperty("20");
    private final StringProperty horizon = new SimpleStringProperty(Durations.format(HORIZON));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Attribution>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Scenario scenario;
    private int wanted;

    /**
     * @param worker runs one attribution at a time
     * @param nanos  a clock, for the time left
     */
    public CauseViewModel(Executor worker, LongSupplier nanos) {
        work = new BackgroundJob<>(worker, nanos, part -> known.set(Optional.of(part)), this::farText);
        known.addListener((property, before, now) -> sum());
        measure.addListener((property, before, now) -> sum());
    }

    /** Begins with a scenario, or says why not, see {@link #problemProperty}. */
    public void start(Scenario about) {
        try {
            wanted = WholeNumber.parse(replications.get(), 2, REPLICATIONS_MAX, UiMessages.text("cause.replications"));
            Duration end = Durations.parse(horizon.get().strip());
            Optional<ValueException> wrong = Levers.require("horizon").problemWith(end);
            if (wrong.isPresent()) {
                throw wrong.get();
            }
            problem.set("");
            run(about.withHorizon(end), wanted);
        } catch (ValueException e) {
            problem.set(e.cure().isEmpty() ? e.what() : UiMessages.text("explore.problem", e.what(), e.cure()));
        }
    }

    private void run(Scenario about, int count) {
        scenario = about;
        known.set(Optional.empty());
        work.start((of, deliver) -> Attribution.of(
                about, List.of(Cause.values()), count, EngineKind.RATES, Replications.cores(), of, deliver));
    }

    private void sum() {
        sentence.set(known.get()
                .map(attribution -> AttributionText.of(attribution, measure.get()))
                .orElse(""));
    }

    private String farText() {
        int done = known.get().map(Attribution::replications).orElse(0);
        return UiMessages.text("cause.far", UiMessages.count(done), UiMessages.count(wanted));
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return work.onFrame();
    }

    /** The working out: how far it is, and what pauses and stops it. */
    public BackgroundJob<Attribution> work() {
        return work;
    }

    /** What is explained; empty before the first start. */
    public Optional<Scenario> scenario() {
        return Optional.ofNullable(scenario);
    }

    /** What is known so far. */
    public ReadOnlyObjectProperty<Optional<Attribution>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** What is known, in sentences; empty as long as nothing can be said. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Which outcome is shared out. Every one is known once the runs are made. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** How many replications each set of causes has, as it is typed. */
    public StringProperty replicationsProperty() {
        return replications;
    }

    /** When each run ends, as it is typed. */
    public StringProperty horizonProperty() {
        return horizon;
    }

    /** Why it cannot be begun; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
