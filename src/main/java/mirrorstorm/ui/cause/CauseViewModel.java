package mirrorstorm.ui.cause;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.export.StudyPicture;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.text.AttributionText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.run.cause.AttributionStudy;
import mirrorstorm.run.cause.Cause;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.study.StudyFields;
import mirrorstorm.ui.study.StudyViewModel;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** Why a run came out as it did, as far as it is worked out. Belongs to the thread that calls {@link #onFrame}. */
public final class CauseViewModel {

    private static final int REPLICATIONS_MIN = 2;
    private static final int REPLICATIONS_MAX = 1_000;
    private static final int REPLICATIONS = 20;

    private final StudyFields fields = new StudyFields(REPLICATIONS_MIN, REPLICATIONS_MAX, REPLICATIONS);
    private final StudyViewModel<Attribution> study;
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.STUCK_MEAN);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private @Nullable Scenario scenario;

    /**
     * @param worker runs one attribution at a time
     * @param nanos  a clock, for the time left
     */
    public CauseViewModel(Executor worker, LongSupplier nanos) {
        study = new StudyViewModel<>(worker, nanos, Attribution::replications);
        study.knownProperty().addListener((property, before, now) -> sum());
        measure.addListener((property, before, now) -> sum());
    }

    /** Begins with a scenario, or says why not, see {@link StudyFields#problemProperty}. */
    public void start(Scenario about) {
        boolean unused = fields.ask(() -> {
            int count = fields.replications(UiMessages.text("cause.replications"));
            Scenario shortened = about.withHorizon(fields.horizon());
            scenario = shortened;
            study.start(
                    new AttributionStudy(shortened, List.of(Cause.values()), count, EngineKind.RATES),
                    count,
                    Replications.cores());
        });
    }

    private void sum() {
        sentence.set(study.known()
                .map(attribution -> AttributionText.of(attribution, measure.get()))
                .orElse(""));
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return study.onFrame();
    }

    /** What is asked. */
    public StudyFields fields() {
        return fields;
    }

    /** The working out: how far it is, and what is known. */
    public StudyViewModel<Attribution> study() {
        return study;
    }

    /** What is explained; empty before the first start. */
    public Optional<Scenario> scenario() {
        return Optional.ofNullable(scenario);
    }

    /** What is known so far, as files; empty before there is anything. */
    public Optional<StudyFiles> files() {
        return scenario().flatMap(about -> study.known().map(known -> StudyFiles.of(about, known, measure.get())));
    }

    /** What is known so far, as a picture; empty before there is anything. */
    Optional<StudyPicture> picture() {
        return files().flatMap(StudyFiles::picture);
    }

    /** What is known, in sentences; empty as long as nothing can be said. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Which outcome is shared out. Every one is known once the runs are made. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }
}
