package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import mirrorstorm.ui.window.SideDoors.Desk;
import mirrorstorm.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** A window beside the main one, whose run goes on meanwhile. It is made when it is shown for the first time. */
final class SideWindow {

    private static final double WIDTH = 1240;
    private static final double HEIGHT = 780;

    private final Desk desk;
    private final String title;
    private final Supplier<Contents> maker;
    private @Nullable Stage stage;
    private @Nullable FrameLoop frames;
    private @Nullable Contents contents;

    /**
     * What is in a window.
     *
     * @param parts  what takes part in every frame
     * @param keys   is told of keys that no field keeps for itself; whether it had a use for one
     * @param opened called whenever the window is opened or brought to the front
     * @param end    ends its work for good
     */
    record Contents(Parent root, List<FrameLoop.Part> parts, KeyUser keys, Runnable opened, Runnable end) {

        Contents {
            parts = List.copyOf(parts);
        }
    }

    /** Makes use of a key. */
    interface KeyUser {
        boolean pressed(KeyEvent event);
    }

    /** @param title its name in the bundle of words */
    SideWindow(Desk desk, String title, Supplier<Contents> maker) {
        this.desk = desk;
        this.title = title;
        this.maker = maker;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        Contents shown = contents == null ? maker.get() : contents;
        contents = shown;
        Stage window = stage == null ? make(shown) : stage;
        stage = window;
        shown.opened().run();
        window.show();
        window.toFront();
    }

    private Stage make(Contents of) {
        List<FrameLoop.Part> parts = new ArrayList<>(List.of(desk.errands()::onFrame));
        parts.addAll(of.parts());
        FrameLoop loop = new FrameLoop(parts);
        Scene scene = new Scene(of.root(), WIDTH, HEIGHT);
        desk.styles().dress(scene);
        scene.addEventFilter(InputEvent.ANY, event -> {
            loop.wake();
            desk.wakeOwner().run();
        });
        scene.widthProperty().addListener((property, before, now) -> loop.wake());
        scene.heightProperty().addListener((property, before, now) -> loop.wake());
        desk.styles().themeProperty().addListener((property, before, now) -> loop.wake());
        Stage window = new Stage();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isClosing = event.getCode() == KeyCode.W && event.isShortcutDown();
            if (isClosing) {
                window.close();
            }
            if (isClosing || of.keys().pressed(event)) {
                event.consume();
            }
        });
        window.initOwner(desk.owner());
        window.setTitle(Words.text(title));
        window.setScene(scene);
        window.setOnShown(event -> loop.wake());
        frames = loop;
        return window;
    }

    /** Something may be new in it. */
    void wake() {
        if (frames != null) {
            frames.wake();
        }
    }

    /** Closes it for good and ends its work. */
    void close() {
        if (contents != null) {
            contents.end().run();
        }
        if (frames != null) {
            frames.close();
        }
        if (stage != null) {
            stage.close();
        }
    }
}
