package mirrorstorm.ui.stage;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.stage.StageHits;
import org.jspecify.annotations.Nullable;

/** A stage on the screen: its picture, what is where on it, and what the pointer does there. */
public final class PaintedStage {

    /** More than this between two pictures is no animation any more. */
    private static final double REAL_SECONDS_MAX = 0.25;

    private final PaintedPane pane;
    private final StageArtist artist;
    private final StageGestures gestures;
    private final LongSupplier nanoTime;
    private volatile @Nullable StageHits painted;
    private long paintedNanos;

    /**
     * @param painter  runs one task at a time
     * @param nanoTime a clock, for the dots
     */
    public PaintedStage(StageGestures gestures, StageArtist.Legend legend, Executor painter, LongSupplier nanoTime) {
        this.gestures = gestures;
        this.nanoTime = nanoTime;
        pane = new PaintedPane(painter);
        artist = new StageArtist(legend);
    }

    /**
     * Has the gestures take what the pointer does over a region that lies where the picture is.
     *
     * @param doubleClicked told where somebody clicks twice, pixels of the picture; not of a map of the cluster
     */
    public void listen(Region over, Consumer<Point2D> doubleClicked) {
        over.setOnMouseMoved(event -> gestures.hover(pixels(event.getX()), pixels(event.getY())));
        over.setOnMouseExited(event -> gestures.leave());
        over.setOnMousePressed(event -> {
            over.requestFocus();
            if (event.getButton() == MouseButton.PRIMARY || !gestures.isSelecting()) {
                gestures.press(pixels(event.getX()), pixels(event.getY()), event.isShiftDown());
            }
        });
        over.setOnMouseDragged(event -> gestures.drag(pixels(event.getX()), pixels(event.getY())));
        over.setOnMouseReleased(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                release(event, doubleClicked);
            }
        });
        over.setOnScroll(event -> {
            gestures.wheel(pixels(event.getX()), pixels(event.getY()), event.getDeltaY());
            event.consume();
        });
        over.setOnZoom(event -> gestures.zoom(pixels(event.getX()), pixels(event.getY()), event.getZoomFactor()));
    }

    private void release(MouseEvent event, Consumer<Point2D> doubleClicked) {
        double x = pixels(event.getX());
        double y = pixels(event.getY());
        boolean isClick = event.isStillSincePress();
        if (isClick && event.getClickCount() == 2 && !gestures.isOnMap(x, y)) {
            doubleClicked.accept(new Point2D(x, y));
        }
        gestures.release(x, y, isClick ? event.isShiftDown() || event.isShortcutDown() : event.isShortcutDown());
    }

    /** Units of the window in pixels of the picture. */
    double pixels(double units) {
        return units * pane.scale();
    }

    /** Has a picture painted; whether that was possible, see {@link PaintedPane}. */
    public boolean paint(StageArtist.Order order) {
        long now = nanoTime.getAsLong();
        double realSeconds = Math.min(REAL_SECONDS_MAX, Nanos.toSeconds(now - paintedNanos));
        boolean isOrdered = pane.paint((image, scale) -> painted = artist.paint(image, scale, realSeconds, order));
        if (isOrdered) {
            paintedNanos = now;
        }
        return isOrdered;
    }

    /** Shows what was painted since the last frame; whether there was anything. */
    public boolean onFrame() {
        boolean isNew = pane.onFrame();
        StageHits now = painted;
        if (now != null) {
            gestures.painted(now);
        }
        return isNew;
    }

    /** Whether a picture is being painted; another one is not taken meanwhile. */
    public boolean isBusy() {
        return pane.isBusy();
    }

    /** What pointer and keys do on it. */
    public StageGestures gestures() {
        return gestures;
    }

    /** Where the picture is. */
    public PaintedPane pane() {
        return pane;
    }
}
