package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.ui.playback.PlaybackMode;
import mirrorstorm.ui.playback.RunView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Whoever has no mouse, or no eyes for the screen, can do everything, too. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class KeyboardJourneyTest extends WindowJourney {

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @Stop
    void stop() {
        close();
    }

    @Test
    void aRunIsSteeredChangedAndTakenBackByKeyboardAlone(FxRobot robot) {
        awaitView(view -> view.isPlaying() && view.mode() == PlaybackMode.AUTO);

        // to a condition, typed; there the run stands
        robot.push(KeyCode.CONTROL, KeyCode.G);
        robot.write("stuck > 5 %").push(KeyCode.ENTER);
        RunView stuck = awaitView(view -> view.stopReason().isPresent());
        assertThat(stuck.isPlaying()).isFalse();
        assertThat(stuck.snapshot().stuckCount() / (double) stuck.snapshot().volumeCount())
                .isGreaterThan(0.05);

        // a mark, back to the flag before, and on to the mark
        robot.push(KeyCode.B);
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        awaitView(view -> view.timeNanos() < stuck.timeNanos());
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        awaitView(view -> view.timeNanos() == stuck.timeNanos());

        // three changes of a lever that is found by its name, one after the other taken back
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("longest wait");
        assertThat(isShown(robot, "#lever-search-backoff-cap")).isTrue();
        assertThat(isShown(robot, "#lever-race-window")).isFalse();
        Node field = robot.lookup("#lever-search-backoff-cap .lever-field").query();
        robot.interact(field::requestFocus);
        for (String typed : List.of("1 min", "90s", "2m")) {
            robot.push(KeyCode.CONTROL, KeyCode.A);
            robot.write(typed).push(KeyCode.ENTER);
        }
        RunView changed = awaitView(
                view -> view.snapshot().settings().search().backoff().cap().equals(Duration.ofMinutes(2)));
        assertThat(changed.snapshot().settings().search().backoff().policy()).isEqualTo(BackoffPolicy.FULL_JITTER);
        robot.interact(() -> stage.getScene().lookup(".stage").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        RunView back = awaitView(view -> view.history().live().isEmpty());
        assertThat(back.snapshot().settings()).isEqualTo(stuck.snapshot().settings());

        // another playback mode
        robot.push(KeyCode.F);
        robot.push(KeyCode.SPACE);
        awaitView(RunView::isOver);
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream().allMatch(Node::isVisible);
    }

    @Test
    void everythingHasANameAndIsInAMenuThatOpensByKeyboard(FxRobot robot) {
        awaitView(RunView::isPlaying);
        List<Node> nameless = new ArrayList<>();
        robot.interact(() -> collectNameless(stage.getScene().getRoot(), nameless));
        assertThat(nameless).isEmpty();

        MenuBar bar = robot.lookup(".menu-bar").query();
        Set<String> texts = new HashSet<>();
        bar.getMenus().forEach(menu -> collectTexts(menu, texts));
        assertThat(window.models().actions().all())
                .allSatisfy(action -> assertThat(texts).contains(action.text()));

        int history = awaitView(view -> true).history().number();
        Action startOver = window.models().actions().get("startOver");
        Menu run = bar.getMenus().get(Action.Place.RUN.ordinal() - 1);
        int row = run.getItems().stream().map(MenuItem::getText).toList().indexOf(startOver.text());
        robot.push(KeyCode.F10);
        for (int i = 0; i < bar.getMenus().indexOf(run); i++) {
            robot.push(KeyCode.RIGHT);
        }
        for (int i = 0; i <= row; i++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        awaitView(view -> view.history().number() > history);
    }

    private static void collectNameless(Parent parent, List<Node> nameless) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean isNamed =
                    isSaid(node.getAccessibleText()) || node instanceof Labeled label && isSaid(label.getText());
            if (node.isFocusTraversable() && node.isVisible() && !isNamed) {
                nameless.add(node);
            }
            if (node instanceof Parent inner && node.isVisible()) {
                collectNameless(inner, nameless);
            }
        }
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private static void collectTexts(Menu menu, Set<String> texts) {
        for (MenuItem item : menu.getItems()) {
            texts.add(item.getText());
            if (item instanceof Menu inner) {
                collectTexts(inner, texts);
            }
        }
    }
}
