package mirrorstorm.ui.stage;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.DifferencePainter;
import mirrorstorm.picture.stage.LegendPainter;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;

/** Paints a stage, with its legend or without, frame after frame. Lives on the painter's thread. */
public final class StageArtist {

    /** The dots are drawn by their own chance, which has nothing to do with the run's. */
    private static final long TRAFFIC_SEED = 1;

    /** Beside the legend and, half as much, below it; at text scale 1. */
    private static final double MARGIN = 12;

    /** The legend takes no more of the height: the cluster is what is looked at. */
    private static final double LEGEND_SHARE = 0.22;

    /** Where it is said what the colours mean. */
    public enum Legend {
        /** Below the cluster, in the same picture. */
        BELOW,
        /** Somewhere else, as where several stages share one. */
        ELSEWHERE
    }

    /**
     * What is to be painted.
     *
     * @param run        which run the snapshot is of
     * @param difference to another stage, if this one is shaded by it
     * @param isPlaying  whether time passes by itself: if not, dots stand still
     * @param marks      what is pointed at and chosen
     * @param camera     from where the cluster is looked at
     * @param textScale  size of text for one unit of the window
     */
    public record Order(
            Snapshot snapshot,
            int run,
            Optional<Difference> difference,
            boolean isPlaying,
            StageView.Marks marks,
            Camera camera,
            Theme theme,
            double textScale) {}

    private final Legend legend;
    private final StageMemory memory = new StageMemory();
    private Traffic traffic = new Traffic(TRAFFIC_SEED);
    private int run;
    private long timeNanos;
    private int legendRun;
    private double legendWidth;
    private double legendScale;
    private double legendOf;
    private double legendHeight;

    StageArtist(Legend legend) {
        this.legend = legend;
    }

    /**
     * Paints the whole image and returns what is where on it.
     *
     * @param realSeconds since the last picture
     */
    StageHits paint(BufferedImage image, double scale, double realSeconds, Order order) {
        double textScale = order.textScale() * scale;
        double width = image.getWidth();
        double height = Math.max(1, image.getHeight() - legendHeight(order, width, image.getHeight(), textScale));
        StageLayout place = memory.layoutFor(order.snapshot(), width, height, textScale, order.camera());
        moveTraffic(order, place, realSeconds);
        StageView view = view(order, place, textScale);
        StagePainter drawn = memory.painterFor(order.theme());
        if (order.difference().isPresent()) {
            DifferencePainter.paint(drawn, image, view, order.difference().get(), order.theme());
        } else {
            drawn.paint(image, view);
        }
        if (legend == Legend.BELOW) {
            paintLegend(image, height, view, order.theme());
        }
        return drawn.hits(view);
    }

    private static void paintLegend(BufferedImage image, double top, StageView view, Theme theme) {
        Graphics2D g = image.createGraphics();
        clear(image, (int) top);
        LegendPainter.paint(g, view, legendArea(image.getWidth(), top, image.getHeight(), view.textScale()), theme);
        g.dispose();
    }

    private StageView view(Order order, StageLayout place, double textScale) {
        return new StageView(order.snapshot(), place, traffic, order.marks(), textScale);
    }

    /** Asked for once for each size: it is the same whatever is counted. */
    private double legendHeight(Order order, double width, double height, double textScale) {
        if (legend == Legend.ELSEWHERE) {
            return 0;
        }
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
    private void moveTraffic(Order order, StageLayout place, double realSeconds) {
        long passedNanos = order.snapshot().timeNanos() - timeNanos;
        boolean isSameHistory = order.run() == run && passedNanos >= 0 && (order.isPlaying() || passedNanos == 0);
        run = order.run();
        timeNanos = order.snapshot().timeNanos();
        if (isSameHistory) {
            double simSeconds = Nanos.toSeconds(passedNanos);
            traffic.advance(order.snapshot(), place, realSeconds, simSeconds);
        } else {
            traffic = Traffic.settled(order.snapshot(), place, TRAFFIC_SEED);
        }
    }
}
