package mirrorstorm.ui.window;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import mirrorstorm.export.MapExport;
import mirrorstorm.export.SweepFiles;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.explore.ExplorePane;
import mirrorstorm.ui.explore.ExploreViewModel;
import mirrorstorm.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** The tipping map in a window of its own, beside the main one, whose run goes on meanwhile. */
final class ExploreWindow {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 760;

    private final Stage owner;
    private final Styles styles;
    private final Asks asks;
    private final FileCommands files;
    private final Errands errands;
    private final Workers workers;
    private final Supplier<Optional<Scenario>> opened;
    private final Runnable wakeOwner;
    private @Nullable Stage stage;
    private @Nullable FrameLoop frames;
    private @Nullable ExploreViewModel model;

    /** Puts what is known of a map into a file. */
    private interface Writing {
        void write(SweepPlan plan, List<Cell> cells, Path file) throws IOException;
    }

    /**
     * @param opened    the scenario of the main window
     * @param wakeOwner called when there may be something to do in the main window
     */
    ExploreWindow(
            Stage owner,
            Styles styles,
            Asks asks,
            FileCommands files,
            Errands errands,
            Workers workers,
            Supplier<Optional<Scenario>> opened,
            Runnable wakeOwner) {
        this.owner = owner;
        this.styles = styles;
        this.asks = asks;
        this.files = files;
        this.errands = errands;
        this.workers = workers;
        this.opened = opened;
        this.wakeOwner = wakeOwner;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        Stage shown = stage == null ? make() : stage;
        stage = shown;
        shown.show();
        shown.toFront();
    }

    private Stage make() {
        ExploreViewModel made = new ExploreViewModel(workers.background("explore"), System::nanoTime);
        ExplorePane pane = new ExplorePane(
                made,
                styles.themeProperty(),
                workers.thread("explore-painter"),
                new ExplorePane.Doors(
                        () -> opened.get().ifPresent(made::start),
                        cell -> made.scenario(cell).ifPresent(files::openNew),
                        () -> exportTable(made),
                        () -> exportPicture(made)));
        FrameLoop loop = new FrameLoop(List.of(errands::onFrame, made::onFrame, pane::onFrame));
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        styles.dress(scene);
        scene.addEventFilter(InputEvent.ANY, event -> {
            loop.wake();
            wakeOwner.run();
        });
        scene.widthProperty().addListener((property, before, now) -> loop.wake());
        scene.heightProperty().addListener((property, before, now) -> loop.wake());
        styles.themeProperty().addListener((property, before, now) -> loop.wake());
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle(Words.text("explore.title"));
        window.setScene(scene);
        window.setOnShown(event -> loop.wake());
        model = made;
        frames = loop;
        return window;
    }

    private void exportTable(ExploreViewModel from) {
        asks.tableToWrite("tipping-map.csv").ifPresent(file -> export(from, file, ExploreWindow::writeTable));
    }

    private static void writeTable(SweepPlan plan, List<Cell> cells, Path file) throws IOException {
        AtomicFile.write(file, (OutputStream out) -> SweepFiles.writeCsv(plan, cells, out));
    }

    private void exportPicture(ExploreViewModel from) {
        asks.pictureToWrite("tipping-map.png")
                .ifPresent(file -> export(
                        from,
                        file,
                        (plan, cells, to) -> MapExport.writePng(plan, cells, MapExport.level(plan.measure()), to)));
    }

    private void export(ExploreViewModel from, Path file, Writing writing) {
        String name = String.valueOf(file.getFileName());
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> errands.run(
                        () -> {
                            writing.write(plan, cells, file);
                            return name;
                        },
                        written -> asks.tell(Words.text("explore.written", written)),
                        problem -> asks.tellProblems(
                                Words.text("file.notExported", name), List.of(String.valueOf(problem.getMessage())))));
        wakeOwner.run();
    }

    /** Closes it for good and ends its work. */
    void close() {
        if (model != null) {
            model.cancel();
        }
        if (frames != null) {
            frames.close();
        }
        if (stage != null) {
            stage.close();
        }
    }
}
