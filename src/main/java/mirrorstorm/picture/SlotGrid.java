package mirrorstorm.picture;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import mirrorstorm.run.Snapshot;

/**
 * Where single volumes are within the cells of nodes, if cells are large enough for that: a square for each unit of
 * space. Replicas fill a node from the bottom in order of volume, then what quarantine keeps, then claims.
 */
final class SlotGrid {

    /** Smaller squares tell nothing. */
    private static final double SIDE_MIN = 10;

    /** Larger ones tell no more; at text scale 1. */
    private static final double SIDE_MAX = 44;

    /** More volumes than this are never drawn one by one. */
    private static final int VOLUMES_MAX = 20_000;

    private static final double HEADING_HEIGHT = 20;

    private final Snapshot snapshot;
    private final StageLayout layout;
    private final int columns;
    private final double pitch;
    private final double heading;
    /** For each place of each volume its position on its node; -1 if it is on none. */
    private final int[] slot;
    /** Replicas and claims on each node. */
    private final int[] replicas;

    private final int[] claims;

    private SlotGrid(Snapshot snapshot, StageLayout layout, int columns, double pitch, double heading) {
        this.snapshot = snapshot;
        this.layout = layout;
        this.columns = columns;
        this.pitch = pitch;
        this.heading = heading;
        this.slot = new int[pitch > 0 ? snapshot.volumeCount() * placesEach() : 0];
        this.replicas = new int[pitch > 0 ? snapshot.nodeCount() : 0];
        this.claims = new int[replicas.length];
        Arrays.fill(slot, -1);
        deal();
    }

    /** The grid if single volumes can be shown in this layout; otherwise one without places. */
    static SlotGrid of(Snapshot snapshot, StageLayout layout, double textScale) {
        int capacity = 1;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            capacity = Math.max(capacity, snapshot.capacity(node));
        }
        double heading = HEADING_HEIGHT * textScale;
        double width = layout.cellWidth() - inset(layout) * 2;
        double height = layout.cellHeight() - inset(layout) * 2 - heading;
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
        boolean isShown = best >= SIDE_MIN * Math.min(1, textScale) && snapshot.volumeCount() <= VOLUMES_MAX;
        double pitch = isShown ? Math.floor(Math.min(SIDE_MAX * textScale, best)) : 0;
        return new SlotGrid(snapshot, layout, columns, pitch, heading);
    }

    private static double inset(StageLayout layout) {
        return Math.max(4, Math.min(layout.cellWidth(), layout.cellHeight()) / 24);
    }

    private void deal() {
        if (!isShown()) {
            return;
        }
        int claimPlace = snapshot.replicaCount();
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            for (int place = 0; place < claimPlace; place++) {
                deal(volume, place);
            }
        }
        for (int volume = snapshot.volumeCount() - 1; volume >= 0; volume--) {
            int node = snapshot.placeNode(volume, claimPlace);
            if (node >= 0) {
                // claims come last: at the top of what is taken, above what quarantine keeps
                slot[volume * placesEach() + claimPlace] = snapshot.used(node) - 1 - claims[node]++;
            }
        }
    }

    private void deal(int volume, int place) {
        int node = snapshot.placeNode(volume, place);
        if (node >= 0) {
            slot[volume * placesEach() + place] = replicas[node]++;
        }
    }

    private int placesEach() {
        return snapshot.replicaCount() + 1;
    }

    /** Whether single volumes are shown. */
    boolean isShown() {
        return pitch > 0;
    }

    /** Side of a square, pixels. */
    double side() {
        return pitch - Math.max(2, Math.rint(pitch / 9));
    }

    /** How many units of space on a node are taken by nothing that is left, but kept by quarantine. */
    int keptOn(int node) {
        return Math.max(0, snapshot.used(node) - replicas[node] - claims[node]);
    }

    /** Replicas on a node: the positions from 0 on. */
    int replicasOn(int node) {
        return replicas[node];
    }

    double headingHeight() {
        return heading;
    }

    double inset() {
        return inset(layout);
    }

    /** The square of one of a volume's places; only if {@link #has}. */
    Rectangle2D square(int volume, int place) {
        return squareAt(snapshot.placeNode(volume, place), slot[volume * placesEach() + place]);
    }

    /** Whether a volume's place is shown as a square. */
    boolean has(int volume, int place) {
        return isShown() && place >= 0 && volume < snapshot.volumeCount() && slot[volume * placesEach() + place] >= 0;
    }

    double centreX(int volume, int place) {
        int position = slot[volume * placesEach() + place];
        return left(snapshot.placeNode(volume, place)) + (position % columns + 0.5) * pitch;
    }

    double centreY(int volume, int place) {
        int position = slot[volume * placesEach() + place];
        int row = position / columns;
        return bottom(snapshot.placeNode(volume, place)) - (row + 0.5) * pitch;
    }

    int claimPlace() {
        return snapshot.replicaCount();
    }

    /** Which place of a volume is on a node, or -1. */
    int placeOn(int volume, int node) {
        if (isShown() && volume < snapshot.volumeCount()) {
            for (int place = 0; place < placesEach(); place++) {
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
}
