package mirrorstorm.picture;

import mirrorstorm.run.Snapshot;

/**
 * What the stage shows.
 *
 * @param layout       where; made for this snapshot, or for one with as many nodes
 * @param traffic      the dots in flight
 * @param hoveredNode  the node under the pointer, or {@link #NONE}
 * @param selectedNode the node that was chosen, or {@link #NONE}
 * @param textScale    size of text, strokes and dots; 1 for a screen at arm's length
 */
public record StageView(
        Snapshot snapshot, StageLayout layout, Traffic traffic, int hoveredNode, int selectedNode, double textScale) {

    /** No node. */
    public static final int NONE = -1;

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
}
