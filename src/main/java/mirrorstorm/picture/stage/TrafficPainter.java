package mirrorstorm.picture.stage;

import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Plotter;
import mirrorstorm.picture.Theme;

/** Draws what moves between nodes: copies as streams, probes and refusals as dots with a tail that shows where from. */
final class TrafficPainter {

    /** Up to this many copies each has a line; with more of them lines fade and only what flows is seen. */
    private static final int LINES_CLEAR = 24;

    private static final int LINES_MAX = 200;

    private static final double FAINT_FROM = 1000;
    private static final double LINE_OPACITY = 0.5;
    private static final double DASH_SECONDS = 1.6;
    /** A claim is rare and worth more than a probe; thousands in one second must not hide the nodes. */
    private static final double CLAIM_SIZE = 1.8;

    private static final int LARGE_CLAIMS_UP_TO = 300;
    private static final double DOT_RADIUS_MIN = 1.2;
    private static final double DOT_RADIUS_MAX = 4;
    private static final double TAIL_RADII = 8;
    private static final double TAIL_MIN = 4;
    private static final int LONG_TAILS_UP_TO = 6_000;
    private static final double TAIL_OPACITY = 0.55;
    private static final int OFFSET_STEPS = 255;

    private final Plotter plotter;
    private final Traffic traffic;
    private final StageLayout layout;
    private final SlotGrid slots;
    private final double textScale;
    /** The node and the volume whose copies are to be told from the others. */
    private final int noted;

    private final int notedVolume;

    private final int probe;
    private final int refusal;
    private final int claim;
    private final int stream;

    TrafficPainter(Plotter plotter, StageView view, SlotGrid slots, Theme theme) {
        this.plotter = plotter;
        this.traffic = view.traffic();
        this.layout = view.layout();
        this.slots = slots;
        this.textScale = view.textScale();
        StageView.Marks marks = view.marks();
        this.noted = marks.hovered().singleNode() >= 0
                ? marks.hovered().singleNode()
                : marks.selected().singleNode();
        this.notedVolume = marks.hovered().volumePicked() >= 0
                ? marks.hovered().volumePicked()
                : marks.selected().volumePicked();
        probe = theme.color(Ink.PROBE).getRGB();
        refusal = theme.color(Ink.REFUSAL).getRGB();
        claim = theme.color(Ink.CLAIM).getRGB();
        stream = theme.color(Ink.COPY_STREAM).getRGB();
    }

    void paint() {
        paintStreams();
        paintDots();
    }

    private double dotRadius() {
        double cell = Math.min(layout.cellWidth(), layout.cellHeight());
        return Math.max(DOT_RADIUS_MIN, Math.min(DOT_RADIUS_MAX, (0.9 + cell * 0.018) * textScale));
    }

    // Copies

    private void paintStreams() {
        double many = Math.max(0, traffic.streamCount - LINES_CLEAR) / (double) (LINES_MAX - LINES_CLEAR);
        double opacity = LINE_OPACITY * Math.max(0, 1 - many);
        for (int i = 0; i < traffic.streamCount; i++) {
            int source = traffic.streamSource[i];
            int target = traffic.streamTarget[i];
            if (source >= 0 && target >= 0 && source < layout.nodeCount() && target < layout.nodeCount()) {
                boolean isNoted =
                        (noted >= 0 && (source == noted || target == noted)) || traffic.streamVolume[i] == notedVolume;
                paintStream(i, source, target, isNoted ? 0.9 : opacity);
            }
        }
    }

    /** A faint line all the way, a stronger one as far as the copy has come, and dashes that flow along it. */
    private void paintStream(int i, int source, int target, double opacity) {
        int volume = traffic.streamVolume[i];
        int spread = volume * 0x9E3779B9;
        double x0 = streamX(source, volume, spread);
        double y0 = streamY(source, volume, spread);
        double x1 = streamX(target, volume, spread >>> 16);
        double y1 = streamY(target, volume, spread >>> 16);
        double radius = dotRadius();
        if (opacity > 0.02) {
            double done = traffic.streamProgress[i];
            plotter.line(x0, y0, opacity * 0.35, x1, y1, opacity * 0.35, radius * 0.7, stream);
            plotter.line(x0, y0, opacity, x0 + (x1 - x0) * done, y0 + (y1 - y0) * done, opacity, radius * 0.9, stream);
        }
        double phase = (spread >>> 8 & 0xFF) / 256.0;
        double head = (traffic.flowSeconds / DASH_SECONDS + phase) % 1;
        double length = Math.max(1, length(x1 - x0, y1 - y0));
        double tail = Math.max(0, head - Math.min(0.3, 14 * radius / length));
        plotter.line(
                x0 + (x1 - x0) * tail,
                y0 + (y1 - y0) * tail,
                0,
                x0 + (x1 - x0) * head,
                y0 + (y1 - y0) * head,
                flowOpacity(),
                radius * 1.2,
                stream);
    }

