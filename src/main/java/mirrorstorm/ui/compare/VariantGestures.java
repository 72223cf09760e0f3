package mirrorstorm.ui.compare;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import mirrorstorm.picture.stage.MinimapPainter;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.stage.CameraViewModel;
import org.jspecify.annotations.Nullable;

/** What the pointer does on any stage of several: it moves the one camera, and points at the same thing in all. */
final class VariantGestures {

    private static final double WHEEL_FACTOR = 1.25;
    private static final double WHEEL_NOTCH = 40;

    private final CameraViewModel camera;
    private final ReadOnlyObjectWrapper<Pick> hovered = new ReadOnlyObjectWrapper<>(Pick.nothing());
    private @Nullable VariantStage hoveredIn;
    private double lastX;
    private double lastY;
    private boolean isOnMap;

    VariantGestures(CameraViewModel camera) {
        this.camera = camera;
    }

    /**
     * Listens to the pointer over a stage.
     *
     * @param onDoubleClick what clicking there twice does
     */
    void listen(VariantStage stage, Region over, Runnable onDoubleClick) {
        over.setOnMouseMoved(event -> hover(stage, event));
        over.setOnMouseExited(event -> hovered.set(Pick.nothing()));
        over.setOnMousePressed(event -> press(stage, event));
        over.setOnMouseDragged(event -> drag(stage, event));
        over.setOnMouseClicked(event -> {
            boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (isDouble && event.isStillSincePress() && !isOnMap) {
                onDoubleClick.run();
            }
        });
        over.setOnScroll(event -> {
            zoom(stage, event.getX(), event.getY(), Math.pow(WHEEL_FACTOR, event.getDeltaY() / WHEEL_NOTCH));
            event.consume();
        });
        over.setOnZoom(event -> zoom(stage, event.getX(), event.getY(), event.getZoomFactor()));
    }

    private void hover(VariantStage stage, MouseEvent event) {
        double scale = stage.pane().scale();
        hoveredIn = stage;
        hovered.set(stage.hits()
                .map(hits -> hits.at(event.getX() * scale, event.getY() * scale))
                .orElse(Pick.nothing()));
    }

    private void zoom(VariantStage stage, double x, double y, double factor) {
        Optional<StageHits> hits = stage.hits();
        if (hits.isPresent() && factor > 0) {
            double scale = stage.pane().scale();
            Rectangle2D body = hits.get().layout().body();
            double shareX = clamp((x * scale - body.getX()) / body.getWidth());
            double shareY = clamp((y * scale - body.getY()) / body.getHeight());
            camera.flyTo(camera.destination()
                    .zoomedAbout(shareX, shareY, factor, hits.get().layout().zoomMax()));
        }
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private void press(VariantStage stage, MouseEvent event) {
        stage.pane().requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        double scale = stage.pane().scale();
        isOnMap = stage.hits()
                .map(hits -> hits.isOnMap(event.getX() * scale, event.getY() * scale))
                .orElse(false);
        if (isOnMap) {
            toMap(stage, event);
        }
    }

    private void drag(VariantStage stage, MouseEvent event) {
        if (isOnMap) {
            toMap(stage, event);
        } else {
            stage.hits().ifPresent(hits -> {
                double scale = stage.pane().scale();
                Rectangle2D body = hits.layout().body();
                double dx = (event.getX() - lastX) * scale / body.getWidth();
                double dy = (event.getY() - lastY) * scale / body.getHeight();
                camera.moveTo(camera.destination().dragged(dx, dy));
            });
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void toMap(VariantStage stage, MouseEvent event) {
        double scale = stage.pane().scale();
        stage.hits()
                .ifPresent(hits -> camera.moveTo(
                        MinimapPainter.cameraAt(hits.layout(), event.getX() * scale, event.getY() * scale)));
    }

    /** What the pointer is over, in whichever stage. */
    ReadOnlyObjectProperty<Pick> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** What is pointed at in a stage: nodes and volumes in each that has them, the rest where the pointer is. */
    StageView.Marks marksFor(VariantStage stage, Snapshot snapshot) {
        Pick pick = hovered.get();
        boolean isThere = stage == hoveredIn || isIn(pick, snapshot);
        return new StageView.Marks(isThere ? pick : Pick.nothing(), Pick.nothing(), StageView.NONE, Optional.empty());
    }

    /** Whether a cluster has the node, or the volume and has it there. */
    static boolean isIn(Pick pick, Snapshot snapshot) {
        if (pick instanceof Pick.Volume volume) {
            return volume.volume() < snapshot.volumeCount() && volume.node() < snapshot.nodeCount();
        }
        return pick instanceof Pick.Nodes nodes && nodes.nodes().stream().allMatch(node -> node < snapshot.nodeCount());
    }
}
