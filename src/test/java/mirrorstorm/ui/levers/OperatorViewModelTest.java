package mirrorstorm.ui.levers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import mirrorstorm.model.NodeState;
import mirrorstorm.picture.stage.Pick;
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
        press("stopSearches");
        assertThat(canPress("stopSearches")).isFalse();
        assertThat(canPress("resumeSearches")).isTrue();
        press("resumeSearches");
        assertThat(canPress("stopSearches")).isTrue();
        assertThat(canPress("resumeSearches")).isFalse();
    }

    @Test
    void onlyWhatChangesSomethingIsOffered() {
        for (OperatorButton button : OperatorButton.ALL) {
            assertThat(canPress(button.id()))
                    .as(button.id())
                    .isEqualTo(button.id().equals("stopSearches"));
        }
        selected.set(Pick.node(4));
        assertThat(canPress("nodeCrash")).isTrue();
        assertThat(canPress("nodeRestart")).isFalse();
    }

    @Test
    void aNodeGoesThroughAllThatCanBeDoneToIt() {
        selected.set(Pick.node(4));
        press("nodeIsolate", NodeState.ISOLATED);
        assertThat(canPress("heal")).isTrue();
        press("nodeHeal", NodeState.UP);
        press("nodeCrash", NodeState.CRASHED);
        assertThat(canPress("restartNodes")).isTrue();
        press("nodeRestart", NodeState.UP);
        press("nodeDestroy", NodeState.DESTROYED);
        press("nodeRestart", NodeState.DESTROYED);
        assertThat(held.view().history().live()).hasSize(5);
    }

    @Test
    void someNodesTogetherAreOneInterventionOnThoseThatItChanges() {
        selected.set(Pick.node(4));
        press("nodeCrash", NodeState.CRASHED);
        selected.set(new Pick.Nodes(List.of(5, 4, 7)));
        press("nodeCrash");
        assertThat(held.view().history().live()).hasSize(2);
        assertThat(held.view().snapshot().nodeCount(NodeState.CRASHED)).isEqualTo(3);
        assertThat(canPress("nodeCrash")).isFalse();
        assertThat(canPress("nodeRestart")).isTrue();
    }

    private boolean canPress(String id) {
        return operator.canPressProperty(OperatorButton.of(id)).get();
    }

    private void press(String id) {
        operator.press(OperatorButton.of(id));
        held.settle();
    }

    private void press(String id, NodeState after) {
        press(id);
        assertThat(held.view().snapshot().nodeState(4)).isEqualTo(after);
    }

    @Test
    void whatLeaksIsNotMadeToLeakAgain() {
        selected.set(Pick.node(4));
        press("nodeLeak");
        assertThat(canPress("nodeLeak")).isFalse();
        assertThat(canPress("nodeStopLeak")).isTrue();
        selected.set(new Pick.Nodes(List.of(4, 5)));
        assertThat(canPress("nodeLeak")).isTrue();
        press("nodeStopLeak");
        assertThat(canPress("nodeStopLeak")).isFalse();
    }

    @Test
    void theWholeClusterIsHealed() {
        selected.set(Pick.node(4));
        press("nodeIsolate", NodeState.ISOLATED);
        press("heal");
        assertThat(held.view().snapshot().nodeState(4)).isEqualTo(NodeState.UP);
        assertThat(canPress("release")).isTrue();
        press("release");
        assertThat(canPress("release")).isFalse();
        press("nodeCrash", NodeState.CRASHED);
        press("restartNodes");
        assertThat(held.view().snapshot().nodeState(4)).isEqualTo(NodeState.UP);
    }
}
