package mirrorstorm.picture.stage;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.run.Snapshot;

/**
 * Where racks and nodes are on the stage, as a {@link Camera} sees them. Nodes that join take places that were kept
 * free for them, so that the others stay where they are as long as possible. Immutable; making one takes far less than
 * a frame, but keep it while it {@link #fits}.
 */
public final class StageLayout {

    /** Places kept free in a rack for nodes that join, as a share of its nodes at the start. */
    private static final double SPARE_SHARE = 0.08;

    private static final double SIDE_MIN = 0.5;
    private static final double MARGIN = 12;

    /** Between the panels of two racks, however close they are seen; at text scale 1. */
    private static final double RACK_GAP_MAX = 14;

    /** What is to be seen as a whole takes this share of the view. */
    private static final double AREA_SHARE = 0.86;

    /** At the closest, one volume takes this share of the shorter side of the view. */
    private static final double CLOSEST_SHARE = 0.55;

    private final double width;
    private final double height;
    private final double textScale;
    private final int nodeCount;
    private final int rackCount;
    private final int slots;
    private final StageAreas areas;
    private final Rectangle2D body;
    private final RackGrid grid;
    private final Camera camera;
    private final int capacityMax;
    /** Part of the pitch on the screen that is not cell. */
    private final double gap;
    /** Cells are moved by so much to the left and up, so that they stay in the middle of their racks. */
    private final double shift;

    private StageLayout(
            int nodeCount,
            int rackCount,
            int slots,
            int capacityMax,
            double width,
            double height,
            double textScale,
            double margin) {
        this.capacityMax = capacityMax;
        this.width = width;
        this.height = height;
        this.textScale = textScale;
        this.nodeCount = nodeCount;
        this.rackCount = rackCount;
        this.slots = slots;
        areas = StageAreas.of(width, height, textScale, margin);
        body = areas.body();
        grid = RackGrid.fitting(
                rackCount, slots, body.getX(), body.getY(), body.getWidth(), body.getHeight(), textScale);
        camera = Camera.WHOLE;
        gap = grid.cellGap();
        shift = 0;
    }

    /** The same layout, looked at by another camera. */
    private StageLayout(StageLayout whole, Camera camera) {
        this.width = whole.width;
        this.height = whole.height;
        this.textScale = whole.textScale;
        this.nodeCount = whole.nodeCount;
        this.rackCount = whole.rackCount;
        this.slots = whole.slots;
        this.capacityMax = whole.capacityMax;
        this.areas = whole.areas;
        this.body = whole.body;
        this.grid = whole.grid;
        this.camera = camera;
        this.gap = camera.isWhole()
                ? grid.cellGap()
                : RackGrid.cellGap(Math.min(grid.pitchX(), grid.pitchY()) * camera.zoom());
        this.shift = camera.isWhole() ? 0 : (grid.cellGap() * camera.zoom() - gap) / 2;
    }

    /** The same layout as this camera sees it. */
    public StageLayout seenBy(Camera other) {
        return other.equals(camera) ? this : new StageLayout(this, other);
    }

    /** As {@link #of(Snapshot, double, double, double)} at text scale 1. */
    public static StageLayout of(Snapshot snapshot, double width, double height) {
        return of(snapshot, width, height, 1);
    }

    /**
     * The layout that makes the cells of this cluster as large as they can be.
     *
     * @param width     pixels, &gt;= 1
     * @param textScale size of text, margins and gaps; 1 for a screen at arm's length
     */
    public static StageLayout of(Snapshot snapshot, double width, double height, double textScale) {
        return of(snapshot, width, height, textScale, Math.min(MARGIN * textScale, Math.min(width, height) / 30));
    }

