package mirrorstorm.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.cluster.MyClusterPane;
import mirrorstorm.ui.cluster.MyClusterViewModel;
import mirrorstorm.ui.export.ExportPane;
import mirrorstorm.ui.export.PictureChoice.Part;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.remedy.LastExitForm;
import mirrorstorm.ui.remedy.LastExitViewModel;
import mirrorstorm.ui.welcome.GalleryPane;
import mirrorstorm.ui.welcome.Thumbnails;
import mirrorstorm.ui.words.UiMessages;

/** The cards that come over the window: the gallery, a cluster of one's own, the export. */
final class Cards {

    /** What a cluster of one's own begins with: about what failed in 2011. */
    static final double ISOLATED = 0.2;

    private final Overlay overlay;
    private final Styles styles;
    private final FileCommands files;
    private final Thumbnails thumbnails;
    private final FileTasks fileTasks;

    Cards(Overlay overlay, Styles styles, FileCommands files, Thumbnails thumbnails, FileTasks fileTasks) {
        this.overlay = overlay;
        this.styles = styles;
        this.files = files;
        this.thumbnails = thumbnails;
        this.fileTasks = fileTasks;
    }

    /** The bundled scenarios; the one that is chosen is played. */
    void showGallery() {
        fileTasks.run(GalleryPane::items, this::showGallery, problem -> {});
    }

    private void showGallery(List<GalleryPane.Item> items) {
        GalleryPane gallery = new GalleryPane(
                items,
                thumbnails,
                styles.themeProperty().get(),
                styles.textScaleProperty().get(),
                id -> {
                    overlay.close();
                    files.openBundled(id);
                });
        overlay.show(UiMessages.text("gallery.card"), gallery, gallery.first(), List.of());
    }

    /** The form for a cluster of one's own, which begins with the one that is open. */
    void showMyCluster(Optional<Scenario> open) {
        Scenario like = open.orElse(Scenario.DEFAULTS);
        MyClusterViewModel model = new MyClusterViewModel(like.cluster(), like.copy(), ISOLATED);
        Runnable run = () -> model.scenario().ifPresent(made -> {
            overlay.close();
            files.openNew(made);
        });
        MyClusterPane pane = new MyClusterPane(model, run);
        Button start = new Button(UiMessages.text("cluster.run"));
        start.setId("cluster-run");
        start.getStyleClass().add("accent");
        start.disableProperty().bind(model.runnableProperty().not());
        start.setOnAction(event -> run.run());
        overlay.show(UiMessages.text("cluster.card"), pane, pane.first(), List.of(cancel(), start));
    }

    /**
     * What is to be exported.
     *
     * @param sizes how large the parts are on the screen
     */
    void showExport(FigureView sheet, Function<Part, ExportPane.Size> sizes) {
        ExportPane pane = new ExportPane(sizes, styles.themeProperty().get());
        Button copy = new Button(UiMessages.text("export.copy"));
        copy.setOnAction(event -> {
            overlay.close();
            files.copy(sheet, pane.choice());
        });
        Button write = new Button(UiMessages.text("export.write"));
        write.setId("export-write");
        write.getStyleClass().add("accent");
        write.setOnAction(event -> {
            overlay.close();
            files.export(sheet.charts().scenario().id(), sheet, pane.choice());
        });
        overlay.show(UiMessages.text("export.card"), pane, pane.first(), List.of(cancel(), copy, write));
    }

    /** All keys. */
    void showKeys(Actions actions) {
        ShortcutSheet.show(overlay, actions);
    }

    /** Which remedy, and what it has to keep; looked for while the run goes on. */
    void showLastExit(LastExitViewModel model, RunHistory history) {
        model.offer(history);
        LastExitForm form = new LastExitForm(model);
        Button start = new Button(UiMessages.text("exit.start"));
        start.setId("exit-start");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> {
            if (model.start(history)) {
                overlay.close();
            }
        });
        overlay.show(UiMessages.text("exit.card"), form, form.first(), List.of(cancel(), start));
    }

    private Button cancel() {
        Button cancel = new Button(UiMessages.text("overlay.cancel"));
        cancel.setOnAction(event -> overlay.close());
        return cancel;
    }
}
