package mirrorstorm.ui.explore;

import java.io.IOException;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.export.StudyPicture;
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
import mirrorstorm.ui.study.StudyFields;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.JobViewModel;
import org.jspecify.annotations.Nullable;

/**
 * A tipping map in the making: what is asked, how far the answer is, and the cells that are known. The sweep runs on
 * a thread of its own and hands its cells over; everything else belongs to the thread that calls {@link #onFrame}.
 */
public final class ExploreViewModel {

    private static final int REPLICATIONS_MAX = 1_000;
    private static final int REPLICATIONS = 5;
    private static final double PERCENT = 100;

    private final StudyFields fields = new StudyFields(1, REPLICATIONS_MAX, REPLICATIONS);
    private final JobViewModel<Cell> job;
    private final Optional<Path> folder;
    private final AxisViewModel across = new AxisViewModel(Levers.require("cluster.utilisation"));
    private final AxisViewModel upwards = new AxisViewModel(Levers.require("race.probability"));
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.STUCK_PEAK);
    private final StringProperty precision = new SimpleStringProperty("");
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
        job = new JobViewModel<>(worker, nanos, this::take, this::farText);
        across.range("70 %", "95 %"); // where the clusters of the library tip
        upwards.range("1e-10", "2e-9");
    }

    /** Begins a map around a scenario, or goes on with it, or says why not, see {@link StudyFields#problemProperty}. */
    public void start(Scenario scenario) {
        boolean unused = fields.ask(() -> {
            SweepPlan next = planned(scenario);
            plan = next;
            cells.clear();
            job.start((token, deliver) -> run(next, folder, token, deliver));
            revision.set(revision.get() + 1);
        });
    }

    private SweepPlan planned(Scenario scenario) throws ValueException {
        Axis x = across.axis();
        Axis y = upwards.axis();
        if (x.lever().equals(y.lever())) {
            throw new ValueException(UiMessages.text("explore.same"), "");
        }
        int count = fields.replications(UiMessages.text("explore.replications"));
        Duration end = fields.horizon();
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

    private static void run(SweepPlan plan, Optional<Path> folder, CancellationToken token, Consumer<Cell> deliver)
            throws IOException {
        if (folder.isEmpty()) {
            new Sweep(plan, Shard.WHOLE, Set.of()).answer(Replications.cores(), token, deliver);
            return;
        }
        try (SweepJournal journal = SweepJournal.openIn(folder.get(), plan)) {
            journal.complete(Replications.cores(), token, deliver);
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
    public JobViewModel<Cell> job() {
        return job;
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return job.onFrame();
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

    /** What is known so far, as files; empty before the first start. */
    public Optional<StudyFiles> files() {
        return plan().map(about -> StudyFiles.of(about, Shard.WHOLE, cells(), StudyPicture.level(about.measure())));
    }

    /** What is known so far, as a picture; empty before the first start. */
    Optional<StudyPicture> picture() {
        return files().flatMap(StudyFiles::picture);
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

    /** How many runs a cell has, and when each ends. */
    public StudyFields fields() {
        return fields;
    }

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

    /** How well the mean of a cell has to be known to have runs enough, as it is typed; empty: all runs are made. */
    public StringProperty precisionProperty() {
        return precision;
    }

    /** Counted up whenever the map has changed. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
