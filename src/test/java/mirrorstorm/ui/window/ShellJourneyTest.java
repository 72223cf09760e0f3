package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.Speed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The window around the run: a first start, a broken file, a killed window, a cluster of one's own. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class ShellJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private Stage stage;
    private MainWindow window;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        Path drafts = Files.createDirectories(folder.resolve("drafts"));
        Files.writeString(
                drafts.resolve("window-killed.storm.json"),
                "// at: 77000000000\n{\"schema\":1,\"id\":\"kept\",\"title\":\"Kept\",\"horizon\":\"1h\","
                        + "\"cluster\":{\"nodes\":12,\"racks\":3,\"volumes\":200}}");
        window = MainWindow.in(shown, AppFolders.in(folder));
        window.begin(Library.bundled("first-steps"));
    }

    @Stop
    void stop() {
        stage.close();
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    }

    private RunView awaitView(Predicate<RunView> isExpected) {
        return await().atMost(PATIENCE)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> fx(() -> window.models().playback().view()), view -> view.filter(isExpected)
                        .isPresent())
                .orElseThrow();
    }

    private static Optional<Node> seen(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).queryAll().stream()
                .filter(node -> node.isVisible() && node.getScene() != null)
                .findFirst());
    }

    private static void awaitSeen(FxRobot robot, String query) {
        await().atMost(PATIENCE).until(() -> seen(robot, query).isPresent());
    }

    /** A card that is opened is ready for the keyboard. */
    private void awaitFocus(String id) {
        await().atMost(PATIENCE)
                .until(() -> fx(() -> Optional.ofNullable(stage.getScene().getFocusOwner())
                        .map(Node::getId)
                        .filter(id::equals)
                        .isPresent()));
    }

    private static void press(FxRobot robot, String text) {
        await().atMost(PATIENCE)
                .until(() -> fx(() -> robot.lookup(text).tryQuery().isPresent()));
        robot.interact(() -> {
            Node found = robot.lookup(text).query();
            ((ButtonBase) (found instanceof ButtonBase ? found : found.getParent())).fire();
        });
    }

    @Test
    void aFirstStartShowsTheTourWhichStopsNothingAndTakesNoKey(FxRobot robot) {
        awaitView(view -> view.isPlaying() && view.timeNanos() > 0);
        awaitSeen(robot, ".tour-callout");
        robot.push(KeyCode.SPACE);
        awaitView(view -> !view.isPlaying());
        robot.push(KeyCode.SPACE);
        awaitView(RunView::isPlaying);
        press(robot, "Next");
        press(robot, "Next");
        press(robot, "Done");
        await().atMost(PATIENCE)
                .until(() -> fx(
                        () -> !robot.lookup(".tour-callout").query().getParent().isVisible()));
        assertThat(awaitView(view -> true).isPlaying()).isTrue();
        robot.interact(() -> window.models().actions().get("tour").run());
        awaitSeen(robot, ".tour-callout");
        press(robot, "Skip");
    }

    @Test
    void aBrokenFileIsToldWithoutADialogAndTheRunGoesOn(FxRobot robot) throws Exception {
        awaitView(view -> view.timeNanos() > 0);
        Path file = Files.writeString(
                folder.resolve("broken.storm.json"), "{\"schema\":1,\n\"cluster\":{\"nodez\":3,\n\"volumes\":-1}}");
        robot.interact(() -> window.models().files().openSafely(file));
        press(robot, "Details");
        awaitSeen(robot, ".details");
        String text = fx(() -> ((TextArea) robot.lookup(".details").query()).getText());
        assertThat(text).contains("broken.storm.json:2:12: cluster.nodez").contains("broken.storm.json:3:");
        assertThat(robot.listWindows()).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> seen(robot, ".details").isEmpty());
        RunView now = awaitView(RunView::isPlaying);
        assertThat(now.history().scenario().id()).isEqualTo("first-steps");
        awaitView(view -> view.timeNanos() > now.timeNanos());
    }

    @Test
    void whatAKilledWindowHadNotSavedIsRecovered(FxRobot robot) {
        awaitView(view -> view.history().scenario().id().equals("first-steps"));
        press(robot, "Recover it");
        RunView recovered = awaitView(view -> view.history().scenario().id().equals("kept"));
        awaitView(view -> view.timeNanos() == 77 * SECOND);
        assertThat(recovered.isPlaying()).isFalse();
        assertThat(fx(() -> window.models().document().unsavedProperty().get())).isTrue();
        Path own = folder.resolve("drafts");
        await().atMost(PATIENCE).until(() -> Files.notExists(own.resolve("window-killed.storm.json")));
    }

    @Test
    void aClusterOfOnesOwnIsAnsweredAsIsTypedAndRuns(FxRobot robot) {
        awaitView(view -> view.timeNanos() > 0);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        awaitFocus("gallery-aws-2011");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        awaitFocus("cluster-nodes");
        robot.interact(() -> {
            ((TextField) robot.lookup("#cluster-nodes").query()).setText("30");
            ((TextField) robot.lookup("#cluster-volumes").query()).setText("600");
            ((TextField) robot.lookup("#cluster-utilisation").query()).setText("90 %");
        });
        String answer = fx(() -> ((Labeled) robot.lookup(".my-cluster-answer").query()).getText());
        assertThat(answer).startsWith("Safe up to ");
        press(robot, "#cluster-run");
        RunView mine = awaitView(view -> view.history().scenario().id().equals("my-cluster"));
        assertThat(mine.snapshot().nodeCount()).isEqualTo(30);
        assertThat(mine.isPlaying()).isTrue();
    }

    @Test
    void aRunInALoopBeginsAgain(FxRobot robot) {
        awaitView(view -> view.timeNanos() > 0);
        robot.interact(() -> {
            window.models().actions().get("loop").run();
            window.models().playback().setSpeed(new Speed(3_600 * SECOND));
        });
        long horizon = awaitView(view -> true).snapshot().horizonNanos();
        awaitView(view -> view.timeNanos() > horizon / 2);
        awaitView(view -> view.timeNanos() < horizon / 2 && view.isPlaying());
    }
}
