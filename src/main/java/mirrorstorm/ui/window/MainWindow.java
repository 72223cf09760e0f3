package mirrorstorm.ui.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.charts.ChartsViewModel;
import mirrorstorm.ui.forecast.ForecastViewModel;
import mirrorstorm.ui.inspector.InspectorViewModel;
import mirrorstorm.ui.levers.LeverGroups;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.levers.RegionOperator;
import mirrorstorm.ui.playback.Failure;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.recovery.Draft;
import mirrorstorm.ui.recovery.DraftFolder;
import mirrorstorm.ui.remedy.LastExitViewModel;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.story.StoryViewModel;
import mirrorstorm.ui.timeline.BranchesViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.welcome.Thumbnails;
import mirrorstorm.ui.welcome.Tour;
import mirrorstorm.ui.welcome.TourPane;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/**
 * One window on one run: makes the view models and ties them to each other, to the simulation's thread and to the
 * frame loop. What it looks like is in {@link MainPane}.
 */
final class MainWindow {

    private static final DateTimeFormatter KEPT_AT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    private static final String TOUR = "tour";

    private static final long REHEARSAL_AFTER_SECONDS = 4;

    private final Stage stage;
    private final WindowLayout layout;
    private final Workers workers = new Workers();
    private final Styles styles = new Styles();
    private final SimulationThread simulation;
    private final PlaybackViewModel playback;
    private final LeversViewModel levers;
    private final OperatorViewModel operator;
    private final StageViewModel stageModel = new StageViewModel();
    private final InspectorViewModel inspector;
    private final StoryViewModel story = new StoryViewModel();
    private final TimelineViewModel timeline;
    private final BranchesViewModel branches;
    private final ChartsViewModel charts = new ChartsViewModel();
    private final ForecastViewModel forecast;
    private final LastExitViewModel lastExit;
    private final Document document = new Document();
    private final Toast notice = new Toast(System::nanoTime);
    private final Notifications messages = new Notifications();
    private final Overlay overlay = new Overlay();
    private final Tour tour = new Tour();
    private final TourPane tourPane = new TourPane(tour);
    private final BooleanProperty isLooped = new SimpleBooleanProperty();
    private final LoopPlayback looping;
    private final Thumbnails thumbnails;
    private final FileTasks fileTasks;
    private final Prompts prompts;
    private final FileCommands files;
    private final Autosave autosave;
    private final ShellCommands commands;
    private final Actions actions;
    private final FrameLoop frames;
    private final SideWindows side;

    /** What a window is made of, for those who look at it from outside. */
    record Models(
            PlaybackViewModel playback,
            LeversViewModel levers,
            Actions actions,
            Document document,
            StageViewModel stage,
            FileCommands files,
            Notifications messages,
            ObjectProperty<ThemeChoice> look) {}

    /** How a window asks and tells. */
    interface AskingIn {
        Prompts prompts(Stage stage, Styles styles, DialogPrompts.WindowServices services);
    }

    /** A window that keeps its files there. */
    static MainWindow in(Stage stage, AppFolders places) {
        return in(stage, places, Optional.empty());
    }

    /** As {@link #in(Stage, AppFolders)}; {@code first} is read while the window is made and plays at once. */
    static MainWindow in(Stage stage, AppFolders places, Scenario first) {
        MainWindow window = in(stage, places, Optional.of(first));
        window.document.expect(first, Optional.empty());
        return window;
    }

    private static MainWindow in(Stage stage, AppFolders places, Optional<Scenario> first) {
        Preferences preferences = Preferences.in(places.preferences());
        MainWindow window = new MainWindow(stage, preferences, Optional.of(places), first, DialogPrompts::new);
        window.keepWorkIn(places.drafts());
        window.welcome(preferences);
        window.warmUpOncePlaying();
        return window;
    }

    /** A window that keeps no files. */
    MainWindow(Stage stage, Preferences preferences, AskingIn asking) {
        this(stage, preferences, Optional.empty(), Optional.empty(), asking);
    }

