package mirrorstorm.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.Texts;

/**
 * Draws the cluster: racks of nodes, what moves between them, and the sentence about it.
 *
 * <p>What is drawn is a function of the view and the theme, both as shapes on any {@link Graphics2D}
 * ({@link #paint(Graphics2D, StageView, Theme)}) and, many times faster, as pixels: an instance keeps the cells of the
 * last frame and repaints only those whose look changed. An instance belongs to one thread.
 */
public final class StagePainter {

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    /** Cells of this size show their number; at text scale 1. */
    private static final double NUMBERED_FROM_WIDTH = 30;

    private static final double NUMBERED_FROM_HEIGHT = 24;

    private final Theme theme;
    private final CellLayer cells;
    private final int[][] dotMasks = PixelPlotter.newMasks();
    private BufferedImage own = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);

    /** A painter that remembers what it painted. */
    public StagePainter(Theme theme) {
        this.theme = theme;
        this.cells = new CellLayer(theme);
    }

    /** Paints on anything, as shapes. */
    public static void paint(Graphics2D g, StageView view, Theme theme) {
        Pens.smooth(g);
        SlotGrid slots = SlotGrid.of(view.snapshot(), view.layout(), view.textScale());
        paintGround(g, view.layout(), theme);
        if (slots.isShown()) {
            new SlotPainter(g, view, slots, theme).paintCells();
        } else {
            int steps = steps(view.layout());
            for (int node = 0; node < view.snapshot().nodeCount(); node++) {
                int look = CellLook.of(view.snapshot(), node, steps);
                CellPainter.paint(g, look, view.layout().cell(node), theme);
                paintNumber(g, node, look, view.layout(), theme);
            }
        }
        paintChanging(g, new ShapePlotter(g), view, slots, theme);
    }

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
        int[] pixels = Pixels.of(image);
        if (image.getWidth() < view.layout().width()
                || image.getHeight() < view.layout().height()) {
            throw new IllegalArgumentException("a layout of " + view.layout().width() + " x "
                    + view.layout().height() + " for an image of " + image.getWidth() + " x " + image.getHeight());
        }
        SlotGrid slots = SlotGrid.of(view.snapshot(), view.layout(), view.textScale());
        cells.paint(pixels, image.getWidth(), image.getHeight(), view, slots.isShown());
        Graphics2D g = image.createGraphics();
        Pens.smooth(g);
        paintChanging(g, new PixelPlotter(pixels, image.getWidth(), image.getHeight(), dotMasks), view, slots, theme);
        g.dispose();
    }

    /** Levels of fill that can be told apart. */
    static int steps(StageLayout layout) {
        return (int) Math.max(1, Math.min(400, layout.cellHeight()));
    }

    // What stays from frame to frame

    static void paintGround(Graphics2D g, StageLayout layout, Theme theme) {
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
        double corner = layout.rackPadding() >= 3 ? 2 * layout.rackPadding() : 0;
        for (int rack = 0; rack < layout.rackCount(); rack++) {
            Rectangle2D panel = layout.rack(rack);
            g.setColor(theme.color(Ink.SURFACE));
            g.fill(
                    corner == 0
                            ? panel
                            : new RoundRectangle2D.Double(
                                    panel.getX(), panel.getY(), panel.getWidth(), panel.getHeight(), corner, corner));
            for (Rectangle2D bay : layout.bays(rack)) {
                CellPainter.paintBay(g, bay, theme);
            }
        }
    }

    /** Over what moves, so that they stay readable in a storm. */
    private static void paintLabels(Graphics2D g, StageLayout layout, Theme theme) {
        Font font = theme.font(TextStyle.SMALL, layout.textScale());
        double margin = 2 * layout.textScale();
        String longest = TEXTS.text("rack", Integer.toString(layout.rackCount() - 1));
        double room = layout.rack(0).getWidth() - 2 * layout.rackPadding();
        boolean isShort = Pens.widthOf(font, longest) > room;
        for (int rack = 0; rack < layout.rackCount() && layout.rackLabelHeight() > 0; rack++) {
            Rectangle2D panel = layout.rack(rack);
            double left = panel.getX() + layout.rackPadding() + 1;
            double baseline = panel.getY() + layout.rackPadding() + Pens.capHeight(font) + margin;
            String label = isShort ? Integer.toString(rack) : TEXTS.text("rack", Integer.toString(rack));
            g.setColor(theme.color(Ink.SURFACE, 0.8));
            g.fill(new Rectangle2D.Double(
                    left - margin,
                    baseline - Pens.capHeight(font) - margin,
                    Pens.widthOf(font, label) + 2 * margin,
                    Pens.capHeight(font) + 2 * margin));
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.text(g, font, label, left, baseline);
        }
    }

    /** The number of a node in its cell, if it has room there and is not crossed out. */
    static void paintNumber(Graphics2D g, int node, int look, StageLayout layout, Theme theme) {
        double scale = layout.textScale();
        boolean hasRoom = layout.cellWidth() >= NUMBERED_FROM_WIDTH * scale
                && layout.cellHeight() >= NUMBERED_FROM_HEIGHT * scale;
        NodeState state = CellLook.state(look);
        if (hasRoom && (state == NodeState.UP || state == NodeState.ISOLATED)) {
            Font font = theme.font(TextStyle.SMALL, scale);
            g.setColor(theme.color(Ink.TEXT));
            double x = layout.cellX(node) + layout.cellWidth() / 2;
            double y = layout.cellY(node) + layout.cellHeight() / 2 + Pens.capHeight(font) / 2;
            Pens.textCentred(g, font, Integer.toString(node), x, y);
        }
    }

    // What is new in every frame

    private static void paintChanging(Graphics2D g, Plotter plotter, StageView view, SlotGrid slots, Theme theme) {
        if (slots.isShown()) {
            new SlotPainter(g, view, slots, theme).paint();
        }
        if (view.selectedNode() >= 0 && view.selectedNode() < view.snapshot().nodeCount()) {
            paintOutline(g, view, view.selectedNode(), 3, theme);
        }
        new TrafficPainter(plotter, view, slots, theme).paint();
        paintLabels(g, view.layout(), theme);
        if (view.layout().headline().getHeight() > 0) {
            HeadlinePainter.paint(g, view.snapshot(), view.layout().headline(), theme, view.textScale());
        }
        if (view.hoveredNode() >= 0 && view.hoveredNode() < view.snapshot().nodeCount()) {
            paintOutline(g, view, view.hoveredNode(), 1.5, theme);
            paintCard(g, view, theme);
        }
    }

    private static void paintOutline(Graphics2D g, StageView view, int node, double width, Theme theme) {
        Rectangle2D cell = view.layout().cell(node);
        double stroke = width * view.textScale();
        double reach = stroke / 2 + 0.5;
        double corner = Math.min(4 * stroke, cell.getHeight() / 2);
        g.setColor(theme.color(Ink.SELECTION));
        g.setStroke(Pens.round(stroke));
        g.draw(new RoundRectangle2D.Double(
                cell.getX() - reach,
                cell.getY() - reach,
                cell.getWidth() + 2 * reach,
                cell.getHeight() + 2 * reach,
                corner,
                corner));
    }

    /** One line about the node under the pointer, below it or, where there is no room, above. */
    private static void paintCard(Graphics2D g, StageView view, Theme theme) {
        StageLayout layout = view.layout();
        double scale = view.textScale();
        Font font = theme.font(TextStyle.BODY, scale);
        String text = cardText(view.snapshot(), view.hoveredNode());
        double padding = 7 * scale;
        double width = Pens.widthOf(font, text) + 2 * padding;
        double height = Pens.capHeight(font) + 2 * padding;
        Rectangle2D cell = layout.cell(view.hoveredNode());
        double x = Math.max(2, Math.min(cell.getCenterX() - width / 2, layout.width() - width - 2));
        double below = cell.getMaxY() + 6 * scale;
        double y = below + height < layout.height() ? below : cell.getY() - 6 * scale - height;
        RoundRectangle2D card = new RoundRectangle2D.Double(x, y, width, height, padding, padding);
        g.setColor(theme.color(Ink.SURFACE_RAISED));
        g.fill(card);
        g.setStroke(Pens.line(1));
        g.setColor(theme.color(Ink.BORDER));
        g.draw(card);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, font, text, x + padding, y + height - padding);
    }

    private static String cardText(Snapshot snapshot, int node) {
        List<String> facts = new ArrayList<>();
        String state = TEXTS.text("node." + snapshot.nodeState(node));
        if (snapshot.isQuarantined(node)) {
            state += ", " + TEXTS.text("node.QUARANTINE");
        }
        facts.add(TEXTS.text("card.node", Integer.toString(node), Integer.toString(snapshot.rack(node)), state));
        facts.add(
                TEXTS.text("card.space", Numerals.count(snapshot.used(node)), Numerals.count(snapshot.capacity(node))));
        if (snapshot.searching(node) > 0) {
            facts.add(TEXTS.text("card.searching", Numerals.count(snapshot.searching(node))));
        }
        if (snapshot.streamsIn(node) + snapshot.streamsOut(node) > 0) {
            facts.add(TEXTS.text(
                    "card.copies",
                    Numerals.count(snapshot.streamsIn(node)),
                    Numerals.count(snapshot.streamsOut(node))));
        }
        return String.join("  ·  ", facts);
    }
}
