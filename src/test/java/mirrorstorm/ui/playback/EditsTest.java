package mirrorstorm.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.timeline.MarksViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditsTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final PlaybackViewModel playback = held.playback;
    private final MarksViewModel marks = new MarksViewModel(playback);
    private final LeversViewModel levers =
            new LeversViewModel(held.simulation, List.of(Lever.Group.values()), playback.edits(), held::now);

    @BeforeEach
    void follow() {
        playback.viewProperty().addListener((property, before, now) -> levers.follow(now));
        playback.historyProperty().addListener((property, before, now) -> marks.follow(now));
        levers.follow(held.view());
        marks.follow(held.view().history());
    }

    private int bookmarks() {
        return marks.bookmarksProperty().get().size();
    }

    private boolean areSearchesStopped() {
        return held.view().snapshot().searchesStopped();
    }

    private void undo() {
        playback.undo();
        held.settle();
    }

    private void redo() {
        playback.redo();
        held.settle();
    }

    @Test
    void changesOfTheRunAndBesideItAreTakenBackInTheirOrder() {
        marks.toggleBookmark();
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        playback.seek(5 * HeldSimulation.SECOND);
        held.settle();
        marks.toggleBookmark();
        marks.toggleBreakpoint();
        assertThat(bookmarks()).isEqualTo(2);

        undo();
        assertThat(marks.breakpointsProperty().get()).isEmpty();
        undo();
        assertThat(bookmarks()).isEqualTo(1);
        assertThat(areSearchesStopped()).isTrue();
        undo();
        assertThat(areSearchesStopped()).isFalse();
        assertThat(bookmarks()).isEqualTo(1);
        undo();
        assertThat(bookmarks()).isZero();
        assertThat(playback.canUndoProperty().get()).isFalse();

        redo();
        assertThat(bookmarks()).isEqualTo(1);
        assertThat(areSearchesStopped()).isFalse();
        redo();
        assertThat(areSearchesStopped()).isTrue();
        redo();
        redo();
        assertThat(bookmarks()).isEqualTo(2);
        assertThat(marks.breakpointsProperty().get()).hasSize(1);
        assertThat(playback.canRedoProperty().get()).isFalse();
    }

    @Test
    void aValueForTheNextStartIsTakenBackAlsoWhenItWasDragged() {
        var nodes = levers.at("cluster.nodes");
        Object before = nodes.valueProperty().get();
        nodes.choose(20);
        nodes.grab();
        nodes.moveTo(0.5);
        nodes.moveTo(0.6);
        nodes.release();
        assertThat(levers.restartNeededProperty().get()).isTrue();
        undo();
        assertThat(nodes.valueProperty().get()).isEqualTo(20);
        undo();
        assertThat(nodes.valueProperty().get()).isEqualTo(before);
        assertThat(levers.restartNeededProperty().get()).isFalse();
        redo();
        assertThat(nodes.valueProperty().get()).isEqualTo(20);
    }

    @Test
    void pressingTwiceTakesBackTwoThings() {
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        marks.toggleBookmark();
        held.simulation.intervene(new Intervention.ResumeSearches());
        held.settle();
        playback.undo();
        playback.undo();
        held.settle();
        assertThat(bookmarks()).isZero();
        assertThat(areSearchesStopped()).isTrue();
    }

    @Test
    void ofAnotherRunAllIsForgotten() {
        marks.toggleBookmark();
        assertThat(playback.canUndoProperty().get()).isTrue();
        playback.startOver();
        held.settle();
        assertThat(playback.canUndoProperty().get()).isFalse();
    }
}
