package mirrorstorm.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import mirrorstorm.picture.chart.ChartOptions;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.ui.export.ExportPane;
import mirrorstorm.ui.export.PictureChoice;
import mirrorstorm.ui.export.PictureChoice.Format;
import mirrorstorm.ui.export.PictureChoice.Ground;
import mirrorstorm.ui.export.PictureChoice.Part;
import mirrorstorm.ui.forecast.ForecastViewModel;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.remedy.LastExitViewModel;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.welcome.Tour;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** What actions of the window itself do: files, text, sheets. */
final class ShellCommands implements Actions.WindowCommands {

    /** Of a picture, as long as nothing is on the screen. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 800;

    private final Stage stage;
    private final Styles styles;
    private final Prompts prompts;
    private final FileCommands files;
    private final PlaybackViewModel playback;
    private final StageViewModel stageModel;
    private final TimelineViewModel timeline;
    private final Cards cards;
    private final Tour tour;
    private final BooleanProperty loop;
    private final BooleanProperty reducedMotion;
    private final ForecastViewModel forecast;
    private final LastExitViewModel lastExit;
    private final ObservableValue<ChartOptions> charts;
    private Function<Part, ExportPane.Size> sizes = part -> new ExportPane.Size(WIDTH, HEIGHT);
    private @Nullable Actions actions;
    private Consumer<SideWindows.Tool> tools = tool -> {};

    /** What is shown over the window. */
    record Extras(
            Cards cards,
            Tour tour,
            BooleanProperty loop,
            BooleanProperty reducedMotion,
            ForecastViewModel forecast,
            LastExitViewModel lastExit,
            ObservableValue<ChartOptions> charts) {}

    ShellCommands(
            Stage stage,
            Styles styles,
            Prompts prompts,
            FileCommands files,
            PlaybackViewModel playback,
            StageViewModel stageModel,
            TimelineViewModel timeline,
            Extras extras) {
        this.stage = stage;
        this.styles = styles;
        this.prompts = prompts;
        this.files = files;
        this.playback = playback;
        this.stageModel = stageModel;
        this.timeline = timeline;
        cards = extras.cards();
        tour = extras.tour();
        loop = extras.loop();
        reducedMotion = extras.reducedMotion();
        forecast = extras.forecast();
        lastExit = extras.lastExit();
        charts = extras.charts();
    }

    /** Told once of the list that these commands are part of. */
    void listIs(Actions all) {
        actions = all;
    }

    /** Told once how large what can be exported is on the screen. */
    void sizesAre(Function<Part, ExportPane.Size> onScreen) {
        sizes = onScreen;
    }

    /** Told once what opens the windows beside the main one. */
    void toolsAre(Consumer<SideWindows.Tool> opens) {
        tools = opens;
    }

    @Override
    public void show(SideWindows.Tool tool) {
        tools.accept(tool);
    }

    @Override
    public void newCluster() {
        cards.showMyCluster(playback.view().map(view -> view.history().scenario()));
    }

    @Override
    public void showBundled() {
        cards.showGallery();
    }

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
        sheet().ifPresent(sheet -> cards.showExport(sheet, sizes));
    }

    /** As it is on the screen, without questions. */
    @Override
    public void copyPicture() {
        ExportPane.Size size = sizes.apply(Part.BOTH);
        PictureChoice asItIs = new PictureChoice(
                Part.BOTH,
                Format.PNG_2X,
                Ground.SCREEN,
                size.width(),
                size.height(),
                styles.themeProperty().get());
        sheet().ifPresent(sheet -> files.copy(sheet, asItIs));
    }

    private Optional<FigureView> sheet() {
        return playback.view().map(view -> ScreenFigures.of(
                        view,
                        timeline.axisProperty().get(),
                        charts.getValue(),
                        stageModel.selectionProperty().get(),
                        stageModel.gestures().layout())
                .withFans(forecast.fansProperty().get()));
    }

    @Override
    public void quit() {
        files.whenSafe(stage::close);
    }

    @Override
    public void zoomStage(Actions.Zoom zoom) {
        switch (zoom) {
            case IN -> stageModel.gestures().zoomIn();
            case OUT -> stageModel.gestures().zoomOut();
            case ALL -> stageModel.gestures().fitAll();
            case SELECTION -> stageModel.gestures().fitSelection();
        }
    }

    @Override
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void showShortcuts() {
        if (actions != null) {
            cards.showKeys(actions);
        }
    }

    @Override
    public void showTour() {
        tour.begin();
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
    public void lastExit() {
        playback.view().map(RunView::history).ifPresent(history -> cards.showLastExit(lastExit, history));
    }

    @Override
    public BooleanProperty forecast() {
        return forecast.onProperty();
    }

    @Override
    public void showAbout() {
        prompts.explain(UiMessages.text("window.name"), UiMessages.text("about"));
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
