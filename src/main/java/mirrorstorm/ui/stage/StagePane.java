package mirrorstorm.ui.stage;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mirrorstorm.picture.Theme;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.UiMessages;

/** The stage on the screen: hands the newest view to the painter, and pointer and keys to {@link StageGestures}. */
public final class StagePane extends StackPane {

    private final StageViewModel model;
    private final CameraViewModel camera;
    private final StageGestures gestures;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final LongSupplier nanoTime;
    private final PaintedStage picture;
    /** Where the cluster is, for whoever points at it. */
    private final Region cluster = new Region();

    private boolean isStale = true;

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
        picture = new PaintedStage(gestures, StageArtist.Legend.BELOW, painter, nanoTime);
        getStyleClass().add("stage");
        cluster.getStyleClass().add("stage-cluster");
        cluster.setManaged(false);
        cluster.setMouseTransparent(true);
        getChildren().addAll(picture.pane(), cluster);
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
        picture.listen(this, point -> gestures.doubleClick(point.getX(), point.getY()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
        setOnContextMenuRequested(event -> showMenu(menu, event));
        setOnKeyPressed(this::pressKey);
    }

    private void showMenu(Menu menu, ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            Bounds bounds = localToScreen(getBoundsInLocal());
            menu.show(this, bounds.getCenterX(), bounds.getCenterY());
        } else if (gestures.selectForMenu(picture.pixels(event.getX()), picture.pixels(event.getY()))) {
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
            case ENTER -> gestures.selectAtCursor(event.isShortcutDown() || event.isShiftDown());
            default -> isTaken = false;
        }
        if (isTaken) {
            event.consume();
        }
    }

    /** Called once a frame: shows what was painted and orders the next picture; whether more is to come. */
    public boolean onFrame() {
        picture.onFrame();
        gestures.layout().ifPresent(layout -> place(layout.body()));
        boolean isFlying = camera.onFrame(nanoTime.getAsLong());
        RunView view = model.viewProperty().get();
        if (view == null) {
            return false;
        }
        if ((isStale || view.isPlaying()) && !picture.isBusy()) {
            paint(view);
        }
        return isFlying || isStale || picture.isBusy();
    }

    private void place(Rectangle2D body) {
        double scale = picture.pane().scale();
        cluster.resizeRelocate(
                body.getX() / scale, body.getY() / scale, body.getWidth() / scale, body.getHeight() / scale);
    }

    private void paint(RunView view) {
        boolean isOrdered = picture.paint(new StageArtist.Order(
                view.snapshot(),
                view.history().number(),
                Optional.empty(),
                view.isPlaying(),
                model.marks(),
                camera.cameraProperty().get(),
                theme.getValue(),
                textScale.get()));
        isStale &= !isOrdered;
    }
}
