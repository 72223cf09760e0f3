package mirrorstorm.ui.window;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mirrorstorm.export.ComparisonExport;
import mirrorstorm.export.ComparisonJson;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.ui.compare.ComparePane;
import mirrorstorm.ui.compare.CompareViewModel;
import mirrorstorm.ui.compare.VariantChoice;
import mirrorstorm.ui.playback.RunHistory;

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
        ComparePane[] pane = new ComparePane[1];
        pane[0] = new ComparePane(
                model,
                services.styles().themeProperty(),
                services.styles().textScaleProperty(),
                services.workers().thread("compare-painter"),
                System::nanoTime,
                new ComparePane.WindowCommands(
                        () -> model.start(services.timeNanos().getAsLong()),
                        () -> addFile(services, model.choice()),
                        () -> exportPicture(
                                pane[0], services.styles().themeProperty().get(), commands),
                        () -> exportTable(model, commands),
                        () -> exportJson(model, commands)));
        return new SideWindow.Contents(
                pane[0],
                List.of(model::onFrame, pane[0]::onFrame),
                pane[0]::pressed,
                () -> services.history().get().ifPresent(history -> begin(services, model.choice(), history)),
                model.work()::cancel);
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

    private static void exportTable(CompareViewModel from, SideWindowFiles commands) {
        from.knownProperty()
                .get()
                .ifPresent(known -> commands.table(
                        "comparison.csv",
                        file -> AtomicFile.write(file, (OutputStream out) -> ComparisonExport.writeCsv(known, out))));
    }

    private static void exportJson(CompareViewModel from, SideWindowFiles commands) {
        Optional<VariantComparison> all = from.knownProperty().get();
        all.ifPresent(known -> commands.table(
                "comparison.json",
                file -> AtomicFile.write(
                        file,
                        (OutputStream out) ->
                                ComparisonJson.write(known.variants().get(0).scenario(), known, out))));
    }
}
