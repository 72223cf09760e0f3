package mirrorstorm.picture.stage;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import mirrorstorm.run.Snapshot;

/**
 * What the stage shows.
 *
 * @param layout    where, and from where it is looked at; made for this snapshot, or for one with as many nodes
 * @param traffic   the dots in flight
 * @param marks     what is pointed at and chosen
 * @param textScale size of text, strokes and dots; 1 for a screen at arm's length
 */
public record StageView(Snapshot snapshot, StageLayout layout, Traffic traffic, Marks marks, double textScale) {

    /** No node, volume, zone. */
    public static final int NONE = -1;

    /**
     * What is pointed at and chosen.
     *
     * @param hovered  what the pointer is over; gets a line of text
     * @param selected what was chosen
     * @param cursor   the node that keys have led to, or {@link #NONE}
     * @param lasso    the rectangle that is being drawn to choose nodes
     */
    public record Marks(Pick hovered, Pick selected, int cursor, Optional<Rectangle2D> lasso) {

        /** Nothing is pointed at or chosen. */
        public static final Marks NONE = new Marks(Pick.nothing(), Pick.nothing(), StageView.NONE, Optional.empty());

        /** What was chosen alone, as a picture shows it. */
        public Marks withoutHandles() {
            return new Marks(Pick.nothing(), selected, StageView.NONE, Optional.empty());
        }
    }

    /** @throws IllegalArgumentException if the layout is of another cluster, or the scale is not positive */
    public StageView {
        if (layout.nodeCount() != snapshot.nodeCount()) {
            throw new IllegalArgumentException(
                    "a layout of " + layout.nodeCount() + " nodes for " + snapshot.nodeCount());
        }
        if (!(textScale > 0)) {
            throw new IllegalArgumentException("textScale must be > 0, was " + textScale);
        }
    }

    /** A view with nodes, or {@link #NONE}, pointed at and chosen. */
    public StageView(
            Snapshot snapshot,
            StageLayout layout,
            Traffic traffic,
            int hoveredNode,
            int selectedNode,
            double textScale) {
        this(snapshot, layout, traffic, marks(hoveredNode, selectedNode), textScale);
    }

    private static Marks marks(int hoveredNode, int selectedNode) {
        return new Marks(pick(hoveredNode), pick(selectedNode), NONE, Optional.empty());
    }

    private static Pick pick(int node) {
        return node == NONE ? Pick.nothing() : Pick.node(node);
    }
}
