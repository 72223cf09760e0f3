package mirrorstorm.ui.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.compare.ComparisonStudy;
import mirrorstorm.run.compare.FirstDivergence;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.study.StudyFields;
import mirrorstorm.ui.study.StudyViewModel;
import mirrorstorm.ui.words.UiMessages;

/** Two to four variants that are held against each other: played together, and over replications. */
public final class CompareViewModel {

    private static final int REPLICATIONS_MIN = 2;
    private static final int REPLICATIONS_MAX = 1_000;
    private static final int REPLICATIONS = 20;

    private final VariantChoice choice = new VariantChoice();
    private final ComparePlayer player;
    private final StudyFields fields = new StudyFields(REPLICATIONS_MIN, REPLICATIONS_MAX, REPLICATIONS);
    private final StudyViewModel<VariantComparison> study;
    private final BooleanProperty shaded = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<Variant>> compared = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * @param worker   runs one comparison at a time
     * @param playing  runs one pass of the play at a time
     * @param nanos    a clock
     */
    public CompareViewModel(Executor worker, Executor playing, LongSupplier nanos) {
        player = new ComparePlayer(playing, nanos);
        study = new StudyViewModel<>(worker, nanos, VariantComparison::replications);
    }

    /**
     * Begins with the variants that were chosen, or says why not, see {@link StudyFields#problemProperty}.
     *
     * @param timeNanos the moment that is shown first
     */
    public void start(long timeNanos) {
        boolean unused = fields.ask(() -> {
            int count = fields.replications(UiMessages.text("compare.replications"));
            Duration end = fields.horizon();
            List<Variant> variants = choice.variants();
            if (variants.size() < 2) {
                throw new ValueException(UiMessages.text("compare.two"), "");
            }
            run(together(variants, end), count, timeNanos);
        });
    }

    /** All with the random numbers and the end of the first. */
    private static List<Variant> together(List<Variant> variants, Duration end) throws ScenarioException {
        long seed = variants.get(0).scenario().seed();
        List<Variant> together = new ArrayList<>();
        for (Variant variant : variants) {
            Scenario scenario = variant.scenario().withSeed(seed).withHorizon(end);
            ScenarioChecks.check(variant.label(), scenario);
            together.add(new Variant(variant.label(), scenario));
        }
        return together;
    }

    private void run(List<Variant> variants, int count, long timeNanos) {
        compared.set(List.copyOf(variants));
        player.open(variants, timeNanos);
        study.start(
                new ComparisonStudy(variants, count, EngineKind.RATES), count, Math.max(1, Replications.cores() - 1));
    }

    /** Takes part in a frame; whether there is more to come. */
    public boolean onFrame() {
        boolean isWorking = study.onFrame();
        return player.onFrame() || isWorking;
    }

    // What is known

    /** Where a variant parts from the first, in replication 0, which is the one that is shown. */
    public Optional<FirstDivergence.Divergence> divergence(int variant) {
        return study.known().flatMap(comparison -> comparison.divergences().get(variant));
    }

    /** When each parts from the first, nanoseconds since the start; empty where that is not known. */
    public List<OptionalLong> parted() {
        return study.known().map(VariantComparison::parted).orElseGet(() -> IntStream.range(
                        0, compared.get().size())
                .mapToObj(i -> OptionalLong.empty())
                .toList());
    }

    /** Goes to where a variant parts from the first, and stops there. */
    public void toFirstDivergence(int variant) {
        divergence(variant).ifPresent(moment -> {
            if (player.playingProperty().get()) {
                player.togglePlay();
            }
            player.seek(moment.timeNanos());
        });
    }

    /** What there is to choose from, and what was chosen. */
    public VariantChoice choice() {
        return choice;
    }

    /** Plays them together. */
    public ComparePlayer player() {
        return player;
    }

    /** What is asked of the replications. */
    public StudyFields fields() {
        return fields;
    }

    /** The replications: how far they are, and what they say. */
    public StudyViewModel<VariantComparison> study() {
        return study;
    }

    /** What the replications say so far, as files; empty before the first of them. */
    public Optional<StudyFiles> files() {
        return study.known()
                .filter(known -> known.replications() > 0)
                .map(known -> StudyFiles.of(known.variants().get(0).scenario(), known));
    }

    /** What is compared now; empty before the first start. */
    public ReadOnlyObjectProperty<List<Variant>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** What the replications say so far. */
    public ReadOnlyObjectProperty<Optional<VariantComparison>> knownProperty() {
        return study.knownProperty();
    }

    /** Whether what is as in the first is pale. */
    public BooleanProperty shadedProperty() {
        return shaded;
    }
}
