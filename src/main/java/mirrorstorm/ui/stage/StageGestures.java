package mirrorstorm.ui.stage;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.MinimapPainter;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.picture.stage.StageLayout;
import org.jspecify.annotations.Nullable;

/**
 * What pointer and keys do on a stage; places are pixels of the picture that was painted last.
 *
 * <p>Dragging moves the picture. Where something can be selected, dragging with Shift, and while all is to be seen so
 * that there is nothing to move, draws a rectangle that selects nodes; with Control, too, they are added to those
 * selected.
 */
public final class StageGestures {

    /** One notch of a wheel makes everything larger by this. */
    private static final double WHEEL_FACTOR = 1.25;

    private static final double WHEEL_NOTCH = 40;

    /** The pointer has to move this far before it drags. */
    private static final double DRAG_FROM = 4;

    private enum Drag {
        NONE,
        PRESSED,
        PANS,
        SELECTS,
        MAP
    }

    private final CameraViewModel camera;
    private final Consumer<Pick> hovered;
    private final Optional<StageViewModel> selecting;
    private @Nullable StageHits hits;
    private Drag drag = Drag.NONE;
    private boolean wantsRectangle;
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;

    /**
     * @param camera    is moved; stages that share one show the same part
     * @param hovered   told what the pointer is over
     * @param selecting selects what is clicked; empty where nothing can be selected, so that every press drags
     */
    public StageGestures(CameraViewModel camera, Consumer<Pick> hovered, Optional<StageViewModel> selecting) {
        this.camera = camera;
        this.hovered = hovered;
        this.selecting = selecting;
    }

    /** This has been painted. */
    void painted(StageHits now) {
        hits = now;
    }

    /** The layout that was painted last, with its camera. */
    public Optional<StageLayout> layout() {
        return Optional.ofNullable(hits).map(StageHits::layout);
    }

    // Camera

    /** The wheel was turned over a point. */
    void wheel(double x, double y, double delta) {
        zoom(x, y, Math.pow(WHEEL_FACTOR, delta / WHEEL_NOTCH));
    }

