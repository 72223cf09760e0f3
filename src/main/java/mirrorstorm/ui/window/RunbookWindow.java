package mirrorstorm.ui.window;

import java.util.List;
import java.util.Optional;
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
                services.looks(NAME),
                new RunbookPane.WindowCommands(
                        take,
                        () -> open(services, model),
                        () -> save(services, model, commands),
                        commands.saving(NAME, model::files)));
        return new SideWindow.Contents(
                pane.root(),
                List.of(model::onFrame, pane::onFrame),
                event -> false,
                () -> {
                    if (model.movesProperty().get().isEmpty()) {
                        take.run();
                    }
                },
                model.study().job()::cancel);
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
}