    /** As {@link #of(Snapshot, double, double, double)}, with that much free at every edge. */
    public static StageLayout of(Snapshot snapshot, double width, double height, double textScale, double margin) {
        if (!(width >= 1 && height >= 1 && textScale > 0)) {
            throw new IllegalArgumentException("no stage of " + width + " x " + height + " at scale " + textScale);
        }
        int racks = snapshot.settings().cluster().racks();
        int nodesAtStart = Math.min(snapshot.settings().cluster().nodes(), snapshot.nodeCount());
        int each = ceilDiv(nodesAtStart, racks);
        int spare = (int) Math.max(1, Math.floor(each * SPARE_SHARE));
        int needed = ceilDiv(snapshot.nodeCount(), racks);
        int slots = needed <= each + spare ? each + spare : needed + spare;
        int capacity = 1;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            capacity = Math.max(capacity, snapshot.capacity(node));
        }
        return new StageLayout(snapshot.nodeCount(), racks, slots, capacity, width, height, textScale, margin);
    }

    /** Whether this is still the layout for the snapshot in an area of that size, whatever the camera. */
    public boolean fits(Snapshot snapshot, double otherWidth, double otherHeight, double otherTextScale) {
        return nodeCount == snapshot.nodeCount()
                && rackCount == snapshot.settings().cluster().racks()
                && width == otherWidth
                && height == otherHeight
                && textScale == otherTextScale;
    }

    /** Whether every node has the same place in both. */
    boolean placesAs(StageLayout other) {
        return rackCount == other.rackCount
                && slots == other.slots
                && width == other.width
                && height == other.height
                && textScale == other.textScale
                && areas.headline().equals(other.areas.headline())
                && camera.equals(other.camera);
    }

    /** Pixels. */
    public double width() {
        return width;
    }

    /** Pixels. */
    public double height() {
        return height;
    }

    /** Size of text, margins and gaps. */
    public double textScale() {
        return textScale;
    }

    /** How many cells there are. */
    public int nodeCount() {
        return nodeCount;
    }

    /** How many groups of cells there are. */
    public int rackCount() {
        return rackCount;
    }

    /** Where the sentence about the cluster goes; without height if there is no room for one. */
    public Rectangle2D headline() {
        return (Rectangle2D) areas.headline().clone();
    }

    /** Where the control plane, the zones and the loop gain go; without height if there is no room for them. */
    public Rectangle2D region() {
        return (Rectangle2D) areas.region().clone();
    }

    /** Where the cluster is seen. */
    public Rectangle2D body() {
        return (Rectangle2D) body.clone();
    }

    /** Who looks. */
    public Camera camera() {
        return camera;
    }

    /** The closest that makes sense: a single volume as large as half the view. */
    public double zoomMax() {
        double cell = Math.min(grid.pitchX(), grid.pitchY());
        double volume = cell / Math.sqrt(capacityMax + 1.0);
        return Math.max(1, CLOSEST_SHARE * Math.min(body.getWidth(), body.getHeight()) / volume);
    }

    /** The camera that sees all of an area of this layout, with some room around it. */
    public Camera cameraOn(Rectangle2D area) {
        double worldX = camera.worldX((area.getCenterX() - body.getX()) / body.getWidth());
        double worldY = camera.worldY((area.getCenterY() - body.getY()) / body.getHeight());
        double shareX = area.getWidth() / body.getWidth() / camera.zoom();
        double shareY = area.getHeight() / body.getHeight() / camera.zoom();
        double zoom = AREA_SHARE / Math.max(1e-9, Math.max(shareX, shareY));
        return new Camera(Math.max(1, Math.min(zoomMax(), zoom)), worldX, worldY).inside();
    }

    /**
     * The camera of another layout of the same cluster that shows what this one's camera shows: what is in its middle,
     * as large in comparison with the view.
     */
    public Camera cameraLike(StageLayout seen) {
        if (seen.camera.isWhole()) {
            return Camera.WHOLE;
        }
        int node = seen.nodeNearest(seen.body.getCenterX(), seen.body.getCenterY());
        double insideX = (seen.body.getCenterX() - seen.cellX(node)) / seen.cellWidth();
        double insideY = (seen.body.getCenterY() - seen.cellY(node)) / seen.cellHeight();
        Rectangle2D cell = seenBy(Camera.WHOLE).cell(node);
        double zoom = seen.camera.zoom() * seen.pitchShare() / pitchShare();
        return new Camera(
                        Math.max(1, Math.min(zoomMax(), zoom)),
                        (cell.getX() + insideX * cell.getWidth() - body.getX()) / body.getWidth(),
                        (cell.getY() + insideY * cell.getHeight() - body.getY()) / body.getHeight())
                .inside();
    }

    /** The larger of the shares that a cell takes of the view's width and height while all is to be seen. */
    private double pitchShare() {
        return Math.max(grid.pitchX() / body.getWidth(), grid.pitchY() / body.getHeight());
    }

    private int nodeNearest(double x, double y) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int node = 0; node < nodeCount; node++) {
            double dx = cellX(node) + cellWidth() / 2 - x;
            double dy = cellY(node) + cellHeight() / 2 - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                nearest = node;
            }
        }
        return nearest;
    }

    // What the camera does to lengths

    private double seenX(double x) {
        return camera.isWhole() ? x : body.getX() + body.getWidth() * camera.viewX((x - body.getX()) / body.getWidth());
    }

    private double seenY(double y) {
        return camera.isWhole()
                ? y
                : body.getY() + body.getHeight() * camera.viewY((y - body.getY()) / body.getHeight());
    }

    private double unseenX(double x) {
        return camera.isWhole()
                ? x
                : body.getX() + body.getWidth() * camera.worldX((x - body.getX()) / body.getWidth());
    }

    private double unseenY(double y) {
        return camera.isWhole()
                ? y
                : body.getY() + body.getHeight() * camera.worldY((y - body.getY()) / body.getHeight());
    }

    /** Cells of more than a pixel lie on whole ones, so that they are equal and their edges sharp. */
    private double whole(double place) {
        return camera.isWhole() || grid.pitchX() * camera.zoom() < 2 ? place : Math.rint(place);
    }

    private double pitch(double pitch) {
        return camera.isWhole() ? pitch : pitch * camera.zoom();
    }

    private double side(double pitch) {
        return camera.isWhole() ? pitch - gap : Math.max(SIDE_MIN, Math.floor(pitch * camera.zoom() - gap));
    }

    /** The cell of a node. */
    public Rectangle2D cell(int node) {
        return new Rectangle2D.Double(cellX(node), cellY(node), cellWidth(), cellHeight());
    }

    /** Whether anything of a node's cell is to be seen. */
    public boolean isSeen(int node) {
        double x = cellX(node);
        double y = cellY(node);
        return x < body.getMaxX()
                && y < body.getMaxY()
                && x + cellWidth() > body.getX()
                && y + cellHeight() > body.getY();
    }

    /** The panel of a rack. */
    public Rectangle2D rack(int rack) {
        double moreX = closer(grid.stepX() - grid.rackWidth());
        double moreY = closer(grid.stepY() - grid.rackHeight());
        return new Rectangle2D.Double(
                seenX(grid.rackX(rack)) - moreX,
                seenY(grid.rackY(rack)) - moreY,
                pitch(grid.rackWidth()) + 2 * moreX,
                pitch(grid.rackHeight()) + 2 * moreY);
    }

    /** By how much a panel grows at each side, so that the gap between racks does not grow with what is in them. */
    private double closer(double gapOfWhole) {
        return camera.isWhole() ? 0 : Math.max(0, (gapOfWhole * camera.zoom() - RACK_GAP_MAX * textScale) / 2);
    }

    /** The node at a point, or {@link StageView#NONE}; the narrow gap beside a cell belongs to it. */
    public int nodeAt(double x, double y) {
        if (!camera.isWhole() && !body.contains(x, y)) {
            return StageView.NONE;
        }
        double worldX = unseenX(x + shift);
        double worldY = unseenY(y + shift);
        int rack = grid.rackAt(worldX, worldY, rackCount);
        int slot = rack < 0 ? -1 : grid.slotAt(rack, worldX, worldY);
        int node = slot * rackCount + rack;
        return slot >= 0 && node < nodeCount ? node : StageView.NONE;
    }

    /** The rack at a point, or {@link StageView#NONE}. */
    int rackAt(double x, double y) {
        if (!body.contains(x, y)) {
            return StageView.NONE;
        }
        int inside = grid.rackAt(unseenX(x), unseenY(y), rackCount);
        for (int rack = 0; inside < 0 && !camera.isWhole() && rack < rackCount; rack++) {
            inside = rack(rack).contains(x, y) ? rack : inside;
        }
        return inside;
    }

    /** The nodes whose cells have a part in an area. */
    public List<Integer> nodesIn(Rectangle2D area) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = 0; node < nodeCount; node++) {
            if (area.intersects(cellX(node), cellY(node), cellWidth(), cellHeight())) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** Nodes are dealt over racks one after the other. */
    double cellX(int node) {
        return whole(seenX(grid.cellX(node % rackCount, node / rackCount)) - shift);
    }

    double cellY(int node) {
        return whole(seenY(grid.cellY(node % rackCount, node / rackCount)) - shift);
    }

    double cellWidth() {
        return side(grid.pitchX());
    }

    double cellHeight() {
        return side(grid.pitchY());
    }

    /** Places for nodes that have not joined yet, in a rack. */
    List<Rectangle2D> bays(int rack) {
        int taken = nodeCount <= rack ? 0 : ceilDiv(nodeCount - rack, rackCount);
        List<Rectangle2D> bays = new ArrayList<>();
        for (int slot = taken; slot < slots; slot++) {
            int node = slot * rackCount + rack;
            bays.add(cell(node));
        }
        return bays;
    }

    double rackPadding() {
        double more = Math.min(closer(grid.stepX() - grid.rackWidth()), closer(grid.stepY() - grid.rackHeight()));
        return pitch(grid.padding()) + more;
    }

    /** 0 if racks have no labels. */
    double rackLabelHeight() {
        return pitch(grid.labelHeight());
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
