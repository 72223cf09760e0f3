package mirrorstorm.ui.stage;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A pane whose picture is painted by another thread, in the screen's own pixels. The FX thread only swaps: one image
 * is shown, one may still be on its way to the screen, and one is painted on.
 */
public final class PaintedPane extends Region {

    /** Paints a picture; called on the painter's thread. */
    public interface Painting {

        /**
         * Paints the whole image.
         *
         * @param scale pixels of the image for one unit of the window
         */
        void paint(BufferedImage image, double scale);
    }

    private static final int IMAGES_MAX = 3;

    /** Pixels that painter and screen share. */
    private record Image(BufferedImage canvas, PixelBuffer<IntBuffer> pixels, WritableImage shown) {

        static Image of(int width, int height) {
            BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            int[] ints = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
            PixelBuffer<IntBuffer> pixels =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(ints), PixelFormat.getIntArgbPreInstance());
            return new Image(canvas, pixels, new WritableImage(pixels));
        }

        boolean isOf(int width, int height) {
            return canvas.getWidth() == width && canvas.getHeight() == height;
        }
    }

    private final Executor painter;
    private final ImageView view = new ImageView();
    private final Deque<Image> images = new ArrayDeque<>();
    private final AtomicReference<@Nullable Image> painted = new AtomicReference<>();
    private boolean isBusy;

    /** @param painter runs one task at a time */
    public PaintedPane(Executor painter) {
        this.painter = painter;
        view.setManaged(false);
        getChildren().add(view);
        setMinSize(1, 1);
    }

    /** Pixels of the screen for one unit of the window. */
    public double scale() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX();
    }

    /** Whether a picture is being painted; another one is not taken meanwhile. */
    public boolean isBusy() {
        return isBusy;
    }

    /** Has a picture painted; whether that was possible, see {@link #isBusy}. */
    public boolean paint(Painting painting) {
        double scale = scale();
        int width = (int) Math.ceil(getWidth() * scale);
        int height = (int) Math.ceil(getHeight() * scale);
        if (isBusy || width < 1 || height < 1) {
            return false;
        }
        isBusy = true;
        Image oldest = images.size() < IMAGES_MAX ? null : images.removeFirst();
        Image next = oldest != null && oldest.isOf(width, height) ? oldest : Image.of(width, height);
        painter.execute(() -> {
            painting.paint(next.canvas, scale);
            painted.set(next);
        });
        return true;
    }

    /** Shows what was painted since the last frame; whether there was anything. */
    public boolean onFrame() {
        Image next = painted.getAndSet(null);
        if (next == null) {
            return false;
        }
        isBusy = false;
        images.addLast(next);
        next.pixels.updateBuffer(all -> null);
        view.setImage(next.shown);
        requestLayout();
        return true;
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        javafx.scene.image.Image image = view.getImage();
        if (image != null) {
            // a picture of the size before is not stretched: the next one is on its way
            view.setFitWidth(image.getWidth() / scale);
            view.setFitHeight(image.getHeight() / scale);
        }
    }
}