    private MainWindow(
            Stage stage,
            Preferences preferences,
            Optional<AppFolders> places,
            Optional<Scenario> first,
            AskingIn asking) {
        this.stage = stage;
        layout = new WindowLayout(preferences);
        simulation = new SimulationThread(workers.thread("simulation"), System::nanoTime);
        first.ifPresent(scenario -> simulation.open(scenario, true));
        inspector = new InspectorViewModel(stageModel, simulation::inspect);
        playback = new PlaybackViewModel(simulation);
        levers = new LeversViewModel(simulation, LeverGroups.ALL, System::nanoTime);
        levers.editsAre(playback.edits());
        operator = new OperatorViewModel(simulation, stageModel.selectionProperty());
        timeline = new TimelineViewModel(playback);
        branches = new BranchesViewModel(simulation);
        forecast = new ForecastViewModel(
                simulation, workers.background("forecast"), System::nanoTime, Question.besideTheWindow());
        lastExit = new LastExitViewModel(
                workers.background("last-exit"),
                System::nanoTime,
                Question.besideTheWindow().threads());
        fileTasks = new FileTasks(workers.thread("files"));
        prompts =
                asking.prompts(stage, styles, new DialogPrompts.WindowServices(notice, messages, overlay, preferences));
        RecentFiles recent = new RecentFiles(preferences);
        recent.files().addListener((ListChangeListener<Path>) change -> preferences.saveWith(fileTasks));
        files = new FileCommands(simulation, document, fileTasks, prompts, recent);
        thumbnails = new Thumbnails(workers.background("thumbnails"), places.map(AppFolders::thumbnails));
        looping = new LoopPlayback(playback, isLooped);
        autosave = new Autosave(fileTasks, playback, document, prompts, System::nanoTime, InstantSource.system());
        commands = new ShellCommands(stage, styles, prompts, files, playback, stageModel, timeline, extras());
        actions = new Actions(playback, timeline, branches, charts, levers, operator, commands, layout.panels());
        commands.listIs(actions);
        layout.restore(styles);
        layout.restore(playback);
        layout.restore(charts);
        fileTasks.run(SystemTheme::isDark, styles::systemIs, problem -> {});
        MainPane pane = new MainPane(
                new MainPane.Models(
                        playback,
                        levers,
                        operator,
                        new RegionOperator(simulation),
                        stageModel,
                        inspector,
                        story,
                        timeline,
                        branches,
                        charts,
                        forecast,
                        lastExit,
                        document,
                        notice),
                actions,
                styles,
                layout,
                workers,
                new RecentMenu(recent, files::openSafely));
        commands.sizesAre(pane::sizeOf);
        frames = new FrameLoop(List.of(
                fileTasks::onFrame,
                notice::onFrame,
                this::followRun,
                forecast::onFrame,
                lastExit::onFrame,
                autosave::onFrame,
                thumbnails::onFrame,
                tourPane::onFrame,
                pane.stagePane()::onFrame,
                pane.chartsPane()::onFrame));
        side = new SideWindows(new SideWindowFiles.WindowServices(
                stage,
                styles,
                prompts,
                files,
                fileTasks,
                workers,
                places,
                this::history,
                this::timeNanos,
                levers::tint,
                frames::wake));
        commands.toolsAre(side::show);
        follow();
        show(pane);
    }

    private long timeNanos() {
        return playback.view().map(RunView::timeNanos).orElse(0L);
    }

    private Optional<RunHistory> history() {
        return playback.view().map(RunView::history);
    }

    private ShellCommands.Extras extras() {
        Cards cards = new Cards(overlay, styles, files, thumbnails, fileTasks);
        return new ShellCommands.Extras(
                cards,
                tour,
                isLooped,
                layout.remembered("reducedMotion", false),
                forecast,
                lastExit,
                charts.optionsProperty());
    }

