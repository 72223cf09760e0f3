package mirrorstorm.picture.stage;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import org.jspecify.annotations.Nullable;

/** Draws what is pointed at and chosen: outlines, the rectangle that is being drawn, and one line of text. */
final class MarksPainter {

    private static final double SELECTED_WIDTH = 3;
    private static final double HOVERED_WIDTH = 1.5;

    /** Nodes that were chosen together are outlined thinly, or a whole rack would be one black block. */
    private static final double MANY_WIDTH = 1.6;

    /** Around smaller cells an outline has no round corners. */
    private static final double ROUND_FROM = 12;

    private final Graphics2D g;
    private final StageView view;
    private final StageLayout layout;
    private final SlotGrid slots;
    private final Theme theme;
    private final double scale;

    MarksPainter(Graphics2D g, StageView view, SlotGrid slots, Theme theme) {
        this.g = g;
        this.view = view;
        this.layout = view.layout();
        this.slots = slots;
        this.theme = theme;
        this.scale = view.textScale();
    }

    /** What was chosen, and where the keys have led. */
    void paintSelection() {
        List<Integer> nodes = view.marks().selected().nodesPicked();
        for (int node : nodes) {
            if (node < view.snapshot().nodeCount() && layout.isSeen(node)) {
                outline(layout.cell(node), width(nodes.size() == 1 ? SELECTED_WIDTH : MANY_WIDTH), Ink.SELECTION);
            }
        }
        paintVolume(view.marks().selected(), SELECTED_WIDTH);
        int cursor = view.marks().cursor();
        if (cursor >= 0 && cursor < view.snapshot().nodeCount()) {
            outline(layout.cell(cursor), width(2), Ink.FOCUS);
        }
    }

    /** What the pointer is over, and draws. */
    void paintHandles() {
        Pick hovered = view.marks().hovered();
        Shape before = g.getClip();
        if (!layout.camera().isWhole()) {
            g.clip(GroundPainter.clip(layout));
        }
        int node = hovered.singleNode();
        if (node >= 0 && node < view.snapshot().nodeCount()) {
            outline(layout.cell(node), HOVERED_WIDTH, Ink.SELECTION);
        }
        paintVolume(hovered, HOVERED_WIDTH);
        view.marks().lasso().ifPresent(this::paintLasso);
        g.setClip(before);
        if (!(hovered instanceof Pick.Nothing)) {
            String text = PickText.of(view.snapshot(), hovered);
            Rectangle2D place = placeOf(hovered);
            if (!text.isEmpty() && place != null) {
                paintCard(text, place);
            }
        }
    }

    private void paintVolume(Pick pick, double width) {
        int volume = pick.volumePicked();
        for (int place = 0; volume >= 0 && place <= view.snapshot().replicaCount(); place++) {
            if (slots.has(volume, place)) {
                outline(slots.square(volume, place), width, Ink.SELECTION);
            }
        }
    }

    /** Thin cells get thin outlines, or they would cover their neighbours. */
    private double width(double most) {
        double side = Math.min(layout.cellWidth(), layout.cellHeight());
        return Math.max(1, Math.min(most, side / 5));
    }

    private void outline(Rectangle2D cell, double width, Ink ink) {
        double stroke = width * scale;
        double reach = stroke / 2 + 0.5;
        boolean isSmall = Math.min(cell.getWidth(), cell.getHeight()) < ROUND_FROM;
        double corner = isSmall ? 0 : Math.min(4 * stroke, cell.getHeight() / 2);
        Rectangle2D around = new Rectangle2D.Double(
                cell.getX() - reach, cell.getY() - reach, cell.getWidth() + 2 * reach, cell.getHeight() + 2 * reach);
        g.setColor(theme.color(ink));
        g.setStroke(Pens.round(stroke));
        g.draw(
                isSmall
                        ? around
                        : new RoundRectangle2D.Double(
                                around.getX(), around.getY(), around.getWidth(), around.getHeight(), corner, corner));
    }

    private void paintLasso(Rectangle2D lasso) {
        g.setColor(theme.color(Ink.ACCENT, 0.15));
        g.fill(lasso);
        g.setColor(theme.color(Ink.ACCENT));
        g.setStroke(Pens.dashed(1.5 * scale, 5 * scale, 3 * scale));
        g.draw(lasso);
    }

    /** Where the thing is that the line of text is about; null if it is not on this stage. */
    private @Nullable Rectangle2D placeOf(Pick pick) {
        int node = pick.singleNode();
        if (node >= 0 && node < view.snapshot().nodeCount()) {
            return layout.cell(node);
        }
        if (pick instanceof Pick.Volume volume) {
            int place = slots.placeOn(volume.volume(), volume.node());
            return slots.has(volume.volume(), place) ? slots.square(volume.volume(), place) : null;
        }
        if (pick instanceof Pick.Rack rack) {
            Rectangle2D panel = layout.rack(rack.rack());
            return new Rectangle2D.Double(panel.getX(), panel.getY(), panel.getWidth(), 18 * scale);
        }
        return layout.region().getHeight() > 0 ? RegionLayout.of(view).placeOf(pick) : null;
    }

    /** One line below the thing or, where there is no room, above. */
    private void paintCard(String text, Rectangle2D about) {
        Font font = theme.font(TextStyle.BODY, scale);
        double padding = 7 * scale;
        String line = Pens.clipped(font, text, layout.width() - 2 * padding - 4);
        double width = Pens.widthOf(font, line) + 2 * padding;
        double height = Pens.capHeight(font) + 2 * padding;
        double x = Math.max(2, Math.min(about.getCenterX() - width / 2, layout.width() - width - 2));
        double below = about.getMaxY() + 6 * scale;
        double above = about.getY() - 6 * scale - height;
        double y =
                Math.max(2, Math.min(below + height < layout.height() ? below : above, layout.height() - height - 2));
        RoundRectangle2D card = new RoundRectangle2D.Double(x, y, width, height, padding, padding);
        g.setColor(theme.color(Ink.SURFACE_RAISED));
        g.fill(card);
        g.setStroke(Pens.line(1));
        g.setColor(theme.color(Ink.BORDER));
        g.draw(card);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, font, line, x + padding, y + height - padding);
    }
}
