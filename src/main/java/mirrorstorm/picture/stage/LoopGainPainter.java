package mirrorstorm.picture.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import mirrorstorm.picture.Colors;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.scenario.MessageBundle;

/**
 * Draws the loop gain, the crashes that one more crash would bring, as a dial with 1 at its top: left of it a storm
 * dies out, right of it, it feeds itself, and then the whole dial is in the colour of searching.
 */
final class LoopGainPainter {

    /** The end of the scale; a needle that stands there means at least that. */
    private static final double SCALE_END = 2;

    private static final double CORNER = 8;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final Theme theme;
    private final double scale;

    LoopGainPainter(Graphics2D g, Theme theme, double textScale) {
        this.g = g;
        this.theme = theme;
        this.scale = textScale;
    }

    /**
     * Paints the dial.
     *
     * @param gain   NaN if there is nothing to say
     * @param window how long the crashes are counted, in words
     */
    void paint(double gain, String window, Rectangle2D panel) {
        boolean feedsItself = gain > 1;
        Color ground = theme.color(feedsItself ? Ink.SEARCHING : Ink.SURFACE);
        double corner = CORNER * scale;
        g.setColor(ground);
        g.fill(new RoundRectangle2D.Double(
                panel.getX(), panel.getY(), panel.getWidth(), panel.getHeight(), corner, corner));
        Color text = Colors.readable(ground, theme.color(Ink.TEXT), theme.color(Ink.BACKGROUND));
        double radius = 24 * scale;
        double x = panel.getX() + radius + 9 * scale;
        double y = panel.getMaxY() - 11 * scale;
        paintScale(x, y, radius, feedsItself ? text : theme.color(Ink.SEARCHING), text);
        if (!Double.isNaN(gain)) {
            paintNeedle(x, y, radius, gain, text);
        }
        Font strong = theme.font(TextStyle.STRONG, scale);
        Font small = theme.font(TextStyle.SMALL, scale);
        double left = x + radius + 9 * scale;
        double room = panel.getMaxX() - left - 5 * scale;
        g.setColor(text);
        String value = TEXTS.text("gain.value", text(gain));
        Pens.text(g, strong, Pens.clipped(strong, value, room), left, panel.getY() + 17 * scale);
        Pens.text(g, small, Pens.clipped(small, explained(gain, window), room), left, panel.getY() + 34 * scale);
    }

    private static String explained(double gain, String window) {
        if (Double.isNaN(gain)) {
            return TEXTS.text("gain.nothing");
        }
        return TEXTS.text(gain > 1 ? "gain.feeds" : "gain.dies", window);
    }

    /** Two digits that tell: 0.04, 1.3, 14. */
    static String text(double gain) {
        if (Double.isNaN(gain)) {
            return "\u2013";
        }
        boolean isSmall = gain > 0 && gain < 0.095;
        return String.format(Locale.ROOT, isSmall ? "%.2f" : gain < 9.95 ? "%.1f" : "%.0f", gain);
    }

    /** A thin arc up to 1, and a thick one beyond. */
    private void paintScale(double x, double y, double radius, Color beyond, Color text) {
        double gap = 3;
        g.setColor(Colors.mix(theme.color(Ink.SURFACE), text, 0.45));
        g.setStroke(arcPen(3));
        g.draw(arc(x, y, radius - 2.5 * scale, 90 + gap, 90 - gap));
        g.setColor(beyond);
        g.setStroke(arcPen(6));
        g.draw(arc(x, y, radius - 2.5 * scale, 0, 90 - gap));
        g.setColor(text);
        g.setStroke(Pens.line(1.5 * scale));
        g.draw(new Line2D.Double(x, y - radius - 2 * scale, x, y - radius + 5 * scale));
    }

    private BasicStroke arcPen(double width) {
        return new BasicStroke((float) (width * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static Arc2D arc(double x, double y, double radius, double start, double extent) {
        return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, start, extent, Arc2D.OPEN);
    }

    private void paintNeedle(double x, double y, double radius, double gain, Color color) {
        double angle = Math.PI * (1 - Math.min(SCALE_END, Math.max(0, gain)) / SCALE_END);
        double length = radius - 4 * scale;
        g.setColor(color);
        g.setStroke(Pens.round(2.4 * scale));
        g.draw(new Line2D.Double(x, y, x + length * Math.cos(angle), y - length * Math.sin(angle)));
        double hub = 3.2 * scale;
        g.fill(new Ellipse2D.Double(x - hub, y - hub, 2 * hub, 2 * hub));
    }
}
