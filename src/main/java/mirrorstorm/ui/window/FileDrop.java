package mirrorstorm.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import mirrorstorm.ui.words.UiMessages;

/** Takes a scenario file that is dropped anywhere on the window. */
final class FileDrop {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final String ENDING = ".json";

    private FileDrop() {}

    /**
     * @param open   opens a file
     * @param refuse says why nothing is opened: what it is about, and what to do
     */
    static void install(Scene scene, Consumer<Path> open, BiConsumer<String, List<String>> refuse) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                // what cannot be opened is taken, too: only of what is dropped can be said why
                event.acceptTransferModes(TransferMode.COPY);
                boolean isScenario = scenarioIn(event.getDragboard().getFiles()).isPresent();
                scene.getRoot().pseudoClassStateChanged(TARGET, isScenario);
                event.consume();
            }
        });
        scene.addEventHandler(
                DragEvent.DRAG_EXITED_TARGET, event -> scene.getRoot().pseudoClassStateChanged(TARGET, false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            scene.getRoot().pseudoClassStateChanged(TARGET, false);
            event.setDropCompleted(drop(event.getDragboard().getFiles(), open, refuse));
            event.consume();
        });
    }

    /** Opens what was dropped, or says why not; whether it is opened. */
    static boolean drop(List<File> files, Consumer<Path> open, BiConsumer<String, List<String>> refuse) {
        Optional<Path> file = scenarioIn(files);
        if (file.isPresent()) {
            open.accept(file.get());
        } else if (files.size() > 1) {
            refuse.accept(UiMessages.text("drop.several"), List.of(UiMessages.text("drop.several.cure")));
        } else {
            files.forEach(each -> refuse.accept(
                    UiMessages.text("file.notOpened", each.getName()),
                    List.of(UiMessages.text("drop.foreign", ENDING))));
        }
        return file.isPresent();
    }

    /** The one file that can be opened; several are too many. */
    private static Optional<Path> scenarioIn(List<File> files) {
        return files.stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(ENDING))
                .map(File::toPath)
                .findFirst()
                .filter(only -> files.size() == 1);
    }
}
