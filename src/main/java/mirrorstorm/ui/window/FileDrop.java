package mirrorstorm.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a scenario file that is dropped anywhere on the window. */
final class FileDrop {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final String ENDING = ".json";

    private FileDrop() {}

    /** @param open opens a file */
    static void install(Scene scene, Consumer<Path> open) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (scenarioIn(event.getDragboard().getFiles()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                scene.getRoot().pseudoClassStateChanged(TARGET, true);
                event.consume();
            }
        });
        scene.addEventHandler(
                DragEvent.DRAG_EXITED_TARGET, event -> scene.getRoot().pseudoClassStateChanged(TARGET, false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            Optional<Path> file = scenarioIn(event.getDragboard().getFiles());
            scene.getRoot().pseudoClassStateChanged(TARGET, false);
            event.setDropCompleted(file.isPresent());
            event.consume();
            file.ifPresent(open);
        });
    }

    /** The one file that can be opened; several are too many. */
    static Optional<Path> scenarioIn(List<File> files) {
        return files.stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(ENDING))
                .map(File::toPath)
                .findFirst()
                .filter(only -> files.size() == 1);
    }
}
