package mirrorstorm.picture;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The racks and cells of the last frame as pixels. A new frame copies them, after the cells whose look changed have
 * been painted again, each from a sprite that all cells of that look share.
 */
final class CellLayer {

    /** Memory that sprites may take, bytes. */
    private static final long SPRITE_BYTES_MAX = 16L << 20;

    private static final int NEVER_PAINTED = -1;

    private final Theme theme;
    private final Map<Integer, int[]> sprites = new HashMap<>();
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    private int[] looks = new int[0];
    private @Nullable StageLayout painted;

    CellLayer(Theme theme) {
        this.theme = theme;
    }

    /** Fills {@code pixels}. If volumes will be shown in cells, these are left plain. */
    void paint(int[] pixels, int width, int height, StageView view, boolean isPlain) {
        StageLayout layout = view.layout();
        boolean isSame = painted != null
                && painted.placesAs(layout)
                && painted.nodeCount() <= layout.nodeCount()
                && image.getWidth() == width
                && image.getHeight() == height;
        if (!isSame) {
            begin(width, height, layout);
        }
        painted = layout;
        paintChanged(view, isPlain);
        System.arraycopy(Pixels.of(image), 0, pixels, 0, width * height);
    }

    private void begin(int width, int height, StageLayout layout) {
        if (image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }
        Graphics2D g = image.createGraphics();
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fillRect(0, 0, width, height);
        StagePainter.paintGround(g, layout, theme);
        g.dispose();
        sprites.clear();
        Arrays.fill(looks, NEVER_PAINTED);
    }

    private void paintChanged(StageView view, boolean isPlain) {
        StageLayout layout = view.layout();
        int nodes = layout.nodeCount();
        if (looks.length < nodes) {
            int known = looks.length;
            looks = Arrays.copyOf(looks, nodes);
            Arrays.fill(looks, known, nodes, NEVER_PAINTED);
        }
        int steps = StagePainter.steps(layout);
        int[] pixels = Pixels.of(image);
        Graphics2D g = image.createGraphics();
        Pens.smooth(g);
        for (int node = 0; node < nodes; node++) {
            int whole = CellLook.of(view.snapshot(), node, steps);
            int look = isPlain ? CellLook.withoutFill(whole) : whole;
            if (look != looks[node]) {
                looks[node] = look;
                copySprite(look, layout, node, pixels);
                if (!isPlain) {
                    StagePainter.paintNumber(g, node, look, layout, theme);
                }
            }
        }
        g.dispose();
    }

    private void copySprite(int look, StageLayout layout, int node, int[] pixels) {
        int width = (int) Math.max(1, layout.cellWidth());
        int height = (int) Math.max(1, layout.cellHeight());
        int[] sprite = sprites.get(look);
        if (sprite == null) {
            if ((sprites.size() + 1L) * width * height * Integer.BYTES > SPRITE_BYTES_MAX) {
                sprites.clear();
            }
            sprite = newSprite(look, width, height);
            sprites.put(look, sprite);
        }
        int x = (int) Math.rint(layout.cellX(node));
        int y = (int) Math.rint(layout.cellY(node));
        int columns = Math.min(width, image.getWidth() - x);
        for (int row = 0; row < height && y + row < image.getHeight(); row++) {
            System.arraycopy(sprite, row * width, pixels, (y + row) * image.getWidth() + x, columns);
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
