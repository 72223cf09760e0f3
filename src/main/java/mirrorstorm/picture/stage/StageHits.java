package mirrorstorm.picture.stage;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is where on a stage as it was painted. Immutable, so that the thread that asks need not be the painter's. */
public final class StageHits {

    private final StageView view;
    private final StageLayout layout;
    private final SlotGrid slots;

    StageHits(StageView view, SlotGrid slots) {
        this.view = view;
        this.layout = view.layout();
        this.slots = slots;
    }

    /** Of a stage that was not painted. */
    public static StageHits of(StageView view) {
        return new StageHits(view, SlotGrid.of(view.snapshot(), view.layout(), view.textScale()));
    }

    /** The layout that was painted. */
    public StageLayout layout() {
        return layout;
    }

    /** What is at a point, pixels. */
    public Pick at(double x, double y) {
        if (layout.region().contains(x, y)) {
            return RegionLayout.of(view).at(x, y);
        }
        if (isOnMap(x, y)) {
            return Pick.nothing();
        }
        int node = layout.nodeAt(x, y);
        if (node >= 0) {
            int volume = slots.volumeUnder(node, x, y);
            return volume >= 0 ? new Pick.Volume(volume, node) : Pick.node(node);
        }
        int rack = layout.rackAt(x, y);
        boolean isLabel = rack >= 0 && isLabel(rack, x, y);
        return isLabel ? new Pick.Rack(rack) : Pick.nothing();
    }

    /** Whether a point is on a rack's label: above its first row of cells. */
    private boolean isLabel(int rack, double x, double y) {
        return rack < layout.nodeCount() && layout.rack(rack).contains(x, y) && y < layout.cellY(rack);
    }

    /** Whether a point is on the map of the whole, which is there while only a part is seen. */
    public boolean isOnMap(double x, double y) {
        return !layout.camera().isWhole() && MinimapPainter.place(layout).contains(x, y);
    }

    /** The nodes whose cells have a part in a rectangle. */
    public List<Integer> nodesIn(Rectangle2D area) {
        return layout.nodesIn(area.createIntersection(layout.body()));
    }

    /** Where something is; empty if it is not on the cluster. A volume is where it was pointed at. */
    public Optional<Rectangle2D> placeOf(Pick pick) {
        if (pick instanceof Pick.Volume volume) {
            int place = slots.placeOn(volume.volume(), volume.node());
            return slots.has(volume.volume(), place)
                    ? Optional.of(slots.square(volume.volume(), place))
                    : volume.node() < layout.nodeCount() ? Optional.of(layout.cell(volume.node())) : Optional.empty();
        }
        if (pick instanceof Pick.Rack rack) {
            return Optional.of(layout.rack(rack.rack()));
        }
        return around(pick.nodesPicked());
    }

    /** All of what was picked: of a volume every node that has a part in it. */
    public Optional<Rectangle2D> allOf(Pick pick) {
        int volume = pick.volumePicked();
        if (volume < 0 || volume >= view.snapshot().volumeCount()) {
            return placeOf(pick);
        }
        List<Integer> nodes = new ArrayList<>();
        for (int place = 0; place <= view.snapshot().replicaCount(); place++) {
            int node = view.snapshot().placeNode(volume, place);
            if (node >= 0) {
                nodes.add(node);
            }
        }
        return around(nodes);
    }

    private Optional<Rectangle2D> around(List<Integer> nodes) {
        return nodes.stream()
                .filter(node -> node < layout.nodeCount())
                .map(layout::cell)
                .reduce((one, other) -> one.createUnion(other));
    }

    /** The node beside another one in a direction, or the same where there is none. */
    public int nodeBeside(int node, int columns, int rows) {
        if (node < 0 || node >= layout.nodeCount()) {
            return 0;
        }
        double x = layout.cellX(node) + layout.cellWidth() / 2;
        double y = layout.cellY(node) + layout.cellHeight() / 2;
        int best = node;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < layout.nodeCount(); other++) {
            double dx = layout.cellX(other) + layout.cellWidth() / 2 - x;
            double dy = layout.cellY(other) + layout.cellHeight() / 2 - y;
            double along = dx * columns + dy * rows;
            double across = Math.abs(dx * rows) + Math.abs(dy * columns);
            double distance = along + 3 * across;
            if (along > 0.5 && distance < least) {
                least = distance;
                best = other;
            }
        }
        return best;
    }
}
