package mirrorstorm.picture.stage;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import mirrorstorm.run.Snapshot;

/**
 * Where single volumes are within the cells of the nodes that are seen, if cells are large enough for that: a square
 * for each unit of space. Replicas fill a node from the bottom in order of volume, then what quarantine keeps, then
 * claims.
 */
final class SlotGrid {

    /** Smaller squares tell nothing. */
    private static final double SIDE_MIN = 7;

    /** Larger ones tell no more while the whole cluster is seen; at text scale 1. */
    private static final double SIDE_MAX = 44;

    private static final double HEADING_HEIGHT = 20;

    /** Narrower nodes have no room to say their name and state; at text scale 1. */
    private static final double NODE_WIDTH_MIN = 84;

    private final Snapshot snapshot;
    private final StageLayout layout;
    private final int columns;
    private final double pitch;
    private final double heading;
    /** For each node the place of its entries, counted in {@link #room}; -1 if it is not seen. */
    private final int[] block;
    /** Most entries of a node. */
    private final int room;
    /** Replicas on each node that is seen, in ascending order of volume; and claims likewise. */
    private final int[] replicaVolumes;

    private final int[] claimVolumes;
    private final int[] replicas;
    private final int[] claims;

    private SlotGrid(Snapshot snapshot, StageLayout layout, int columns, double pitch, double heading) {
        this.snapshot = snapshot;
        this.layout = layout;
        this.columns = columns;
        this.pitch = pitch;
        this.heading = heading;
        this.block = new int[pitch > 0 ? snapshot.nodeCount() : 0];
        int seen = 0;
        int most = 1;
        for (int node = 0; node < block.length; node++) {
            boolean isSeen = layout.isSeen(node);
            block[node] = isSeen ? seen++ : -1;
            most = isSeen ? Math.max(most, Math.max(snapshot.used(node), snapshot.capacity(node))) : most;
        }
        this.room = most;
        this.replicaVolumes = new int[seen * room];
        this.claimVolumes = new int[seen * room];
        this.replicas = new int[seen];
        this.claims = new int[seen];
        if (pitch > 0) {
            deal();
        }
    }

