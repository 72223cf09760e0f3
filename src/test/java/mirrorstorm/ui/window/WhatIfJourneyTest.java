package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.ui.playback.RunView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What if: back into the past, another branch, both held against each other; maps, causes and runbooks of a run. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class WhatIfJourneyTest extends WindowJourney {

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

    private RunView standAt(FxRobot robot, long timeNanos) {
        awaitView(view -> true);
        robot.interact(() -> {
            playback().play(false);
            playback().seek(timeNanos);
        });
        robot.moveBy(1, 0); // the window sleeps while nothing moves
        return awaitView(view -> view.timeNanos() == timeNanos && !view.isPlaying());
    }

    private void act(FxRobot robot, String action) {
        robot.interact(() -> window.models().actions().get(action).run());
        robot.moveBy(1, 0);
    }

    private static <T extends Node> T node(FxRobot robot, String id, Class<T> type) {
        await().atMost(PATIENCE)
                .until(() -> fx(() -> robot.lookup(id).tryQuery().isPresent()));
        return type.cast(fx(() -> robot.lookup(id).query()));
    }

    private static void press(FxRobot robot, String id) {
        ButtonBase button = node(robot, id, ButtonBase.class);
        await().atMost(PATIENCE).until(() -> fx(() -> !button.isDisabled()));
        robot.interact(button::fire);
        robot.moveBy(1, 0);
    }

    private static void type(FxRobot robot, String id, String text) {
        TextField field = node(robot, id, TextField.class);
        robot.interact(() -> field.setText(text));
    }

    private static String awaitText(FxRobot robot, String id, String part) {
        Labeled label = node(robot, id, Labeled.class);
        await().atMost(PATIENCE).until(() -> fx(label::getText).contains(part));
        return fx(label::getText);
    }

    private Path export(FxRobot robot, String button, String name) {
        Path file = folder.resolve(name);
        prompts.toExport = Optional.of(file);
        press(robot, button);
        await().atMost(PATIENCE).until(() -> prompts.told.contains(name + " is written"));
        return file;
    }

    @Test
    void aChangeInThePastStartsABranchWhichIsHeldAgainstTheOther(FxRobot robot) throws Exception {
        standAt(robot, 100 * SECOND);
        act(robot, "stopSearches");
        awaitView(view -> view.history().live().size() == 1);
        standAt(robot, 90 * SECOND);
        act(robot, "addNodes");
        RunView branched = awaitView(view -> view.history().branches().all().size() == 2);
        assertThat(branched.history().live())
                .extracting(TimedIntervention::intervention)
                .noneMatch(Intervention.StopSearches.class::isInstance);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        RunView switched = awaitView(view -> view.history().branches().present()
                != branched.history().branches().present());
        assertThat(switched.timeNanos()).isEqualTo(90 * SECOND);

        robot.push(KeyCode.CONTROL, KeyCode.D);
        MenuButton add = node(robot, "#compare-add", MenuButton.class);
        await().atMost(PATIENCE).until(() -> fx(() -> !add.getItems().isEmpty()));
        robot.interact(() -> add.getItems().get(0).fire());
        type(robot, "#compare-replications", "2");
        type(robot, "#compare-horizon", "4m");
        press(robot, "#compare-start");
        assertThat(awaitText(robot, "#compare-parting-1", "B parts from A at")).contains("0:01:30");
        press(robot, "#compare-there-1");
        awaitText(robot, "#compare-clock", "1 min 30 s");
        awaitText(robot, "#compare-status", "2 of 2");
        press(robot, "#compare-play");
        awaitText(robot, "#compare-play", "Pause");
        await().atMost(PATIENCE)
                .until(() -> !awaitText(robot, "#compare-clock", "").startsWith("1 min 30 s"));
        press(robot, "#compare-play");
        oneIsLookedAtInThePlaceOfAll(robot);

        String table = Files.readString(export(robot, "#compare-csv", "both.csv"));
        assertThat(table.lines().count()).isEqualTo(1 + 2 * 21);
        assertThat(Files.readString(export(robot, "#compare-json", "both.json")))
                .contains("partedAtSeconds");
        assertThat(texts(export(robot, "#compare-png", "both.png"))).contains("Variant B", "Seed", "Levers");
        assertThat(prompts.failures).isEmpty();
    }

    private static void oneIsLookedAtInThePlaceOfAll(FxRobot robot) {
        Node stage = node(robot, "#variant-stage-0", Node.class);
        robot.clickOn(stage).push(KeyCode.ENTER);
        ToggleButton first = node(robot, "#compare-show-0", ToggleButton.class);
        await().atMost(PATIENCE).until(first::isSelected);
        assertThat(robot.lookup("#variant-stage-1").tryQuery()).isEmpty();
        robot.push(KeyCode.DIGIT2);
        ToggleButton second = node(robot, "#compare-show-1", ToggleButton.class);
        await().atMost(PATIENCE).until(second::isSelected);
        assertThat(first.isSelected()).isFalse();
        robot.push(KeyCode.ESCAPE);
        node(robot, "#variant-stage-0", Node.class);
        node(robot, "#variant-stage-1", Node.class);
        assertThat(second.isSelected()).isFalse();
    }

    @Test
    void aCellOfTheMapIsPlayedOnceNothingElseIsLost(FxRobot robot) throws Exception {
        RunView before = standAt(robot, 100 * SECOND);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        type(robot, "#explore-across-steps", "2");
        type(robot, "#explore-upwards-steps", "2");
        type(robot, "#explore-replications", "1");
        type(robot, "#explore-horizon", "25m");
        press(robot, "#explore-start");
        awaitText(robot, "#explore-status", "4 of 4");
        assertThat(Files.readString(export(robot, "#explore-csv", "map.csv")).lines())
                .hasSize(1 + 4);
        assertThat(Files.readString(export(robot, "#explore-json", "map.json"))).contains("\"cellCount\":4");
        assertThat(texts(export(robot, "#explore-png", "map.png")))
                .contains("race.probability=", "cluster.utilisation=", "first-steps");

        act(robot, "stopSearches");
        awaitView(view -> !view.history().live().isEmpty());
        await().atMost(PATIENCE)
                .until(() ->
                        fx(() -> window.models().document().unsavedProperty().get()));
        Node map = node(robot, "#explore-map", Node.class);
        robot.clickOn(map);
        assertThat(prompts.questions).isEqualTo(1);
        assertThat(awaitView(view -> true).history().scenario())
                .isEqualTo(before.history().scenario());
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        robot.clickOn(map);
        RunView played =
                awaitView(view -> view.history().number() != before.history().number());
        assertThat(List.of(0.7, 0.95))
                .contains(played.history().scenario().cluster().utilisation());
        assertThat(prompts.failures).isEmpty();
    }

    @Test
    void whatWasDoneIsReplayedKeptAndExplained(FxRobot robot) throws Exception {
        standAt(robot, 100 * SECOND);
        act(robot, "addNodes");
        awaitView(view -> view.history().live().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        type(robot, "#runbook-replications", "3");
        type(robot, "#runbook-horizon", "25m");
        press(robot, "#runbook-start");
        awaitText(robot, "#runbook-status", "3 of 3");
        awaitText(robot, "#runbook-sentence", "of 3 runs");
        Path kept = folder.resolve("kept.storm.json");
        prompts.toSave = Optional.of(kept);
        press(robot, "#runbook-save");
        await().atMost(PATIENCE).until(() -> prompts.told.contains("kept.storm.json is written"));
        assertThat(RelativePlan.recorded(ScenarioReader.read(kept)).afterTrigger())
                .singleElement()
                .satisfies(move -> assertThat(move.intervention()).isInstanceOf(Intervention.AddNodes.class));
        assertThat(texts(export(robot, "#runbook-png", "runbook.png"))).contains("Replications");

        act(robot, "cause");
        type(robot, "#cause-replications", "2");
        type(robot, "#cause-horizon", "90s");
        press(robot, "#cause-start");
        awaitText(robot, "#cause-status", "2 of 2");
        assertThat(awaitText(robot, "#cause-sentence", "of these causes")).isNotBlank();
        assertThat(texts(export(robot, "#cause-png", "causes.png"))).contains("stuckMean", "Seed", "Levers");
        assertThat(Files.readString(export(robot, "#cause-json", "causes.json")))
                .contains("late-operators");
        assertThat(prompts.failures).isEmpty();
    }

    /** The readable part of a PNG: keywords and texts of its chunks stand in it as they are. */
    private static String texts(Path png) throws Exception {
        return new String(Files.readAllBytes(png), StandardCharsets.ISO_8859_1);
    }
}
