package mirrorstorm.picture.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;

/** Signs of volumes and of space as pixels, each painted once and then copied: a screen may show 20,000 of them. */
final class MarkSprites {

    /** Larger signs are few, and painted as shapes. */
    static final double SIDE_MAX = 64;

    /** Signs reach this share of their squares beyond them, and less than two pixels more. */
    private static final double REACH = 0.08;

    private static final int STEPS = 32;

    private final Theme theme;
    private final Map<Integer, BufferedImage> sprites = new HashMap<>();
    private double side;
    private int margin;

    MarkSprites(Theme theme) {
        this.theme = theme;
    }

    /** Signs of volumes with current data. */
    void paint(Graphics2D g, VolumeMark mark, Rectangle2D square) {
        BufferedImage sprite = sprite(square, mark.ordinal(), (own, area) -> mark.paint(own, area, theme));
        draw(g, sprite, square);
    }

    /** Signs of space; a claim is filled to {@code done}. */
    void paint(Graphics2D g, SpaceMark mark, double done, Color ground, Rectangle2D square) {
        int step = mark == SpaceMark.CLAIMED ? (int) (STEPS * Math.max(0, Math.min(1, done))) : 0;
        boolean isDark = ground.equals(theme.color(Ink.DEAD_SPACE));
        int key = 64 | mark.ordinal() << 7 | step << 11 | (isDark ? 1 << 20 : 0);
        BufferedImage sprite =
                sprite(square, key, (own, area) -> mark.paint(own, area, step / (double) STEPS, ground, theme));
        draw(g, sprite, square);
    }

    private interface Sign {
        void paint(Graphics2D g, Rectangle2D area);
    }

    private BufferedImage sprite(Rectangle2D square, int key, Sign sign) {
        if (square.getWidth() != side) {
            side = square.getWidth();
            margin = (int) Math.ceil(side * REACH) + 2;
            sprites.clear();
        }
        BufferedImage known = sprites.get(key);
        if (known != null) {
            return known;
        }
        int size = (int) Math.ceil(side) + 2 * margin;
        BufferedImage made = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D own = made.createGraphics();
        Pens.smooth(own);
        sign.paint(own, new Rectangle2D.Double(margin, margin, side, side));
        own.dispose();
        sprites.put(key, made);
        return made;
    }

    private void draw(Graphics2D g, BufferedImage sprite, Rectangle2D square) {
        g.drawImage(sprite, (int) Math.rint(square.getX()) - margin, (int) Math.rint(square.getY()) - margin, null);
    }
}
