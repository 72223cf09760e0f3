package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.charts.ChartsViewModel;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.timeline.BranchesViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.words.UiMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final LeversViewModel levers =
            new LeversViewModel(held.simulation, List.of(Lever.Group.values()), held.playback.edits(), held::now);
    private final StageViewModel stage = new StageViewModel();
    private final OperatorViewModel operator = new OperatorViewModel(held.simulation, stage.selectionProperty());
    private final List<String> commands = new ArrayList<>();
    private final BooleanProperty forecast = new SimpleBooleanProperty();
    private final BooleanProperty loop = new SimpleBooleanProperty();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final BooleanProperty story = new SimpleBooleanProperty(true);
    private final Actions actions = new Actions(
            held.playback,
            new TimelineViewModel(held.playback),
            new BranchesViewModel(held.simulation),
            new ChartsViewModel(),
            levers,
            operator,
            new Remembering(),
            new Actions.Panels(new SimpleBooleanProperty(true), story, new SimpleBooleanProperty(true)));

    private final class Remembering implements Actions.WindowCommands {

        @Override
        public void newCluster() {
            commands.add("newCluster");
        }

        @Override
        public void showBundled() {
            commands.add("bundled");
        }

        @Override
        public void copyPicture() {
            commands.add("copyPicture");
        }

        @Override
        public void showTour() {
            commands.add("tour");
        }

        @Override
        public BooleanProperty loop() {
            return loop;
        }

        @Override
        public BooleanProperty reducedMotion() {
            return reducedMotion;
        }

        @Override
        public void open() {
            commands.add("open");
        }

        @Override
        public void save() {
            commands.add("save");
        }

        @Override
        public void saveAs() {
            commands.add("saveAs");
        }

        @Override
        public void exportPicture() {
            commands.add("export");
        }

        @Override
        public void quit() {
            commands.add("quit");
        }

        @Override
        public void toggleFullScreen() {
            commands.add("fullScreen");
        }

        @Override
        public void showShortcuts(Actions actions) {
            commands.add("shortcuts");
        }

        @Override
        public void lastExit() {
            commands.add("lastExit");
        }

        @Override
        public BooleanProperty forecast() {
            return forecast;
        }

        @Override
        public void show(SideWindows.Tool tool) {
            commands.add(tool.name());
        }

        @Override
        public void showAbout() {
            commands.add("about");
        }

        @Override
        public void zoomStage(Actions.Zoom zoom) {
            commands.add("zoom " + zoom);
        }

        @Override
        public void scaleText(Actions.TextSize size) {
            commands.add(size.name());
        }
    }

    @BeforeEach
    void follow() {
        held.playback.viewProperty().addListener((property, before, now) -> {
            levers.follow(now);
            operator.follow(now);
        });
        operator.follow(held.view());
    }

    @Test
    void noKeyDoesTwoThings() {
        List<Shortcut> keys =
                actions.all().stream().flatMap(action -> action.key().stream()).toList();
        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(actions.all()).extracting(Action::id).doesNotHaveDuplicates();
    }

    @Test
    void everyActionHasItsWordsAndEveryMenuItsName() {
        assertThat(actions.all()).allSatisfy(action -> assertThat(action.text()).isNotBlank());
        assertThat(actions.all()).filteredOn(action -> action.key().isPresent()).allSatisfy(action -> assertThat(
                        action.tip())
                .endsWith("(" + action.key().get().text() + ")"));
        for (Action.Place place : Action.Place.values()) {
            assertThat(UiMessages.text("menu." + place)).isNotBlank();
            assertThat(actions.in(place)).isNotEmpty();
        }
    }

    @Test
    void noWordsAreLeftOfActionsThatAreGone() {
        List<String> ids = actions.all().stream().map(Action::id).toList();
        assertThat(UiMessages.keys())
                .filteredOn(key -> key.startsWith("action.") && !key.equals("action.tip"))
                .allSatisfy(key -> assertThat(ids)
                        .contains(key.replaceFirst("^action\\.", "").replaceFirst("\\.help$", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "Space, false, false, play",
        "Right, false, false, step",
        "Left, false, false, stepBack",
        "Right, false, true, jump",
        "Left, false, true, jumpBack",
        "<, false, false, slower",
        ">, false, false, faster",
        "Home, false, false, toStart",
        "End, false, false, toEnd",
        "F1, false, false, shortcuts",
        "N, true, false, newCluster",
        "O, true, true, bundled",
        "C, true, true, copyPicture",
        "B, false, false, bookmark",
        "F, false, true, forecast",
        "G, true, false, goTo",
        "Right, true, false, nextFlag",
        "Left, true, false, previousFlag",
        "O, true, false, open",
        "S, true, false, save",
        "S, true, true, saveAs",
        "Z, true, false, undo",
        "Y, true, false, redo",
        "E, true, false, export",
        "Q, true, false, quit",
        "F11, false, false, fullScreen",
        "?, false, false, shortcuts"
    })
    void theUsualKeysDoTheUsualThings(String key, boolean isControl, boolean isShift, String id) {
        assertThat(actions.with(new Shortcut(key, isControl, isShift)))
                .map(Action::id)
                .contains(id);
    }

    @Test
    void whatCannotBeDoneIsNotDone() {
        Action undo = actions.get("undo");
        assertThat(undo.enabled().get()).isFalse();
        undo.run();
        assertThat(held.queued()).isZero();
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        undo.run();
        held.settle();
        assertThat(held.view().snapshot().searchesStopped()).isFalse();
    }

    @Test
    void oneOfStopAndResumeIsOffered() {
        assertThat(actions.get("stopSearches").enabled().get()).isTrue();
        assertThat(actions.get("resumeSearches").enabled().get()).isFalse();
        actions.get("stopSearches").run();
        held.settle();
        assertThat(actions.get("stopSearches").enabled().get()).isFalse();
        assertThat(actions.get("resumeSearches").enabled().get()).isTrue();
    }

    @Test
    void theSelectedNodeCanBeCrashed() {
        assertThat(actions.get("nodeCrash").enabled().get()).isFalse();
        held.settle();
        stage.select(3);
        held.playback.seek(1);
        held.settle();
        actions.get("nodeCrash").run();
        held.settle();
        assertThat(held.view().snapshot().crashCount()).isEqualTo(1);
    }

    @Test
    void panelsAreSwitched() {
        Action log = actions.get("story");
        log.run();
        assertThat(story.get()).isFalse();
        log.run();
        assertThat(story.get()).isTrue();
    }

    @Test
    void theWindowDoesWhatIsItsOwn() {
        for (String id : List.of("open", "save", "saveAs", "export", "quit", "fullScreen", "shortcuts", "about")) {
            actions.get(id).run();
        }
        actions.get("textLarger").run();
        assertThat(commands)
                .containsExactly(
                        "open", "save", "saveAs", "export", "quit", "fullScreen", "shortcuts", "about", "LARGER");
    }

    @Test
    void aKeyThatIsTypedIsToldFromOneThatIsPressed() {
        assertThat(Shortcut.plain("<").isCharacter()).isTrue();
        assertThat(Shortcut.plain("B").isCharacter()).isFalse();
        assertThat(Shortcut.plain("Space").isCharacter()).isFalse();
        assertThat(actions.with(Shortcut.plain("Z"))).isEqualTo(Optional.empty());
    }
}
