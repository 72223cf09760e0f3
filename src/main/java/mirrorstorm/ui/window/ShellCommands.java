package mirrorstorm.ui.window;

import javafx.stage.Stage;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What actions of the window itself do: files, text, sheets. */
final class ShellCommands implements Actions.WindowCommands {

    private final Stage stage;
    private final Styles styles;
    private final Asks asks;
    private final FileCommands files;
    private final PlaybackViewModel playback;
    private final StageViewModel stageModel;
    private final TimelineViewModel timeline;
    private @Nullable Actions actions;

    ShellCommands(
            Stage stage,
            Styles styles,
            Asks asks,
            FileCommands files,
            PlaybackViewModel playback,
            StageViewModel stageModel,
            TimelineViewModel timeline) {
        this.stage = stage;
        this.styles = styles;
        this.asks = asks;
        this.files = files;
        this.playback = playback;
        this.stageModel = stageModel;
        this.timeline = timeline;
    }

    /** Told once of the list that these commands are part of. */
    void listIs(Actions all) {
        actions = all;
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
        if (actions != null) {
            ShortcutSheet.show(stage, styles, actions);
        }
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
