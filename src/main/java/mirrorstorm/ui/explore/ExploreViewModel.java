package mirrorstorm.ui.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.export.SweepJournal;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.text.AxisText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.Sweep;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.BackgroundJob;
import mirrorstorm.ui.work.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * A tipping map in the making: what is asked, how far the answer is, and the cells that are known. The sweep runs on
 * a thread of its own and hands its cells over; everything else belongs to the thread that calls {@link #onFrame}.
 */
public final class ExploreViewModel {

    private static final int REPLICATIONS_MAX = 1_000;
    private static final Duration HORIZON = Duration.ofHours(12);
    private static final double PERCENT = 100;

    private final BackgroundJob<Cell> work;
    private final Optional<Path> folder;
    private final AxisViewModel across = new AxisViewModel(Levers.require("cluster.utilisation"));
    private final AxisViewModel upwards = new AxisViewModel(Levers.require("race.probability"));
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.STUCK_PEAK);
    private final StringProperty replications = new SimpleStringProperty("5");
    private final StringProperty precision = new SimpleStringProperty("");
    private final StringProperty horizon = new SimpleStringProperty(Durations.format(HORIZON));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Map<Integer, Cell> cells = new TreeMap<>();
    private @Nullable SweepPlan plan;

    /**
     * @param worker runs one sweep at a time
     * @param nanos  a clock, for the time left
     * @param folder where maps are kept while they are made, so that they go on where they were stopped or killed;
     *               none: they begin anew
     */
    public ExploreViewModel(Executor worker, LongSupplier nanos, Optional<Path> folder) {
        this.folder = folder;
        work = new BackgroundJob<>(worker, nanos, this::take, this::farText);
        across.range("70 %", "95 %"); // where the clusters of the library tip
        upwards.range("1e-10", "2e-9");
    }

    /** Begins a map around a scenario, or goes on with it, or says why not, see {@link #problemProperty}. */
    public void start(Scenario scenario) {
        SweepPlan next;
        try {
            next = planned(scenario);
        } catch (ValueException e) {
            problem.set(e.cure().isEmpty() ? e.what() : UiMessages.text("explore.problem", e.what(), e.cure()));
            return;
        }
        problem.set("");
        plan = next;
        cells.clear();
        work.start((of, deliver) -> run(next, folder, of, deliver));
        revision.set(revision.get() + 1);
    }

    private SweepPlan planned(Scenario scenario) throws ValueException {
        Axis x = across.axis();
        Axis y = upwards.axis();
        if (x.lever().equals(y.lever())) {
            throw new ValueException(UiMessages.text("explore.same"), "");
        }
        int count = WholeNumber.parse(replications.get(), 1, REPLICATIONS_MAX, UiMessages.text("explore.replications"));
        Duration end = Durations.parse(horizon.get().strip());
        Optional<ValueException> wrong = Levers.require("horizon").problemWith(end);
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        double enough = precision(measure.get(), precision.get().strip());
        SweepPlan wanted =
                new SweepPlan(scenario.withHorizon(end), EngineKind.RATES, List.of(y, x), count, measure.get(), enough);
        wanted.requireShown();
        return wanted;
    }

    /** How well a mean is to be known, in units of the measure; shares in percent, times as such; 0 for nothing. */
    static double precision(Measure measure, String typed) throws ValueException {
        if (typed.isEmpty()) {
            return 0;
        }
        if (measure.kind() == Measure.Kind.SECONDS) {
            return Durations.parse(typed).toMillis() / 1_000.0;
        }
        boolean isShare = measure.kind() != Measure.Kind.COUNT;
        String number =
                typed.endsWith("%") ? typed.substring(0, typed.length() - 1).strip() : typed;
        try {
            double value = Double.parseDouble(number) / (isShare ? PERCENT : 1);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is not above zero is
        }
        throw new ValueException(UiMessages.text("explore.precision.wrong", MessageBundle.clipped(typed)), "");
    }

    private static void run(SweepPlan plan, Optional<Path> folder, CancellationToken work, Consumer<Cell> deliver)
            throws IOException {
        if (folder.isEmpty()) {
            Sweep.run(plan, Shard.WHOLE, Set.of(), Replications.cores(), work, deliver);
            return;
        }
        try (SweepJournal journal = SweepJournal.openIn(folder.get(), plan)) {
            Set<Integer> known = Set.copyOf(journal.cells().keySet());
            journal.cells().values().forEach(deliver);
            Sweep.run(plan, Shard.WHOLE, known, Replications.cores(), work, cell -> {
                keep(journal, cell);
                deliver.accept(cell);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void keep(SweepJournal journal, Cell cell) {
        try {
            journal.add(cell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Cell cell) {
        cells.put(cell.index(), cell);
        revision.set(revision.get() + 1);
    }

    private String farText() {
        return plan == null
                ? ""
                : UiMessages.text("explore.cells", UiMessages.count(cells.size()), UiMessages.count(plan.cellCount()));
    }

    /** The making of the map: how far it is, and what pauses and stops it. */
    public BackgroundJob<Cell> work() {
        return work;
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return work.onFrame();
    }

    // What is known

    /** What the present map is about; empty before the first. */
    public Optional<SweepPlan> plan() {
        return Optional.ofNullable(plan);
    }

    /** The cells that are known, in order. */
    public List<Cell> cells() {
        return List.copyOf(cells.values());
    }

    /** What a cell came to, in a sentence; empty if there is no such cell. */
    public String cellText(int index) {
        if (plan == null || index < 0 || index >= plan.cellCount()) {
            return "";
        }
        Axis y = plan.axes().get(0);
        Axis x = plan.axes().get(1);
        int[] at = plan.valueIndices(index);
        String where = UiMessages.text(
                "explore.where",
                x.lever().title(),
                AxisText.of(x.lever(), x.values().get(at[1])),
                y.lever().title(),
                AxisText.of(y.lever(), y.values().get(at[0])));
        Cell cell = cells.get(index);
        if (cell == null) {
            return UiMessages.text("explore.unknown", where);
        }
        Measure about = plan.measure();
        Interval mean = cell.mean(about);
        String text = UiMessages.text(
                "explore.cell", where, MeasureText.title(about), MeasureText.value(about, cell.median(about)));
        return Double.isNaN(mean.low())
                ? text
                : UiMessages.text(
                        "explore.interval",
                        text,
                        MeasureText.value(about, mean.value()),
                        MeasureText.value(about, Math.max(0, mean.low())),
                        MeasureText.value(about, mean.high()),
                        UiMessages.count(cell.outcomes().size()));
    }

    /** The scenario of a cell, to be played; empty if there is no such cell. */
    public Optional<Scenario> scenario(int index) {
        return plan().filter(known -> index >= 0 && index < known.cellCount()).map(known -> known.scenario(index));
    }

    // What is asked

    /** The lever across. */
    public AxisViewModel across() {
        return across;
    }

    /** The lever upwards. */
    public AxisViewModel upwards() {
        return upwards;
    }

    /** What of a run is drawn. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** How many runs a cell has, as it is typed. */
    public StringProperty replicationsProperty() {
        return replications;
    }

    /** How well the mean of a cell has to be known to have runs enough, as it is typed; empty: all runs are made. */
    public StringProperty precisionProperty() {
        return precision;
    }

    /** When each run ends, as it is typed. */
    public StringProperty horizonProperty() {
        return horizon;
    }

    /** Why the map cannot be made; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Counted up whenever the map has changed. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
