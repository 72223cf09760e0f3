package mirrorstorm.picture.stage;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import mirrorstorm.model.NodeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.scenario.MessageBundle;

/** Draws what nodes stand on: racks, places that are free for nodes to come, labels and numbers. */
final class GroundPainter {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    /** Cells of this size show their number; at text scale 1. */
    private static final double NUMBERED_FROM_WIDTH = 30;

    private static final double NUMBERED_FROM_HEIGHT = 24;

    /** Racks with less than this are drawn without round corners. */
    private static final double ROUND_FROM_PADDING = 3;

    private static final double CORNER_MAX = 18;

    private GroundPainter() {}

    /** Where the cluster may be painted: all of the stage, or what the camera frames. */
    static Rectangle clip(StageLayout layout) {
        return layout.camera().isWhole()
                ? new Rectangle((int) Math.ceil(layout.width()), (int) Math.ceil(layout.height()))
                : layout.body().getBounds();
    }

    static void paintRacks(Graphics2D g, StageLayout layout, Theme theme) {
        double padding = layout.rackPadding();
        double corner = padding >= ROUND_FROM_PADDING ? Math.min(CORNER_MAX, 2 * padding) : 0;
        Rectangle2D seen = clip(layout);
        for (int rack = 0; rack < layout.rackCount(); rack++) {
            Rectangle2D panel = layout.rack(rack);
            if (!panel.intersects(seen)) {
                continue;
            }
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

    /** Over what moves, so that they stay readable in a storm; at the upper left of what is seen of a rack. */
    static void paintLabels(Graphics2D g, StageLayout layout, Theme theme) {
        Font font = theme.font(TextStyle.SMALL, layout.textScale());
        double margin = 2 * layout.textScale();
        double height = Pens.capHeight(font) + 2 * margin;
        double inset = Math.min(layout.rackPadding(), 8 * layout.textScale());
        if (layout.rackLabelHeight() + layout.rackPadding() < height) {
            return;
        }
        String longest = TEXTS.text("rack", Integer.toString(layout.rackCount() - 1));
        boolean isShort = Pens.widthOf(font, longest) > layout.rack(0).getWidth() - 2 * inset;
        Rectangle2D seen = clip(layout);
        for (int rack = 0; rack < layout.rackCount(); rack++) {
            Rectangle2D panel = layout.rack(rack).createIntersection(seen);
            String label = isShort ? Integer.toString(rack) : TEXTS.text("rack", Integer.toString(rack));
            double width = Pens.widthOf(font, label) + 2 * margin;
            double room = layout.cellY(rack) - panel.getY();
            boolean coversCells = room > 0 && room < inset + height - margin;
            if (panel.getWidth() < width || panel.getHeight() < height || coversCells) {
                continue;
            }
            double left = panel.getX() + inset + 1;
            double baseline = panel.getY() + inset + Pens.capHeight(font) + margin;
            g.setColor(theme.color(Ink.SURFACE, 0.8));
            g.fill(new Rectangle2D.Double(left - margin, baseline - height + margin, width, height));
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.text(g, font, label, left, baseline);
        }
    }

    /** The number of a node in its cell, if it has room there and is not crossed out. */
    static void paintNumber(Graphics2D g, int node, int look, StageLayout layout, Theme theme) {
        double scale = layout.textScale();
        boolean hasRoom = layout.cellWidth() >= NUMBERED_FROM_WIDTH * scale
                && layout.cellHeight() >= NUMBERED_FROM_HEIGHT * scale;
        NodeState state = CellAppearance.state(look);
        if (hasRoom && (state == NodeState.UP || state == NodeState.ISOLATED)) {
            Font font = theme.font(TextStyle.SMALL, scale);
            g.setColor(theme.color(Ink.TEXT));
            double x = layout.cellX(node) + layout.cellWidth() / 2;
            double y = layout.cellY(node) + layout.cellHeight() / 2 + Pens.capHeight(font) / 2;
            Pens.textCentred(g, font, Integer.toString(node), x, y);
        }
    }
}
