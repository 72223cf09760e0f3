package mirrorstorm.picture.stage;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the region are above the cluster: the control plane with a square for each thread and its queue,
 * and a box for each zone.
 *
 * @param controlPlane its panel
 * @param queue        where the bar of its queue goes
 * @param columns      squares for threads in a row
 * @param pitch        from the left edge of a square to that of the next
 * @param squares      upper left corner of the first square
 * @param zones        a box for each zone, as many as there is room for
 * @param loopGain     the dial
 */
record RegionLayout(
        Rectangle2D controlPlane,
        Rectangle2D queue,
        Rectangle2D squares,
        int columns,
        double pitch,
        int threads,
        List<Rectangle2D> zones,
        Rectangle2D loopGain) {

    private static final double GAP = 8;
    private static final double PADDING = 8;
    private static final double HEADING = 20;
    private static final double ZONE_MIN = 56;
    private static final double ZONE_MAX = 118;
    private static final double ZONES_SHARE_MAX = 0.38;
    private static final double DIAL_MIN = 156;
    private static final double DIAL_MAX = 220;
    private static final double DIAL_SHARE = 0.17;
    private static final double QUEUE_SHARE = 0.26;
    private static final double SIDE_MAX = 12;

    RegionLayout {
        zones = List.copyOf(zones);
    }

    static RegionLayout of(StageView view) {
        Rectangle2D region = view.layout().region();
        double scale = view.textScale();
        int zoneCount = view.snapshot().region().zones().size();
        double gap = GAP * scale;
        double dialWidth =
                Math.rint(Math.max(DIAL_MIN * scale, Math.min(DIAL_MAX * scale, region.getWidth() * DIAL_SHARE)));
        double room = region.getWidth() * ZONES_SHARE_MAX;
        double zoneWidth =
                Math.floor(Math.max(ZONE_MIN * scale, Math.min(ZONE_MAX * scale, room / Math.max(1, zoneCount) - gap)));
        int shown = (int) Math.min(zoneCount, Math.floor(room / (zoneWidth + gap) + 1e-9));
        double planeWidth = region.getWidth() - shown * (zoneWidth + gap) - dialWidth - gap;
        List<Rectangle2D> zones = new ArrayList<>();
        for (int zone = 0; zone < shown; zone++) {
            double x = region.getX() + planeWidth + gap + zone * (zoneWidth + gap);
            zones.add(new Rectangle2D.Double(x, region.getY(), zoneWidth, region.getHeight()));
        }
        Rectangle2D plane = new Rectangle2D.Double(region.getX(), region.getY(), planeWidth, region.getHeight());
        double padding = PADDING * scale;
        double top = region.getY() + HEADING * scale;
        double height = region.getMaxY() - top - padding * 0.6;
        double queueWidth = Math.rint((planeWidth - 3 * padding) * QUEUE_SHARE);
        double squaresWidth = planeWidth - 3 * padding - queueWidth;
        int threads = Math.max(1, view.snapshot().region().threads());
        double pitch = pitch(threads, squaresWidth, height, SIDE_MAX * scale);
        int columns = (int) Math.max(1, Math.floor(squaresWidth / pitch));
        return new RegionLayout(
                plane,
                new Rectangle2D.Double(plane.getMaxX() - padding - queueWidth, top, queueWidth, height),
                new Rectangle2D.Double(plane.getX() + padding, Math.rint(top), squaresWidth, height),
                columns,
                pitch,
                threads,
                zones,
                new Rectangle2D.Double(region.getMaxX() - dialWidth, region.getY(), dialWidth, region.getHeight()));
    }

    /** The largest squares of which that many fit; whole pixels while that is possible. */
    private static double pitch(int count, double width, double height, double most) {
        for (double pitch = Math.floor(most); pitch >= 3; pitch--) {
            if (Math.floor(width / pitch) * Math.floor(height / pitch) >= count) {
                return pitch;
            }
        }
        return Math.max(0.5, Math.sqrt(width * height / count) * 0.9);
    }

    /** The square of a thread. */
    Rectangle2D thread(int thread) {
        double gap = pitch >= 9 ? 2 : pitch >= 3 ? 1 : 0;
        int row = thread / columns;
        return new Rectangle2D.Double(
                squares.getX() + thread % columns * pitch, squares.getY() + row * pitch, pitch - gap, pitch - gap);
    }

    /** What is at a point of the region. */
    Pick at(double x, double y) {
        for (int zone = 0; zone < zones.size(); zone++) {
            if (zones.get(zone).contains(x, y)) {
                return new Pick.Zone(zone);
            }
        }
        if (loopGain.contains(x, y)) {
            return new Pick.LoopGain();
        }
        if (!controlPlane.contains(x, y)) {
            return Pick.nothing();
        }
        int column = (int) Math.floor((x - squares.getX()) / pitch);
        int row = (int) Math.floor((y - squares.getY()) / pitch);
        int thread = row * columns + column;
        boolean isThread = column >= 0 && column < columns && row >= 0 && thread < threads;
        if (isThread) {
            return new Pick.ThreadSlot(thread);
        }
        return x >= queue.getX() ? new Pick.Queue() : new Pick.ControlPlane();
    }

    /** Where something of the region is; null if it is not of the region, or not shown. */
    @Nullable
    Rectangle2D placeOf(Pick pick) {
        if (pick instanceof Pick.ThreadSlot slot && slot.thread() < threads) {
            return thread(slot.thread());
        }
        if (pick instanceof Pick.Zone zone && zone.zone() < zones.size()) {
            return zones.get(zone.zone());
        }
        if (pick instanceof Pick.LoopGain) {
            return loopGain;
        }
        if (pick instanceof Pick.Queue) {
            return queue;
        }
        return pick instanceof Pick.ControlPlane ? controlPlane : null;
    }
}
