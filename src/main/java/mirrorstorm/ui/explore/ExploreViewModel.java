package mirrorstorm.ui.explore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.MeasureText;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.batch.Work;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.Sweep;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A tipping map in the making: what is asked, how far the answer is, and the cells that are known. The sweep runs on
 * a thread of its own and hands its cells over; everything else belongs to the thread that calls {@link #onFrame}.
 */
public final class ExploreViewModel {

    private static final int REPLICATIONS_MAX = 1_000;
    private static final Duration HORIZON = Duration.ofHours(12);
    private static final double NANOS_PER_SECOND = 1e9;

    /** Time left is not told from less than this share: it would jump about. */
    private static final double SHARE_TOLD = 0.02;

    /** Whether a map is being made. */
    public enum State {
        READY,
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED
    }

    /** What one sweep hands from its thread to the other. */
    private static final class Delivery {
        private final Work work = new Work();
        private final Queue<Cell> cells = new ConcurrentLinkedQueue<>();
        private volatile boolean isOver;
    }

    private final Executor worker;
    private final LongSupplier nanos;
    private final AxisViewModel across = new AxisViewModel(Levers.require("cluster.utilisation"));
    private final AxisViewModel upwards = new AxisViewModel(Levers.require("race.probability"));
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.STUCK_PEAK);
    private final StringProperty replications = new SimpleStringProperty("5");
    private final StringProperty horizon = new SimpleStringProperty(Durations.format(HORIZON));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(Words.text("explore.ready"));
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Map<Integer, Cell> cells = new TreeMap<>();
    private @Nullable SweepPlan plan;
    private @Nullable Delivery delivery;
    private long lastNanos;
    private long workedNanos;

    /**
     * @param worker runs one sweep at a time
     * @param nanos  a clock, for the time left
     */
    public ExploreViewModel(Executor worker, LongSupplier nanos) {
        this.worker = worker;
        this.nanos = nanos;
        across.range("70 %", "95 %"); // where the clusters of the library tip
        upwards.range("1e-10", "2e-9");
    }

    /** Begins a map around a scenario, or says why not, see {@link #problemProperty}. */
    public void start(Scenario scenario) {
        SweepPlan next;
        try {
            next = planned(scenario);
        } catch (ValueException e) {
            problem.set(e.cure().isEmpty() ? e.what() : Words.text("explore.problem", e.what(), e.cure()));
            return;
        }
        cancel();
        problem.set("");
        plan = next;
        cells.clear();
        Delivery fresh = new Delivery();
        delivery = fresh;
        lastNanos = nanos.getAsLong();
        workedNanos = 0;
        state.set(State.RUNNING);
        worker.execute(() -> run(next, fresh));
        refresh();
        revision.set(revision.get() + 1);
    }

    private SweepPlan planned(Scenario scenario) throws ValueException {
        Axis x = across.axis();
        Axis y = upwards.axis();
        if (x.lever().equals(y.lever())) {
            throw new ValueException(Words.text("explore.same"), "");
        }
        int count = WholeNumber.parse(replications.get(), 1, REPLICATIONS_MAX, Words.text("explore.replications"));
        Duration end = Durations.parse(horizon.get().strip());
        Optional<ValueException> wrong = Levers.require("horizon").problemWith(end);
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        return new SweepPlan(scenario.withHorizon(end), EngineKind.RATES, List.of(y, x), count, measure.get(), 0);
    }

    private static void run(SweepPlan plan, Delivery delivery) {
        try {
            Sweep.run(plan, Shard.WHOLE, Set.of(), Replications.cores(), delivery.work, delivery.cells::add);
        } catch (CancellationException e) {
            delivery.work.cancel(); // it may have been an interrupt
        } finally {
            delivery.isOver = true;
        }
    }

    /** Lets the map wait. */
    public void pause() {
        if (delivery != null && state.get() == State.RUNNING) {
            delivery.work.pause();
            state.set(State.PAUSED);
            refresh();
        }
    }

    /** Goes on with a map that waits. */
    public void resume() {
        if (delivery != null && state.get() == State.PAUSED) {
            delivery.work.resume();
            lastNanos = nanos.getAsLong();
            state.set(State.RUNNING);
            refresh();
        }
    }

    /** Ends the work; the cells that are known stay. */
    public void cancel() {
        if (delivery != null && (state.get() == State.RUNNING || state.get() == State.PAUSED)) {
            delivery.work.cancel();
            state.set(State.CANCELLED);
            refresh();
        }
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        Delivery current = delivery;
        if (current == null || (state.get() != State.RUNNING && state.get() != State.PAUSED)) {
            return false;
        }
        boolean isOver = current.isOver; // asked before the cells are taken: then none is left behind
        long now = nanos.getAsLong();
        if (state.get() == State.RUNNING) {
            workedNanos += now - lastNanos;
        }
        lastNanos = now;
        boolean isNew = false;
        for (Cell cell = current.cells.poll(); cell != null; cell = current.cells.poll()) {
            cells.put(cell.index(), cell);
            isNew = true;
        }
        if (isOver) {
            boolean isWhole = plan != null && cells.size() == plan.cellCount();
            state.set(isWhole ? State.DONE : State.CANCELLED);
        }
        refresh();
        if (isNew) {
            revision.set(revision.get() + 1);
        }
        return !isOver;
    }

    private void refresh() {
        if (plan == null || delivery == null) {
            return;
        }
        double share = delivery.work.doneShare();
        progress.set(state.get() == State.DONE ? 1 : share);
        String done = Words.text("explore.cells", Words.count(cells.size()), Words.count(plan.cellCount()));
        status.set(
                switch (state.get()) {
                    case READY -> Words.text("explore.ready");
                    case PAUSED -> Words.text("explore.paused", done);
                    case CANCELLED -> Words.text("explore.cancelled", done);
                    case DONE -> Words.text("explore.done", done, spanText((double) workedNanos));
                    case RUNNING ->
                        share < SHARE_TOLD
                                ? Words.text("explore.running", done)
                                : Words.text("explore.left", done, spanText(workedNanos / share * (1 - share)));
                });
    }

    private static String spanText(double spanNanos) {
        return Times.span(Duration.ofSeconds(Math.max(1, Math.round(spanNanos / NANOS_PER_SECOND))));
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
        List<String> values = plan.valueTexts(index);
        String where = Words.text(
                "explore.where", x.lever().title(), values.get(1), y.lever().title(), values.get(0));
        Cell cell = cells.get(index);
        if (cell == null) {
            return Words.text("explore.unknown", where);
        }
        Measure about = plan.measure();
        Interval mean = cell.mean(about);
        String text = Words.text(
                "explore.cell", where, MeasureText.title(about), MeasureText.value(about, cell.median(about)));
        return Double.isNaN(mean.low())
                ? text
                : Words.text(
                        "explore.interval",
                        text,
                        MeasureText.value(about, mean.value()),
                        MeasureText.value(about, Math.max(0, mean.low())),
                        MeasureText.value(about, mean.high()));
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

    /** When each run ends, as it is typed. */
    public StringProperty horizonProperty() {
        return horizon;
    }

    /** Why the map cannot be made; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How things stand. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How much is done, a share. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How far it is, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Counted up whenever the map has changed. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
