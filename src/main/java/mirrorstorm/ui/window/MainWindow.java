package mirrorstorm.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.inspector.InspectorViewModel;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.playback.Failure;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.story.StoryViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.Words;

/**
 * One window on one run: makes the view models and ties them to each other, to the simulation's thread and to the
 * frame loop. What it looks like is in {@link MainPane}.
 */
final class MainWindow implements Actions.WindowCommands {

    /** The groups of levers that can be moved so far, the most telling first. */
    static final List<Lever.Group> LEVER_GROUPS = List.of(
            Lever.Group.BACKOFF,
            Lever.Group.SEARCH,
            Lever.Group.RACE,
            Lever.Group.CAPACITY,
            Lever.Group.COPY,
            Lever.Group.CLUSTER);

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double WIDTH_MIN = 1024;
    private static final double HEIGHT_MIN = 700;

    /** Narrower windows show the log only when they are told to: the stage needs the room. */
    private static final double WIDTH_WITH_LOG = 1500;

    private final Stage stage;
    private final Preferences preferences;
    private final Workers workers = new Workers();
    private final Styles styles = new Styles();
    private final SimulationThread simulation;
    private final PlaybackViewModel playback;
    private final LeversViewModel levers;
    private final OperatorViewModel operator;
    private final StageViewModel stageModel = new StageViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel(stageModel);
    private final StoryViewModel story = new StoryViewModel();
    private final TimelineViewModel timeline;
    private final Document document = new Document();
    private final Notice notice = new Notice(System::nanoTime);
    private final Errands errands;
    private final Asks asks;
    private final FileCommands files;
    private final Actions actions;
    private final FrameLoop frames;

    /** What a window is made of, for those who look at it from outside. */
    record Models(PlaybackViewModel playback, LeversViewModel levers, Actions actions, Document document) {}

    /** How a window asks and tells. */
    interface AskingIn {
        Asks asks(Stage stage, Styles styles, Notice notice);
    }

    MainWindow(Stage stage, Preferences preferences, AskingIn asking) {
        this.stage = stage;
        this.preferences = preferences;
        simulation = new SimulationThread(workers.thread("simulation"), System::nanoTime);
        playback = new PlaybackViewModel(simulation);
        levers = new LeversViewModel(simulation, LEVER_GROUPS, System::nanoTime);
        operator = new OperatorViewModel(simulation, stageModel.selectedProperty());
        timeline = new TimelineViewModel(playback);
        errands = new Errands(workers.thread("files"));
        asks = asking.asks(stage, styles, notice);
        files = new FileCommands(simulation, document, errands, asks);
        Actions.Panels panels = new Actions.Panels(
                shown("levers", true), shown("story", width() >= WIDTH_WITH_LOG), shown("charts", true));
        actions = new Actions(playback, levers, operator, this, panels);
        restoreLook();
        Executor painter = workers.thread("painter");
        MainPane pane = new MainPane(
                new MainPane.Models(
                        playback, levers, operator, stageModel, inspector, story, timeline, document, notice),
                actions,
                styles,
                painter,
                files::openBundled);
        frames = new FrameLoop(List.of(
                errands::onFrame,
                notice::onFrame,
                this::followRun,
                pane.stagePane()::onFrame,
                pane.chartsPane()::onFrame));
        follow();
        show(pane);
    }

    private double width() {
        return preferences.number("width", WIDTH);
    }

    private BooleanProperty shown(String panel, boolean isShownAtFirst) {
        String chosen = preferences.get("panel." + panel, Boolean.toString(isShownAtFirst));
        BooleanProperty property = new SimpleBooleanProperty(Boolean.parseBoolean(chosen));
        property.addListener((observed, before, now) -> preferences.put("panel." + panel, now.toString()));
        return property;
    }

