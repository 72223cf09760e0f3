package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.Texts;

/**
 * Draws nodes that are large enough to show their volumes: a square for each unit of space, shaped by the state of
 * the volume whose replica is there. A replica that was given up is hollow; a claim fills as its copy goes on.
 */
final class SlotPainter {

    /** Smaller squares have no numbers; at text scale 1. */
    private static final double NUMBERED_FROM = 20;

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final Snapshot snapshot;
    private final StageLayout layout;
    private final SlotGrid slots;
    private final Theme theme;
    private final double textScale;

    SlotPainter(Graphics2D g, StageView view, SlotGrid slots, Theme theme) {
        this.g = g;
        this.snapshot = view.snapshot();
        this.layout = view.layout();
        this.slots = slots;
        this.theme = theme;
        this.textScale = view.textScale();
    }

    /** Paints the nodes without what is in them. */
    void paintCells() {
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            CellPainter.paint(g, CellLook.withoutDetail(CellLook.of(snapshot, node, 1)), layout.cell(node), theme);
        }
    }

    /** Paints what is in the nodes. */
    void paint() {
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            paintNode(node);
        }
        int claimPlace = snapshot.replicaCount();
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            for (int place = 0; place <= claimPlace; place++) {
                if (slots.has(volume, place)) {
                    paintVolume(volume, place);
                }
            }
        }
    }

    private void paintNode(int node) {
        NodeState state = snapshot.nodeState(node);
        boolean isClosed = snapshot.isQuarantined(node) || state != NodeState.UP;
        int kept = slots.replicasOn(node) + slots.keptOn(node);
        for (int position = slots.replicasOn(node); position < kept; position++) {
            paintSpace(node, position, true, isClosed);
        }
        for (int position = snapshot.used(node); position < snapshot.capacity(node); position++) {
            paintSpace(node, position, false, isClosed);
        }
        paintHeading(node, state);
    }

    private void paintHeading(int node, NodeState state) {
        Rectangle2D cell = layout.cell(node);
        Font name = theme.font(TextStyle.STRONG, textScale);
        Font small = theme.font(TextStyle.SMALL, textScale);
        double x = cell.getX() + slots.inset() + 2 * textScale;
        double baseline = cell.getY() + slots.inset() * 0.6 + slots.headingHeight() * 0.72;
        g.setColor(theme.color(Ink.TEXT));
        String label = TEXTS.text("cell.node", Integer.toString(node));
        Pens.text(g, name, label, x, baseline);
        String word = stateWord(node, state);
        double right = cell.getMaxX() - slots.inset() - 2 * textScale;
        double room = right - x - Pens.widthOf(name, label) - 6 * textScale;
        if (Pens.widthOf(small, word) <= room) {
            Pens.textRight(g, small, word, right, baseline);
        }
    }

    private String stateWord(int node, NodeState state) {
        if (state != NodeState.UP) {
            return TEXTS.text("node." + state);
        }
        if (snapshot.isQuarantined(node)) {
            return TEXTS.text("node.QUARANTINE");
        }
        int free = snapshot.capacity(node) - snapshot.used(node);
        return free > 0 ? TEXTS.text("cell.free", Integer.toString(free)) : TEXTS.text("cell.full");
    }

    /** Space without a replica: struck through if it is not to be had, crossed out if quarantine keeps it. */
    private void paintSpace(int node, int position, boolean isKept, boolean isClosed) {
        Rectangle2D square = slots.squareAt(node, position);
        g.setStroke(Pens.line(1));
        g.setColor(theme.color(isClosed ? Ink.QUARANTINE : Ink.UP, isClosed ? 0.8 : 0.6));
        g.draw(new Rectangle2D.Double(
                square.getX() + 0.5, square.getY() + 0.5, square.getWidth() - 1, square.getHeight() - 1));
        if (isKept || isClosed) {
            g.draw(new Line2D.Double(square.getX(), square.getY(), square.getMaxX(), square.getMaxY()));
        }
        if (isKept) {
            g.draw(new Line2D.Double(square.getX(), square.getMaxY(), square.getMaxX(), square.getY()));
        }
    }

    private void paintVolume(int volume, int place) {
        Rectangle2D square = slots.square(volume, place);
        boolean isClaim = place == snapshot.replicaCount();
        boolean isCurrent = !isClaim && snapshot.isCurrent(volume, place);
        VolumeState state = snapshot.volumeState(volume);
        if (isClaim) {
            paintClaim(volume, square);
        } else if (!isCurrent) {
            paintGivenUp(square);
        } else {
            VolumeMark.of(state).paint(g, square, theme);
        }
        if (square.getWidth() >= NUMBERED_FROM * textScale) {
            VolumeMark mark = VolumeMark.of(state);
            boolean isOnColor = isCurrent && mark.isSolid();
            paintNumber(volume, square, isOnColor ? theme.color(mark.ink) : theme.color(Ink.FREE_SPACE));
        }
    }

    private void paintClaim(int volume, Rectangle2D square) {
        double done = snapshot.isStreaming(volume) ? snapshot.copy(volume).progress() : 0;
        double height = square.getHeight() * Math.max(0, Math.min(1, done));
        g.setColor(theme.color(Ink.COPYING, 0.25));
        g.fill(square);
        g.setColor(theme.color(Ink.COPYING, 0.75));
        g.fill(new Rectangle2D.Double(square.getX(), square.getMaxY() - height, square.getWidth(), height));
        g.setStroke(Pens.line(1.5));
        g.setColor(theme.color(Ink.COPYING));
        g.draw(square);
    }

    private void paintGivenUp(Rectangle2D square) {
        double dash = Math.max(2, square.getWidth() / 8);
        g.setColor(theme.color(Ink.TEXT_MUTED, 0.9));
        g.setStroke(Pens.dashed(1, dash, dash));
        g.draw(new Rectangle2D.Double(
                square.getX() + 0.5, square.getY() + 0.5, square.getWidth() - 1, square.getHeight() - 1));
    }

    private void paintNumber(int volume, Rectangle2D square, Color ground) {
        Font font = theme.font(TextStyle.SMALL, textScale * Math.min(1, square.getWidth() / textScale / 24));
        g.setColor(Colors.readable(ground, theme.color(Ink.TEXT), theme.color(Ink.BACKGROUND)));
        double baseline = square.getCenterY() + Pens.capHeight(font) / 2;
        Pens.textCentred(g, font, Integer.toString(volume), square.getCenterX(), baseline);
    }

    /** The silhouette of a volume with current data, by state. */
    enum VolumeMark {
        /** All is well: a square. */
        SQUARE(Ink.MIRRORED),
        /** It looks for space: a diamond. */
        DIAMOND(Ink.SEARCHING),
        /** It is being copied from here: an arrow's head. */
        ARROW(Ink.COPYING),
        /** Nobody reaches it: a ring. */
        RING(Ink.UNREACHABLE),
        /** It is being brought back: a half. */
        HALF(Ink.RESTORING),
        /** It is gone: a cross. */
        CROSS(Ink.LOST);

        private final Ink ink;

        VolumeMark(Ink ink) {
            this.ink = ink;
        }

        static VolumeMark of(VolumeState state) {
            return switch (state) {
                case MIRRORED -> SQUARE;
                case SEARCHING -> DIAMOND;
                case COPYING -> ARROW;
                case UNREACHABLE -> RING;
                case RESTORING -> HALF;
                case LOST -> CROSS;
            };
        }

        /** Whether a number on it lies on its colour. */
        boolean isSolid() {
            return this == SQUARE || this == DIAMOND || this == ARROW;
        }

        void paint(Graphics2D g, Rectangle2D square, Theme theme) {
            double x = square.getX();
            double y = square.getY();
            double side = square.getWidth();
            g.setColor(theme.color(ink));
            switch (this) {
                case SQUARE -> g.fill(square);
                case DIAMOND ->
                    g.fill(polygon(
                            x + side / 2,
                            y - side * 0.08,
                            x + side * 1.08,
                            y + side / 2,
                            x + side / 2,
                            y + side * 1.08,
                            x - side * 0.08,
                            y + side / 2));
                case ARROW ->
                    g.fill(polygon(
                            x,
                            y,
                            x + side * 0.62,
                            y,
                            x + side * 1.06,
                            y + side / 2,
                            x + side * 0.62,
                            y + side,
                            x,
                            y + side));
                case RING -> {
                    double width = Math.max(2, side / 7);
                    g.setStroke(Pens.line(width));
                    g.draw(new Ellipse2D.Double(x + width / 2, y + width / 2, side - width, side - width));
                }
                case HALF -> {
                    g.fill(new Rectangle2D.Double(x, y + side / 2, side, side / 2));
                    g.setStroke(Pens.line(1.5));
                    g.draw(new Rectangle2D.Double(x + 0.75, y + 0.75, side - 1.5, side - 1.5));
                }
                case CROSS -> {
                    g.setStroke(Pens.line(Math.max(2, side / 6)));
                    g.draw(new Line2D.Double(x, y, x + side, y + side));
                    g.draw(new Line2D.Double(x, y + side, x + side, y));
                }
            }
        }

        private static Path2D polygon(double... points) {
            Path2D path = new Path2D.Double();
            path.moveTo(points[0], points[1]);
            for (int i = 2; i < points.length; i += 2) {
                path.lineTo(points[i], points[i + 1]);
            }
            path.closePath();
            return path;
        }
    }
}
