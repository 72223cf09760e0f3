package mirrorstorm.ui.levers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import mirrorstorm.model.Intervention;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import org.jspecify.annotations.Nullable;

/** What an operator can do to the cluster now, to all of it or to the nodes that are selected. */
public final class OperatorViewModel {

    /** Nodes that can be added at a time. */
    public static final int ADDED_MAX = 10_000;

    private final SimulationThread simulation;
    private final IntegerProperty addCount = new SimpleIntegerProperty(30);
    private final Map<OperatorButton, ReadOnlyBooleanWrapper> canPress = new HashMap<>();
    private final ObservableValue<Pick> selection;
    private @Nullable Snapshot shown;

    /** @param selection what buttons on nodes are about, as far as it is nodes */
    public OperatorViewModel(SimulationThread simulation, ObservableValue<Pick> selection) {
        this.simulation = simulation;
        this.selection = selection;
        for (OperatorButton button : OperatorButton.ALL) {
            canPress.put(button, new ReadOnlyBooleanWrapper());
        }
        selection.addListener((property, before, now) -> showWhatCanBeDone());
    }

    /** Shows what can be done now. Called with every new view. */
    public void follow(RunView now) {
        shown = now.snapshot();
        showWhatCanBeDone();
    }

    private void showWhatCanBeDone() {
        Snapshot snapshot = shown;
        if (snapshot != null) {
            List<Integer> selected = selectedNodes(snapshot);
            canPress.forEach((button, property) ->
                    property.set(button.offer().now(snapshot, selected).isPresent()));
        }
    }

    private List<Integer> selectedNodes(Snapshot snapshot) {
        return selection.getValue().nodesPicked().stream()
                .filter(node -> node < snapshot.nodeCount())
                .toList();
    }

    /** As many empty nodes as {@link #addCountProperty} says join at once. */
    public void addNodes() {
        int count = Math.max(1, Math.min(ADDED_MAX, addCount.get()));
        simulation.intervene(new Intervention.AddNodes(count, Duration.ZERO));
    }

    /** How many nodes {@link #addNodes} adds, 1 to {@link #ADDED_MAX}. */
    public IntegerProperty addCountProperty() {
        return addCount;
    }

    /** Does what the button is for, to the cluster or to those of the selected nodes that it changes. */
    public void press(OperatorButton button) {
        Snapshot snapshot = shown;
        if (snapshot != null) {
            button.offer().now(snapshot, selectedNodes(snapshot)).ifPresent(simulation::intervene);
        }
    }

    /** Whether the button would change anything now. */
    public ReadOnlyBooleanProperty canPressProperty(OperatorButton button) {
        ReadOnlyBooleanWrapper property = canPress.get(button);
        if (property == null) {
            throw new AssertionError("every button has its property: " + button);
        }
        return property.getReadOnlyProperty();
    }
}