    private void restoreLook() {
        styles.lookProperty().set(Look.of(preferences.get("look", Look.SYSTEM.key())));
        styles.textScaleProperty()
                .set(Math.max(Styles.TEXT_MIN, Math.min(Styles.TEXT_MAX, preferences.number("textScale", 1))));
        styles.lookProperty().addListener((property, before, now) -> preferences.put("look", now.key()));
        styles.textScaleProperty().addListener((property, before, now) -> preferences.put("textScale", now.toString()));
        errands.run(SystemLook::isDark, styles::systemIs, problem -> {});
    }

    private void follow() {
        playback.viewProperty().addListener((property, before, now) -> show(now));
        playback.courseProperty().addListener((property, before, now) -> document.follow(now));
        stageModel.selectedProperty().addListener((property, before, now) -> playback.view()
                .ifPresent(inspector::follow));
    }

    private void show(RunView now) {
        levers.follow(now);
        operator.follow(now);
        stageModel.follow(now);
        inspector.follow(now);
        story.follow(now);
        timeline.follow(now);
    }

    private void show(MainPane pane) {
        Scene scene = new Scene(pane, width(), preferences.number("height", HEIGHT));
        styles.dress(scene);
        Keys.install(scene, actions, pane.stagePane());
        scene.addEventFilter(InputEvent.ANY, event -> frames.wake());
        scene.widthProperty().addListener((property, before, now) -> frames.wake());
        scene.heightProperty().addListener((property, before, now) -> frames.wake());
        stage.outputScaleXProperty().addListener((property, before, now) -> frames.wake());
        styles.themeProperty().addListener((property, before, now) -> frames.wake());
        stage.titleProperty().bind(document.windowTitleProperty());
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
        stage.setScene(scene);
        stage.setOnCloseRequest(this::confirmClosing);
        stage.setOnHidden(event -> stop());
        frames.wake();
        stage.show();
    }

    /** Opens the first scenario, playing. */
    void begin(Scenario scenario) {
        document.expect(scenario, Optional.empty());
        simulation.open(scenario, true);
        frames.wake();
    }

    // Every frame

    private boolean followRun() {
        levers.onFrame();
        playback.onFrame();
        simulation.takeRefusal().ifPresent(files::refused);
        simulation.takeFailure().ifPresent(this::tell);
        workers.takeFailure().ifPresent(cause -> asks.tellFailure(Words.text("failure.worker"), cause));
        return !simulation.isIdle() || levers.isBusy();
    }

    private void tell(Failure failure) {
        String what = Words.text(
                "failure.run", failure.scenario(), Long.toString(failure.seed()), Times.brief(failure.timeNanos()));
        asks.tellFailure(what, failure.cause());
    }

    // Closing

    private void confirmClosing(Event event) {
        event.consume();
        quit();
    }

    private void stop() {
        frames.close();
        workers.stop();
        preferences.put("width", Double.toString(stage.getScene().getWidth()));
        preferences.put("height", Double.toString(stage.getScene().getHeight()));
        preferences.save();
    }

    /** For tests and whoever else looks at a window from outside. */
    Models models() {
        return new Models(playback, levers, actions, document);
    }

    // Commands of the window itself

    @Override
    public void open() {
        files.open();
    }

    @Override
    public void save() {
        files.save();
    }

    @Override
    public void saveAs() {
        files.saveAs();
    }

    @Override
    public void exportPicture() {
        playback.view()
                .ifPresent(view -> files.export(
                        view.course().scenario().id(),
                        Sheets.of(
                                view,
                                timeline.axisProperty().get(),
                                stageModel.selectedProperty().get()),
                        styles.themeProperty().get()));
    }

    @Override
    public void quit() {
        files.whenSafe(stage::close);
    }

    @Override
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void showShortcuts() {
        ShortcutSheet.show(stage, styles, actions);
    }

    @Override
    public void showAbout() {
        asks.explain(Words.text("window.name"), Words.text("about"));
    }

    @Override
    public void scaleText(Actions.TextSize size) {
        switch (size) {
            case LARGER -> styles.enlargeText(1);
            case SMALLER -> styles.enlargeText(-1);
            case NORMAL -> styles.textScaleProperty().set(1);
        }
    }
}
