package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody asks when it will be fixed, acts, and asks again. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class ForecastJourneyTest extends WindowJourney {

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @Stop
    void stop() {
        close();
    }

    @Test
    void theForecastIsAskedForChangesWhenSomebodyActsAndIsPutAway(FxRobot robot) {
        robot.interact(() -> window.models().playback().play(false));
        robot.interact(() -> window.models().playback().seek(100 * SECOND));
        awaitText(robot, "clock", text -> text.startsWith("1 min 40"));
        robot.push(KeyCode.SHIFT, KeyCode.F);
        String first = awaitWhole(robot, text -> text.startsWith("From 1 min"));
        robot.clickOn("#addNodes");
        String second = awaitWhole(robot, text -> !text.equals(first));
        assertThat(second).contains("100 futures");
        robot.clickOn("Nobody acts");
        awaitText(robot, "forecast-sentence", text -> text.contains("if nobody acts"));
        robot.clickOn("#lever-search").push(KeyCode.SHIFT, KeyCode.F); // a letter, where somebody writes
        assertThat(robot.lookup(".forecast").query().isVisible()).isTrue();
        robot.clickOn(".stage").push(KeyCode.SHIFT, KeyCode.F);
        assertThat(robot.lookup(".forecast").query().isVisible()).isFalse();
        assertThat(prompts.failures).isEmpty();
    }

    /** The sentence and whether it is the last word are looked at in one moment: else it may have been one before. */
    private static String awaitWhole(FxRobot robot, Predicate<String> isExpected) {
        return await().atMost(PATIENCE)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(
                        () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), () -> sentenceIfWhole(robot)),
                        text -> !text.isEmpty() && isExpected.test(text));
    }

    private static String sentenceIfWhole(FxRobot robot) {
        boolean isWhole = !robot.lookup(".insight-progress").query().isVisible();
        return isWhole
                ? robot.lookup("#forecast-sentence").queryAs(Labeled.class).getText()
                : "";
    }

    private static String awaitText(FxRobot robot, String name, Predicate<String> isExpected) {
        String query = name.equals("clock") ? ".clock" : "#" + name;
        return await().atMost(PATIENCE)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(
                        () -> WaitForAsyncUtils.waitForAsyncFx(
                                PATIENCE.toMillis(),
                                () -> robot.lookup(query).queryAs(Labeled.class).getText()),
                        isExpected::test);
    }
}
