package mirrorstorm.picture.stage;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Pixels;
import mirrorstorm.picture.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The racks and cells of the last frame as pixels. A new frame copies them, after the cells whose look changed have
 * been painted again: each from a sprite that all cells of that look share or, where single volumes are shown, anew.
 */
final class CellLayer {

    /** Memory that sprites may take, bytes. */
    private static final long SPRITE_BYTES_MAX = 16L << 20;

    /** Larger cells are few, and have no sprite. */
    private static final long SPRITE_PIXELS_MAX = 300_000;

    private static final long NEVER_PAINTED = -1;

    private final Theme theme;
    private final Map<Integer, int[]> sprites = new HashMap<>();
    private final MarkSprites marks;
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    private long[] looks = new long[0];
    private int spriteWidth;
    private int spriteHeight;
    private @Nullable StageLayout painted;
    private boolean wereSlots;
    private Rectangle clip = new Rectangle();

    CellLayer(Theme theme) {
        this.theme = theme;
        this.marks = new MarkSprites(theme);
    }

    /** Fills {@code pixels}. */
    void paint(int[] pixels, int width, int height, StageView view, SlotGrid slots) {
        StageLayout layout = view.layout();
        boolean isSame = painted != null
                && painted.placesAs(layout)
                && painted.nodeCount() <= layout.nodeCount()
                && wereSlots == slots.isShown()
                && image.getWidth() == width
                && image.getHeight() == height;
        if (!isSame) {
            begin(width, height, layout);
        }
        painted = layout;
        wereSlots = slots.isShown();
        paintChanged(view, slots);
        System.arraycopy(Pixels.of(image), 0, pixels, 0, width * height);
    }

    private void begin(int width, int height, StageLayout layout) {
        if (image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }
        clip = GroundPainter.clip(layout).intersection(new Rectangle(width, height));
        Arrays.fill(Pixels.of(image), theme.color(Ink.BACKGROUND).getRGB());
        Graphics2D g = image.createGraphics();
        Pens.smooth(g);
        g.setClip(clip);
        GroundPainter.paintRacks(g, layout, theme);
        g.dispose();
        int cellWidth = (int) Math.max(1, layout.cellWidth());
        int cellHeight = (int) Math.max(1, layout.cellHeight());
        if (cellWidth != spriteWidth || cellHeight != spriteHeight) {
            sprites.clear();
            spriteWidth = cellWidth;
            spriteHeight = cellHeight;
        }
        Arrays.fill(looks, NEVER_PAINTED);
    }

    private void paintChanged(StageView view, SlotGrid slots) {
        StageLayout layout = view.layout();
        int nodes = layout.nodeCount();
        if (looks.length < nodes) {
            int known = looks.length;
            looks = Arrays.copyOf(looks, nodes);
            Arrays.fill(looks, known, nodes, NEVER_PAINTED);
        }
        Graphics2D g = image.createGraphics();
        Pens.smooth(g);
        g.setClip(clip);
        boolean isWhole = layout.camera().isWhole();
        if (slots.isShown()) {
            SlotPainter painter = new SlotPainter(g, view, slots, theme, marks);
            for (int node = 0; node < nodes; node++) {
                if (isWhole || layout.isSeen(node)) {
                    paintWithSlots(g, painter, view, slots, node);
                }
            }
        } else {
            int steps = StagePainter.steps(layout);
            int[] pixels = Pixels.of(image);
            for (int node = 0; node < nodes; node++) {
                if (isWhole || layout.isSeen(node)) {
                    paintPlain(g, view, steps, node, pixels);
                }
            }
        }
        g.dispose();
    }

    private void paintWithSlots(Graphics2D g, SlotPainter painter, StageView view, SlotGrid slots, int node) {
        long look = SlotPainter.signature(view.snapshot(), slots, node) & 0xFFFFFFFFL;
        if (look != looks[node]) {
            looks[node] = look;
            Rectangle2D cell = view.layout().cell(node);
            g.setClip(clip.createIntersection(cell));
            if ((long) spriteWidth * spriteHeight <= SPRITE_PIXELS_MAX) {
                int plain = CellAppearance.withoutFill(CellAppearance.of(view.snapshot(), node, 1));
                copySprite(plain, view.layout(), node, Pixels.of(image));
                painter.paintContents(node);
            } else {
                g.setColor(theme.color(Ink.SURFACE));
                g.fill(cell);
                painter.paint(node);
            }
        }
    }

    private void paintPlain(Graphics2D g, StageView view, int steps, int node, int[] pixels) {
        int look = CellAppearance.of(view.snapshot(), node, steps);
        if (look != looks[node]) {
            looks[node] = look;
            copySprite(look, view.layout(), node, pixels);
            GroundPainter.paintNumber(g, node, look, view.layout(), theme);
        }
    }

    private void copySprite(int look, StageLayout layout, int node, int[] pixels) {
        int[] sprite = sprites.get(look);
        if (sprite == null) {
            if ((sprites.size() + 1L) * spriteWidth * spriteHeight * Integer.BYTES > SPRITE_BYTES_MAX) {
                sprites.clear();
            }
            sprite = newSprite(look, spriteWidth, spriteHeight);
            sprites.put(look, sprite);
        }
        int x = (int) Math.rint(layout.cellX(node));
        int y = (int) Math.rint(layout.cellY(node));
        int left = Math.max(x, clip.x);
        int right = Math.min(x + spriteWidth, clip.x + clip.width);
        int bottom = Math.min(y + spriteHeight, clip.y + clip.height);
        for (int row = Math.max(y, clip.y); row < bottom && left < right; row++) {
            System.arraycopy(
                    sprite, (row - y) * spriteWidth + left - x, pixels, row * image.getWidth() + left, right - left);
        }
    }

    private int[] newSprite(int look, int width, int height) {
        BufferedImage sprite = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = sprite.createGraphics();
        Pens.smooth(g);
        g.setColor(theme.color(Ink.SURFACE));
        g.fillRect(0, 0, width, height);
        CellPainter.paint(g, look, new Rectangle2D.Double(0, 0, width, height), theme);
        g.dispose();
        return Pixels.of(sprite);
    }
}
