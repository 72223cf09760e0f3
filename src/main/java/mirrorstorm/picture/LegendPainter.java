package mirrorstorm.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Draws the legend: each sign of the stage with what it means and how many there are of it now. The signs are painted
 * by the painters that paint the stage, so the legend cannot lie. Items keep their place while counts change.
 */
public final class LegendPainter {

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    private static final double LINE = 22;
    private static final double TITLE_WIDTH = 58;
    private static final double APART = 13;
    private static final double SIGN_GAP = 5;
    private static final int COLUMNS_MAX = 12;

    /** A ratio that takes as much room as any. */
    private static final double PROBES_PER_DOT_LONGEST = 200e6;

    /**
     * One sign with its words. {@code longest} and {@code most} are the widest that the other two texts get;
     * {@code isThere} is false for what is not to be seen.
     */
    private record Item(
            Sign sign, double signWidth, String label, String longest, String count, String most, boolean isThere) {

        Item(Sign sign, double signWidth, String label, String count, String most, boolean isThere) {
            this(sign, signWidth, label, label, count, most, isThere);
        }
    }

    /** Draws a sign within a rectangle. */
    private interface Sign {
        void paint(Graphics2D g, Rectangle2D area);
    }

    private record Row(String title, List<Item> items, boolean isCounted) {}

    private LegendPainter() {}

    /** Paints within {@code area}, over whatever is there. */
    public static void paint(Graphics2D g, StageView view, Rectangle2D area, Theme theme) {
        Pens.smooth(g);
        layOut(g, view, area, theme);
    }

    /** The height that the legend needs in a width, pixels; the same whatever the counts are. */
    public static double preferredHeight(StageView view, double width, Theme theme) {
        return layOut(null, view, new Rectangle2D.Double(0, 0, width, 0), theme);
    }

    /** Lays the items out in lines, paints them if there is something to paint on, and returns the height of all. */
    private static double layOut(@Nullable Graphics2D g, StageView view, Rectangle2D area, Theme theme) {
        double scale = view.textScale();
        Font font = theme.font(TextStyle.SMALL, scale);
        Font strong = theme.font(TextStyle.STRONG, scale * TextStyle.SMALL.size() / TextStyle.STRONG.size());
        double line = LINE * scale;
        double y = area.getY();
        List<Row> rows = rows(view, theme);
        double[] columns = columns(rows, font, strong, scale);
        boolean isTable = TITLE_WIDTH * scale + Arrays.stream(columns).sum() - APART * scale <= area.getWidth();
        for (Row row : rows) {
            double left = area.getX() + TITLE_WIDTH * scale;
            double x = left;
            double baseline = y + line / 2 + Pens.capHeight(font) / 2;
            if (g != null) {
                g.setColor(theme.color(Ink.TEXT_MUTED));
                Pens.text(g, strong, row.title(), area.getX(), baseline);
            }
            for (int i = 0; i < row.items().size(); i++) {
                Item item = row.items().get(i);
                double width = width(item, font, strong, scale);
                if (x > left && x + width > area.getMaxX()) {
                    x = left;
                    y += line;
                    baseline += line;
                }
                if (g != null) {
                    paintItem(g, item, x, y, line, baseline, font, strong, theme, scale);
                }
                x += isTable && row.isCounted() ? columns[i] : width + APART * scale;
            }
            y += line;
        }
        return y - area.getY();
    }

    private static double width(Item item, Font font, Font strong, double scale) {
        return item.signWidth()
                + SIGN_GAP * scale
                + Pens.widthOf(font, item.longest() + " ")
                + Pens.widthOf(strong, item.most());
    }

    /** Widths, with the space after, at which the items of counted rows stand under each other. */
    private static double[] columns(List<Row> rows, Font font, Font strong, double scale) {
        double[] widths = new double[COLUMNS_MAX];
        for (Row row : rows) {
            for (int i = 0; i < row.items().size() && row.isCounted(); i++) {
                widths[i] = Math.max(widths[i], width(row.items().get(i), font, strong, scale) + APART * scale);
            }
        }
        return widths;
    }

    private static void paintItem(
            Graphics2D g,
            Item item,
            double x,
            double y,
            double line,
            double baseline,
            Font font,
            Font strong,
            Theme theme,
            double scale) {
        double height = line - 5 * scale;
        item.sign().paint(g, new Rectangle2D.Double(x, y + (line - height) / 2, item.signWidth(), height));
        double textX = x + item.signWidth() + SIGN_GAP * scale;
        g.setColor(theme.color(item.isThere() ? Ink.TEXT : Ink.TEXT_MUTED));
        Pens.text(g, font, item.label(), textX, baseline);
        Pens.text(g, strong, item.count(), textX + Pens.widthOf(font, item.label() + " "), baseline);
    }

    private static List<Row> rows(StageView view, Theme theme) {
        return List.of(
                new Row(TEXTS.text("legend.nodes"), nodes(view, theme), true),
                new Row(TEXTS.text("legend.volumes"), volumes(view, theme), true),
                new Row(TEXTS.text("legend.traffic"), traffic(view, theme), false));
    }

