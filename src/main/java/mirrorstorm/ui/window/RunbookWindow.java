package mirrorstorm.ui.window;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import mirrorstorm.export.MapExport;
import mirrorstorm.export.RemedyJson;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.ui.runbook.RunbookPane;
import mirrorstorm.ui.runbook.RunbookViewModel;

/** A runbook in a window of its own. Its files are scenarios: what {@code runbook --moves} reads. */
final class RunbookWindow {

    private static final String NAME = "runbook";

    private RunbookWindow() {}

    static SideWindow of(SideWindowFiles.WindowServices services) {
        return new SideWindow(services, "runbook.window", () -> contents(services));
    }

    private static SideWindow.Contents contents(SideWindowFiles.WindowServices services) {
        RunbookViewModel model = new RunbookViewModel(services.workers().background(NAME), System::nanoTime);
        SideWindowFiles commands = new SideWindowFiles(services);
        Runnable take = () -> services.history().get().ifPresent(model::take);
        RunbookPane pane = new RunbookPane(
                model,
                services.styles().themeProperty(),
                services.styles().textScaleProperty(),
                services.workers().thread("runbook-painter"),
                new RunbookPane.WindowCommands(
                        take,
                        () -> open(services, model),
                        () -> save(services, model, commands),
                        () -> exportPicture(model, commands),
                        () -> exportJson(model, commands)));
        return new SideWindow.Contents(
                pane,
                List.of(model::onFrame, pane::onFrame),
                event -> false,
                () -> {
                    if (model.movesProperty().get().isEmpty()) {
                        take.run();
                    }
                },
                model.work()::cancel);
    }

    private static void open(SideWindowFiles.WindowServices services, RunbookViewModel model) {
        services.prompts().fileToOpen().ifPresent(file -> services.fileTasks()
                .run(() -> ScenarioReader.read(file), model::take, problem -> services.files()
                        .notRead(file, problem)));
    }

    private static void save(
            SideWindowFiles.WindowServices services, RunbookViewModel model, SideWindowFiles commands) {
        Optional<Scenario> written = model.written();
        written.ifPresent(scenario -> services.prompts()
                .fileToSave(NAME + Library.FILE_ENDING)
                .ifPresent(file -> commands.write(file, to -> ScenarioWriter.write(scenario, to))));
    }

    private static void exportPicture(RunbookViewModel from, SideWindowFiles commands) {
        Optional<Runbook> all = from.knownProperty().get();
        all.ifPresent(known -> from.tried()
                .ifPresent(scenario ->
                        commands.picture("runbook.png", file -> MapExport.writePng(scenario, known, file))));
    }

    private static void exportJson(RunbookViewModel from, SideWindowFiles commands) {
        RelativePlan moves = from.triedMoves();
        Optional<Runbook> all = from.knownProperty().get();
        all.ifPresent(known -> from.tried()
                .ifPresent(scenario -> commands.table(
                        "runbook.json",
                        file -> AtomicFile.write(
                                file, (OutputStream out) -> RemedyJson.write(scenario, known, moves, out)))));
    }
}