    /** Of a thousand copies each is weaker than of ten: together they must not hide the rest. */
    private double flowOpacity() {
        return Math.max(0.35, Math.min(0.95, 0.95 - 0.6 * traffic.streamCount / FAINT_FROM));
    }

    private double streamX(int node, int volume, int spread) {
        int place = slots.placeOn(volume, node);
        return slots.has(volume, place)
                ? slots.centreX(volume, place)
                : layout.cellX(node) + layout.cellWidth() * (0.3 + 0.4 * (spread & 0xFF) / OFFSET_STEPS);
    }

    private double streamY(int node, int volume, int spread) {
        int place = slots.placeOn(volume, node);
        return slots.has(volume, place)
                ? slots.centreY(volume, place)
                : layout.cellY(node) + layout.cellHeight() * (0.3 + 0.4 * (spread >>> 8 & 0xFF) / OFFSET_STEPS);
    }

    // Dots

    /** Pixels. The more dots there are, the less their tails tell; very short ones tell nothing. */
    private double tailLength(double radius) {
        double length = TAIL_RADII * radius * Math.min(1, LONG_TAILS_UP_TO / (double) (traffic.count + 1));
        return length >= TAIL_MIN ? length : 0;
    }

    private void paintDots() {
        double radius = dotRadius();
        double tailLength = tailLength(radius);
        double claimRadius = radius * CLAIM_SIZE * Math.min(1, Math.sqrt(LARGE_CLAIMS_UP_TO / (double) (claims() + 1)));
        for (int i = 0; i < traffic.count; i++) {
            int source = traffic.source[i];
            int target = traffic.target[i];
            if (source < layout.nodeCount() && target < layout.nodeCount()) {
                double size = traffic.kind[i] == Traffic.CLAIM ? Math.max(DOT_RADIUS_MIN, claimRadius) : radius;
                paintDot(i, source, target, size, tailLength);
            }
        }
    }

    private int claims() {
        int claims = 0;
        for (int i = 0; i < traffic.count; i++) {
            claims += traffic.kind[i] == Traffic.CLAIM ? 1 : 0;
        }
        return claims;
    }

    private void paintDot(int i, int source, int target, double radius, double tailLength) {
        int offsets = traffic.offsets[i];
        int volume = traffic.volume[i];
        int place = volume >= 0 ? slots.placeOn(volume, source) : -1;
        boolean fromSlot = place >= 0 && slots.has(volume, place);
        double x0 = fromSlot ? slots.centreX(volume, place) : inCellX(source, offsets);
        double y0 = fromSlot ? slots.centreY(volume, place) : inCellY(source, offsets >>> 8);
        double x1 = inCellX(target, offsets >>> 16);
        double y1 = inCellY(target, offsets >>> 24);
        byte kind = traffic.kind[i];
        double way = kind == Traffic.BACK ? 1 - traffic.progress[i] : traffic.progress[i];
        double x = x0 + (x1 - x0) * way;
        double y = y0 + (y1 - y0) * way;
        double length = length(x1 - x0, y1 - y0);
        double tail = Math.min(tailLength / Math.max(1, length), traffic.progress[i]);
        double behind = kind == Traffic.BACK ? tail : -tail;
        int rgb = kind == Traffic.BACK ? refusal : kind == Traffic.CLAIM ? claim : probe;
        if (tailLength > 0) {
            plotter.line(x + (x1 - x0) * behind, y + (y1 - y0) * behind, 0, x, y, TAIL_OPACITY, radius * 1.1, rgb);
        }
        plotter.dot(x, y, radius, rgb, 1);
    }

    private static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    private double inCellX(int node, int offset) {
        return layout.cellX(node) + layout.cellWidth() * (0.15 + 0.7 * (offset & 0xFF) / OFFSET_STEPS);
    }

    private double inCellY(int node, int offset) {
        return layout.cellY(node) + layout.cellHeight() * (0.15 + 0.7 * (offset & 0xFF) / OFFSET_STEPS);
    }
}