    /** Closer to what is at a point, or further away from it. */
    void zoom(double x, double y, double factor) {
        StageHits known = hits;
        if (known != null && factor > 0) {
            StageLayout layout = known.layout();
            Rectangle2D body = layout.body();
            double shareX = clamp((x - body.getX()) / body.getWidth());
            double shareY = clamp((y - body.getY()) / body.getHeight());
            camera.flyTo(camera.destination().zoomedAbout(shareX, shareY, factor, layout.zoomMax()));
        }
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** Whether anything can be selected. */
    boolean isSelecting() {
        return selecting.isPresent();
    }

    private Pick selection() {
        return selecting.map(model -> model.selectionProperty().get()).orElse(Pick.nothing());
    }

    /** Closer, at what is selected if it is to be seen and otherwise at the middle. */
    public void zoomIn() {
        zoomAtSelection(CameraViewModel.KEY_FACTOR);
    }

    /** Further away. */
    public void zoomOut() {
        zoomAtSelection(1 / CameraViewModel.KEY_FACTOR);
    }

    private void zoomAtSelection(double factor) {
        StageHits known = hits;
        if (known != null) {
            Rectangle2D body = known.layout().body();
            Rectangle2D place =
                    known.placeOf(selection()).filter(body::intersects).orElse(body);
            zoom(place.getCenterX(), place.getCenterY(), factor);
        }
    }

    /** All is to be seen. */
    public void fitAll() {
        camera.flyTo(Camera.WHOLE);
    }

    /** What is selected is to be seen, as large as it can be: of a volume all the nodes that have a part in it. */
    public void fitSelection() {
        StageHits known = hits;
        if (known != null) {
            known.allOf(selection())
                    .ifPresent(area -> camera.flyTo(known.layout().cameraOn(area)));
        }
    }

    // Pointer

    void hover(double x, double y) {
        StageHits known = hits;
        hovered.accept(known == null ? Pick.nothing() : known.at(x, y));
    }

    /** The pointer is over the stage no more. */
    void leave() {
        hovered.accept(Pick.nothing());
    }

    /** Whether there is the map, on which the part that is seen is framed. */
    boolean isOnMap(double x, double y) {
        StageHits known = hits;
        return known != null && known.isOnMap(x, y);
    }

    /** A button that drags goes down. */
    void press(double x, double y, boolean withShift) {
        StageHits known = hits;
        startX = x;
        startY = y;
        lastX = x;
        lastY = y;
        wantsRectangle = withShift || !camera.zoomedProperty().get();
        if (known != null && known.isOnMap(x, y)) {
            drag = Drag.MAP;
            camera.moveTo(MinimapPainter.cameraAt(known.layout(), x, y));
        } else {
            drag = isSelecting() ? Drag.PRESSED : Drag.PANS;
        }
    }

    /** The pointer moves with a button down. */
    void drag(double x, double y) {
        StageHits known = hits;
        if (known == null || drag == Drag.NONE) {
            return;
        }
        if (drag == Drag.PRESSED && Math.hypot(x - startX, y - startY) > DRAG_FROM) {
            drag = wantsRectangle ? Drag.SELECTS : Drag.PANS;
            hovered.accept(Pick.nothing());
        }
        Rectangle2D body = known.layout().body();
        if (drag == Drag.PANS) {
            camera.moveTo(camera.destination().dragged((x - lastX) / body.getWidth(), (y - lastY) / body.getHeight()));
        } else if (drag == Drag.SELECTS) {
            Rectangle2D lasso = new Rectangle2D.Double(startX, startY, 0, 0);
            lasso.add(x, y);
            selecting.ifPresent(model -> model.drawLasso(Optional.of(lasso)));
        } else if (drag == Drag.MAP) {
            camera.moveTo(MinimapPainter.cameraAt(known.layout(), x, y));
        }
        lastX = x;
        lastY = y;
    }

    /** The button goes up: what was dragged has its effect, and what was only clicked is selected. */
    void release(double x, double y, boolean isMore) {
        Drag done = drag;
        drag = Drag.NONE;
        selecting.ifPresent(model -> {
            Optional<Rectangle2D> lasso = model.lassoProperty().get();
            model.drawLasso(Optional.empty());
            StageHits known = hits;
            if (known != null && done == Drag.PRESSED) {
                select(model, known.at(x, y), isMore);
            } else if (known != null && done == Drag.SELECTS && lasso.isPresent()) {
                List<Integer> nodes = known.nodesIn(lasso.get());
                if (isMore && wantsRectangle) {
                    model.selectMore(nodes);
                } else {
                    model.select(Pick.nodes(nodes));
                }
            }
        });
    }

    private static void select(StageViewModel model, Pick pick, boolean isMore) {
        if (isMore) {
            model.selectToo(pick);
        } else {
            model.select(pick);
        }
    }

    /** Closer to what was clicked twice or, where there is nothing, back to all. */
    void doubleClick(double x, double y) {
        StageHits known = hits;
        if (known == null || !known.layout().body().contains(x, y)) {
            return;
        }
        Optional<Rectangle2D> area = known.placeOf(known.at(x, y));
        if (area.isPresent()) {
            camera.flyTo(known.layout().cameraOn(area.get()));
        } else {
            fitAll();
        }
    }

    /** What a menu is asked for at a point: selected, unless it is already among what is; whether it can be. */
    boolean selectForMenu(double x, double y) {
        StageHits known = hits;
        if (known == null || selecting.isEmpty()) {
            return false;
        }
        Pick pick = known.at(x, y);
        boolean isAmong = pick.singleNode() >= 0 && selection().nodesPicked().contains(pick.singleNode());
        if (!isAmong) {
            selecting.get().select(pick);
        }
        return true;
    }

    // Keys

    /** The keys' cursor goes to the next node in a direction. */
    void moveCursor(int columns, int rows) {
        StageHits known = hits;
        if (known == null || selecting.isEmpty()) {
            return;
        }
        StageViewModel model = selecting.get();
        int before = model.cursorProperty().get();
        int start = before >= 0 ? before : model.selectedProperty().get();
        int now = start < 0 ? 0 : known.nodeBeside(start, columns, rows);
        model.moveCursor(now);
        Rectangle2D cell = known.layout().cell(now);
        if (!known.layout().body().contains(cell)) {
            Camera wanted = known.layout().cameraOn(cell);
            camera.flyTo(new Camera(camera.destination().zoom(), wanted.x(), wanted.y()).inside());
        }
    }

    /** What the keys' cursor is on is selected, or added to what is. */
    void selectAtCursor(boolean isMore) {
        selecting.ifPresent(model -> {
            int cursor = model.cursorProperty().get();
            if (cursor >= 0) {
                select(model, Pick.node(cursor), isMore);
            }
        });
    }
}
