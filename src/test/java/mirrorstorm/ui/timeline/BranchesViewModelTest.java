package mirrorstorm.ui.timeline;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

class BranchesViewModelTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final BranchesViewModel branches = new BranchesViewModel(held.simulation);

    private void show() {
        held.settle();
        branches.follow(held.view());
    }

    private List<BranchesViewModel.Row> rows() {
        return branches.rowsProperty().get();
    }

    /** Something else is done in the past of a run that was followed for ten minutes. */
    private void branch() {
        held.playback.seek(600 * SECOND);
        show();
        held.playback.seek(50 * SECOND);
        held.simulation.intervene(new Intervention.AddNodes(20, Duration.ZERO));
        show();
    }

    @Test
    void aRunThatWasNeverChangedInItsPastHasOneBranch() {
        held.playback.seek(600 * SECOND);
        held.simulation.intervene(new Intervention.AddNodes(2, Duration.ZERO));
        show();
        assertThat(rows()).hasSize(1);
        assertThat(branches.severalProperty().get()).isFalse();
    }

    @Test
    void aChangeInThePastIsABranchThatSaysWhereItParted() {
        branch();
        assertThat(branches.severalProperty().get()).isTrue();
        assertThat(rows()).extracting(BranchesViewModel.Row::name).containsExactly("Branch 1", "Branch 2");
        assertThat(rows()).extracting(BranchesViewModel.Row::present).containsExactly(false, true);
        assertThat(rows().get(0).detail()).startsWith("peak ");
        assertThat(rows().get(1).detail()).startsWith("from 50 s, peak ");
    }

    @Test
    void theOtherBranchIsAGhostOnTheChartsAndKeepsTheAxisAsLong() {
        held.playback.seek(600 * SECOND);
        show();
        TimeAxis before = TimeAxis.of(held.view());
        branch();
        assertThat(held.view().history().branches().chartGhosts())
                .singleElement()
                .satisfies(ghost -> assertThat(ghost.name()).isEqualTo("Branch 1"));
        assertThat(TimeAxis.of(held.view())).isEqualTo(before);
    }

    @Test
    void nextGoesRoundAndTheMomentStays() {
        branch();
        branches.next();
        show();
        assertThat(held.view().history().branches().present()).isZero();
        assertThat(held.view().timeNanos()).isEqualTo(50 * SECOND);
        assertThat(held.view().snapshot().reachedNanos()).isEqualTo(600 * SECOND);
        branches.next();
        show();
        assertThat(held.view().history().branches().present()).isEqualTo(1);
    }

    @Test
    void aNameIsKeptAndSavedAndCanBeTakenBack() {
        branch();
        branches.rename(" More room ");
        show();
        assertThat(rows().get(1).name()).isEqualTo("More room");
        assertThat(held.view().history().recorded().branch()).isEqualTo("More room");
        assertThat(held.view().history().recorded().branches()).hasSize(1);
        held.playback.undo();
        show();
        assertThat(rows().get(1).name()).isEqualTo("Branch 2");
    }

    @Test
    void whoeverIsOnADeletedBranchIsTakenToAnother() {
        branch();
        branches.deletePresent();
        show();
        assertThat(rows()).extracting(BranchesViewModel.Row::name).containsExactly("Branch 1");
        assertThat(held.view().snapshot().reachedNanos()).isEqualTo(600 * SECOND);
        branches.deletePresent();
        show();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void whatNamesABranchThatIsNoMoreDoesNothing() {
        branch();
        branches.delete(0);
        branches.switchTo(1);
        show();
        assertThat(rows()).extracting(BranchesViewModel.Row::name).containsExactly("Branch 2");
    }
}
