package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.model.NodeState;
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
            CellPainter.paint(g, CellLook.withoutFill(CellLook.of(snapshot, node, 1)), layout.cell(node), theme);
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
            paintSpace(node, position, SpaceMark.KEPT);
        }
        for (int position = snapshot.used(node); position < snapshot.capacity(node); position++) {
            paintSpace(node, position, isClosed ? SpaceMark.CLOSED : SpaceMark.FREE);
        }
        paintHeading(node, state);
    }

    private void paintHeading(int node, NodeState state) {
        Rectangle2D cell = layout.cell(node);
        Font name = theme.font(TextStyle.STRONG, textScale);
        Font small = theme.font(TextStyle.SMALL, textScale);
        double x = cell.getX() + slots.inset() + 2 * textScale;
        double baseline = cell.getY() + slots.inset() * 0.6 + slots.headingHeight() * 0.72;
        g.setColor(readableOn(ground(node)));
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

    private void paintSpace(int node, int position, SpaceMark mark) {
        mark.paint(g, slots.squareAt(node, position), 0, ground(node), theme);
    }

    private void paintVolume(int volume, int place) {
        Rectangle2D square = slots.square(volume, place);
        Color ground = ground(snapshot.placeNode(volume, place));
        boolean isClaim = place == snapshot.replicaCount();
        boolean isCurrent = !isClaim && snapshot.isCurrent(volume, place);
        VolumeMark mark = VolumeMark.of(snapshot.volumeState(volume));
        if (isCurrent) {
            mark.paint(g, square, theme);
        } else {
            double done = snapshot.isStreaming(volume) ? snapshot.copy(volume).progress() : 0;
            SpaceMark space = isClaim ? SpaceMark.CLAIMED : SpaceMark.GIVEN_UP;
            space.paint(g, square, done, ground, theme);
        }
        if (square.getWidth() >= NUMBERED_FROM * textScale) {
            boolean isOnColor = isCurrent && mark.isSolid();
            paintNumber(volume, square, isOnColor ? theme.color(mark.ink()) : ground);
        }
    }

    /** What is behind the squares of a node. */
    private Color ground(int node) {
        return theme.color(snapshot.nodeState(node) == NodeState.CRASHED ? Ink.DEAD_SPACE : Ink.FREE_SPACE);
    }

    private Color readableOn(Color ground) {
        return Colors.readable(ground, theme.color(Ink.TEXT), theme.color(Ink.BACKGROUND));
    }

    private void paintNumber(int volume, Rectangle2D square, Color ground) {
        Font font = theme.font(TextStyle.SMALL, textScale * Math.min(1, square.getWidth() / textScale / 24));
        g.setColor(readableOn(ground));
        double baseline = square.getCenterY() + Pens.capHeight(font) / 2;
        Pens.textCentred(g, font, Integer.toString(volume), square.getCenterX(), baseline);
    }
}
