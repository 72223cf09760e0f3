package mirrorstorm.ui.stage;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.MinimapPainter;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pointer and keys do, without a screen: the stage is 900 by 600 pixels and has twelve nodes. */
class StageGesturesTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final StageViewModel stage = new StageViewModel();
    private final StageGestures gestures = stage.gestures();

    @BeforeEach
    void paint() {
        stage.camera().lessMotionProperty().set(true);
        stage.follow(held.view());
        gestures.painted(hits());
    }

    private StageHits hits() {
        Snapshot snapshot = held.view().snapshot();
        StageLayout layout = StageLayout.of(snapshot, 900, 600)
                .seenBy(stage.camera().cameraProperty().get());
        return StageHits.of(new StageView(snapshot, layout, new Traffic(1), StageView.Marks.NONE, 1));
    }

    private Rectangle2D cell(int node) {
        return hits().layout().cell(node);
    }

    private Pick selection() {
        return stage.selectionProperty().get();
    }

    private void click(int node, boolean isMore) {
        // the heading of a cell: where its squares are, there are volumes
        double x = cell(node).getCenterX();
        double y = cell(node).getY() + 4;
        gestures.press(x, y, isMore);
        gestures.release(x, y, isMore);
    }

    @Test
    void aClickChoosesANodeAndOneWithShiftAddsIt() {
        click(4, false);
        assertThat(selection()).isEqualTo(Pick.node(4));
        click(7, true);
        assertThat(selection().nodesPicked()).containsExactly(4, 7);
        click(4, true);
        assertThat(selection()).isEqualTo(Pick.node(7));
    }

    @Test
    void aSmallMovementIsStillAClick() {
        double x = cell(4).getCenterX();
        double y = cell(4).getY() + 4;
        gestures.press(x, y, false);
        gestures.drag(x + 2, y + 2);
        gestures.release(x + 2, y + 2, false);
        assertThat(selection()).isEqualTo(Pick.node(4));
    }

    @Test
    void whileAllIsSeenDraggingChoosesTheNodesInARectangle() {
        Rectangle2D both = cell(0).createUnion(cell(3));
        gestures.press(both.getX() - 2, both.getY() - 2, false);
        gestures.drag(both.getCenterX(), both.getCenterY());
        gestures.drag(both.getMaxX() + 2, both.getMaxY() + 2);
        assertThat(stage.lassoProperty().get()).isPresent();
        gestures.release(both.getMaxX() + 2, both.getMaxY() + 2, false);
        assertThat(stage.lassoProperty().get()).isEmpty();
        assertThat(selection().nodesPicked()).contains(0, 3).doesNotContain(11);
        assertThat(stage.camera().cameraProperty().get()).isEqualTo(Camera.WHOLE);
    }

    @Test
    void oncePartIsSeenDraggingMovesItAndChoosesNothing() {
        gestures.zoom(450, 400, 3);
        gestures.painted(hits());
        Camera before = stage.camera().destination();
        gestures.press(450, 400, false);
        gestures.drag(400, 400);
        gestures.drag(350, 400);
        gestures.release(350, 400, false);
        assertThat(stage.camera().destination().x()).isGreaterThan(before.x());
        assertThat(stage.camera().destination().zoom()).isEqualTo(before.zoom());
        assertThat(selection()).isEqualTo(Pick.nothing());
    }

    @Test
    void whereNothingCanBeSelectedEveryDragMovesThePictureAndThePointerIsStillFollowed() {
        AtomicReference<Pick> hovered = new AtomicReference<>(Pick.nothing());
        StageGestures pointing = new StageGestures(stage.camera(), hovered::set, Optional.empty());
        pointing.painted(hits());
        pointing.hover(cell(7).getCenterX(), cell(7).getY() + 4);
        assertThat(hovered.get()).isEqualTo(Pick.node(7));
        pointing.zoom(450, 400, 3);
        pointing.painted(hits());
        Camera before = stage.camera().destination();
        pointing.press(450, 400, true);
        pointing.drag(449, 400);
        assertThat(stage.camera().destination().x()).isGreaterThan(before.x());
        pointing.release(449, 400, true);
        assertThat(hovered.get()).isEqualTo(Pick.node(7));
        assertThat(selection()).isEqualTo(Pick.nothing());
        assertThat(stage.lassoProperty().get()).isEmpty();
        pointing.leave();
        assertThat(hovered.get()).isEqualTo(Pick.nothing());
    }

    @Test
    void theWheelKeepsWhatIsUnderThePointerThere() {
        double x = cell(7).getCenterX();
        double y = cell(7).getCenterY();
        gestures.wheel(x, y, 120);
        gestures.painted(hits());
        assertThat(stage.camera().zoomedProperty().get()).isTrue();
        assertThat(hits().layout().nodeAt(x, y)).isEqualTo(7);
        assertThat(cell(7).getCenterX()).isCloseTo(x, within(3.0));
        gestures.wheel(x, y, -400);
        assertThat(stage.camera().destination()).isEqualTo(Camera.WHOLE);
    }

    @Test
    void aDoubleClickGoesCloseAndOneBesideEverythingBackToAll() {
        gestures.doubleClick(cell(7).getCenterX(), cell(7).getY() + 4);
        gestures.painted(hits());
        assertThat(hits().layout().isSeen(7)).isTrue();
        assertThat(hits().layout().isSeen(0)).isFalse();
        gestures.fitAll();
        assertThat(stage.camera().zoomedProperty().get()).isFalse();
    }

    @Test
    void theMapLeadsToAnyPlace() {
        gestures.zoom(450, 400, 4);
        gestures.painted(hits());
        Rectangle2D map = MinimapPainter.place(hits().layout());
        gestures.press(map.getX() + 2, map.getY() + 2, false);
        gestures.release(map.getX() + 2, map.getY() + 2, false);
        gestures.painted(hits());
        assertThat(hits().layout().isSeen(0)).isTrue();
        assertThat(selection()).isEqualTo(Pick.nothing());
    }

    @Test
    void theArrowsLeadFromNodeToNodeAndEnterChooses() {
        gestures.moveCursor(1, 0);
        int first = stage.cursorProperty().get();
        gestures.moveCursor(1, 0);
        int second = stage.cursorProperty().get();
        assertThat(cell(second).getX()).isGreaterThan(cell(first).getX());
        gestures.moveCursor(-1, 0);
        assertThat(stage.cursorProperty().get()).isEqualTo(first);
        gestures.selectAtCursor(false);
        assertThat(selection()).isEqualTo(Pick.node(first));
    }

    @Test
    void aMenuIsAboutWhatIsUnderItUnlessThatIsAmongTheChosen() {
        stage.select(Pick.nodes(List.of(2, 4)));
        gestures.selectForMenu(cell(4).getCenterX(), cell(4).getY() + 4);
        assertThat(selection().nodesPicked()).containsExactly(2, 4);
        gestures.selectForMenu(cell(5).getCenterX(), cell(5).getY() + 4);
        assertThat(selection()).isEqualTo(Pick.node(5));
    }

    @Test
    void whatIsChosenOfAVolumeIsSeenWithAllItsNodes() {
        held.playback.seek(120 * SECOND);
        held.settle();
        stage.follow(held.view());
        Snapshot snapshot = held.view().snapshot();
        stage.select(new Pick.Volume(3, snapshot.placeNode(3, 0)));
        gestures.painted(hits());
        gestures.fitSelection();
        gestures.painted(hits());
        assertThat(hits().layout().isSeen(snapshot.placeNode(3, 0))).isTrue();
        assertThat(hits().layout().isSeen(snapshot.placeNode(3, 1))).isTrue();
    }
}
