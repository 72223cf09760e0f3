package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioReader;
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

/** What a first visitor does: watches the storm, drags the backoff, looks closer, keeps the result. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class JourneyTest extends WindowJourney {

    private static final String BASE = "search.backoff.base";

    @TempDir
    private Path folder;

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @Stop
    void stop() {
        close();
    }

    @Test
    void aStormIsTamedAndKept(FxRobot robot) throws Exception {
        awaitView(view -> view.isPlaying() && view.timeNanos() > 0);
        assertThat(robot.listWindows()).singleElement().satisfies(shown -> assertThat(((Stage) shown).getTitle())
                .isEqualTo("Mirrorstorm \u2014 First steps: twelve nodes"));

        // the storm: nobody has room, everybody asks without a pause
        robot.interact(() -> playback().setSpeed(new Speed(5 * SECOND)));
        robot.interact(() -> playback().seek(100 * SECOND));
        RunView storm = awaitView(view -> view.timeNanos() >= 100 * SECOND);
        assertThat(storm.snapshot().openNodeCount()).isZero();
        assertThat(storm.snapshot().roundCount()).isGreaterThan(5);

        // dragging the first wait picks a backoff, is recorded as one change, and calms the run
        Node thumb = robot.lookup("#lever-search-backoff-base .thumb").query();
        robot.drag(thumb).moveBy(40, 0).moveBy(40, 0).drop();
        RunView tamed = awaitView(view -> waitOf(view).compareTo(Duration.ofSeconds(1)) > 0);
        assertThat(tamed.snapshot().settings().search().backoff().policy()).isEqualTo(BackoffPolicy.FULL_JITTER);
        assertThat(tamed.history().live())
                .extracting(TimedIntervention::intervention)
                .anyMatch(done ->
                        done instanceof Intervention.Set set && set.lever().equals(BASE));
        RunView calm = awaitView(view -> view.timeNanos() >= tamed.timeNanos() + 30 * SECOND);
        assertThat(calm.snapshot().roundCount()).isLessThan(storm.snapshot().roundCount());

        // another policy
        robot.clickOn("#lever-search-backoff-policy .combo-box").clickOn("fixed");
        awaitView(view -> view.snapshot().settings().search().backoff().policy() == BackoffPolicy.FIXED);

        // Space pauses even though the choice has the focus; Right goes to the next change
        robot.push(KeyCode.SPACE);
        RunView paused = awaitView(view -> !view.isPlaying());
        robot.clickOn(".stage");
        robot.push(KeyCode.RIGHT);
        RunView stepped = awaitView(view -> view.timeNanos() > paused.timeNanos());
        assertThat(stepped.isPlaying()).isFalse();
        robot.push(KeyCode.LEFT);
        awaitView(view -> view.timeNanos() < stepped.timeNanos());

        // saved, it reads back as the same run
        Path file = folder.resolve("tamed.storm.json");
        prompts.toSave = Optional.of(file);
        assertThat(window.models().document().unsavedProperty().get()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await().atMost(PATIENCE).until(() -> prompts.told.contains("Saved as tamed.storm.json"));
        Scenario saved = ScenarioReader.read(file);
        assertThat(saved)
                .isEqualTo(fx(() -> playback().view()).orElseThrow().history().recorded());
        assertThat(saved.plan())
                .hasSizeGreaterThan(Library.bundled("first-steps").plan().size());
        assertThat(prompts.failures).isEmpty();
    }

    private static Duration waitOf(RunView view) {
        return view.snapshot().settings().search().backoff().base();
    }

    @Test
    void allThatTheWindowHasCanBeReachedByKeyboard(FxRobot robot) {
        awaitView(RunView::isPlaying);
        robot.push(KeyCode.CONTROL, KeyCode.J);
        assertThat(isShown(robot, ".story")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(isShown(robot, ".levers")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        double high = robot.lookup(".charts").<Region>query().getHeight();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(isShown(robot, ".charts")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(isShown(robot, ".charts")).isTrue();
        assertThat(robot.lookup(".charts").<Region>query().getHeight()).isCloseTo(high, within(2.0));
        Node slider = robot.lookup("#lever-search-backoff-base .slider").query();
        robot.interact(slider::requestFocus);
        robot.push(KeyCode.RIGHT);
        awaitView(view -> view.history().live().stream()
                .anyMatch(timed -> timed.intervention() instanceof Intervention.Set set
                        && set.lever().equals(BASE)));
        robot.push(KeyCode.SPACE);
        awaitView(view -> !view.isPlaying());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitView(view -> view.history().live().isEmpty());
    }

    private static boolean isShown(FxRobot robot, String styleClass) {
        Node node = robot.lookup(styleClass).query();
        return node.isVisible();
    }
}
