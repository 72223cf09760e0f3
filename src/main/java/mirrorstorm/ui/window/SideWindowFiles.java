package mirrorstorm.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.study.StudyPictureView;
import mirrorstorm.ui.words.UiMessages;

/** The way from a window beside the main one to files, and back to the main one. */
final class SideWindowFiles {

    /**
     * What windows beside the main one share with it.
     *
     * @param places    where files of our own are kept; none: nowhere
     * @param history    what is open in the main window
     * @param timeNanos where it stands, nanoseconds since its start
     * @param map       told of what is known of the last tipping map, and of the scenario that it is around
     * @param wakeOwner called when there may be something to do in the main window
     */
    record WindowServices(
            Stage owner,
            Styles styles,
            Prompts prompts,
            FileCommands files,
            FileTasks fileTasks,
            Workers workers,
            Optional<AppFolders> places,
            Supplier<Optional<RunHistory>> history,
            LongSupplier timeNanos,
            BiConsumer<TippingMap, Scenario> map,
            Runnable wakeOwner) {

        /**
         * How pictures look in a window.
         *
         * @param name what its painter's thread is called
         */
        StudyPictureView.Looks looks(String name) {
            return new StudyPictureView.Looks(
                    styles.themeProperty(), styles.textScaleProperty(), workers.thread(name + "-painter"));
        }
    }

    /** Puts something into a file. */
    @FunctionalInterface
    interface Writing {
        void write(Path file) throws IOException;
    }

    private final WindowServices services;

    SideWindowFiles(WindowServices services) {
        this.services = services;
    }

    /**
     * What saves what a study has found, as far as it is known by then.
     *
     * @param name of the files that are offered, without ending
     */
    SaveCommands saving(String name, Supplier<Optional<StudyFiles>> found) {
        return new SaveCommands(
                () -> found.get().flatMap(StudyFiles::png).ifPresent(png -> picture(name + ".png", written(png))),
                () -> found.get().flatMap(StudyFiles::csv).ifPresent(csv -> table(name + ".csv", written(csv))),
                () -> found.get().map(StudyFiles::json).ifPresent(json -> table(name + ".json", written(json))));
    }

    private static Writing written(AtomicFile.Content content) {
        return file -> AtomicFile.write(file, content);
    }

    /** Asks where to put a picture, and puts it there. */
    void picture(String name, Writing writing) {
        services.prompts().pictureToWrite(name).ifPresent(file -> write(file, writing));
    }

    private void table(String name, Writing writing) {
        services.prompts().tableToWrite(name).ifPresent(file -> write(file, writing));
    }

    /** Writes a file off the FX thread, and tells what came of it. */
    void write(Path file, Writing writing) {
        String name = String.valueOf(file.getFileName());
        services.fileTasks()
                .run(
                        () -> {
                            writing.write(file);
                            return name;
                        },
                        written -> services.prompts().tell(UiMessages.text("work.written", written)),
                        problem -> services.prompts()
                                .tellProblems(
                                        UiMessages.text("file.notExported", name),
                                        List.of(String.valueOf(problem.getMessage()))));
        services.wakeOwner().run();
    }
}
