package mirrorstorm.ui.levers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.ui.playback.Edits;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import org.jspecify.annotations.Nullable;

/**
 * All levers that the window shows. A live lever acts at once, as an intervention; one that counts only at the start
 * is planned, and the run can be started again with everything that is planned. Values follow the run: where the
 * scenario or the past moves a lever, it moves here.
 *
 * <p>What is dragged is sent at most every {@link #SEND_NANOS}, the last place always.
 */
public final class LeversViewModel {

    /** How often a slider that is being dragged moves the run, nanoseconds. */
    static final long SEND_NANOS = 100_000_000L;

    private final SimulationThread simulation;
    private final Edits edits;
    private final LongSupplier nanoTime;
    private final Map<String, LeverViewModel> levers = new LinkedHashMap<>();
    private final Map<String, Object> planned = new LinkedHashMap<>();
    private final Map<String, Object> live = new HashMap<>();
    private final Map<String, Object> atStart = new HashMap<>();
    private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper anyChanged = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private final ReadOnlyIntegerWrapper searches = new ReadOnlyIntegerWrapper();

    private final Tints tints = new Tints(this);
    private @Nullable RunView shown;
    private long asked;
    private @Nullable LeverViewModel grabbed;
    private @Nullable Object grabbedAt;
    private @Nullable Object unsent;
    private boolean isFurther;
    private long sentNanos;

    /**
     * @param groups   which levers, in this order
     * @param edits    where to note what is planned for a new start
     * @param nanoTime the real world's clock, nanoseconds
     */
    public LeversViewModel(SimulationThread simulation, List<Lever.Group> groups, Edits edits, LongSupplier nanoTime) {
        this.simulation = simulation;
        this.edits = edits;
        this.nanoTime = nanoTime;
        for (Lever.Group group : groups) {
            Levers.all().stream()
                    .filter(lever -> lever.group() == group)
                    .forEach(lever -> levers.put(lever.path(), new LeverViewModel(lever, this)));
        }
    }

    /** Somebody wants to look for a lever. */
    public void find() {
        searches.set(searches.get() + 1);
    }

    /** Counts how often somebody wanted to look for a lever. */
    ReadOnlyIntegerProperty searchesProperty() {
        return searches.getReadOnlyProperty();
    }

    /** The levers of a group, in the registry's order. */
    public List<LeverViewModel> in(Lever.Group group) {
        return levers.values().stream()
                .filter(each -> each.lever().group() == group)
                .toList();
    }

    /** The lever at {@code path}, if it is one of those shown. */
    Optional<LeverViewModel> find(String path) {
        return Optional.ofNullable(levers.get(path));
    }

    /**
     * Tints the tracks of a tipping map's two levers by it, until there is another map or another scenario.
     *
     * @param base the scenario that the map is around
     */
    public void tint(TippingMap map, Scenario base) {
        tints.show(map, base);
    }

    /** The lever at {@code path}, which is one of those shown. */
    public LeverViewModel at(String path) {
        LeverViewModel found = levers.get(path);
        if (found == null) {
            throw new IllegalArgumentException("no such lever is shown: " + path);
        }
        return found;
    }

    // Following the run

    /** Shows what the run stands at. Called with every new view. */
    public void follow(RunView now) {
        RunView before = shown;
        shown = now;
        forgetWhatIsOld(before, now);
        if (before == null || before.history().number() != now.history().number()) {
            begin(now.history());
        }
        if (now.served() >= asked && grabbed == null) {
            levers.values().forEach(each -> each.show(valueIn(now, each.lever())));
        }
        tints.refresh();
        anyChanged.set(
                levers.values().stream().anyMatch(each -> each.changedProperty().get()));
    }

    private void begin(RunHistory history) {
        planned.clear();
        restartNeeded.set(false);
        problem.set("");
        levers.values()
                .forEach(each ->
                        each.startAt(history.scenario().lever(each.lever().path())));
        tints.follow(history.scenario());
    }

    private Object valueIn(RunView now, Lever lever) {
        Object plan = planned.get(lever.path());
        if (plan != null) {
            return plan;
        }
        return lever.isLive()
                ? live.computeIfAbsent(
                        lever.path(), path -> SettingsPath.get(now.snapshot().settings(), path))
                : atStart.computeIfAbsent(
                        lever.path(), path -> now.history().scenario().lever(path));
    }

    /** Settings are read once: looking up fifty of them in every frame would cost more than all the rest. */
    @SuppressWarnings("ReferenceEquality") // a copy that is equal would only be read once more
    private void forgetWhatIsOld(@Nullable RunView before, RunView now) {
        if (before == null || before.snapshot().settings() != now.snapshot().settings()) {
            live.clear();
        }
        if (before == null || before.history().scenario() != now.history().scenario()) {
            atStart.clear();
        }
    }