    /** The grid if single volumes can be shown in this layout; otherwise one without places. */
    static SlotGrid of(Snapshot snapshot, StageLayout layout, double textScale) {
        double heading = HEADING_HEIGHT * textScale;
        double width = layout.cellWidth() - inset(layout) * 2;
        double height = layout.cellHeight() - inset(layout) * 2 - heading;
        if (width < NODE_WIDTH_MIN * textScale || height < SIDE_MIN) {
            return new SlotGrid(snapshot, layout, 1, 0, heading);
        }
        int capacity = 1;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            capacity = Math.max(capacity, snapshot.capacity(node));
        }
        int columns = 1;
        double best = 0;
        for (int each = 1; each <= capacity; each++) {
            int rows = (capacity + each - 1) / each;
            double side = Math.min(width / each, height / rows);
            if (side > best) {
                best = side;
                columns = each;
            }
        }
        boolean isShown = best >= SIDE_MIN * Math.min(1, textScale);
        double largest = SIDE_MAX * textScale * layout.camera().zoom();
        return new SlotGrid(snapshot, layout, columns, isShown ? Math.floor(Math.min(largest, best)) : 0, heading);
    }

    private static double inset(StageLayout layout) {
        return Math.max(4, Math.min(12, Math.min(layout.cellWidth(), layout.cellHeight()) / 24));
    }

    private void deal() {
        int claimPlace = snapshot.replicaCount();
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            for (int place = 0; place <= claimPlace; place++) {
                int node = snapshot.placeNode(volume, place);
                int at = node >= 0 ? block[node] : -1;
                if (at >= 0 && place < claimPlace && replicas[at] < room) {
                    replicaVolumes[at * room + replicas[at]++] = volume;
                } else if (at >= 0 && place == claimPlace && claims[at] < room) {
                    claimVolumes[at * room + claims[at]++] = volume;
                }
            }
        }
    }

    /** Whether this is the grid of that snapshot in that layout. */
    boolean isOf(Snapshot otherSnapshot, StageLayout otherLayout) {
        return snapshot == otherSnapshot && layout == otherLayout;
    }

    /** Whether single volumes are shown. */
    boolean isShown() {
        return pitch > 0;
    }

    /** Side of a square, pixels. */
    double side() {
        return pitch - Math.max(pitch < 10 ? 1 : 2, Math.rint(Math.min(pitch, 80) / 9));
    }

    private boolean isSeen(int node) {
        return isShown() && node >= 0 && block[node] >= 0;
    }

    /** How many units of space on a node are taken by nothing that is left, but kept by quarantine. */
    int keptOn(int node) {
        return isSeen(node) ? Math.max(0, snapshot.used(node) - replicasOn(node) - claims[block[node]]) : 0;
    }

    /** Replicas on a node that is seen: the positions from 0 on. */
    int replicasOn(int node) {
        return isSeen(node) ? replicas[block[node]] : 0;
    }

    /** The volume at a position of a node, or {@link StageView#NONE} where there is none. */
    int volumeAt(int node, int position) {
        if (!isSeen(node) || position < 0) {
            return StageView.NONE;
        }
        int at = block[node];
        int claim = position - (snapshot.used(node) - claims[at]);
        if (position < replicas[at]) {
            return replicaVolumes[at * room + position];
        }
        return claim >= 0 && claim < claims[at] ? claimVolumes[at * room + claim] : StageView.NONE;
    }

    double headingHeight() {
        return heading;
    }

    double inset() {
        return inset(layout);
    }

    /** The position of one of a volume's places on its node, or -1 if it is not seen. */
    private int position(int volume, int place) {
        int node = place >= 0 && volume < snapshot.volumeCount() ? snapshot.placeNode(volume, place) : -1;
        if (!isSeen(node)) {
            return -1;
        }
        int at = block[node];
        boolean isClaim = place == snapshot.replicaCount();
        int[] volumes = isClaim ? claimVolumes : replicaVolumes;
        int count = isClaim ? claims[at] : replicas[at];
        int found = Arrays.binarySearch(volumes, at * room, at * room + count, volume) - at * room;
        return found < 0 || !isClaim ? Math.max(-1, found) : snapshot.used(node) - count + found;
    }

    /** The square of one of a volume's places; only if {@link #has}. */
    Rectangle2D square(int volume, int place) {
        return squareAt(snapshot.placeNode(volume, place), position(volume, place));
    }

    /** Whether a volume's place is shown as a square. */
    boolean has(int volume, int place) {
        return position(volume, place) >= 0;
    }

    double centreX(int volume, int place) {
        return square(volume, place).getCenterX();
    }

    double centreY(int volume, int place) {
        return square(volume, place).getCenterY();
    }

    /** Which place of a volume is on a node, or -1. */
    int placeOn(int volume, int node) {
        if (isShown() && volume < snapshot.volumeCount()) {
            for (int place = 0; place <= snapshot.replicaCount(); place++) {
                if (snapshot.placeNode(volume, place) == node) {
                    return place;
                }
            }
        }
        return -1;
    }

    private double left(int node) {
        return Math.rint(layout.cellX(node) + (layout.cellWidth() - columns * pitch) / 2);
    }

    private double bottom(int node) {
        return Math.rint(layout.cellY(node) + layout.cellHeight() - inset());
    }

    /** The square at a position of a node; positions count from the lower left. */
    Rectangle2D squareAt(int node, int position) {
        double gap = Math.rint((pitch - side()) / 2);
        int row = position / columns;
        return new Rectangle2D.Double(
                left(node) + position % columns * pitch + gap, bottom(node) - (row + 1) * pitch + gap, side(), side());
    }

    /** The volume at a point of a node, or {@link StageView#NONE}. */
    int volumeUnder(int node, double x, double y) {
        int column = (int) Math.floor((x - left(node)) / pitch);
        int row = (int) Math.floor((bottom(node) - y) / pitch);
        boolean isInside = isSeen(node) && column >= 0 && column < columns && row >= 0;
        return isInside ? volumeAt(node, row * columns + column) : StageView.NONE;
    }
}
