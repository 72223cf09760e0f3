package mirrorstorm.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;

/** The ints behind an image. */
public final class Pixels {

    private static final int RED = 0xFF0000;

    private Pixels() {}

    /**
     * The pixels of an image, row after row; writing them writes the image.
     *
     * @throws IllegalArgumentException if they are not ints of red, green and blue, blue in the low bits, or if the
     *                                  image is a part of another one
     */
    public static int[] of(BufferedImage image) {
        if (image.getRaster().getDataBuffer() instanceof DataBufferInt ints
                && image.getSampleModel() instanceof SinglePixelPackedSampleModel model
                && model.getScanlineStride() == image.getWidth()
                && model.getBitMasks()[0] == RED
                && ints.getOffset() == 0
                && image.getRaster().getParent() == null) {
            return ints.getData();
        }
        throw new IllegalArgumentException("not an image of packed red, green and blue: " + image);
    }
}
