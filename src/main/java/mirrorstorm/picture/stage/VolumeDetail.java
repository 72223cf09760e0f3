package mirrorstorm.picture.stage;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.VolumeText;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Draws one of a volume's places so large that all about it can be read. */
final class VolumeDetail {

    /** Smaller squares have room for a number only; at text scale 1. */
    private static final double FROM = 92;

    private static final double LINE = 17;
    private static final double MARK_MAX = 56;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final Snapshot snapshot;
    private final Theme theme;
    private final double scale;

    VolumeDetail(Graphics2D g, Snapshot snapshot, Theme theme, double textScale) {
        this.g = g;
        this.snapshot = snapshot;
        this.theme = theme;
        this.scale = textScale;
    }

    static boolean hasRoom(Rectangle2D square, double textScale) {
        return square.getWidth() >= FROM * textScale;
    }

    void paint(int volume, int place, Rectangle2D square) {
        boolean isClaim = place == snapshot.replicaCount();
        boolean isCurrent = !isClaim && snapshot.isCurrent(volume, place);
        VolumeMark mark = VolumeMark.of(snapshot.volumeState(volume));
        paintPanel(square, isCurrent ? theme.color(mark.ink()) : null);
        double padding = Math.max(5 * scale, square.getWidth() * 0.05);
        double side = Math.min(MARK_MAX * scale, square.getWidth() * 0.2);
        Rectangle2D sign = new Rectangle2D.Double(square.getX() + padding, square.getY() + padding, side, side);
        double done = snapshot.isStreaming(volume) ? snapshot.copy(volume).progress() : 0;
        if (isCurrent) {
            mark.paint(g, sign, theme);
        } else {
            SpaceMark space = isClaim ? SpaceMark.CLAIMED : SpaceMark.GIVEN_UP;
            space.paint(g, sign, done, theme.color(Ink.SURFACE), theme);
        }
        double textScale = Math.min(scale * 1.6, square.getWidth() / FROM * 0.8);
        Font title = theme.font(TextStyle.STRONG, textScale);
        double left = sign.getMaxX() + 5 * textScale;
        double baseline = sign.getCenterY() + Pens.capHeight(title) / 2;
        g.setColor(theme.color(Ink.TEXT));
        String name = TEXTS.text("volume.name", Integer.toString(volume));
        Pens.text(g, title, Pens.clipped(title, name, square.getMaxX() - left - padding / 2), left, baseline);
        paintLines(facts(volume, place), square, sign.getMaxY() + 4 * textScale, padding, textScale);
        if (isClaim) {
            paintProgress(square, padding, done);
        }
    }

    private void paintPanel(Rectangle2D square, @Nullable Color edge) {
        double corner = 10 * scale;
        RoundRectangle2D panel = new RoundRectangle2D.Double(
                square.getX(), square.getY(), square.getWidth(), square.getHeight(), corner, corner);
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(panel);
        g.setStroke(edge == null ? Pens.dashed(1.5 * scale, 4 * scale, 3 * scale) : Pens.line(2 * scale));
        g.setColor(edge == null ? theme.color(Ink.TEXT_MUTED) : edge);
        g.draw(panel);
    }

    private void paintLines(List<String> lines, Rectangle2D square, double top, double padding, double textScale) {
        Font font = theme.font(TextStyle.SMALL, textScale);
        double room = square.getWidth() - 2 * padding;
        double y = top;
        g.setColor(theme.color(Ink.TEXT));
        for (String line : lines) {
            y += LINE * textScale;
            if (y > square.getMaxY() - padding) {
                return;
            }
            Pens.text(g, font, Pens.clipped(font, line, room), square.getX() + padding, y - 3 * textScale);
        }
    }

    /** What is true of this place, the most telling first. */
    private List<String> facts(int volume, int place) {
        List<String> facts = new ArrayList<>();
        facts.add(VolumeText.state(snapshot, volume));
        facts.add(VolumeText.role(snapshot, volume, place));
        for (int other = 0; other <= snapshot.replicaCount(); other++) {
            int node = other == place ? StageView.NONE : snapshot.placeNode(volume, other);
            if (node >= 0) {
                facts.add(TEXTS.text("volume.other", Integer.toString(node), VolumeText.role(snapshot, volume, other)));
            }
        }
        return facts;
    }

    private void paintProgress(Rectangle2D square, double padding, double done) {
        double height = 5 * scale;
        double y = square.getMaxY() - padding / 2 - height;
        double width = square.getWidth() - 2 * padding;
        g.setColor(theme.color(Ink.COPYING, 0.25));
        g.fill(new Rectangle2D.Double(square.getX() + padding, y, width, height));
        g.setColor(theme.color(Ink.COPYING));
        g.fill(new Rectangle2D.Double(square.getX() + padding, y, width * Math.max(0, Math.min(1, done)), height));
    }
}