    // Nodes

    private static List<Item> nodes(StageView view, Theme theme) {
        Snapshot snapshot = view.snapshot();
        List<Item> items = new ArrayList<>();
        for (NodeState state : NodeState.values()) {
            items.add(node(
                    view,
                    "node." + state,
                    CellLook.of(state, false, false, false, 0, 0),
                    snapshot.nodeCount(state),
                    theme));
        }
        int quarantined = CellLook.of(NodeState.UP, true, false, false, 0, 0);
        items.add(node(view, "node.QUARANTINE", quarantined, snapshot.quarantinedCount(), theme));
        int asking = 0;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            asking += snapshot.searching(node) > 0 ? 1 : 0;
        }
        int glowing = CellLook.of(NodeState.UP, false, false, false, CellLook.GLOW_MAX - 2, 0);
        items.add(node(view, "legend.asking", glowing, asking, theme));
        return items;
    }

    private static Item node(StageView view, String key, int look, int count, Theme theme) {
        double side = 17 * view.textScale();
        String most = Numerals.count(view.snapshot().nodeCount());
        Sign sign = (g, area) -> {
            Rectangle2D cell = new Rectangle2D.Double(area.getX(), area.getY(), side, area.getHeight());
            g.setColor(theme.color(Ink.SURFACE));
            g.fill(cell);
            boolean isHollow = CellLook.state(look) == NodeState.DESTROYED;
            CellPainter.paint(
                    g, isHollow ? look : look | (int) (0.8 * area.getHeight()) << CellLook.FILL_SHIFT, cell, theme);
        };
        return new Item(sign, side, TEXTS.text(key), Numerals.count(count), most, count > 0);
    }

    // Volumes

    private static List<Item> volumes(StageView view, Theme theme) {
        Snapshot snapshot = view.snapshot();
        boolean isSingle =
                SlotGrid.of(snapshot, view.layout(), view.layout().textScale()).isShown();
        double scale = view.textScale();
        double side = 13 * scale;
        String most = Numerals.count(snapshot.volumeCount());
        List<Item> items = new ArrayList<>();
        for (VolumeState state : VolumeState.values()) {
            Sign sign = (g, area) -> {
                Rectangle2D square = new Rectangle2D.Double(area.getX(), area.getCenterY() - side / 2, side, side);
                if (isSingle) {
                    SlotPainter.VolumeMark.of(state).paint(g, square, theme);
                } else {
                    Swatches.area(g, state, square, theme, scale);
                }
            };
            int count = snapshot.volumeCount(state);
            items.add(new Item(sign, side, TEXTS.text("volume." + state), Numerals.count(count), most, count > 0));
        }
        return items;
    }

    // Traffic

    private static List<Item> traffic(StageView view, Theme theme) {
        double scale = view.textScale();
        double width = 26 * scale;
        Traffic traffic = view.traffic();
        List<Item> items = new ArrayList<>();
        boolean isProbing = view.snapshot().roundCount() > 0;
        items.add(dot(width, "legend.probe", theme.color(Ink.PROBE).getRGB(), 1, isProbing, scale));
        items.add(dot(width, "legend.refusal", theme.color(Ink.REFUSAL).getRGB(), -1, isProbing, scale));
        items.add(dot(width, "legend.claim", theme.color(Ink.CLAIM).getRGB(), 1, isProbing, scale));
        int stream = theme.color(Ink.COPY_STREAM).getRGB();
        Sign sign = (g, area) -> {
            Plotter plotter = new ShapePlotter(g);
            double y = area.getCenterY();
            plotter.line(area.getX(), y, 0.35, area.getMaxX(), y, 0.35, 1.5 * scale, stream);
            plotter.line(area.getX(), y, 0.9, area.getX() + width * 0.6, y, 0.9, 3 * scale, stream);
        };
        items.add(new Item(sign, width, TEXTS.text("legend.copy"), "", "", traffic.streamCount() > 0));
        String longest = TEXTS.text("legend.sample", Numerals.about(PROBES_PER_DOT_LONGEST));
        items.add(new Item((g, area) -> {}, 0, sample(traffic), longest, "", "", isProbing));
        return items;
    }

    private static String sample(Traffic traffic) {
        double ratio = traffic.probesPerDot();
        return ratio == 1 ? TEXTS.text("legend.single") : TEXTS.text("legend.sample", Numerals.about(ratio));
    }

    private static Item dot(double width, String key, int rgb, int direction, boolean isThere, double scale) {
        Sign sign = (g, area) -> {
            Plotter plotter = new ShapePlotter(g);
            double y = area.getCenterY();
            double head = direction > 0 ? area.getMaxX() - 4 * scale : area.getX() + 4 * scale;
            double tail = direction > 0 ? area.getX() : area.getMaxX();
            plotter.line(tail, y, 0, head, y, 0.6, 2.4 * scale, rgb);
            plotter.dot(head, y, 2.6 * scale, rgb, 1);
        };
        return new Item(sign, width, TEXTS.text(key), "", "", isThere);
    }
}
