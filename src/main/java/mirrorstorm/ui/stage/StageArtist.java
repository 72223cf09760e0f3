package mirrorstorm.ui.stage;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.LegendPainter;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;

/** Paints the stage and its legend, frame after frame. Lives on the painter's thread. */
final class StageArtist {

    /** The dots are drawn by their own chance, which has nothing to do with the run's. */
    private static final long TRAFFIC_SEED = 1;

    /** Beside the legend and, half as much, below it; at text scale 1. */
    private static final double MARGIN = 12;

    /** The legend takes no more of the height: the cluster is what is looked at. */
    private static final double LEGEND_SHARE = 0.22;

    /**
     * What is to be painted.
     *
     * @param run         which run the snapshot is of
     * @param isPlaying   whether time passes by itself: if not, dots stand still
     * @param realSeconds since the last picture
     * @param marks       what is pointed at and chosen
     * @param camera      from where the cluster is looked at
     * @param textScale   size of text for one unit of the window
     */
    record Order(
            Snapshot snapshot,
            int run,
            boolean isPlaying,
            double realSeconds,
            StageView.Marks marks,
            Camera camera,
            Theme theme,
            double textScale) {}

    private final StageMemory memory = new StageMemory();
    private Traffic traffic = new Traffic(TRAFFIC_SEED);
    private int run;
    private long timeNanos;
    private int legendRun;
    private double legendWidth;
    private double legendScale;
    private double legendOf;
    private double legendHeight;

    /** Paints the whole image and returns what is where on it. */
    StageHits paint(BufferedImage image, double scale, Order order) {
        double textScale = order.textScale() * scale;
        double width = image.getWidth();
        double height = Math.max(1, image.getHeight() - legendHeight(order, width, image.getHeight(), textScale));
        StageLayout place = memory.layoutFor(order.snapshot(), width, height, textScale, order.camera());
        moveTraffic(order, place);
        StageView view = view(order, place, textScale);
        StagePainter drawn = memory.painterFor(order.theme());
        drawn.paint(image, view);
        Graphics2D g = image.createGraphics();
        clear(image, (int) height);
        LegendPainter.paint(g, view, legendArea(width, height, image.getHeight(), textScale), order.theme());
        g.dispose();
        return drawn.hits(view);
    }

    private StageView view(Order order, StageLayout place, double textScale) {
        return new StageView(order.snapshot(), place, traffic, order.marks(), textScale);
    }

    /** Asked for once for each size: it is the same whatever is counted. */
    private double legendHeight(Order order, double width, double height, double textScale) {
        boolean isKnown =
                order.run() == legendRun && width == legendWidth && height == legendOf && textScale == legendScale;
        if (!isKnown) {
            legendRun = order.run();
            legendWidth = width;
            legendOf = height;
            legendScale = textScale;
            StageLayout any = StageLayout.of(order.snapshot(), width, width, textScale);
            double inner = width - 2 * MARGIN * textScale;
            double needed = LegendPainter.fittingHeight(
                    view(order, any, textScale), inner, LEGEND_SHARE * height, order.theme());
            legendHeight = Math.ceil(needed + MARGIN / 2 * textScale);
        }
        return legendHeight;
    }

    private static Rectangle2D legendArea(double width, double top, double bottom, double textScale) {
        double margin = MARGIN * textScale;
        return new Rectangle2D.Double(margin, top, width - 2 * margin, bottom - top - margin / 2);
    }

    /** Everything below {@code top} is let through: the window's own ground is behind it. */
    private static void clear(BufferedImage image, int top) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, Math.min(pixels.length, top * image.getWidth()), pixels.length, 0);
    }

    /** Dots go on while the run plays; anywhere else that the run is taken to, they are as if watched for a while. */
    private void moveTraffic(Order order, StageLayout place) {
        long passedNanos = order.snapshot().timeNanos() - timeNanos;
        boolean isSameHistory = order.run() == run && passedNanos >= 0 && (order.isPlaying() || passedNanos == 0);
        run = order.run();
        timeNanos = order.snapshot().timeNanos();
        if (isSameHistory) {
            double simSeconds = Nanos.toSeconds(passedNanos);
            traffic.advance(order.snapshot(), place, order.realSeconds(), simSeconds);
        } else {
            traffic = Traffic.settled(order.snapshot(), place, TRAFFIC_SEED);
        }
    }
}
