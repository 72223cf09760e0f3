package mirrorstorm.picture.stage;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.model.NodeState;
import mirrorstorm.picture.Colors;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * Draws a node that is large enough to show its volumes: a square for each unit of space, shaped by the state of the
 * volume whose replica is there. A replica that was given up is hollow; a claim fills as its copy goes on. Squares of
 * some size have their volume's number, and large ones all about it.
 */
final class SlotPainter {

    /** Smaller squares have no numbers; at text scale 1. */
    private static final double NUMBERED_FROM = 24;

    /** Numbers that would have to be smaller than this are left out. */
    private static final double NUMBER_SCALE_MIN = 0.7;

    /** A claim is seen to fill in so many steps at most. */
    private static final int PROGRESS_STEPS_MAX = 200;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final Snapshot snapshot;
    private final StageLayout layout;
    private final SlotGrid slots;
    private final Theme theme;
    private final double textScale;
    private final @Nullable MarkSprites sprites;
    private final Rectangle2D seen;

    /** Paints shapes. */
    SlotPainter(Graphics2D g, StageView view, SlotGrid slots, Theme theme) {
        this(g, view, slots, theme, null);
    }

    /** Paints pixels, with signs that are kept from frame to frame as long as they are small; null for shapes. */
    SlotPainter(Graphics2D g, StageView view, SlotGrid slots, Theme theme, @Nullable MarkSprites sprites) {
        this.sprites = slots.side() <= MarkSprites.SIDE_MAX ? sprites : null;
        this.g = g;
        this.seen = GroundPainter.clip(view.layout());
        this.snapshot = view.snapshot();
        this.layout = view.layout();
        this.slots = slots;
        this.theme = theme;
        this.textScale = view.textScale();
    }

    private static int steps(SlotGrid slots) {
        return (int) Math.max(1, Math.min(PROGRESS_STEPS_MAX, slots.side()));
    }

    /**
     * All that {@link #paint(int)} shows of a node, as one number: while it stays the same, so do its pixels. Two
     * looks of a node share a number once in four billion.
     */
    static int signature(Snapshot snapshot, SlotGrid slots, int node) {
        int steps = steps(slots);
        int hash = CellAppearance.withoutFill(CellAppearance.of(snapshot, node, 1));
        hash = 31 * hash + snapshot.capacity(node);
        int used = snapshot.used(node);
        hash = 31 * hash + used;
        for (int position = 0; position < used; position++) {
            int volume = slots.volumeAt(node, position);
            hash = hash * 0x01000193 ^ volume;
            if (volume >= 0) {
                int place = slots.placeOn(volume, node);
                boolean isCurrent = place < snapshot.replicaCount() && snapshot.isCurrent(volume, place);
                int done = !isCurrent && snapshot.isStreaming(volume)
                        ? (int) (snapshot.copy(volume).progress() * steps)
                        : 0;
                int look = snapshot.volumeState(volume).ordinal() << 9 | done << 1 | (isCurrent ? 1 : 0);
                hash = hash * 0x01000193 ^ look;
            }
        }
        return hash ^ hash >>> 15;
    }

    /** Paints a node with all that is in it. */
    void paint(int node) {
        CellPainter.paint(
                g, CellAppearance.withoutFill(CellAppearance.of(snapshot, node, 1)), layout.cell(node), theme);
        paintContents(node);
    }

    /** Paints what is in a node. */
    void paintContents(int node) {
        NodeState state = snapshot.nodeState(node);
        boolean isClosed = snapshot.isQuarantined(node) || state != NodeState.UP;
        int kept = slots.replicasOn(node) + slots.keptOn(node);
        for (int position = slots.replicasOn(node); position < kept; position++) {
            paintSpace(node, position, SpaceMark.KEPT);
        }
        for (int position = snapshot.used(node); position < snapshot.capacity(node); position++) {
            paintSpace(node, position, isClosed ? SpaceMark.CLOSED : SpaceMark.FREE);
        }
        for (int position = 0; position < snapshot.used(node); position++) {
            int volume = slots.volumeAt(node, position);
            if (volume >= 0) {
                paintVolume(volume, node, slots.squareAt(node, position));
            }
        }
        paintHeading(node, state);
    }

    private void paintHeading(int node, NodeState state) {
        Rectangle2D cell = layout.cell(node);
        Font name = theme.font(TextStyle.STRONG, textScale);
        Font small = theme.font(TextStyle.SMALL, textScale);
        double x = cell.getX() + slots.inset() + 2 * textScale;
        double baseline = cell.getY() + slots.inset() * 0.6 + slots.headingHeight() * 0.72;
        double right = cell.getMaxX() - slots.inset() - 2 * textScale;
        g.setColor(readableOn(ground(node)));
        String label = TEXTS.text("cell.node", Integer.toString(node));
        if (Pens.widthOf(name, label) > right - x) {
            label = Integer.toString(node);
        }
        Pens.text(g, name, label, x, baseline);
        String word = stateWord(node, state);
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
        paintSpace(slots.squareAt(node, position), mark, 0, ground(node));
    }

    private void paintSpace(Rectangle2D square, SpaceMark mark, double done, Color ground) {
        if (!square.intersects(seen)) {
            return;
        }
        if (sprites != null) {
            sprites.paint(g, mark, done, ground, square);
        } else {
            mark.paint(g, square, done, ground, theme);
        }
    }

    private void paintVolume(int volume, int node, Rectangle2D square) {
        if (!square.intersects(seen)) {
            return;
        }
        int place = slots.placeOn(volume, node);
        Color ground = ground(node);
        if (VolumeDetail.hasRoom(square, textScale)) {
            new VolumeDetail(g, snapshot, theme, textScale).paint(volume, place, square);
            return;
        }
        boolean isClaim = place == snapshot.replicaCount();
        boolean isCurrent = !isClaim && snapshot.isCurrent(volume, place);
        VolumeMark mark = VolumeMark.of(snapshot.volumeState(volume));
        if (isCurrent && sprites != null) {
            sprites.paint(g, mark, square);
        } else if (isCurrent) {
            mark.paint(g, square, theme);
        } else {
            double done = snapshot.isStreaming(volume) ? snapshot.copy(volume).progress() : 0;
            SpaceMark space = isClaim ? SpaceMark.CLAIMED : SpaceMark.GIVEN_UP;
            paintSpace(square, space, done, ground);
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
        String number = Integer.toString(volume);
        Font full = theme.font(TextStyle.SMALL, textScale);
        double fitting = Math.min(1, (square.getWidth() - 2) / Math.max(1, Pens.widthOf(full, number)));
        if (fitting < NUMBER_SCALE_MIN) {
            return;
        }
        Font font = theme.font(TextStyle.SMALL, textScale * fitting);
        g.setColor(readableOn(ground));
        double baseline = square.getCenterY() + Pens.capHeight(font) / 2;
        Pens.textCentred(g, font, number, square.getCenterX(), baseline);
    }
}
