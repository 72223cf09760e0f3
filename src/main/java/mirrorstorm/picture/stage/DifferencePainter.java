package mirrorstorm.picture.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.compare.Difference;

/**
 * Draws on a stage how it differs from another: cells that are as in the other one are pale, and the more of what
 * lies on a node is in another state, the fuller it is; a node that is itself in another state is full and framed.
 */
public final class DifferencePainter {

    /** Of the veil over a cell that is the same in both. */
    private static final double VEIL = 0.78;

    private static final int STEPS = 16;

    private DifferencePainter() {}

    /** Paints a stage as shapes, with how it differs. */
    public static void paint(Graphics2D g, StageView view, Difference difference, Theme theme) {
        StagePainter.paint(g, view, theme, on -> veil(on, view, difference, theme));
    }

    /** Paints a stage as pixels, with how it differs. */
    public static void paint(
            StagePainter painter, BufferedImage image, StageView view, Difference difference, Theme theme) {
        painter.paint(image, view, on -> veil(on, view, difference, theme));
    }

    private static void veil(Graphics2D g, StageView view, Difference difference, Theme theme) {
        StageLayout layout = view.layout();
        Shape before = g.getClip();
        g.clip(GroundPainter.clip(layout));
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        Color[] veils = veils(theme);
        int nodes = view.snapshot().nodeCount();
        for (int node = 0; node < nodes; node++) {
            if (layout.isSeen(node) && !difference.differs(node)) {
                // the first few of a hundred volumes say more than the next few
                double strength = Math.sqrt(difference.volumeShare(node));
                g.setColor(veils[(int) Math.round(STEPS * (1 - strength))]);
                g.fill(layout.cell(node));
            }
        }
        g.setColor(theme.color(Ink.SELECTION));
        double width = Math.max(1, Math.min(2 * view.textScale(), layout.cellHeight() / 6));
        g.setStroke(Pens.line(width));
        for (int node = 0; node < nodes; node++) {
            if (layout.isSeen(node) && difference.differs(node)) {
                Rectangle2D cell = layout.cell(node);
                g.draw(new Rectangle2D.Double(
                        cell.getX() + width / 2,
                        cell.getY() + width / 2,
                        Math.max(1, cell.getWidth() - width),
                        Math.max(1, cell.getHeight() - width)));
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
        g.setClip(before);
    }

    private static Color[] veils(Theme theme) {
        Color[] veils = new Color[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            veils[i] = theme.color(Ink.SURFACE, VEIL * i / STEPS);
        }
        return veils;
    }
}
