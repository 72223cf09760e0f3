package mirrorstorm.ui.levers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import mirrorstorm.model.NodeState;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.ui.levers.OperatorViewModel.NodeAction;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorViewModelTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final ObjectProperty<Pick> selected = new SimpleObjectProperty<>(Pick.nothing());
    private final OperatorViewModel operator = new OperatorViewModel(held.simulation, selected);

    @BeforeEach
    void follow() {
        held.playback.viewProperty().addListener((property, before, now) -> operator.follow(now));
        operator.follow(held.view());
    }

    @Test
    void nodesJoinAtOnce() {
        operator.addCountProperty().set(3);
        operator.addNodes();
        held.settle();
        assertThat(held.view().snapshot().nodeCount()).isEqualTo(15);
    }

    @Test
    void searchesAreStoppedAndGoOnAgain() {
        operator.toggleSearches();
        held.settle();
        assertThat(operator.searchesStoppedProperty().get()).isTrue();
        operator.toggleSearches();
        held.settle();
        assertThat(operator.searchesStoppedProperty().get()).isFalse();
    }

    @Test
    void onlyWhatChangesSomethingIsOffered() {
        assertThat(operator.anyIsolatedProperty().get()).isFalse();
        assertThat(operator.anyCrashedProperty().get()).isFalse();
        assertThat(operator.anyQuarantinedProperty().get()).isFalse();
        for (NodeAction action : NodeAction.values()) {
            assertThat(operator.canDoProperty(action).get()).isFalse();
        }
        selected.set(Pick.node(4));
        assertThat(operator.canDoProperty(NodeAction.CRASH).get()).isTrue();
        assertThat(operator.canDoProperty(NodeAction.RESTART).get()).isFalse();
    }

    @Test
    void aNodeGoesThroughAllThatCanBeDoneToIt() {
        selected.set(Pick.node(4));
        act(NodeAction.ISOLATE, NodeState.ISOLATED);
        assertThat(operator.anyIsolatedProperty().get()).isTrue();
        act(NodeAction.HEAL, NodeState.UP);
        act(NodeAction.CRASH, NodeState.CRASHED);
        assertThat(operator.anyCrashedProperty().get()).isTrue();
        act(NodeAction.RESTART, NodeState.UP);
        act(NodeAction.DESTROY, NodeState.DESTROYED);
        act(NodeAction.RESTART, NodeState.DESTROYED);
        assertThat(held.view().history().live()).hasSize(5);
    }

    @Test
    void someNodesTogetherAreOneActionOnThoseThatItChanges() {
        selected.set(Pick.node(4));
        act(NodeAction.CRASH, NodeState.CRASHED);
        selected.set(new Pick.Nodes(List.of(5, 4, 7)));
        operator.act(NodeAction.CRASH);
        held.settle();
        assertThat(held.view().history().live()).hasSize(2);
        assertThat(held.view().snapshot().nodeCount(NodeState.CRASHED)).isEqualTo(3);
        assertThat(operator.canDoProperty(NodeAction.CRASH).get()).isFalse();
        assertThat(operator.canDoProperty(NodeAction.RESTART).get()).isTrue();
    }

    private void act(NodeAction action, NodeState after) {
        operator.act(action);
        held.settle();
        assertThat(held.view().snapshot().nodeState(4)).isEqualTo(after);
    }

    @Test
    void theWholeClusterIsHealed() {
        selected.set(Pick.node(4));
        act(NodeAction.ISOLATE, NodeState.ISOLATED);
        operator.healNetwork();
        held.settle();
        assertThat(held.view().snapshot().nodeState(4)).isEqualTo(NodeState.UP);
        assertThat(operator.anyQuarantinedProperty().get()).isTrue();
        operator.releaseQuarantine();
        held.settle();
        assertThat(operator.anyQuarantinedProperty().get()).isFalse();
        act(NodeAction.CRASH, NodeState.CRASHED);
        operator.restartNodes();
        held.settle();
        assertThat(held.view().snapshot().nodeState(4)).isEqualTo(NodeState.UP);
    }
}
