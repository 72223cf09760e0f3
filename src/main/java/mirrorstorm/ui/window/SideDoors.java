package mirrorstorm.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.CourseView;
import mirrorstorm.ui.words.Words;

/** The way from a window beside the main one to files, and back to the main one. */
final class SideDoors {

    /**
     * What windows beside the main one share with it.
     *
     * @param places    where files of our own are kept; none: nowhere
     * @param course    what is open in the main window
     * @param timeNanos where it stands, nanoseconds since its start
     * @param map       told of what is known of the last tipping map, and of the scenario that it is around
     * @param wakeOwner called when there may be something to do in the main window
     */
    record Desk(
            Stage owner,
            Styles styles,
            Asks asks,
            FileCommands files,
            Errands errands,
            Workers workers,
            Optional<Places> places,
            Supplier<Optional<CourseView>> course,
            LongSupplier timeNanos,
            BiConsumer<TippingMap, Scenario> map,
            Runnable wakeOwner) {}

    /** Puts something into a file. */
    @FunctionalInterface
    interface Writing {
        void write(Path file) throws IOException;
    }

    private final Desk desk;

    SideDoors(Desk desk) {
        this.desk = desk;
    }

    /** Asks where to put a picture, and puts it there. */
    void picture(String name, Writing writing) {
        desk.asks().pictureToWrite(name).ifPresent(file -> write(file, writing));
    }

    /** Asks where to put a table or JSON, and puts it there. */
    void table(String name, Writing writing) {
        desk.asks().tableToWrite(name).ifPresent(file -> write(file, writing));
    }

    /** Writes a file off the FX thread, and tells what came of it. */
    void write(Path file, Writing writing) {
        String name = String.valueOf(file.getFileName());
        desk.errands()
                .run(
                        () -> {
                            writing.write(file);
                            return name;
                        },
                        written -> desk.asks().tell(Words.text("work.written", written)),
                        problem -> desk.asks()
                                .tellProblems(
                                        Words.text("file.notExported", name),
                                        List.of(String.valueOf(problem.getMessage()))));
        desk.wakeOwner().run();
    }
}
