package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.Speed;
import mirrorstorm.ui.stage.StageViewModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What is done on the stage: a node is broken, a volume is followed, and the keys go all around the window. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class StageJourneyTest extends WindowJourney {

    private static final int TABS_MAX = 120;

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @Stop
    void stop() {
        close();
    }

    private StageViewModel stageModel() {
        return window.models().stage();
    }

    private RunView pauseAt(FxRobot robot, long timeNanos) {
        awaitView(view -> true);
        robot.interact(() -> {
            playback().play(false);
            playback().seek(timeNanos);
        });
        // the window sleeps while nothing moves
        robot.moveBy(1, 0);
        return awaitView(view -> view.timeNanos() == timeNanos && !view.isPlaying());
    }

    // A node

    @Test
    void aNodeThatIsBrokenByAClickHasItsVolumesSearch(FxRobot robot) {
        RunView before = pauseAt(robot, 5 * SECOND);
        int node = 5;
        List<Integer> held = volumesOn(before.snapshot(), node);
        assertThat(held).isNotEmpty();

        await().atMost(PATIENCE)
                .until(() -> fx(() -> stageModel().gestures().layout().isPresent()));
        robot.clickOn(headingOf(robot, node));
        await().atMost(PATIENCE)
                .until(() -> fx(() -> stageModel().selectionProperty().get().equals(Pick.node(node))));
        assertThat(cardTitle(robot)).startsWith("Node 5, rack ");
        robot.clickOn("#nodeCrash");
        RunView broken = awaitView(view -> view.snapshot().nodeState(node) == NodeState.CRASHED);
        assertThat(held).allSatisfy(volume -> assertThat(broken.snapshot().volumeState(volume))
                .isEqualTo(VolumeState.SEARCHING));
        await().atMost(PATIENCE).until(() -> why(robot).contains("Its process is dead."));

        // while it plays they find room; taken back, nothing ever happened
        robot.push(KeyCode.SPACE);
        awaitView(view -> view.timeNanos() > broken.timeNanos()
                && held.stream().anyMatch(volume -> view.snapshot().volumeState(volume) == VolumeState.COPYING));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitView(view -> view.snapshot().nodeState(node) == NodeState.UP
                && view.history().live().isEmpty());
    }

    private static List<Integer> volumesOn(Snapshot snapshot, int node) {
        List<Integer> volumes = new ArrayList<>();
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            if (snapshot.placeNode(volume, 0) == node || snapshot.placeNode(volume, 1) == node) {
                volumes.add(volume);
            }
        }
        return volumes;
    }

    /** Where a node says its name: below are its volumes. */
    private Point2D headingOf(FxRobot robot, int node) {
        Node pane = robot.lookup(".stage").query();
        return fx(() -> {
            Rectangle2D cell = stageModel().gestures().layout().orElseThrow().cell(node);
            return pane.localToScreen(cell.getCenterX(), cell.getY() + 6);
        });
    }

    private static String cardTitle(FxRobot robot) {
        return fx(() -> ((Label) robot.lookup(".inspector-head .part-title").query()).getText());
    }

    private static String why(FxRobot robot) {
        return fx(() -> {
            StringBuilder text = new StringBuilder();
            for (Node label : robot.lookup(".why .label").queryAll()) {
                text.append(((Label) label).getText()).append('\n');
            }
            return text.toString();
        });
    }

    // A volume

    /** When a volume that the trigger at 30 s breaks began to copy, and when it was mirrored again. */
    private record Way(int volume, long copyingNanos, long mirroredNanos) {}

    private static Way way() {
        Timeline run = new Timeline(Library.bundled("first-steps"), EngineKind.RATES, SECOND);
        run.advanceTo(31 * SECOND);
        Snapshot broken = run.snapshot();
        int volume = 0;
        while (broken.volumeState(volume) != VolumeState.SEARCHING || !isUp(broken, volume)) {
            volume++;
        }
        long copying = advanceUntil(run, volume, VolumeState.COPYING);
        return new Way(volume, copying, advanceUntil(run, volume, VolumeState.MIRRORED));
    }

    /** Whether the node that would search is up. */
    private static boolean isUp(Snapshot snapshot, int volume) {
        return snapshot.nodeState(snapshot.sourceNode(volume)) == NodeState.UP;
    }

    private static long advanceUntil(Timeline run, int volume, VolumeState state) {
        while (run.snapshot().volumeState(volume) != state) {
            run.advanceTo(run.snapshot().timeNanos() + SECOND / 10);
        }
        return run.snapshot().timeNanos();
    }

    @Test
    void aVolumeIsFollowedInSlowMotionAndItsCardIsRightAtEachStep(FxRobot robot) {
        Way way = way();
        RunView searching = pauseAt(robot, 31 * SECOND);
        robot.interact(() -> stageModel()
                .select(new Pick.Volume(way.volume(), searching.snapshot().sourceNode(way.volume()))));
        assertThat(searching.snapshot().volumeState(way.volume())).isEqualTo(VolumeState.SEARCHING);
        await().atMost(PATIENCE).until(() -> why(robot).contains("Its only current copy is on node "));
        assertThat(cardTitle(robot)).isEqualTo("Volume " + way.volume());
        assertThat(fact(robot, "State")).startsWith("searching");
        assertThat(fact(robot, "I/O")).isEqualTo("hangs");

        follow(robot, way.copyingNanos(), way.volume(), VolumeState.COPYING);
        await().atMost(PATIENCE).until(() -> fact(robot, "State").startsWith("copying"));
        assertThat(fact(robot, "I/O")).isEqualTo("works");
        assertThat(why(robot)).contains("Until then it lives on one copy");

        follow(robot, way.mirroredNanos(), way.volume(), VolumeState.MIRRORED);
        await().atMost(PATIENCE).until(() -> fact(robot, "State").equals("mirrored"));
        assertThat(why(robot)).contains("It has all its 2 copies.");
    }

    /** Plays at a fifth of real time from shortly before the change until it is seen, and pauses. */
    private void follow(FxRobot robot, long timeNanos, int volume, VolumeState state) {
        pauseAt(robot, timeNanos - SECOND / 5);
        robot.interact(() -> playback().setSpeed(new Speed(SECOND / 5)));
        robot.push(KeyCode.SPACE);
        RunView there = awaitView(view -> view.snapshot().volumeState(volume) == state);
        assertThat(there.timeNanos()).isLessThan(timeNanos + SECOND);
        robot.push(KeyCode.SPACE);
        awaitView(view -> !view.isPlaying());
    }

    private static String fact(FxRobot robot, String name) {
        return fx(() -> {
            List<Node> labels = ((Parent) robot.lookup(".facts").query()).getChildrenUnmodifiable();
            for (int i = 0; i + 1 < labels.size(); i++) {
                if (((Label) labels.get(i)).getText().equals(name)) {
                    return ((Label) labels.get(i + 1)).getText();
                }
            }
            return "";
        });
    }

    // The keys

    @Test
    void tabGoesAroundTheWholeWindowFromTopToBottomAndMissesNothing(FxRobot robot) {
        pauseAt(robot, 5 * SECOND);
        List<Node> wanted = fx(() -> traversable(stage.getScene().getRoot(), new ArrayList<>()));
        fx(() -> {
            wanted.get(0).requestFocus();
            return true;
        });
        List<Node> visited = new ArrayList<>();
        Node now = wanted.get(0);
        while (!visited.contains(now) && visited.size() < TABS_MAX) {
            visited.add(now);
            robot.push(KeyCode.TAB);
            now = fx(() -> stage.getScene().getFocusOwner());
        }
        assertThat(visited).containsAll(wanted);
        assertThat(Optional.of(now)).as("Tab leads back to where it began").contains(visited.get(0));
        List<String> parts = List.of(".title-row", ".transport", ".stage", ".charts-menu", ".levers");
        int last = -1;
        for (String part : parts) {
            int first = firstWithin(visited, robot.lookup(part).query());
            if (first >= 0) {
                assertThat(first).as("the first of " + part).isGreaterThan(last);
                last = first;
            }
        }
        // what has the focus is seen to have it
        fx(() -> {
            robot.lookup("#step").<ButtonBase>query().requestFocus();
            return true;
        });
        robot.push(KeyCode.TAB);
        assertThat(fx(() -> stage.getScene().getFocusOwner().isFocusVisible())).isTrue();
    }

    private static int firstWithin(List<Node> visited, Node part) {
        for (int i = 0; i < visited.size(); i++) {
            for (Node node = visited.get(i); node != null; node = node.getParent()) {
                if (node == part) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** All that can have the focus, in the order of the scene; what is scrolled out of sight can have it, too. */
    private static List<Node> traversable(Parent parent, List<Node> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node.isFocusTraversable()) {
                found.add(node);
            }
            // the field of a spinner has the focus with it
            if (node instanceof Parent inner && !(node instanceof Spinner<?>)) {
                traversable(inner, found);
            }
        }
        return found;
    }

    @Test
    void eachWhyCardFitsIntoTheSmallestWindow(FxRobot robot) {
        RunView view = pauseAt(robot, 120 * SECOND);
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        for (Pick pick :
                List.of(Pick.node(1), new Pick.Volume(3, view.snapshot().placeNode(3, 0)), new Pick.ControlPlane())) {
            robot.interact(() -> stageModel().select(pick));
            await().atMost(PATIENCE).until(() -> !why(robot).isEmpty());
            Bounds root = fx(() -> stage.getScene().getRoot().getLayoutBounds());
            for (String part : List.of(".inspector", ".levers", ".stage", ".charts")) {
                Node node = robot.lookup(part).query();
                Bounds bounds = fx(() -> node.localToScene(node.getLayoutBounds()));
                assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(root.getMaxX() + 1);
                assertThat(bounds.getMaxY()).as(part).isLessThanOrEqualTo(root.getMaxY() + 1);
            }
        }
    }

    @Test
    void theToolBarOfTheSmallestWindowHasRoomForAllThatItShowsHoweverLargeTheText(FxRobot robot) {
        pauseAt(robot, 120 * SECOND);
        robot.interact(() -> stage.setWidth(1024));
        ToolBar bar = robot.lookup(".transport").queryAs(ToolBar.class);
        Action larger = window.models().actions().get("textLarger");
        for (int size : List.of(150, 200)) {
            double height = fx(bar::getHeight);
            robot.interact(() -> IntStream.range(0, 5).forEach(step -> larger.run()));
            await().atMost(PATIENCE).until(() -> fx(bar::getHeight) > height);
            // what has no room goes into a menu, and is no part of the scene any more
            await("all has room at %d %%".formatted(size))
                    .atMost(PATIENCE)
                    .until(() -> fx(() ->
                            bar.getItems().stream().allMatch(item -> !item.isVisible() || item.getScene() != null)));
        }
    }
}
