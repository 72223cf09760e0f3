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

    static SideWindow of(SideWindowFiles.WindowServices services) {
        return new SideWindow(services, "cause.title", () -> contents(services));
    }

    private static SideWindow.Contents contents(SideWindowFiles.WindowServices services) {
        CauseViewModel model = new CauseViewModel(services.workers().background("cause"), System::nanoTime);
        SideWindowFiles commands = new SideWindowFiles(services);
        CausePane pane = new CausePane(
                model,
                services.styles().themeProperty(),
                services.styles().textScaleProperty(),
                services.workers().thread("cause-painter"),
                new CausePane.WindowCommands(
                        () -> services.history().get().ifPresent(history -> model.start(history.recorded())),
                        () -> exportJson(model, commands),
                        () -> exportPicture(model, commands)));
        return new SideWindow.Contents(
                pane, List.of(model::onFrame, pane::onFrame), event -> false, () -> {}, model.work()::cancel);
    }

    private static void exportJson(CauseViewModel from, SideWindowFiles commands) {
        from.scenario().ifPresent(scenario -> from.knownProperty()
                .get()
                .ifPresent(known -> commands.table(
                        "causes.json",
                        file -> AtomicFile.write(
                                file, (OutputStream out) -> AttributionJson.write(scenario, known, out)))));
    }

    private static void exportPicture(CauseViewModel from, SideWindowFiles commands) {
        Measure measure = from.measureProperty().get();
        from.scenario().ifPresent(scenario -> from.knownProperty()
                .get()
                .ifPresent(known ->
                        commands.picture("causes.png", file -> MapExport.writePng(scenario, known, measure, file))));
    }
}
