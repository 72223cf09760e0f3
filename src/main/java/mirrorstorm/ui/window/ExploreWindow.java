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

    static SideWindow of(SideDoors.Desk desk) {
        return new SideWindow(desk, "explore.title", () -> contents(desk));
    }

    private static SideWindow.Contents contents(SideDoors.Desk desk) {
        ExploreViewModel model = new ExploreViewModel(
                desk.workers().background("explore"),
                System::nanoTime,
                desk.places().map(Places::sweeps));
        model.revisionProperty().addListener((property, before, now) -> model.plan()
                .ifPresent(plan -> desk.map().accept(TippingMap.of(plan, model.cells()), plan.scenario())));
        SideDoors doors = new SideDoors(desk);
        ExplorePane pane = new ExplorePane(
                model,
                desk.styles().themeProperty(),
                desk.styles().textScaleProperty(),
                desk.workers().thread("explore-painter"),
                new ExplorePane.Doors(
                        () -> desk.course().get().ifPresent(course -> model.start(course.scenario())),
                        cell -> model.scenario(cell).ifPresent(desk.files()::openNew),
                        () -> exportTable(model, doors),
                        () -> exportJson(model, doors),
                        () -> exportPicture(model, doors)));
        return new SideWindow.Contents(
                pane, List.of(model::onFrame, pane::onFrame), event -> false, () -> {}, model.work()::cancel);
    }

    private static void exportTable(ExploreViewModel from, SideDoors doors) {
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> doors.table(
                        "tipping-map.csv",
                        file -> AtomicFile.write(file, (OutputStream out) -> SweepFiles.writeCsv(plan, cells, out))));
    }

    private static void exportJson(ExploreViewModel from, SideDoors doors) {
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> doors.table(
                        "tipping-map.json",
                        file -> AtomicFile.write(
                                file, (OutputStream out) -> SweepFiles.writeJson(plan, Shard.WHOLE, cells, out))));
    }

    private static void exportPicture(ExploreViewModel from, SideDoors doors) {
        List<Cell> cells = from.cells();
        from.plan()
                .ifPresent(plan -> doors.picture(
                        "tipping-map.png",
                        file -> MapExport.writePng(plan, cells, MapExport.level(plan.measure()), file)));
    }
}
