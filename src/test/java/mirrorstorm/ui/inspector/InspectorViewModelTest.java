package mirrorstorm.ui.inspector;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.why.Card;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.stage.StageViewModel;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final StageViewModel stage = new StageViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel(stage, held.simulation::inspect);

    private void follow() {
        stage.follow(held.view());
        inspector.follow(held.view());
        held.settle();
        inspector.follow(held.view());
    }

    private Card card() {
        return inspector.cardProperty().get().orElseThrow();
    }

    @Test
    void theCardIsThereAsLongAsANodeIsSelected() {
        stage.follow(held.view());
        stage.select(7);
        follow();
        assertThat(card().title()).isEqualTo("Node 7, rack 1");
        assertThat(inspector.openProperty().get()).isTrue();
        assertThat(inspector.ofNodeProperty().get()).isTrue();
        inspector.close();
        assertThat(inspector.openProperty().get()).isFalse();
        assertThat(stage.selectedProperty().get()).isEqualTo(StageViewModel.NONE);
    }

    @Test
    void aNodeLeadsToItsVolumesAndAVolumeBackToItsNodes() {
        held.playback.seek(120 * SECOND);
        held.settle();
        stage.follow(held.view());
        stage.select(1);
        follow();
        assertThat(card().links()).isNotEmpty();
        inspector.look(card().links().get(0));
        follow();
        assertThat(card().title()).startsWith("Volume ");
        assertThat(card().history()).isNotEmpty();
        assertThat(inspector.ofNodeProperty().get()).isFalse();
        inspector.look(card().links().get(0));
        follow();
        assertThat(card().title()).startsWith("Node ");
    }

    @Test
    void theControlPlaneHasACardToo() {
        stage.follow(held.view());
        stage.select(new Pick.ControlPlane());
        follow();
        assertThat(card().title()).isEqualTo("Control plane");
    }
}
