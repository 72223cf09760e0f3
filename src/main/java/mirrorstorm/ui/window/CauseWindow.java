package mirrorstorm.ui.window;

import java.io.OutputStream;
import java.util.List;
import mirrorstorm.export.AttributionJson;
import mirrorstorm.export.MapExport;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.ui.cause.CausePane;
import mirrorstorm.ui.cause.CauseViewModel;

/** Why it happened, in a window of its own. */
final class CauseWindow {

    private CauseWindow() {}

    static SideWindow of(SideDoors.Desk desk) {
        return new SideWindow(desk, "cause.title", () -> contents(desk));
    }

    private static SideWindow.Contents contents(SideDoors.Desk desk) {
        CauseViewModel model = new CauseViewModel(desk.workers().background("cause"), System::nanoTime);
        SideDoors doors = new SideDoors(desk);
        CausePane pane = new CausePane(
                model,
                desk.styles().themeProperty(),
                desk.styles().textScaleProperty(),
                desk.workers().thread("cause-painter"),
                new CausePane.Doors(
                        () -> desk.course().get().ifPresent(course -> model.start(course.recorded())),
                        () -> exportJson(model, doors),
                        () -> exportPicture(model, doors)));
        return new SideWindow.Contents(
                pane, List.of(model::onFrame, pane::onFrame), event -> false, () -> {}, model.work()::cancel);
    }

    private static void exportJson(CauseViewModel from, SideDoors doors) {
        from.scenario().ifPresent(scenario -> from.knownProperty()
                .get()
                .ifPresent(known -> doors.table(
                        "causes.json",
                        file -> AtomicFile.write(
                                file, (OutputStream out) -> AttributionJson.write(scenario, known, out)))));
    }

    private static void exportPicture(CauseViewModel from, SideDoors doors) {
        Measure measure = from.measureProperty().get();
        from.scenario().ifPresent(scenario -> from.knownProperty()
                .get()
                .ifPresent(known ->
                        doors.picture("causes.png", file -> MapExport.writePng(scenario, known, measure, file))));
    }
}