    // Moving levers

    void grab(LeverViewModel lever) {
        grabbed = lever;
        grabbedAt = lever.valueProperty().get();
        isFurther = false;
    }

    void release(LeverViewModel lever) {
        if (grabbed == lever) {
            flush();
            grabbed = null;
            if (!lever.lever().isLive() && grabbedAt != null) {
                note(lever, grabbedAt, lever.valueProperty().get());
            }
        }
    }

    void set(LeverViewModel lever, Object value) {
        Object before = lever.valueProperty().get();
        lever.show(value);
        if (!lever.lever().isLive()) {
            plan(lever, value);
            if (lever != grabbed) {
                note(lever, before, value);
            }
            tints.refresh();
        } else if (lever == grabbed) {
            unsent = value;
            sendIfDue();
        } else {
            isFurther = false;
            send(lever, value);
        }
    }

    /** Called once a frame: sends what was dragged meanwhile. */
    public void onFrame() {
        sendIfDue();
    }

    /** Whether something that was dragged is still to be sent. */
    public boolean isBusy() {
        return unsent != null;
    }

    private void sendIfDue() {
        if (!isFurther || nanoTime.getAsLong() - sentNanos >= SEND_NANOS) {
            flush();
        }
    }

    private void flush() {
        LeverViewModel lever = grabbed;
        Object value = unsent;
        if (lever != null && value != null) {
            unsent = null;
            send(lever, value);
        }
    }

    private void send(LeverViewModel lever, Object value) {
        sentNanos = nanoTime.getAsLong();
        for (Intervention.Set change : LeverRules.changes(lever.lever().path(), value, this::known)) {
            asked = isFurther ? simulation.interveneFurther(change) : simulation.intervene(change);
            isFurther = true;
            LeverViewModel moved = levers.get(change.lever());
            if (moved != null) {
                moved.show(change.value());
            }
        }
    }

    private Object known(String path) {
        return at(path).valueProperty().get();
    }

    /** Everything back to what the scenario started with, as one change. */
    public void resetAll() {
        planned.clear();
        restartNeeded.set(false);
        isFurther = false;
        for (LeverViewModel lever : levers.values()) {
            boolean isMoved = lever.changedProperty().get();
            Object before = lever.valueProperty().get();
            lever.show(lever.startProperty().get());
            if (isMoved && !lever.lever().isLive()) {
                note(lever, before, lever.startProperty().get());
            }
            if (isMoved && lever.lever().isLive()) {
                Intervention.Set change = new Intervention.Set(
                        lever.lever().path(), lever.startProperty().get());
                asked = isFurther ? simulation.interveneFurther(change) : simulation.intervene(change);
                isFurther = true;
            }
        }
    }

    // Levers that count only at the start

    /** What is planned can be taken back, although nothing has happened to the run. */
    private void note(LeverViewModel lever, Object before, Object after) {
        if (!before.equals(after)) {
            edits.did(() -> replan(lever, before), () -> replan(lever, after));
        }
    }

    private void replan(LeverViewModel lever, Object value) {
        lever.show(value);
        plan(lever, value);
    }

    private void plan(LeverViewModel lever, Object value) {
        if (value.equals(lever.startProperty().get())) {
            planned.remove(lever.lever().path());
        } else {
            planned.put(lever.lever().path(), value);
        }
        restartNeeded.set(!planned.isEmpty());
        problem.set(plannedScenario().map(LeversViewModel::problemWith).orElse(""));
    }

    private Optional<Scenario> plannedScenario() {
        if (shown == null) {
            return Optional.empty();
        }
        Scenario scenario = shown.history().recorded();
        for (Map.Entry<String, Object> each : planned.entrySet()) {
            scenario = scenario.withLever(each.getKey(), each.getValue());
        }
        return Optional.of(scenario);
    }

    private static String problemWith(Scenario scenario) {
        try {
            ScenarioChecks.check("", scenario);
            return "";
        } catch (ScenarioException e) {
            List<String> lines = new ArrayList<>();
            e.problems().forEach(each -> lines.add(each.path() + ": " + each.what()));
            return String.join("\n", lines);
        }
    }

    /** Starts the run again with everything that is planned, if that can be run. */
    public void restart() {
        if (problem.get().isEmpty()) {
            plannedScenario().ifPresent(scenario -> simulation.open(scenario, true));
        }
    }

    /** Whether something is planned that only a new start can bring about. */
    public ReadOnlyBooleanProperty restartNeededProperty() {
        return restartNeeded.getReadOnlyProperty();
    }

    /** Whether any lever is not where the scenario started. */
    public ReadOnlyBooleanProperty anyChangedProperty() {
        return anyChanged.getReadOnlyProperty();
    }

    /** Why what is planned cannot be run; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
