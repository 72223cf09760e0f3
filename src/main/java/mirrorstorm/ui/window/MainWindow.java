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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.playback.Failure;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.recovery.Draft;
import mirrorstorm.ui.recovery.DraftFolder;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.welcome.Thumbnails;
import mirrorstorm.ui.welcome.Tour;
import mirrorstorm.ui.welcome.TourPane;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/**
 * One window on one run: ties its view models to the simulation's thread, to files, to the frame loop and to the
 * screen. Everything is made in the order in which it is needed. What it looks like is in {@link MainPane}.
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
    private final RunModels models;
    private final Document document = new Document();
    private final Toast notice = new Toast(System::nanoTime);
    private final Notifications messages = new Notifications();
    private final Overlay overlay = new Overlay();
    private final Tour tour = new Tour();
    private final TourPane tourPane = new TourPane(tour);
    private final LoopPlayback looping;
    private final Thumbnails thumbnails;
    private final FileTasks fileTasks;
    private final Prompts prompts;
    private final RecentFiles recent;
    private final FileCommands files;
    private final Autosave autosave;
    private final FrameLoop frames;
    private final SideWindows side;
    private final ShellCommands commands;
    private final Actions actions;
    private final MainPane pane;

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
        models = RunModels.of(simulation, workers);
        fileTasks = new FileTasks(workers.thread("files"));
        prompts =
                asking.prompts(stage, styles, new DialogPrompts.WindowServices(notice, messages, overlay, preferences));
        recent = new RecentFiles(preferences);
        files = new FileCommands(simulation, document, fileTasks, prompts, recent);
        thumbnails = new Thumbnails(workers.background("thumbnails"), places.map(AppFolders::thumbnails));
        autosave =
                new Autosave(fileTasks, models.playback(), document, prompts, System::nanoTime, InstantSource.system());
        frames = new FrameLoop(List.of(this::onFrame));
        side = new SideWindows(sideWindowServices(places));
        ShellCommands.Switches switches =
                new ShellCommands.Switches(new SimpleBooleanProperty(), layout.remembered("reducedMotion", false));
        looping = new LoopPlayback(models.playback(), switches.loop());
        ScreenSizes sizes = new ScreenSizes();
        commands = shellCommands(sizes, switches);
        actions = actions();
        restore();
        RecentMenu recentMenu = new RecentMenu(recent, files::openSafely);
        pane = new MainPane(models, new MainPane.Title(document, notice), actions, styles, layout, workers, recentMenu);
        pane.measure(sizes);
        follow(preferences);
        show();
    }

    private SideWindowFiles.WindowServices sideWindowServices(Optional<AppFolders> places) {
        return new SideWindowFiles.WindowServices(
                stage,
                styles,
                prompts,
                files,
                fileTasks,
                workers,
                places,
                this::history,
                this::timeNanos,
                models.levers()::tint,
                frames::wake);
    }

    private ShellCommands shellCommands(ScreenSizes sizes, ShellCommands.Switches switches) {
        Cards cards = new Cards(overlay, styles, files, thumbnails, fileTasks);
        ShellCommands.Overlays over = new ShellCommands.Overlays(cards, tour);
        return new ShellCommands(stage, styles, prompts, files, models, sizes, side, over, switches);
    }

    private Actions actions() {
        return new Actions(
                models.playback(),
                models.timeline(),
                models.branches(),
                models.charts(),
                models.levers(),
                models.operator(),
                commands,
                layout.panels());
    }

    private long timeNanos() {
        return models.playback().view().map(RunView::timeNanos).orElse(0L);
    }

    private Optional<RunHistory> history() {
        return models.playback().view().map(RunView::history);
    }

    /** Everything looks as it did when the window was last open. */
    private void restore() {
        layout.restore(styles);
        layout.restore(models.playback());
        layout.restore(models.charts());
        fileTasks.run(SystemTheme::isDark, styles::followSystem, problem -> {});
    }

    private void follow(Preferences preferences) {
        PlaybackViewModel playback = models.playback();
        playback.viewProperty().addListener((property, before, now) -> looping.follow(now));
        playback.historyProperty().addListener((property, before, now) -> document.follow(now));
        models.timeline().marks().bookmarksProperty().addListener((property, before, now) -> document.follow(now));
        playback.stopReasonTextProperty().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                notice.tell(now);
            }
        });
        recent.files().addListener((ListChangeListener<Path>) change -> preferences.saveWith(fileTasks));
    }

    private void show() {
        StackPane root = new StackPane(new NotificationBar(pane, messages), tourPane, overlay.node());
        root.setAlignment(Pos.TOP_LEFT);
        Scene scene = new Scene(root, layout.width(), layout.height());
        styles.dress(scene);
        Keys.install(scene, actions, pane.stagePane());
        FileDrop.install(scene, files::openSafely, prompts::tellProblems);
        wakeWith(scene);
        stage.titleProperty().bind(document.windowTitleProperty());
        stage.setScene(scene);
        layout.restore(stage);
        stage.setOnCloseRequest(this::confirmClosing);
        stage.setOnHidden(event -> stop());
        frames.wake();
        stage.show();
    }

    private void wakeWith(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> frames.wake());
        scene.widthProperty().addListener((property, before, now) -> frames.wake());
        scene.heightProperty().addListener((property, before, now) -> frames.wake());
        stage.outputScaleXProperty().addListener((property, before, now) -> frames.wake());
        styles.themeProperty().addListener((property, before, now) -> frames.wake());
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
        models.playback().viewProperty().addListener(new InvalidationListener() {
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

    /** Each part takes what is new for it; whether there is more to come. */
    private boolean onFrame() {
        boolean isBusy = fileTasks.onFrame();
        isBusy |= notice.onFrame();
        isBusy |= followRun();
        isBusy |= models.forecast().onFrame();
        isBusy |= models.lastExit().onFrame();
        isBusy |= autosave.onFrame();
        isBusy |= thumbnails.onFrame();
        isBusy |= tourPane.onFrame();
        isBusy |= pane.stagePane().onFrame();
        isBusy |= pane.chartsPane().onFrame();
        return isBusy;
    }

    private boolean followRun() {
        models.levers().onFrame();
        models.playback().onFrame();
        simulation.takeRefusal().ifPresent(files::refused);
        simulation.takeFailure().ifPresent(this::tell);
        workers.takeFailure().ifPresent(cause -> prompts.tellFailure(UiMessages.text("failure.worker"), cause));
        return !simulation.isIdle() || models.levers().isBusy();
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
        return new Models(
                models.playback(),
                models.levers(),
                actions,
                document,
                models.stage(),
                files,
                messages,
                styles.lookProperty());
    }
}
