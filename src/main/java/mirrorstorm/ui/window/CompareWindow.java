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
import mirrorstorm.ui.playback.CourseView;

/** Variants beside each other, in a window of their own. */
final class CompareWindow {

    private CompareWindow() {}

    static SideWindow of(SideDoors.Desk desk) {
        return new SideWindow(desk, "compare.window", () -> contents(desk));
    }

    private static SideWindow.Contents contents(SideDoors.Desk desk) {
        CompareViewModel model = new CompareViewModel(
                desk.workers().background("compare"), desk.workers().thread("compare-play"), System::nanoTime);
        SideDoors doors = new SideDoors(desk);
        ComparePane[] pane = new ComparePane[1];
        pane[0] = new ComparePane(
                model,
                desk.styles().themeProperty(),
                desk.styles().textScaleProperty(),
                desk.workers().thread("compare-painter"),
                System::nanoTime,
                new ComparePane.Doors(
                        () -> model.start(desk.timeNanos().getAsLong()),
                        () -> addFile(desk, model.choice()),
                        () -> exportPicture(
                                pane[0], desk.styles().themeProperty().get(), doors),
                        () -> exportTable(model, doors),
                        () -> exportJson(model, doors)));
        return new SideWindow.Contents(
                pane[0],
                List.of(model::onFrame, pane[0]::onFrame),
                pane[0]::pressed,
                () -> desk.course().get().ifPresent(course -> begin(desk, model.choice(), course)),
                model.work()::cancel);
    }

    private static void begin(SideDoors.Desk desk, VariantChoice choice, CourseView course) {
        choice.begin(course);
        desk.errands().run(() -> VariantChoice.family(course.scenario()), choice::offer, problem -> {});
    }

    private static void addFile(SideDoors.Desk desk, VariantChoice choice) {
        desk.asks().fileToOpen().ifPresent(file -> desk.errands()
                .run(
                        () -> ScenarioReader.read(file),
                        scenario -> choice.add(new Variant(name(file, scenario), scenario)),
                        problem -> desk.files().notRead(file, problem)));
    }

    private static String name(Path file, Scenario scenario) {
        return scenario.title().isBlank() ? String.valueOf(file.getFileName()) : scenario.title();
    }

    private static void exportPicture(ComparePane pane, Theme theme, SideDoors doors) {
        pane.picture()
                .ifPresent(
                        view -> doors.picture("comparison.png", file -> ComparisonExport.writePng(view, theme, file)));
    }

    private static void exportTable(CompareViewModel from, SideDoors doors) {
        from.knownProperty()
                .get()
                .ifPresent(known -> doors.table(
                        "comparison.csv",
                        file -> AtomicFile.write(file, (OutputStream out) -> ComparisonExport.writeCsv(known, out))));
    }

    private static void exportJson(CompareViewModel from, SideDoors doors) {
        Optional<VariantComparison> all = from.knownProperty().get();
        all.ifPresent(known -> doors.table(
                "comparison.json",
                file -> AtomicFile.write(
                        file,
                        (OutputStream out) ->
                                ComparisonJson.write(known.variants().get(0).scenario(), known, out))));
    }
}
