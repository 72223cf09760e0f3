package mirrorstorm.ui.levers;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import org.jspecify.annotations.Nullable;

/** What an operator can do to the cluster now, to all of it or to one node. */
public final class OperatorViewModel {

    /** Nodes that can be added at a time. */
    public static final int ADDED_MAX = 10_000;

    /** How long nodes are without power; what is said of it is in the words of the action. */
    private static final Duration POWER_LOSS = Duration.ofMinutes(10);

    /** Nodes that leak crash after about two hours, as those of a bundled case do after more. */
    private static final Rate LEAK_RATE = new Rate(1 / 7_200.0);

    private static final double LEAK_SPREAD = 0.1;

    private final SimulationThread simulation;
    private final IntegerProperty addCount = new SimpleIntegerProperty(30);
    private final ReadOnlyBooleanWrapper searchesStopped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper anyIsolated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper anyQuarantined = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper anyCrashed = new ReadOnlyBooleanWrapper();
    private final Map<NodeAction, ReadOnlyBooleanWrapper> nodeActions = new EnumMap<>(NodeAction.class);
    private final ObservableValue<Pick> selection;
    private @Nullable Snapshot shown;

    /** @param selection what {@link #act} is about, as far as it is nodes */
    public OperatorViewModel(SimulationThread simulation, ObservableValue<Pick> selection) {
        this.simulation = simulation;
        this.selection = selection;
        for (NodeAction action : NodeAction.values()) {
            nodeActions.put(action, new ReadOnlyBooleanWrapper());
        }
        selection.addListener((property, before, now) -> showNodeActions());
    }

    /** Shows what can be done now. Called with every new view. */
    public void follow(RunView now) {
        Snapshot snapshot = now.snapshot();
        shown = snapshot;
        searchesStopped.set(snapshot.searchesStopped());
        anyIsolated.set(snapshot.nodeCount(NodeState.ISOLATED) > 0);
        anyQuarantined.set(snapshot.quarantinedCount() > 0);
        anyCrashed.set(snapshot.nodeCount(NodeState.CRASHED) > 0);
        showNodeActions();
    }

    private void showNodeActions() {
        nodeActions.forEach((action, property) -> property.set(canDo(action)));
    }

    // The whole cluster

    /** As many empty nodes as {@link #addCountProperty} says join at once. */
    public void addNodes() {
        int count = Math.max(1, Math.min(ADDED_MAX, addCount.get()));
        simulation.intervene(new Intervention.AddNodes(count, Duration.ZERO));
    }

    /** Stops all searches, or lets them go on. */
    public void toggleSearches() {
        simulation.intervene(
                searchesStopped.get() ? new Intervention.ResumeSearches() : new Intervention.StopSearches());
    }

    /** All isolated nodes have their network back. */
    public void healNetwork() {
        simulation.intervene(new Intervention.HealNetwork(new NodeTarget.All()));
    }

    /** All crashed nodes come back. */
    public void restartNodes() {
        simulation.intervene(new Intervention.Restart(new NodeTarget.All()));
    }

    /** All quarantined nodes offer space again. */
    public void releaseQuarantine() {
        simulation.intervene(new Intervention.ReleaseQuarantine());
    }

    // The nodes that are selected

    /** What can be done to a node. */
    public enum NodeAction {
        ISOLATE,
        HEAL,
        POWER_LOSS,
        CRASH,
        RESTART,
        LEAK,
        STOP_LEAK,
        DESTROY
    }

    private boolean canDo(NodeAction action) {
        return !fitting(action).isEmpty();
    }

    /** Those of the selected nodes that the action changes. */
    private List<Integer> fitting(NodeAction action) {
        Snapshot snapshot = shown;
        return snapshot == null
                ? List.of()
                : selection.getValue().nodesPicked().stream()
                        .filter(node -> node < snapshot.nodeCount() && changes(action, snapshot, node))
                        .toList();
    }

    private static boolean changes(NodeAction action, Snapshot snapshot, int node) {
        NodeState state = snapshot.nodeState(node);
        return switch (action) {
            case ISOLATE -> state == NodeState.UP;
            case HEAL -> state == NodeState.ISOLATED;
            case CRASH, POWER_LOSS -> state == NodeState.UP || state == NodeState.ISOLATED;
            case LEAK -> !snapshot.isLeaking(node) && state != NodeState.DESTROYED;
            case STOP_LEAK -> snapshot.isLeaking(node);
            case RESTART -> state == NodeState.CRASHED;
            case DESTROY -> state != NodeState.DESTROYED;
        };
    }

    /** Does it to those of the selected nodes that it changes. */
    public void act(NodeAction action) {
        List<Integer> nodes = fitting(action);
        if (nodes.isEmpty()) {
            return;
        }
        NodeTarget target = new NodeTarget.Nodes(nodes);
        simulation.intervene(
                switch (action) {
                    case ISOLATE -> new Intervention.Isolate(target, Duration.ZERO);
                    case HEAL -> new Intervention.HealNetwork(target);
                    case POWER_LOSS -> new Intervention.PowerLoss(target, POWER_LOSS);
                    case CRASH -> new Intervention.Crash(target);
                    case LEAK -> new Intervention.Leak(target, LEAK_RATE, LEAK_SPREAD);
                    case STOP_LEAK -> new Intervention.StopLeak(target);
                    case RESTART -> new Intervention.Restart(target);
                    case DESTROY -> new Intervention.Destroy(target);
                });
    }

    /** Whether the action would change anything about any selected node now. */
    public ReadOnlyBooleanProperty canDoProperty(NodeAction action) {
        ReadOnlyBooleanWrapper property = nodeActions.get(action);
        if (property == null) {
            throw new AssertionError("every action has its property: " + action);
        }
        return property.getReadOnlyProperty();
    }

    // What is shown

    /** How many nodes {@link #addNodes} adds, 1 to {@link #ADDED_MAX}. */
    public IntegerProperty addCountProperty() {
        return addCount;
    }

    public ReadOnlyBooleanProperty searchesStoppedProperty() {
        return searchesStopped.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty anyIsolatedProperty() {
        return anyIsolated.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty anyQuarantinedProperty() {
        return anyQuarantined.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty anyCrashedProperty() {
        return anyCrashed.getReadOnlyProperty();
    }
}
