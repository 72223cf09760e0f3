package mirrorstorm.ui.window;

import java.io.OutputStream;
import java.util.List;
import mirrorstorm.export.MapExport;
import mirrorstorm.export.SweepFiles;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.ui.explore.ExplorePane;
import mirrorstorm.ui.explore.ExploreViewModel;

/** The tipping map in a window of its own. */
final class ExploreWindow {

    private ExploreWindow() {}

    static SideWindow of(SideWindowFiles.WindowServices services) {
        return new SideWindow(services, "explore.title", () -> contents(services));
    }

    private static SideWindow.Contents contents(SideWindowFiles.WindowServices services) {
        ExploreViewModel model = new ExploreViewModel(
                services.workers().background("explore"),
                System::nanoTime,
                services.places().map(AppFolders::sweeps));
        model.revisionProperty().addListener((property, before, now) -> model.plan()
                .ifPresent(plan -> services.map().accept(TippingMap.of(plan, model.cells()), plan.scenario())));
        SideWindowFiles commands = new SideWindowFiles(services);
        ExplorePane pane = new ExplorePane(
                model,
                services.styles().themeProperty(),
                services.styles().textScaleProperty(),
                services.workers().thread("explore-painter"),
                new ExplorePane.WindowCommands(
                        () -> services.history().get().ifPresent(history -> model.start(history.scenario())),
                        cell -> model.scenario(cell).ifPresent(services.files()::openNew),
                        () -> exportTable(model, commands),
                        () -> exportJson(model, commands),
                        () -> exportPicture(model, commands)));
        return new SideWindow.Contents(
                pane, List.of(model::onFrame, pane::onFrame), event -> false, () -> {}, model.work()::cancel);
    }

    private static void exportTable(ExploreViewModel from, SideWindowFiles commands) {
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> commands.table(
                        "tipping-map.csv",
                        file -> AtomicFile.write(file, (OutputStream out) -> SweepFiles.writeCsv(plan, cells, out))));
    }

    private static void exportJson(ExploreViewModel from, SideWindowFiles commands) {
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> commands.table(
                        "tipping-map.json",
                        file -> AtomicFile.write(
                                file, (OutputStream out) -> SweepFiles.writeJson(plan, Shard.WHOLE, cells, out))));
    }

    private static void exportPicture(ExploreViewModel from, SideWindowFiles commands) {
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> commands.picture(
                        "tipping-map.png",
                        file -> MapExport.writePng(plan, cells, MapExport.level(plan.measure()), file)));
    }
}
