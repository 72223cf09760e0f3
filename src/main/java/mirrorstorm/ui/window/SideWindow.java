package mirrorstorm.ui.window;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.window.SideWindowFiles.WindowServices;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/**
 * A window beside the main one, whose run goes on meanwhile. It is made when it is shown for the first time, and always
 * shown empty: what is in it is put in in a frame of its own, so that opening it holds nobody up for as long as styling
 * all of it takes.
 */
final class SideWindow {

    /** Closes any of them. */
    static final Shortcut CLOSE = Shortcut.control("W");

    private static final double WIDTH = 1240;
    private static final double HEIGHT = 780;

    private final WindowServices services;
    private final String title;
    private final Supplier<Contents> maker;
    private @Nullable Stage stage;
    private @Nullable FrameLoop frames;
    private @Nullable Contents contents;
    private boolean isFilled;

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
        boolean pressed(Shortcut key);
    }

    /** @param title its name in the bundle of words */
    SideWindow(WindowServices services, String title, Supplier<Contents> maker) {
        this.services = services;
        this.title = title;
        this.maker = maker;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        Stage window = stage == null ? make() : stage;
        stage = window;
        services.styles().dress(window.getScene());
        if (isFilled && contents != null) {
            contents.opened().run();
        }
        window.show();
        window.toFront();
        wake();
    }

    private Stage make() {
        FrameLoop loop = new FrameLoop(List.of(services.fileTasks()::onFrame, this::onFrame));
        Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
        services.styles().dress(scene);
        scene.addEventFilter(InputEvent.ANY, event -> {
            loop.wake();
            services.wakeOwner().run();
        });
        scene.widthProperty().addListener((property, before, now) -> loop.wake());
        scene.heightProperty().addListener((property, before, now) -> loop.wake());
        services.styles().themeProperty().addListener((property, before, now) -> loop.wake());
        Stage window = new Stage();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Shortcut key = Shortcut.of(event);
            if (key.equals(CLOSE)) {
                window.close();
                event.consume();
            } else if (!event.isAltDown()) {
                use(key, event);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> Shortcut.typed(event).ifPresent(key -> use(key, event)));
        window.initOwner(services.owner());
        window.setTitle(UiMessages.text(title));
        window.setScene(scene);
        window.setOnShown(event -> loop.wake());
        window.setOnHidden(event -> empty(scene));
        frames = loop;
        return window;
    }

    private void use(Shortcut key, KeyEvent event) {
        boolean isText = event.getTarget() instanceof TextInputControl;
        if (!isText && contents != null && contents.keys().pressed(key)) {
            event.consume();
        }
    }

    private void empty(Scene scene) {
        isFilled = false;
        scene.setRoot(new Region());
    }

    private void fill(Scene scene, Contents with) {
        isFilled = true;
        scene.setRoot(with.root());
        with.opened().run();
    }

    private boolean onFrame() {
        Contents now = contents;
        if (now == null) {
            contents = maker.get();
            return true;
        }
        if (!isFilled && stage != null && stage.isShowing()) {
            fill(stage.getScene(), now);
            return true;
        }
        boolean isBusy = false;
        for (FrameLoop.Part part : now.parts()) {
            isBusy |= part.onFrame();
        }
        return isBusy;
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
