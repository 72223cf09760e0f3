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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.compare.FirstDivergence;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.BackgroundJob;
import mirrorstorm.ui.work.WholeNumber;

/** Two to four variants that are held against each other: played together, and over replications. */
public final class CompareViewModel {

    private static final int REPLICATIONS_MAX = 1_000;
    private static final Duration HORIZON = Duration.ofHours(12);

    private final VariantChoice choice = new VariantChoice();
    private final ComparePlayer player;
    private final BackgroundJob<VariantComparison> work;
    private final StringProperty replications = new SimpleStringProperty("20");
    private final StringProperty horizon = new SimpleStringProperty(Durations.format(HORIZON));
    private final BooleanProperty shaded = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Variant>> compared = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<VariantComparison>> known =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private int wanted;

    /**
     * @param worker   runs one comparison at a time
     * @param playing  runs one pass of the play at a time
     * @param nanos    a clock
     */
    public CompareViewModel(Executor worker, Executor playing, LongSupplier nanos) {
        player = new ComparePlayer(playing, nanos);
        work = new BackgroundJob<>(worker, nanos, part -> known.set(Optional.of(part)), this::farText);
    }

    /**
     * Begins with the variants that were chosen, or says why not, see {@link #problemProperty}.
     *
     * @param timeNanos the moment that is shown first
     */
    public void start(long timeNanos) {
        try {
            wanted =
                    WholeNumber.parse(replications.get(), 2, REPLICATIONS_MAX, UiMessages.text("compare.replications"));
            Duration end = Durations.parse(horizon.get().strip());
            Optional<ValueException> wrong = Levers.require("horizon").problemWith(end);
            if (wrong.isPresent()) {
                throw wrong.get();
            }
            List<Variant> variants = choice.variants();
            if (variants.size() < 2) {
                throw new ValueException(UiMessages.text("compare.two"), "");
            }
            run(together(variants, end), timeNanos);
            problem.set("");
        } catch (ValueException e) {
            problem.set(e.cure().isEmpty() ? e.what() : UiMessages.text("explore.problem", e.what(), e.cure()));
        } catch (ScenarioException e) {
            problem.set(e.problems().get(0).toString());
        }
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

    private void run(List<Variant> variants, long timeNanos) {
        compared.set(List.copyOf(variants));
        known.set(Optional.empty());
        player.open(variants, timeNanos);
        int count = wanted;
        work.start((of, deliver) -> VariantComparison.of(
                variants, count, EngineKind.RATES, Math.max(1, Replications.cores() - 1), of, deliver));
    }

    private String farText() {
        int done = known.get().map(VariantComparison::replications).orElse(0);
        return UiMessages.text("cause.far", UiMessages.count(done), UiMessages.count(wanted));
    }

    /** Takes part in a frame; whether there is more to come. */
    public boolean onFrame() {
        boolean isWorking = work.onFrame();
        return player.onFrame() || isWorking;
    }

    // What is known

    /** Where a variant parts from the first, in replication 0, which is the one that is shown. */
    public Optional<FirstDivergence.Divergence> divergence(int variant) {
        return known.get().flatMap(comparison -> comparison.divergences().get(variant));
    }

    /** When each parts from the first, nanoseconds since the start; empty where that is not known. */
    public List<OptionalLong> parted() {
        return known.get().map(VariantComparison::parted).orElseGet(() -> IntStream.range(
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

    /** The replications: how far they are, and what pauses and stops them. */
    public BackgroundJob<VariantComparison> work() {
        return work;
    }

    /** What is compared now; empty before the first start. */
    public ReadOnlyObjectProperty<List<Variant>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** What the replications say so far. */
    public ReadOnlyObjectProperty<Optional<VariantComparison>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Whether what is as in the first is pale. */
    public BooleanProperty shadedProperty() {
        return shaded;
    }

    /** How many replications each variant has, as it is typed. */
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
