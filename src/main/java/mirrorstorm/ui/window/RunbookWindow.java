package mirrorstorm.ui.window;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import mirrorstorm.export.MapExport;
import mirrorstorm.export.RemedyJson;
import mirrorstorm.run.remedy.Moves;
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

    static SideWindow of(SideDoors.Desk desk) {
        return new SideWindow(desk, "runbook.window", () -> contents(desk));
    }

    private static SideWindow.Contents contents(SideDoors.Desk desk) {
        RunbookViewModel model = new RunbookViewModel(desk.workers().background(NAME), System::nanoTime);
        SideDoors doors = new SideDoors(desk);
        Runnable take = () -> desk.course().get().ifPresent(model::take);
        RunbookPane pane = new RunbookPane(
                model,
                desk.styles().themeProperty(),
                desk.styles().textScaleProperty(),
                desk.workers().thread("runbook-painter"),
                new RunbookPane.Doors(
                        take,
                        () -> open(desk, model),
                        () -> save(desk, model, doors),
                        () -> exportPicture(model, doors),
                        () -> exportJson(model, doors)));
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

    private static void open(SideDoors.Desk desk, RunbookViewModel model) {
        desk.asks().fileToOpen().ifPresent(file -> desk.errands()
                .run(() -> ScenarioReader.read(file), model::take, problem -> desk.files()
                        .notRead(file, problem)));
    }

    private static void save(SideDoors.Desk desk, RunbookViewModel model, SideDoors doors) {
        Optional<Scenario> written = model.written();
        written.ifPresent(scenario -> desk.asks()
                .fileToSave(NAME + Library.FILE_ENDING)
                .ifPresent(file -> doors.write(file, to -> ScenarioWriter.write(scenario, to))));
    }

    private static void exportPicture(RunbookViewModel from, SideDoors doors) {
        Optional<Runbook> all = from.knownProperty().get();
        all.ifPresent(known -> from.tried()
                .ifPresent(
                        scenario -> doors.picture("runbook.png", file -> MapExport.writePng(scenario, known, file))));
    }

    private static void exportJson(RunbookViewModel from, SideDoors doors) {
        Moves moves = from.triedMoves();
        Optional<Runbook> all = from.knownProperty().get();
        all.ifPresent(known -> from.tried()
                .ifPresent(scenario -> doors.table(
                        "runbook.json",
                        file -> AtomicFile.write(
                                file, (OutputStream out) -> RemedyJson.write(scenario, known, moves, out)))));
    }
}
