package mirrorstorm.picture.stage;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.VolumeText;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.MessageBundle;

/**
 * Draws the line between the replicas of the volume that is chosen or pointed at: whole if both are current, broken if
 * one is not, and filled as far as a copy has come. Where a line leaves the view, a tag says where it leads.
 */
final class VolumeLines {

    private static final double WIDTH = 3;
    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final Snapshot snapshot;
    private final StageLayout layout;
    private final SlotGrid slots;
    private final Theme theme;
    private final double scale;
    private final Pick selected;
    private final Pick hovered;

    VolumeLines(Graphics2D g, StageView view, SlotGrid slots, Theme theme) {
        this.g = g;
        this.snapshot = view.snapshot();
        this.layout = view.layout();
        this.slots = slots;
        this.theme = theme;
        this.scale = view.textScale();
        this.selected = view.marks().selected();
        this.hovered = view.marks().hovered();
    }

    void paint() {
        int volume = selected.volumePicked();
        if (volume >= 0 && volume < snapshot.volumeCount()) {
            paint(volume);
        }
        int other = hovered.volumePicked();
        if (other >= 0 && other != volume && other < snapshot.volumeCount()) {
            paint(other);
        }
    }

    /** From the place that has the data to every other one. */
    private void paint(int volume) {
        int from = origin(volume);
        for (int place = 0; place <= snapshot.replicaCount() && from >= 0; place++) {
            if (place != from && snapshot.placeNode(volume, place) >= 0) {
                paint(volume, from, place);
            }
        }
    }

    private int origin(int volume) {
        int source = snapshot.sourceNode(volume);
        int any = StageView.NONE;
        for (int place = 0; place < snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            if (node >= 0 && node == source) {
                return place;
            }
            any = node >= 0 && any < 0 ? place : any;
        }
        return any;
    }

    private void paint(int volume, int from, int to) {
        Point2D start = end(volume, from);
        Point2D end = end(volume, to);
        boolean isClaim = to == snapshot.replicaCount();
        boolean isCurrent = !isClaim && snapshot.isCurrent(volume, to);
        Color color = theme.color(isClaim ? Ink.COPY_STREAM : isCurrent ? Ink.MIRRORED : Ink.TEXT_MUTED);
        g.setColor(theme.color(Ink.SURFACE, 0.85));
        g.setStroke(Pens.round((WIDTH + 3) * scale));
        g.draw(new Line2D.Double(start, end));
        g.setColor(color);
        g.setStroke(isCurrent ? Pens.round(WIDTH * scale) : Pens.dashed(WIDTH * 0.6 * scale, 7 * scale, 5 * scale));
        g.draw(new Line2D.Double(start, end));
        if (isClaim && snapshot.isStreaming(volume)) {
            double done = Math.max(0, Math.min(1, snapshot.copy(volume).progress()));
            g.setStroke(Pens.round(WIDTH * 1.4 * scale));
            g.draw(new Line2D.Double(
                    start.getX(),
                    start.getY(),
                    start.getX() + (end.getX() - start.getX()) * done,
                    start.getY() + (end.getY() - start.getY()) * done));
        }
        paintEnds(volume, from, to, start, end);
    }

    private Point2D end(int volume, int place) {
        if (slots.has(volume, place)) {
            return new Point2D.Double(slots.centreX(volume, place), slots.centreY(volume, place));
        }
        Rectangle2D cell = layout.cell(snapshot.placeNode(volume, place));
        return new Point2D.Double(cell.getCenterX(), cell.getCenterY());
    }

    /** A tag in the middle of the line or, if an end is out of sight, where the line leaves the view. */
    private void paintEnds(int volume, int from, int to, Point2D start, Point2D end) {
        Rectangle2D body = layout.body();
        boolean seesStart = body.contains(start);
        boolean seesEnd = body.contains(end);
        if (seesStart && seesEnd) {
            boolean isLong = start.distance(end) > 120 * scale;
            if (isLong && to == snapshot.replicaCount() && snapshot.isStreaming(volume)) {
                Point2D middle = new Point2D.Double((start.getX() + end.getX()) / 2, (start.getY() + end.getY()) / 2);
                paintTag(VolumeText.percent(snapshot, volume), middle);
            }
            return;
        }
        if (seesStart) {
            paintTag(tag(volume, to), leaving(start, end, body));
        } else if (seesEnd) {
            paintTag(tag(volume, from), leaving(end, start, body));
        }
    }

    private String tag(int volume, int place) {
        String role = VolumeText.role(snapshot, volume, place);
        boolean isClaim = place == snapshot.replicaCount() && snapshot.isStreaming(volume);
        return TEXTS.text(
                "volume.elsewhere",
                Integer.toString(snapshot.placeNode(volume, place)),
                isClaim ? TEXTS.text("volume.progress", role, VolumeText.percent(snapshot, volume)) : role);
    }

    /** Where a line from inside to outside crosses the edge. */
    private static Point2D leaving(Point2D inside, Point2D outside, Rectangle2D body) {
        double dx = outside.getX() - inside.getX();
        double dy = outside.getY() - inside.getY();
        double shareX = dx == 0 ? 1 : ((dx > 0 ? body.getMaxX() : body.getX()) - inside.getX()) / dx;
        double shareY = dy == 0 ? 1 : ((dy > 0 ? body.getMaxY() : body.getY()) - inside.getY()) / dy;
        double share = Math.min(1, Math.min(shareX, shareY));
        return new Point2D.Double(inside.getX() + dx * share, inside.getY() + dy * share);
    }

    private void paintTag(String text, Point2D at) {
        Font font = theme.font(TextStyle.SMALL, scale);
        double padding = 5 * scale;
        double width = Pens.widthOf(font, text) + 2 * padding;
        double height = Pens.capHeight(font) + 2 * padding;
        Rectangle2D body = layout.body();
        double x = Math.max(body.getX() + 2, Math.min(at.getX() - width / 2, body.getMaxX() - width - 2));
        double y = Math.max(body.getY() + 2, Math.min(at.getY() - height / 2, body.getMaxY() - height - 2));
        RoundRectangle2D tag = new RoundRectangle2D.Double(x, y, width, height, height, height);
        g.setColor(theme.color(Ink.SURFACE_RAISED));
        g.fill(tag);
        g.setStroke(Pens.line(1));
        g.setColor(theme.color(Ink.BORDER));
        g.draw(tag);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, font, text, x + padding, y + height - padding);
    }
}
