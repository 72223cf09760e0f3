package mirrorstorm.picture.stage;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.PixelPlotter;
import mirrorstorm.picture.Pixels;
import mirrorstorm.picture.Plotter;
import mirrorstorm.picture.ShapePlotter;
import mirrorstorm.picture.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Draws the region: the sentence about it, the control plane and the zones, and the cluster with its racks of nodes
 * and what moves between them.
 *
 * <p>What is drawn is a function of the view and the theme, both as shapes on any {@link Graphics2D}
 * ({@link #paint(Graphics2D, StageView, Theme)}) and, many times faster, as pixels: an instance keeps the cells of the
 * last frame and repaints only those whose look changed. An instance belongs to one thread.
 */
public final class StagePainter {

    private final Theme theme;
    private final CellLayer cells;
    private final PixelPlotter.Disc[] dotMasks = PixelPlotter.newMasks();
    private BufferedImage own = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    private @Nullable SlotGrid slots;

    /** A painter that remembers what it painted. */
    public StagePainter(Theme theme) {
        this.theme = theme;
        this.cells = new CellLayer(theme);
    }

    /** Paints on anything, as shapes. */
    public static void paint(Graphics2D g, StageView view, Theme theme) {
        paint(g, view, theme, StagePainter::nothing);
    }

    /** Paints on anything, as shapes, with {@code veil} between the nodes and what moves over them. */
    static void paint(Graphics2D g, StageView view, Theme theme, Consumer<Graphics2D> veil) {
        Pens.smooth(g);
        StageLayout layout = view.layout();
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
        SlotGrid slots = SlotGrid.of(view.snapshot(), layout, view.textScale());
        Shape before = clip(g, layout);
        GroundPainter.paintRacks(g, layout, theme);
        SlotPainter painter = new SlotPainter(g, view, slots, theme);
        int steps = steps(layout);
        for (int node = 0; node < view.snapshot().nodeCount(); node++) {
            if (!layout.camera().isWhole() && !layout.isSeen(node)) {
                continue;
            }
            if (slots.isShown()) {
                painter.paint(node);
            } else {
                int look = CellAppearance.of(view.snapshot(), node, steps);
                CellPainter.paint(g, look, layout.cell(node), theme);
                GroundPainter.paintNumber(g, node, look, layout, theme);
            }
        }
        g.setClip(before);
        veil.accept(g);
        paintChanging(g, new ShapePlotter(g), view, slots, theme);
    }

    private static void nothing(Graphics2D g) {}

    /** Paints on the upper left corner of anything, as pixels. */
    public void paint(Graphics2D g, StageView view) {
        int width = (int) Math.ceil(view.layout().width());
        int height = (int) Math.ceil(view.layout().height());
        if (own.getWidth() != width || own.getHeight() != height) {
            own = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }
        paint(own, view);
        g.drawImage(own, 0, 0, null);
    }

    /**
     * Paints every pixel of an image.
     *
     * @param image of the layout's size, its pixels ints of (alpha,) red, green and blue, row after row
     * @throws IllegalArgumentException if it is not
     */
    public void paint(BufferedImage image, StageView view) {
        paint(image, view, StagePainter::nothing);
    }

    /** Paints every pixel of an image, with {@code veil} between the nodes and what moves over them. */
    void paint(BufferedImage image, StageView view, Consumer<Graphics2D> veil) {
        int[] pixels = Pixels.of(image);
        StageLayout layout = view.layout();
        if (image.getWidth() < layout.width() || image.getHeight() < layout.height()) {
            throw new IllegalArgumentException("a layout of " + layout.width() + " x " + layout.height()
                    + " for an image of " + image.getWidth() + " x " + image.getHeight());
        }
        SlotGrid grid = slotsOf(view);
        cells.paint(pixels, image.getWidth(), image.getHeight(), view, grid);
        Graphics2D g = image.createGraphics();
        Pens.smooth(g);
        veil.accept(g);
        PixelPlotter plotter =
                new PixelPlotter(pixels, image.getWidth(), image.getHeight(), dotMasks, GroundPainter.clip(layout));
        paintChanging(g, plotter, view, grid, theme);
        g.dispose();
    }

    /** What is where on a view; free of cost for the one that was painted last. */
    public StageHits hits(StageView view) {
        return new StageHits(view, slotsOf(view));
    }

    /** Dealing volumes to squares takes a while with a million of them; a frame that shows the same can use them. */
    private SlotGrid slotsOf(StageView view) {
        SlotGrid known = slots;
        if (known != null && known.isOf(view.snapshot(), view.layout())) {
            return known;
        }
        SlotGrid made = SlotGrid.of(view.snapshot(), view.layout(), view.textScale());
        slots = made;
        return made;
    }

    /** Levels of fill that can be told apart. */
    static int steps(StageLayout layout) {
        return (int) Math.max(1, Math.min(400, layout.cellHeight()));
    }

    /** Keeps what is painted within what the camera frames; the clip before. */
    private static @Nullable Shape clip(Graphics2D g, StageLayout layout) {
        Shape before = g.getClip();
        if (!layout.camera().isWhole()) {
            g.clip(GroundPainter.clip(layout));
        }
        return before;
    }

    /** What is new in every frame. */
    private static void paintChanging(Graphics2D g, Plotter plotter, StageView view, SlotGrid slots, Theme theme) {
        StageLayout layout = view.layout();
        MarksPainter marks = new MarksPainter(g, view, slots, theme);
        Shape before = clip(g, layout);
        marks.paintSelection();
        new TrafficPainter(plotter, view, slots, theme).paint();
        new VolumeLines(g, view, slots, theme).paint();
        GroundPainter.paintLabels(g, layout, theme);
        g.setClip(before);
        if (!layout.camera().isWhole()) {
            MinimapPainter.paint(g, plotter, view, theme);
        }
        if (layout.headline().getHeight() > 0) {
            HeadlinePainter.paint(g, view.snapshot(), layout.headline(), theme, view.textScale());
        }
        if (layout.region().getHeight() > 0) {
            new RegionPainter(g, view, theme).paint();
        }
        marks.paintHandles();
    }
}
