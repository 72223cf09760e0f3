package mirrorstorm.ui.stage;

import java.awt.geom.Rectangle2D;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** The stage on the screen: hands the newest view to the painter, and pointer and keys to {@link StageGestures}. */
public final class StagePane extends StackPane {

    /** More than this between two pictures is no animation any more. */
    private static final double REAL_SECONDS_MAX = 0.25;

    private final StageViewModel model;
    private final CameraViewModel camera;
    private final StageGestures gestures;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final LongSupplier nanoTime;
    private final PaintedPane picture;
    private final StageArtist artist = new StageArtist();
    /** Where the cluster is, for whoever points at it. */
    private final Region cluster = new Region();

    private volatile @Nullable StageHits painted;
    private double scale = 1;
    private boolean isStale = true;
    private long paintedNanos;

    /** A menu of what can be done to what is selected. */
    public interface Menu {

        /** Shows the menu at a place of the screen. */
        void show(StagePane owner, double screenX, double screenY);

        /** Takes it away. */
        void hide();
    }

    /**
     * @param painter  runs one task at a time
     * @param menu     what can be done to what is selected
     * @param nanoTime the real world's clock, nanoseconds
     */
    public StagePane(
            StageViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            Menu menu,
            LongSupplier nanoTime) {
        this.model = model;
        this.camera = model.camera();
        this.gestures = model.gestures();
        this.theme = theme;
        this.textScale = textScale;
        this.nanoTime = nanoTime;
        picture = new PaintedPane(painter);
        getStyleClass().add("stage");
        cluster.getStyleClass().add("stage-cluster");
        cluster.setManaged(false);
        cluster.setMouseTransparent(true);
        getChildren().addAll(picture, cluster);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(UiMessages.text("stage.accessible"));
        accessibleHelpProperty().bind(model.sentenceProperty());
        watch();
        listen(menu);
    }

    private void watch() {
        model.viewProperty().addListener((property, before, now) -> isStale = true);
        model.hoveredProperty().addListener((property, before, now) -> isStale = true);
        model.selectionProperty().addListener((property, before, now) -> isStale = true);
        model.cursorProperty().addListener((property, before, now) -> isStale = true);
        model.lassoProperty().addListener((property, before, now) -> isStale = true);
        camera.cameraProperty().addListener((property, before, now) -> isStale = true);
        theme.addListener((property, before, now) -> isStale = true);
        textScale.addListener((property, before, now) -> isStale = true);
        widthProperty().addListener((property, before, now) -> isStale = true);
        heightProperty().addListener((property, before, now) -> isStale = true);
    }

    private void listen(Menu menu) {
        setOnMouseMoved(event -> gestures.hover(event.getX() * scale, event.getY() * scale));
        setOnMouseExited(event -> model.hover(Pick.nothing()));
        setOnMousePressed(event -> press(menu, event));
        setOnMouseDragged(event -> gestures.drag(event.getX() * scale, event.getY() * scale));
        setOnMouseReleased(this::release);
        setOnScroll(event -> {
            gestures.wheel(event.getX() * scale, event.getY() * scale, event.getDeltaY());
            event.consume();
        });
        setOnZoom(event -> gestures.zoom(event.getX() * scale, event.getY() * scale, event.getZoomFactor()));
        setOnContextMenuRequested(event -> showMenu(menu, event));
        setOnKeyPressed(this::pressKey);
    }

    private void press(Menu menu, MouseEvent event) {
        requestFocus();
        menu.hide();
        if (event.getButton() == MouseButton.PRIMARY) {
            gestures.press(event.getX() * scale, event.getY() * scale, event.isShiftDown());
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double x = event.getX() * scale;
        double y = event.getY() * scale;
        boolean isClick = event.isStillSincePress();
        if (isClick && event.getClickCount() == 2) {
            gestures.doubleClick(x, y);
        }
        gestures.release(x, y, isClick ? event.isShiftDown() || event.isShortcutDown() : event.isShortcutDown());
    }

    private void showMenu(Menu menu, ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            Bounds bounds = localToScreen(getBoundsInLocal());
            menu.show(this, bounds.getCenterX(), bounds.getCenterY());
        } else if (gestures.chooseForMenu(event.getX() * scale, event.getY() * scale)) {
            menu.show(this, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** Arrows alone step the run: with Control they lead from node to node. */
    private void pressKey(KeyEvent event) {
        boolean isTaken = true;
        switch (event.getCode()) {
            case LEFT -> gestures.moveCursor(-1, 0);
            case RIGHT -> gestures.moveCursor(1, 0);
            case UP -> gestures.moveCursor(0, -1);
            case DOWN -> gestures.moveCursor(0, 1);
            case ENTER -> gestures.chooseAtCursor(event.isShortcutDown() || event.isShiftDown());
            default -> isTaken = false;
        }
        if (isTaken) {
            event.consume();
        }
    }

    /** Called once a frame: shows what was painted and orders the next picture; whether more is to come. */
    public boolean onFrame() {
        picture.onFrame();
        scale = picture.scale();
        StageHits now = painted;
        if (now != null) {
            gestures.painted(now);
            place(now.layout().body());
        }
        boolean isFlying = camera.onFrame(nanoTime.getAsLong());
        RunView view = model.viewProperty().get();
        if (view == null) {
            return false;
        }
        if ((isStale || view.isPlaying()) && !picture.isBusy()) {
            order(view);
        }
        return isFlying || isStale || picture.isBusy();
    }

    private void place(Rectangle2D body) {
        cluster.resizeRelocate(
                body.getX() / scale, body.getY() / scale, body.getWidth() / scale, body.getHeight() / scale);
    }

    private void order(RunView view) {
        long now = nanoTime.getAsLong();
        double realSeconds = Math.min(REAL_SECONDS_MAX, Nanos.toSeconds(now - paintedNanos));
        StageArtist.Order order = new StageArtist.Order(
                view.snapshot(),
                view.history().number(),
                view.isPlaying(),
                realSeconds,
                model.marks(),
                camera.cameraProperty().get(),
                theme.getValue(),
                textScale.get());
        boolean isOrdered = picture.paint((image, imageScale) -> painted = artist.paint(image, imageScale, order));
        if (isOrdered) {
            paintedNanos = now;
            isStale = false;
        }
    }
}
