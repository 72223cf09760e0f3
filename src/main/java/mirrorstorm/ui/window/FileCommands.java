package mirrorstorm.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.export.PictureExport;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Problem;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.ui.export.PictureChoice;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.recovery.Draft;
import mirrorstorm.ui.words.UiMessages;

/** Opens, saves and exports. A file that cannot be used never takes the place of the open run. */
final class FileCommands {

    private final SimulationThread simulation;
    private final Document document;
    private final FileTasks fileTasks;
    private final Prompts prompts;
    private final RecentFiles recent;

    FileCommands(
            SimulationThread simulation, Document document, FileTasks fileTasks, Prompts prompts, RecentFiles recent) {
        this.simulation = simulation;
        this.document = document;
        this.fileTasks = fileTasks;
        this.prompts = prompts;
        this.recent = recent;
    }

    // Opening

    /** Asks for a file and opens it. */
    void open() {
        prompts.fileToOpen().ifPresent(file -> whenSafe(() -> open(file)));
    }

    /** Opens a file. */
    void open(Path file) {
        fileTasks.run(
                () -> ScenarioReader.read(file),
                scenario -> {
                    recent.add(file);
                    open(scenario, Optional.of(file));
                },
                problem -> notOpened(file, problem));
    }

    /** Opens a file that was dropped on the window or chosen among the recent ones. */
    void openSafely(Path file) {
        whenSafe(() -> open(file));
    }

    private void notOpened(Path file, Exception problem) {
        boolean isKnown = recent.files().contains(file.toAbsolutePath().normalize());
        if (isKnown && Files.notExists(file)) {
            String text =
                    UiMessages.text("file.gone", String.valueOf(file.getFileName()), String.valueOf(file.getParent()));
            Notification.Choice forget =
                    new Notification.Choice(UiMessages.text("file.gone.forget"), () -> recent.remove(file));
            prompts.offer(new Notification(text, true, List.of(forget)));
        } else {
            tell("file.notOpened", file, problem);
        }
    }

    /** Opens a scenario that comes with the program. */
    void openBundled(String id) {
        whenSafe(() ->
                fileTasks.run(() -> Library.bundled(id), scenario -> open(scenario, Optional.empty()), problem -> {
                    throw new AssertionError("what comes with the program can be read: " + id, problem);
                }));
    }

    /** Opens a scenario that is in no file yet; closing the window asks whether it is to be saved. */
    void openNew(Scenario scenario) {
        whenSafe(() -> {
            document.expectUnsaved(scenario, Optional.empty());
            simulation.open(scenario, true);
        });
    }

    /** Opens what was not saved when a window was killed, where the run stood; {@code then} it is open. */
    void recover(Draft draft, Runnable then) {
        whenSafe(() -> {
            document.expectUnsaved(draft.recorded(), draft.file());
            simulation.open(draft.recorded(), false);
            simulation.seek(draft.timeNanos());
            then.run();
        });
    }

    private void open(Scenario scenario, Optional<Path> from) {
        document.expect(scenario, from);
        simulation.open(scenario, true);
    }

    /** Told that the scenario that was to be opened cannot be run. */
    void refused(String why) {
        document.expectNothing();
        prompts.tellProblems(UiMessages.text("file.notRun"), List.of(why));
    }

    /** Tells that a file which was to be used beside the open run could not be. */
    void notRead(Path file, Exception problem) {
        tell("file.notOpened", file, problem);
    }

    private void tell(String what, Path file, Exception problem) {
        List<String> lines = new ArrayList<>();
        if (problem instanceof ScenarioException broken) {
            broken.problems().stream().map(Problem::toString).forEach(lines::add);
        } else {
            lines.add(String.valueOf(problem.getMessage()));
        }
        prompts.tellProblems(UiMessages.text(what, String.valueOf(file.getFileName())), lines);
    }

    // Saving

    /** Saves to the file that the scenario came from, or asks for one. */
    void save() {
        save(() -> {});
    }

    /** Asks for a file and saves to it. */
    void saveAs() {
        document.recorded().ifPresent(scenario -> prompts.fileToSave(fileName(scenario))
                .ifPresent(file -> write(scenario, withEnding(file, Library.FILE_ENDING), () -> {})));
    }

    private void save(Runnable then) {
        document.recorded().ifPresent(scenario -> document.file()
                .or(() -> prompts.fileToSave(fileName(scenario)).map(file -> withEnding(file, Library.FILE_ENDING)))
                .ifPresent(file -> write(scenario, file, then)));
    }

    private void write(Scenario scenario, Path file, Runnable then) {
        fileTasks.run(
                () -> {
                    ScenarioWriter.write(scenario, file);
                    return file;
                },
                written -> {
                    document.savedAs(scenario, written);
                    recent.add(written);
                    prompts.tell(UiMessages.text("file.saved", String.valueOf(written.getFileName())));
                    then.run();
                },
                problem -> tell("file.notSaved", file, problem));
    }

    private static String fileName(Scenario scenario) {
        return scenario.id() + Library.FILE_ENDING;
    }

    private static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }

    /** Does it if nothing is unsaved, or once that is saved or given up; then it may not ask anything itself. */
    void whenSafe(Runnable what) {
        if (!document.unsavedProperty().get()) {
            what.run();
            return;
        }
        switch (prompts.aboutUnsaved(document.titleProperty().get())) {
            case SAVE -> save(what);
            case DISCARD -> what.run();
            case CANCEL -> {}
        }
    }

    // Pictures

    /** Asks for a file and puts the picture into it. */
    void export(String name, FigureView sheet, PictureChoice choice) {
        String ending = choice.format().ending();
        prompts.pictureToWrite(name + ending)
                .map(file -> withEnding(file, ending))
                .ifPresent(file -> {
                    prompts.tell(UiMessages.text("file.exporting"));
                    fileTasks.run(
                            () -> write(sheet, choice, file),
                            this::tellWritten,
                            problem -> tell("file.notExported", file, problem));
                });
    }

    private static Path write(FigureView sheet, PictureChoice choice, Path file) throws IOException {
        FigureView chosen = choice.of(sheet);
        if (choice.format() == PictureChoice.Format.SVG) {
            PictureExport.writeSvg(chosen, choice.pictureWidth(), choice.pictureHeight(), choice.theme(), file);
        } else {
            PictureExport.writePng(chosen, choice.pictureWidth(), choice.pictureHeight(), choice.theme(), file);
        }
        return file;
    }

    private void tellWritten(Path file) {
        prompts.tell(UiMessages.text("file.exported", String.valueOf(file.getFileName())));
    }

    /** Puts the picture where other programs can take it from. */
    void copy(FigureView sheet, PictureChoice choice) {
        int width = choice.pictureWidth();
        int height = choice.pictureHeight();
        fileTasks.run(
                () -> PictureExport.pixels(choice.of(sheet), width, height, choice.theme()),
                pixels -> {
                    prompts.copyPicture(pixels, width, height);
                    prompts.tell(UiMessages.text("file.copied"));
                },
                problem -> {});
    }
}
