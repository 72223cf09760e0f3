package mirrorstorm.ui.window;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.stage.Stage;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.ui.export.ExportPane;
import mirrorstorm.ui.export.PictureChoice;
import mirrorstorm.ui.export.PictureChoice.Format;
import mirrorstorm.ui.export.PictureChoice.Ground;
import mirrorstorm.ui.export.PictureChoice.Part;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.stage.StageGestures;
import mirrorstorm.ui.welcome.Tour;
import mirrorstorm.ui.words.UiMessages;

/** What actions of the window itself do: files, text, sheets. */
final class ShellCommands implements Actions.WindowCommands {

    private final Stage stage;
    private final Styles styles;
    private final Prompts prompts;
    private final FileCommands files;
    private final RunModels models;
    private final ScreenSizes sizes;
    private final SideWindows side;
    private final Overlays over;
    private final Switches switches;

    /** What is shown over the window. */
    record Overlays(Cards cards, Tour tour) {}

    /** What is on or off, and belongs to no part of the window. */
    record Switches(BooleanProperty loop, BooleanProperty reducedMotion) {}

    ShellCommands(
            Stage stage,
            Styles styles,
            Prompts prompts,
            FileCommands files,
            RunModels models,
            ScreenSizes sizes,
            SideWindows side,
            Overlays over,
            Switches switches) {
        this.stage = stage;
        this.styles = styles;
        this.prompts = prompts;
        this.files = files;
        this.models = models;
        this.sizes = sizes;
        this.side = side;
        this.over = over;
        this.switches = switches;
    }

    @Override
    public void show(SideWindows.Tool tool) {
        side.show(tool);
    }

    @Override
    public void newCluster() {
        over.cards().showMyCluster(models.playback().view().map(view -> view.history()
                .scenario()));
    }

    @Override
    public void showBundled() {
        over.cards().showGallery();
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
        sheet().ifPresent(sheet -> over.cards().showExport(sheet, sizes::of));
    }

    /** As it is on the screen, without questions. */
    @Override
    public void copyPicture() {
        ExportPane.Size size = sizes.of(Part.BOTH);
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
        return models.playback().view().map(view -> ScreenFigures.of(
                        view,
                        models.timeline().axisProperty().get(),
                        models.charts().optionsProperty().get(),
                        models.stage().selectionProperty().get(),
                        models.stage().gestures().layout())
                .withFans(models.forecast().fansProperty().get()));
    }

    @Override
    public void quit() {
        files.whenSafe(stage::close);
    }

    @Override
    public void zoomStage(Actions.Zoom zoom) {
        StageGestures gestures = models.stage().gestures();
        switch (zoom) {
            case IN -> gestures.zoomIn();
            case OUT -> gestures.zoomOut();
            case ALL -> gestures.fitAll();
            case SELECTION -> gestures.fitSelection();
        }
    }

    @Override
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void showShortcuts(Actions actions) {
        over.cards().showKeys(actions);
    }

    @Override
    public void showTour() {
        over.tour().begin();
    }

    @Override
    public BooleanProperty loop() {
        return switches.loop();
    }

    @Override
    public BooleanProperty reducedMotion() {
        return switches.reducedMotion();
    }

    @Override
    public void lastExit() {
        models.playback().view().map(RunView::history).ifPresent(history -> over.cards()
                .showLastExit(models.lastExit(), history));
    }

    @Override
    public BooleanProperty forecast() {
        return models.forecast().onProperty();
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
