package mirrorstorm.picture.stage;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Plotter;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Snapshot;

/** Draws all of the cluster in a corner, each node a speck, with a frame around what the camera shows. */
public final class MinimapPainter {

    private static final double WIDTH = 190;
    private static final double HEIGHT_SHARE_MAX = 0.4;
    private static final double WIDTH_SHARE_MAX = 0.24;
    private static final double MARGIN = 8;
    private static final double PADDING = 5;

    private MinimapPainter() {}

    /** Where the map is: the lower right corner of the cluster's view, in its shape. */
    public static Rectangle2D place(StageLayout layout) {
        Rectangle2D body = layout.body();
        double scale = layout.textScale();
        double aspect = body.getHeight() / body.getWidth();
        double most = Math.min(body.getWidth() * WIDTH_SHARE_MAX, body.getHeight() * HEIGHT_SHARE_MAX / aspect);
        double width = Math.min(WIDTH * scale, most);
        double height = width * aspect;
        return new Rectangle2D.Double(
                Math.rint(body.getMaxX() - width - MARGIN * scale),
                Math.rint(body.getMaxY() - height - MARGIN * scale),
                Math.rint(width),
                Math.rint(height));
    }

    /** The camera that looks at a place of the map, as close as before. */
    public static Camera cameraAt(StageLayout layout, double x, double y) {
        Rectangle2D map = place(layout);
        return new Camera(layout.camera().zoom(), (x - map.getX()) / map.getWidth(), (y - map.getY()) / map.getHeight())
                .inside();
    }

    static void paint(Graphics2D g, Plotter plotter, StageView view, Theme theme) {
        StageLayout layout = view.layout();
        StageLayout whole = layout.seenBy(Camera.WHOLE);
        Rectangle2D body = layout.body();
        Rectangle2D map = place(layout);
        double padding = PADDING * view.textScale();
        Rectangle2D panel = new Rectangle2D.Double(
                map.getX() - padding,
                map.getY() - padding,
                map.getWidth() + 2 * padding,
                map.getHeight() + 2 * padding);
        g.setColor(theme.color(Ink.SURFACE_RAISED));
        g.fill(panel);
        double shrunkX = map.getWidth() / body.getWidth();
        double shrunkY = map.getHeight() / body.getHeight();
        double width = Math.max(0.5, whole.cellWidth() * shrunkX);
        double height = Math.max(0.5, whole.cellHeight() * shrunkY);
        Snapshot snapshot = view.snapshot();
        int[] colors = new int[1 << CellAppearance.FILL_SHIFT];
        for (int look = 0; look < colors.length; look++) {
            colors[look] = CellPainter.speck(look, theme).getRGB() & 0xFFFFFF;
        }
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            plotter.block(
                    map.getX() + (whole.cellX(node) - body.getX()) * shrunkX,
                    map.getY() + (whole.cellY(node) - body.getY()) * shrunkY,
                    width,
                    height,
                    colors[CellAppearance.withoutFill(CellAppearance.of(snapshot, node, 1))]);
        }
        g.setStroke(Pens.line(1));
        g.setColor(theme.color(Ink.BORDER));
        g.draw(panel);
        paintFrame(g, layout.camera(), map, view.textScale(), theme);
    }

    private static void paintFrame(Graphics2D g, Camera camera, Rectangle2D map, double scale, Theme theme) {
        double least = 5 * scale;
        double width = Math.max(least, map.getWidth() / camera.zoom());
        double height = Math.max(least, map.getHeight() / camera.zoom());
        Rectangle2D frame = new Rectangle2D.Double(
                map.getX() + map.getWidth() * camera.x() - width / 2,
                map.getY() + map.getHeight() * camera.y() - height / 2,
                width,
                height);
        g.setColor(theme.color(Ink.SELECTION));
        g.setStroke(Pens.line(1.5 * scale));
        g.draw(frame);
    }
}
