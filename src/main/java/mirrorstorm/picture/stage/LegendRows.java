package mirrorstorm.picture.stage;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Plotter;
import mirrorstorm.picture.ShapePlotter;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.MessageBundle;

/** What the legend of a stage says: its signs, painted by what paints the stage, with words and counts. */
final class LegendRows {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    /** Ratios that take as much room as any. */
    private static final double PROBES_PER_DOT_LONGEST = 200e6;

    private static final double CLAIMS_PER_DOT_LONGEST = 5_000;

    private final StageView view;
    private final Snapshot snapshot;
    private final Theme theme;
    private final double scale;
    private final boolean isSingle;

    /** Draws a sign within a rectangle. */
    interface Sign {
        void paint(Graphics2D g, Rectangle2D area);
    }

    /**
     * One sign with its words. {@code longest} and {@code most} are the widest that the other two texts get;
     * {@code isThere} is false for what is not to be seen now.
     */
    record Item(Sign sign, double signWidth, String label, String longest, String count, String most, boolean isThere) {

        Item withoutCount() {
            return new Item(sign, signWidth, label, label, "", "", isThere);
        }
    }

    /**
     * Items under one title.
     *
     * @param isCounted whether its items stand under those of other such rows
     */
    record Row(String title, List<Item> items, boolean isCounted) {}

    private LegendRows(StageView view, Theme theme) {
        this.view = view;
        this.snapshot = view.snapshot();
        this.theme = theme;
        this.scale = view.textScale();
        this.isSingle = SlotGrid.of(snapshot, view.layout(), scale).isShown();
    }

    static List<Row> of(StageView view, Theme theme) {
        LegendRows rows = new LegendRows(view, theme);
        List<Row> all = new ArrayList<>();
        // a node with single volumes says its state in words; the legend is as high as before
        all.add(
                rows.isSingle
                        ? new Row(TEXTS.text("legend.space"), rows.space(), false)
                        : new Row(TEXTS.text("legend.nodes"), rows.nodes(), true));
        all.add(new Row(TEXTS.text("legend.volumes"), rows.volumes(), true));
        all.add(new Row(TEXTS.text("legend.traffic"), rows.traffic(), false));
        return all;
    }

    /** Of all the rows what is to be seen now, without counts: volumes first, as bar and charts have them, too. */
    static List<Item> inShort(List<Row> rows) {
        List<Item> items = new ArrayList<>();
        for (int row : new int[] {1, 0, 2}) {
            rows.get(row).items().stream()
                    .filter(Item::isThere)
                    .map(Item::withoutCount)
                    .forEach(items::add);
        }
        return items;
    }

    private List<Item> nodes() {
        List<Item> items = new ArrayList<>();
        for (NodeState state : NodeState.values()) {
            items.add(node("node." + state, CellAppearance.of(state, false, 0, 0), snapshot.nodeCount(state)));
        }
        items.add(node("node.QUARANTINE", CellAppearance.of(NodeState.UP, true, 0, 0), snapshot.quarantinedCount()));
        items.add(asking());
        return items;
    }

