package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.util.List;

/**
 * A colour with a pattern on it, repeated over whatever is filled. Pixels get a texture; a file of shapes can ask for
 * the {@link #marks} of a tile instead.
 */
public final class PatternPaint implements Paint {

    private static final int TILE = 8;
    private static final int TILE_MIN = 4;

    private final Pattern pattern;
    private final Color ground;
    private final Color mark;
    private final int side;
    private final TexturePaint texture;

    PatternPaint(Pattern pattern, Color ground, Color mark, double scale) {
        this.pattern = pattern;
        this.ground = ground;
        this.mark = mark;
        this.side = (int) Math.max(TILE_MIN, Math.round(TILE * scale));
        this.texture = newTexture();
    }

    private TexturePaint newTexture() {
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = tile.createGraphics();
        Pens.smooth(g);
        g.setColor(ground);
        g.fillRect(0, 0, side, side);
        g.setColor(mark);
        marks().forEach(g::fill);
        g.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, side, side));
    }

    /** Colour of the ground. */
    public Color ground() {
        return ground;
    }

    /** Colour of the marks. */
    public Color mark() {
        return mark;
    }

    /** Side of a tile; tiles begin at (0, 0). */
    public int side() {
        return side;
    }

    /** What is on each tile; may reach beyond its edges and is cut off there. */
    public List<Shape> marks() {
        return pattern.marks(side);
    }

    @Override
    public PaintContext createContext(
            ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform, RenderingHints hints) {
        return texture.createContext(model, device, user, transform, hints);
    }

    @Override
    public int getTransparency() {
        return Transparency.OPAQUE;
    }
}
