package mirrorstorm.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.run.Snapshot;

/**
 * Where racks and nodes are on the stage. Nodes that join take places that were kept free for them, so that the
 * others stay where they are as long as possible. Immutable; making one takes far less than a frame, but keep it
 * while it {@link #fits}.
 */
public final class StageLayout {

    /** Places kept free in a rack for nodes that join, as a share of its nodes at the start. */
    private static final double SPARE_SHARE = 0.08;

    private static final double SIDE_MIN = 0.5;
    private static final double MARGIN = 12;
    private static final double HEADLINE_HEIGHT = 48;

    /** Smaller stages, thumbnails for instance, have no headline; at text scale 1. */
    private static final double HEADLINE_FROM_WIDTH = 420;

    private static final double HEADLINE_FROM_HEIGHT = 240;

    private final double width;
    private final double height;
    private final double textScale;
    private final int nodeCount;
    private final int rackCount;
    private final int slots;
    private final Rectangle2D headline;
    private final RackGrid grid;

    private StageLayout(
            int nodeCount, int rackCount, int slots, double width, double height, double textScale, double margin) {
        this.width = width;
        this.height = height;
        this.textScale = textScale;
        this.nodeCount = nodeCount;
        this.rackCount = rackCount;
        this.slots = slots;
        boolean hasHeadline = width >= HEADLINE_FROM_WIDTH * textScale && height >= HEADLINE_FROM_HEIGHT * textScale;
        double top = hasHeadline ? margin + HEADLINE_HEIGHT * textScale : 0;
        headline = new Rectangle2D.Double(margin, margin, width - 2 * margin, Math.max(0, top - margin));
        double above = hasHeadline ? top + MARGIN * textScale : margin;
        grid = RackGrid.fitting(
                rackCount,
                slots,
                margin,
                above,
                Math.max(SIDE_MIN, width - 2 * margin),
                Math.max(SIDE_MIN, height - above - margin),
                textScale);
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
    static StageLayout of(Snapshot snapshot, double width, double height, double textScale, double margin) {
        if (!(width >= 1 && height >= 1 && textScale > 0)) {
            throw new IllegalArgumentException("no stage of " + width + " x " + height + " at scale " + textScale);
        }
        int racks = snapshot.settings().cluster().racks();
        int nodesAtStart = Math.min(snapshot.settings().cluster().nodes(), snapshot.nodeCount());
        int each = ceilDiv(nodesAtStart, racks);
        int spare = (int) Math.max(1, Math.floor(each * SPARE_SHARE));
        int needed = ceilDiv(snapshot.nodeCount(), racks);
        int slots = needed <= each + spare ? each + spare : needed + spare;
        return new StageLayout(snapshot.nodeCount(), racks, slots, width, height, textScale, margin);
    }

    /** Whether this is still the layout for the snapshot in an area of that size. */
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
                && headline.equals(other.headline);
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
        return (Rectangle2D) headline.clone();
    }

    /** The cell of a node. */
    public Rectangle2D cell(int node) {
        return new Rectangle2D.Double(cellX(node), cellY(node), cellWidth(), cellHeight());
    }

    /** The panel of a rack. */
    public Rectangle2D rack(int rack) {
        return new Rectangle2D.Double(grid.rackX(rack), grid.rackY(rack), grid.rackWidth(), grid.rackHeight());
    }

    /** The node at a point, or {@link StageView#NONE}; the narrow gap beside a cell belongs to it. */
    public int nodeAt(double x, double y) {
        int rack = grid.rackAt(x, y, rackCount);
        int slot = rack < 0 ? -1 : grid.slotAt(rack, x, y);
        int node = slot * rackCount + rack;
        return slot >= 0 && node < nodeCount ? node : StageView.NONE;
    }

    /** Nodes are dealt over racks one after the other. */
    double cellX(int node) {
        return grid.cellX(node % rackCount, node / rackCount);
    }

    double cellY(int node) {
        return grid.cellY(node % rackCount, node / rackCount);
    }

    double cellWidth() {
        return grid.cellWidth();
    }

    double cellHeight() {
        return grid.cellHeight();
    }

    /** Places for nodes that have not joined yet, in a rack. */
    List<Rectangle2D> bays(int rack) {
        int taken = nodeCount <= rack ? 0 : ceilDiv(nodeCount - rack, rackCount);
        List<Rectangle2D> bays = new ArrayList<>();
        for (int slot = taken; slot < slots; slot++) {
            bays.add(new Rectangle2D.Double(grid.cellX(rack, slot), grid.cellY(rack, slot), cellWidth(), cellHeight()));
        }
        return bays;
    }

    double rackPadding() {
        return grid.padding();
    }

    /** 0 if racks have no labels. */
    double rackLabelHeight() {
        return grid.labelHeight();
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