    private Item asking() {
        int asking = 0;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            asking += snapshot.searching(node) > 0 ? 1 : 0;
        }
        return node("legend.asking", CellAppearance.of(NodeState.UP, false, CellAppearance.GLOW_MAX - 2, 0), asking);
    }

    private Item node(String key, int look, int count) {
        double side = 17 * scale;
        Sign sign = (g, area) -> {
            Rectangle2D cell = new Rectangle2D.Double(area.getX(), area.getY(), side, area.getHeight());
            g.setColor(theme.color(Ink.SURFACE));
            g.fill(cell);
            boolean isGone = CellAppearance.state(look) == NodeState.DESTROYED;
            int fill = isGone ? 0 : (int) (0.8 * area.getHeight());
            CellPainter.paint(g, look | fill << CellAppearance.FILL_SHIFT, cell, theme);
        };
        String most = NumberText.count(snapshot.nodeCount());
        String label = TEXTS.text(key);
        return new Item(sign, side, label, label, NumberText.count(count), most, count > 0);
    }

    private List<Item> volumes() {
        String most = NumberText.count(snapshot.volumeCount());
        List<Item> items = new ArrayList<>();
        for (VolumeState state : VolumeState.values()) {
            Sign sign = isSingle
                    ? (g, area) -> VolumeMark.of(state).paint(g, square(area), theme)
                    : (g, area) -> Swatches.area(g, state, square(area), theme, scale);
            int count = snapshot.volumeCount(state);
            String label = TEXTS.text("volume." + state);
            items.add(new Item(sign, squareSide(), label, label, NumberText.count(count), most, count > 0));
        }
        return items;
    }

    private List<Item> space() {
        List<Item> items = new ArrayList<>();
        for (SpaceMark mark : SpaceMark.values()) {
            Sign sign = (g, area) -> mark.paint(g, square(area), 0.5, theme.color(Ink.BACKGROUND), theme);
            items.add(uncounted(sign, squareSide(), TEXTS.text("space." + mark), true));
        }
        items.add(asking());
        return items;
    }

    private double squareSide() {
        return Math.rint(13 * scale);
    }

    private Rectangle2D square(Rectangle2D area) {
        double side = squareSide();
        return new Rectangle2D.Double(Math.rint(area.getX()), Math.rint(area.getCenterY() - side / 2), side, side);
    }

    private List<Item> traffic() {
        boolean isProbing = snapshot.roundCount() > 0;
        List<Item> items = new ArrayList<>();
        items.add(dot("legend.probe", Ink.PROBE, 1, isProbing));
        items.add(dot("legend.refusal", Ink.REFUSAL, -1, isProbing));
        items.add(dot("legend.claim", Ink.CLAIM, 1, isProbing));
        items.add(stream());
        String longest = TEXTS.text(
                "legend.sample.claims",
                NumberText.about(PROBES_PER_DOT_LONGEST),
                NumberText.about(CLAIMS_PER_DOT_LONGEST));
        items.add(new Item((g, area) -> {}, 0, sample(), longest, "", "", isProbing));
        return items;
    }

    private String sample() {
        double ratio = view.traffic().probesPerDot();
        double claims = view.traffic().claimsPerDot();
        if (claims > 1) {
            return TEXTS.text("legend.sample.claims", NumberText.about(ratio), NumberText.about(claims));
        }
        return ratio == 1 ? TEXTS.text("legend.single") : TEXTS.text("legend.sample", NumberText.about(ratio));
    }

    private double lineWidth() {
        return 26 * scale;
    }

    private Item stream() {
        int rgb = theme.color(Ink.COPY_STREAM).getRGB();
        Sign sign = (g, area) -> {
            Plotter plotter = new ShapePlotter(g);
            double y = area.getCenterY();
            double middle = area.getX() + lineWidth() * 0.6;
            plotter.line(area.getX(), y, 0.35, area.getMaxX(), y, 0.35, 1.5 * scale, rgb);
            plotter.line(area.getX(), y, 0.9, middle, y, 0.9, 3 * scale, rgb);
        };
        return uncounted(
                sign, lineWidth(), TEXTS.text("legend.copy"), view.traffic().streamCount() > 0);
    }

    private Item dot(String key, Ink ink, int direction, boolean isThere) {
        int rgb = theme.color(ink).getRGB();
        Sign sign = (g, area) -> {
            Plotter plotter = new ShapePlotter(g);
            double y = area.getCenterY();
            double head = direction > 0 ? area.getMaxX() - 4 * scale : area.getX() + 4 * scale;
            double tail = direction > 0 ? area.getX() : area.getMaxX();
            plotter.line(tail, y, 0, head, y, 0.6, 2.4 * scale, rgb);
            plotter.dot(head, y, 2.6 * scale, rgb, 1);
        };
        return uncounted(sign, lineWidth(), TEXTS.text(key), isThere);
    }

    private static Item uncounted(Sign sign, double width, String label, boolean isThere) {
        return new Item(sign, width, label, label, "", "", isThere);
    }
}
