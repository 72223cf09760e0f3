package mirrorstorm.ui.window;

import java.nio.file.Path;
import java.util.List;
import mirrorstorm.export.ComparisonExport;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.ui.compare.ComparePane;
import mirrorstorm.ui.compare.CompareViewModel;
import mirrorstorm.ui.compare.VariantChoice;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.study.SaveCommands;

/** Variants beside each other, in a window of their own. */
final class CompareWindow {

    private CompareWindow() {}

    static SideWindow of(SideWindowFiles.WindowServices services) {
        return new SideWindow(services, "compare.window", () -> contents(services));
    }

    private static SideWindow.Contents contents(SideWindowFiles.WindowServices services) {
        CompareViewModel model = new CompareViewModel(
                services.workers().background("compare"), services.workers().thread("compare-play"), System::nanoTime);
        SideWindowFiles commands = new SideWindowFiles(services);
        SaveCommands save = commands.saving("comparison", model::files);
        ComparePane[] pane = new ComparePane[1];
        pane[0] = new ComparePane(
                model,
                services.looks("compare"),
                System::nanoTime,
                new ComparePane.WindowCommands(
                        () -> model.start(services.timeNanos().getAsLong()),
                        () -> addFile(services, model.choice()),
                        new SaveCommands(
                                () -> exportPicture(
                                        pane[0],
                                        services.styles().themeProperty().get(),
                                        commands),
                                save.csv(),
                                save.json())));
        return new SideWindow.Contents(
                pane[0].root(),
                List.of(model::onFrame, pane[0]::onFrame),
                pane[0]::pressed,
                () -> services.history().get().ifPresent(history -> begin(services, model.choice(), history)),
                model.study().job()::cancel);
    }

    private static void begin(SideWindowFiles.WindowServices services, VariantChoice choice, RunHistory history) {
        choice.begin(history);
        services.fileTasks().run(() -> VariantChoice.family(history.scenario()), choice::offer, problem -> {});
    }

    private static void addFile(SideWindowFiles.WindowServices services, VariantChoice choice) {
        services.prompts().fileToOpen().ifPresent(file -> services.fileTasks()
                .run(
                        () -> ScenarioReader.read(file),
                        scenario -> choice.add(new Variant(name(file, scenario), scenario)),
                        problem -> services.files().notRead(file, problem)));
    }

    private static String name(Path file, Scenario scenario) {
        return scenario.title().isBlank() ? String.valueOf(file.getFileName()) : scenario.title();
    }

    private static void exportPicture(ComparePane pane, Theme theme, SideWindowFiles commands) {
        pane.picture()
                .ifPresent(view ->
                        commands.picture("comparison.png", file -> ComparisonExport.writePng(view, theme, file)));
    }
}
