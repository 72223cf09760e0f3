package mirrorstorm.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageViewModelTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final StageViewModel stage = new StageViewModel();

    @BeforeEach
    void follow() {
        held.playback.viewProperty().addListener((property, before, now) -> stage.follow(now));
        stage.follow(held.view());
    }

    @Test
    void oneNodeIsSelectedAsANodeAndMoreAsASet() {
        stage.select(Pick.node(5));
        assertThat(stage.selectedProperty().get()).isEqualTo(5);
        stage.selectToo(Pick.node(2));
        assertThat(stage.selectedProperty().get()).isEqualTo(StageViewModel.NONE);
        assertThat(stage.selectionProperty().get().nodesPicked()).containsExactly(2, 5);
        stage.selectToo(Pick.node(5));
        assertThat(stage.selectedProperty().get()).isEqualTo(2);
        stage.selectToo(Pick.node(2));
        assertThat(stage.selectionProperty().get()).isEqualTo(Pick.nothing());
    }

    @Test
    void whoHearsOfASelectionFindsTheNodeSelected() {
        List<Integer> found = new ArrayList<>();
        stage.selectionProperty()
                .addListener((property, before, now) ->
                        found.add(stage.selectedProperty().get()));
        stage.select(Pick.node(5));
        stage.select(Pick.nothing());
        assertThat(found).containsExactly(5, StageViewModel.NONE);
    }

    @Test
    void aRackIsItsNodes() {
        stage.select(new Pick.Rack(1));
        Snapshot snapshot = held.view().snapshot();
        List<Integer> nodes = stage.selectionProperty().get().nodesPicked();
        assertThat(nodes).isNotEmpty().allMatch(node -> snapshot.rack(node) == 1);
        stage.selectToo(new Pick.Rack(0));
        assertThat(stage.selectionProperty().get().nodesPicked()).hasSizeGreaterThan(nodes.size());
    }

    @Test
    void aThreadLeadsToTheControlPlane() {
        stage.select(new Pick.ThreadSlot(7));
        assertThat(stage.selectionProperty().get()).isEqualTo(new Pick.ControlPlane());
    }

    @Test
    void aVolumeIsNeitherANodeNorAddedToNodes() {
        stage.select(Pick.node(3));
        stage.selectToo(new Pick.Volume(12, 3));
        assertThat(stage.selectionProperty().get()).isEqualTo(Pick.node(3));
        stage.select(new Pick.Volume(12, 3));
        assertThat(stage.selectedProperty().get()).isEqualTo(StageViewModel.NONE);
        assertThat(stage.selectionProperty().get().volumePicked()).isEqualTo(12);
    }

    @Test
    void whatIsNotThereAnyMoreIsNoLongerSelected() {
        stage.select(new Pick.Nodes(List.of(3, 999)));
        stage.follow(held.view());
        assertThat(stage.selectionProperty().get()).isEqualTo(Pick.node(3));
        stage.select(new Pick.Volume(100_000, 0));
        stage.follow(held.view());
        assertThat(stage.selectionProperty().get()).isEqualTo(Pick.nothing());
    }
}
