package mirrorstorm.picture.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import mirrorstorm.model.NodeState;
import mirrorstorm.picture.Colors;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/**
 * Draws one node as a cell: filled to the share of its space that is taken; hollow and dashed if it is isolated,
 * black with a cross if it crashed, struck out if it is destroyed, striped if it is quarantined; with a warm rim
 * while volumes on it search.
 */
final class CellPainter {

    /** Smaller cells are one flat colour. */
    private static final double DRAWN_FROM = 5;

    /** Smaller cells have square corners. */
    private static final double DETAILED_FROM = 14;

    /** Cells of this size have more in them to be seen than their hatching or cross. */
    private static final double FAINT_FROM = 70;

    private static final double CROSS_WIDTH_MAX = 6;

    /** Deeper glow would not be brighter, only in the way. */
    private static final double GLOW_DEPTH_MAX = 16;

    /** How full a node is taken to be where that is not told. */
    private static final double SPECK_FILL = 0.85;

    private CellPainter() {}

    /** Paints a cell with the look of {@link CellAppearance}, whose fill counts in steps of {@code 1 / height}. */
    static void paint(Graphics2D g, int look, Rectangle2D cell, Theme theme) {
        if (Math.min(cell.getWidth(), cell.getHeight()) < DRAWN_FROM) {
            g.setColor(flat(look, cell, theme));
            g.fill(cell);
            return;
        }
        double filled = Math.min(cell.getHeight(), CellAppearance.fill(look));
        Rectangle2D taken = new Rectangle2D.Double(cell.getX(), cell.getMaxY() - filled, cell.getWidth(), filled);
        body(g, look, cell, taken, theme);
        if (CellAppearance.isQuarantined(look)) {
            boolean offersNothingAnyway = CellAppearance.state(look) != NodeState.UP;
            double opacity = offersNothingAnyway ? 0.45 : side(cell) > FAINT_FROM ? 0.22 : 0.8;
            hatch(g, offersNothingAnyway ? taken : cell, side(cell), theme.color(Ink.QUARANTINE, opacity));
        }
        glow(g, CellAppearance.glowOf(look), cell, theme);
        edge(g, look, cell, theme);
    }

    /** A place without a node. */
    static void paintBay(Graphics2D g, Rectangle2D cell, Theme theme) {
        if (side(cell) >= DETAILED_FROM) {
            stroke(g, cell, new BasicStroke(1), theme.color(Ink.GRID));
        }
    }

    private static double side(Rectangle2D cell) {
        return Math.min(cell.getWidth(), cell.getHeight());
    }

    /** One colour for a look, however full it is. */
    static Color speck(int look, Theme theme) {
        return flat(look, SPECK_FILL, theme);
    }

    /** One colour that is the mean of what a larger cell shows. */
    private static Color flat(int look, Rectangle2D cell, Theme theme) {
        return flat(look, Math.min(1, CellAppearance.fill(look) / Math.max(1, cell.getHeight())), theme);
    }

    private static Color flat(int look, double share, Theme theme) {
        Color ground =
                switch (CellAppearance.state(look)) {
                    case UP -> Colors.mix(theme.color(Ink.FREE_SPACE), theme.color(Ink.USED_SPACE), share);
                    case ISOLATED -> Colors.mix(theme.color(Ink.SURFACE), theme.color(Ink.ISOLATED), 0.7);
                    case CRASHED -> theme.color(Ink.CRASH_FLAG);
                    case DESTROYED -> theme.color(Ink.BACKGROUND);
                };
        boolean isPale = CellAppearance.isQuarantined(look) && CellAppearance.state(look) == NodeState.UP;
        Color marked = isPale ? Colors.mix(ground, theme.color(Ink.QUARANTINE), 0.5) : ground;
        double warmth = 0.85 * CellAppearance.glowOf(look) / CellAppearance.GLOW_MAX;
        return Colors.mix(marked, theme.color(Ink.SEARCHING), warmth);
    }

    private static void body(Graphics2D g, int look, Rectangle2D cell, Rectangle2D taken, Theme theme) {
        Shape outline = outline(cell, 0);
        double levelWidth = Math.max(1, Math.min(3, side(cell) / 16));
        switch (CellAppearance.state(look)) {
            case UP -> {
                g.setColor(theme.color(Ink.FREE_SPACE));
                g.fill(outline);
                g.setColor(theme.color(Ink.USED_SPACE));
                g.fill(bottomOf(cell, taken));
                g.setColor(theme.color(Ink.UP, 0.8));
                g.fill(new Rectangle2D.Double(
                        cell.getX(), taken.getY(), cell.getWidth(), Math.min(levelWidth, taken.getHeight())));
            }
            case ISOLATED -> {
                g.setColor(theme.color(Ink.USED_SPACE, 0.35));
                g.fill(bottomOf(cell, taken));
            }
            case CRASHED -> {
                g.setColor(theme.color(Ink.DEAD_SPACE));
                g.fill(outline);
            }
            case DESTROYED -> {
                g.setColor(theme.color(Ink.BACKGROUND));
                g.fill(outline);
            }
        }
    }

    private static Shape outline(Rectangle2D cell, double inset) {
        double radius = side(cell) >= DETAILED_FROM ? Math.min(5, side(cell) / 9) : 0;
        double width = cell.getWidth() - 2 * inset;
        double height = cell.getHeight() - 2 * inset;
        double corner = 2 * Math.max(0, radius - inset);
        return radius == 0
                ? new Rectangle2D.Double(cell.getX() + inset, cell.getY() + inset, width, height)
                : new RoundRectangle2D.Double(cell.getX() + inset, cell.getY() + inset, width, height, corner, corner);
    }