    private void follow() {
        playback.viewProperty().addListener((property, before, now) -> show(now));
        playback.historyProperty().addListener((property, before, now) -> document.follow(now));
        timeline.marks().bookmarksProperty().addListener((property, before, now) -> document.follow(now));
        playback.stopReasonTextProperty().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                notice.tell(now);
            }
        });
        story.estimatesProperty().bind(forecast.estimatesProperty());
        timeline.exitProperty().bind(lastExit.markProperty());
        timeline.aheadProperty().bind(forecast.reachProperty());
        stageModel.selectionProperty().addListener((property, before, now) -> playback.view()
                .ifPresent(inspector::follow));
    }

    private void show(RunView now) {
        levers.follow(now);
        operator.follow(now);
        stageModel.follow(now);
        inspector.follow(now);
        story.follow(now);
        timeline.follow(now);
        branches.follow(now);
        forecast.follow(now);
        lastExit.follow(now);
        looping.follow(now);
    }

    private void show(MainPane pane) {
        StackPane root = new StackPane(new NotificationBar(pane, messages), tourPane, overlay.node());
        root.setAlignment(Pos.TOP_LEFT);
        Scene scene = new Scene(root, layout.width(), layout.height());
        styles.dress(scene);
        Keys.install(scene, actions, pane.stagePane());
        FileDrop.install(scene, files::openSafely, prompts::tellProblems);
        scene.addEventFilter(InputEvent.ANY, event -> frames.wake());
        scene.widthProperty().addListener((property, before, now) -> frames.wake());
        scene.heightProperty().addListener((property, before, now) -> frames.wake());
        stage.outputScaleXProperty().addListener((property, before, now) -> frames.wake());
        styles.themeProperty().addListener((property, before, now) -> frames.wake());
        stage.titleProperty().bind(document.windowTitleProperty());
        stage.setScene(scene);
        layout.restore(stage);
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

    /** From now on what is not saved is kept there; what killed windows left there is offered. */
    void keepWorkIn(Path drafts) {
        autosave.begin(drafts, orphans -> orphans.forEach(this::offer));
        frames.wake();
    }

    /** Not before the first seconds are over, in which both cores are busy with what is seen. */
    private void warmUpOncePlaying() {
        Executor worker = CompletableFuture.delayedExecutor(
                REHEARSAL_AFTER_SECONDS, TimeUnit.SECONDS, workers.background("rehearsal"));
        playback.viewProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable view) {
                view.removeListener(this);
                worker.execute(ClassWarmUp::play);
            }
        });
    }

    private void offer(DraftFolder.Orphan orphan) {
        Draft draft = orphan.draft();
        String text = UiMessages.text(
                "recovery.offer",
                draft.recorded().title(),
                Times.brief(draft.timeNanos()),
                KEPT_AT.format(draft.kept().atZone(ZoneId.systemDefault())));
        Notification.Choice recover = new Notification.Choice(
                UiMessages.text("recovery.recover"), () -> files.recover(draft, () -> autosave.discard(orphan)));
        Notification.Choice discard =
                new Notification.Choice(UiMessages.text("recovery.discard"), () -> autosave.discard(orphan));
        prompts.offer(new Notification(text, false, List.of(recover, discard)));
    }

    /** Who has never seen the tour is shown it, once. */
    void welcome(Preferences preferences) {
        if (preferences.get(TOUR, "").isEmpty()) {
            preferences.put(TOUR, "shown");
            tour.begin();
        }
    }

    // Every frame

    private boolean followRun() {
        levers.onFrame();
        playback.onFrame();
        simulation.takeRefusal().ifPresent(files::refused);
        simulation.takeFailure().ifPresent(this::tell);
        workers.takeFailure().ifPresent(cause -> prompts.tellFailure(UiMessages.text("failure.worker"), cause));
        return !simulation.isIdle() || levers.isBusy();
    }

    private void tell(Failure failure) {
        String what = UiMessages.text(
                "failure.run", failure.scenario(), Long.toString(failure.seed()), Times.brief(failure.timeNanos()));
        prompts.tellFailure(what, failure.cause());
    }

    // Closing

    private void confirmClosing(Event event) {
        event.consume();
        commands.quit();
    }

    private void stop() {
        frames.close();
        side.close();
        thumbnails.close();
        workers.stop();
        autosave.close();
        layout.keep(stage);
    }

    /** Closes the window, once nothing is unsaved or that is given up. */
    void quit() {
        commands.quit();
    }

    /** For tests and whoever else looks at a window from outside. */
    Models models() {
        return new Models(playback, levers, actions, document, stageModel, files, messages, styles.lookProperty());
    }
}