    /** The lower part of a cell, with the cell's round corners at the bottom and straight ones at the top. */
    private static Shape bottomOf(Rectangle2D cell, Rectangle2D taken) {
        double radius = side(cell) >= DETAILED_FROM ? Math.min(5, side(cell) / 9) : 0;
        if (radius == 0 || taken.getHeight() < radius) {
            return taken;
        }
        double left = cell.getX();
        double right = cell.getMaxX();
        double bottom = cell.getMaxY();
        double top = taken.getY();
        double upper = Math.max(0, radius - (top - cell.getY()));
        Path2D path = new Path2D.Double();
        path.moveTo(left, top + upper);
        path.quadTo(left, top, left + upper, top);
        path.lineTo(right - upper, top);
        path.quadTo(right, top, right, top + upper);
        path.lineTo(right, bottom - radius);
        path.quadTo(right, bottom, right - radius, bottom);
        path.lineTo(left + radius, bottom);
        path.quadTo(left, bottom, left, bottom - radius);
        path.closePath();
        return path;
    }

    /** Lines falling to the right, cut off at the edges of {@code area} rather than clipped: exact in every format. */
    private static void hatch(Graphics2D g, Rectangle2D area, double side, Color color) {
        double spacing = Math.max(3, Math.min(14, Math.rint(side / 5)));
        double inset = side >= DETAILED_FROM ? 1 : 0.5;
        double left = area.getX() + inset;
        double right = area.getMaxX() - inset;
        double top = area.getY() + inset;
        double bottom = area.getMaxY() - inset;
        Path2D lines = new Path2D.Double();
        for (double start = left - (bottom - top); start < right; start += spacing) {
            double from = Math.max(left, start);
            double to = Math.min(right, start + bottom - top);
            if (to > from) {
                lines.moveTo(from, top + from - start);
                lines.lineTo(to, top + to - start);
            }
        }
        g.setColor(color);
        g.setStroke(Pens.line(Math.max(1, spacing / 5)));
        g.draw(lines);
    }

    /** Rings from the edge inwards, each weaker than the one around it; the more searches, the deeper. */
    private static void glow(Graphics2D g, int glow, Rectangle2D cell, Theme theme) {
        if (glow == 0) {
            return;
        }
        double strength = glow / (double) CellAppearance.GLOW_MAX;
        double depth = Math.max(2, Math.min(GLOW_DEPTH_MAX, side(cell) * (0.1 + 0.3 * strength)));
        if (theme.isDark()) {
            g.setColor(theme.color(Ink.SEARCHING, 0.2 * strength));
            g.fill(outline(cell, 0));
        }
        g.setStroke(Pens.line(1.02));
        for (double inset = 0.5; inset < depth; inset++) {
            double fade = 1 - inset / depth;
            g.setColor(theme.color(Ink.SEARCHING, (0.55 + 0.45 * strength) * fade));
            g.draw(outline(cell, inset));
        }
    }

    private static void edge(Graphics2D g, int look, Rectangle2D cell, Theme theme) {
        double side = side(cell);
        double thick = Math.max(1, Math.min(3, side / 22));
        boolean isCold = CellAppearance.glowOf(look) == 0;
        Color quarantine = theme.color(Ink.QUARANTINE);
        switch (CellAppearance.state(look)) {
            case UP -> {
                if (isCold) {
                    boolean marked = CellAppearance.isQuarantined(look);
                    stroke(g, cell, new BasicStroke(1), marked ? quarantine : theme.color(Ink.UP, 0.45));
                } else {
                    stroke(g, cell, new BasicStroke((float) thick), theme.color(Ink.SEARCHING));
                }
            }
            case ISOLATED -> {
                double dash = Math.max(2, side / 8);
                stroke(g, cell, Pens.dashed(thick * 1.3, dash, dash * 0.7), theme.color(Ink.ISOLATED));
            }
            case CRASHED -> {
                stroke(
                        g,
                        cell,
                        new BasicStroke(1),
                        CellAppearance.isQuarantined(look) ? quarantine : theme.color(Ink.UP));
                cross(g, cell, theme);
            }
            case DESTROYED -> {
                stroke(g, cell, Pens.dashed(1, 1.5, 2.5), theme.color(Ink.DESTROYED));
                double inset = side * 0.25;
                g.setStroke(Pens.round(Math.max(1, Math.min(CROSS_WIDTH_MAX, side / 14))));
                g.draw(new Line2D.Double(
                        cell.getX() + inset, cell.getMaxY() - inset, cell.getMaxX() - inset, cell.getY() + inset));
            }
        }
    }

    private static void stroke(Graphics2D g, Rectangle2D cell, Stroke stroke, Color color) {
        float width = ((BasicStroke) stroke).getLineWidth();
        g.setStroke(stroke);
        g.setColor(color);
        g.draw(outline(cell, width / 2));
    }

    private static void cross(Graphics2D g, Rectangle2D cell, Theme theme) {
        boolean isLarge = side(cell) > FAINT_FROM;
        double armX = isLarge ? cell.getWidth() * 0.42 : side(cell) * 0.27;
        double armY = isLarge ? cell.getHeight() * 0.42 : side(cell) * 0.27;
        g.setColor(theme.color(Ink.CRASHED, isLarge ? 0.6 : 1));
        g.setStroke(Pens.round(Math.max(1.2, Math.min(CROSS_WIDTH_MAX, side(cell) / 9))));
        double x = cell.getCenterX();
        double y = cell.getCenterY();
        g.draw(new Line2D.Double(x - armX, y - armY, x + armX, y + armY));
        g.draw(new Line2D.Double(x - armX, y + armY, x + armX, y - armY));
    }
}
