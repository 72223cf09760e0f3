package mirrorstorm.picture;

/**
 * Marks as pixels, blended into an opaque picture whose pixels are ints of red, green and blue, low bits last.
 * Nothing is allocated for a mark.
 *
 * <p>A disc is a mask of coverages, made once for each radius (in quarter pixels) and place within a pixel (in
 * quarter pixels both ways).
 */
final class PixelPlotter implements Plotter {

    private static final int PHASES = 4;
    private static final int RADIUS_STEPS = 4;
    private static final int RADIUS_MAX = 24;
    private static final int OPAQUE = 256;
    private static final int SHIFT = 16;
    private static final int ONE = 1 << SHIFT;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int[][] masks;

    /** Masks are shared by all plotters that are given the same array; see {@link #newMasks}. */
    PixelPlotter(int[] pixels, int width, int height, int[][] masks) {
        assert pixels.length >= width * height : pixels.length;
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.masks = masks;
    }

    static int[][] newMasks() {
        return new int[RADIUS_MAX * RADIUS_STEPS * PHASES * PHASES + PHASES * PHASES][];
    }

    @Override
    public void dot(double x, double y, double radius, int rgb, double opacity) {
        int step = (int) Math.round(Math.min(RADIUS_MAX, radius) * RADIUS_STEPS);
        int reach = reach(step);
        int quarterX = (int) Math.floor(x * PHASES);
        int quarterY = (int) Math.floor(y * PHASES);
        int left = Math.floorDiv(quarterX, PHASES) - reach;
        int top = Math.floorDiv(quarterY, PHASES) - reach;
        int[] mask = mask(step, Math.floorMod(quarterX, PHASES), Math.floorMod(quarterY, PHASES));
        int side = 2 * reach + 1;
        int alpha = (int) (opacity * OPAQUE);
        int fromColumn = Math.max(0, -left);
        int toColumn = Math.min(side, width - left);
        for (int row = Math.max(0, -top); row < side && top + row < height; row++) {
            int at = (top + row) * width + left;
            for (int column = fromColumn; column < toColumn; column++) {
                int coverage = mask[row * side + column];
                if (coverage > 0) {
                    pixels[at + column] = blend(pixels[at + column], rgb, (coverage * alpha) >> 8);
                }
            }
        }
    }

    /**
     * Steps along the longer of its two extents, pixel by pixel, and covers what the width reaches across it. Numbers
     * are fixed-point with 16 bits behind the point: this is the hottest loop of a frame.
     */
    @Override
    public void line(
            double x0, double y0, double opacity0, double x1, double y1, double opacity1, double lineWidth, int rgb) {
        boolean isFlat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        boolean isForward = isFlat ? x1 >= x0 : y1 >= y0;
        double from = isFlat ? isForward ? x0 : x1 : isForward ? y0 : y1;
        double to = isFlat ? isForward ? x1 : x0 : isForward ? y1 : y0;
        double length = to - from;
        if (!(length > 1e-6)) {
            return;
        }
        double across0 = isFlat ? isForward ? y0 : y1 : isForward ? x0 : x1;
        double slope = ((isFlat ? isForward ? y1 : y0 : isForward ? x1 : x0) - across0) / length;
        double startOpacity = isForward ? opacity0 : opacity1;
        double fade = ((isForward ? opacity1 : opacity0) - startOpacity) / length;
        int first = Math.max(0, (int) Math.floor(from));
        int last = Math.min((isFlat ? width : height) - 1, (int) Math.floor(to));
        double lead = first + 0.5 - from;
        int centre = (int) ((across0 + slope * lead) * ONE);
        int slopeStep = (int) (slope * ONE);
        int alpha = (int) ((startOpacity + fade * lead) * OPAQUE * ONE);
        int alphaStep = (int) (fade * OPAQUE * ONE);
        int half = (int) (lineWidth / 2 * Math.sqrt(1 + slope * slope) * ONE);
        int stepAlong = isFlat ? 1 : width;
        int stepAcross = isFlat ? width : 1;
        int limit = isFlat ? height : width;
        for (int along = first; along <= last; along++) {
            int opacity = alpha >> SHIFT;
            if (opacity > 0) {
                span(
                        along * stepAlong,
                        stepAcross,
                        limit,
                        centre - half,
                        centre + half,
                        Math.min(OPAQUE, opacity),
                        rgb);
            }
            centre += slopeStep;
            alpha += alphaStep;
        }
    }

    /** Covers from {@code low} to {@code high}, fixed-point, across a line's direction. */
    private void span(int at, int step, int limit, int low, int high, int alpha, int rgb) {
        int first = Math.max(0, low >> SHIFT);
        int last = Math.min(limit - 1, high >> SHIFT);
        for (int across = first; across <= last; across++) {
            int coverage = Math.min(high, (across + 1) << SHIFT) - Math.max(low, across << SHIFT);
            int pixel = at + across * step;
            pixels[pixel] = blend(pixels[pixel], rgb, ((coverage >> 8) * alpha) >> 8);
        }
    }

    private static int reach(int radiusStep) {
        return radiusStep / RADIUS_STEPS + 2;
    }

    private int[] mask(int radiusStep, int phaseX, int phaseY) {
        int key = (radiusStep * PHASES + phaseY) * PHASES + phaseX;
        int[] mask = masks[key];
        if (mask == null) {
            mask = newMask(radiusStep, phaseX, phaseY);
            masks[key] = mask;
        }
        return mask;
    }

    private static int[] newMask(int radiusStep, int phaseX, int phaseY) {
        double radius = radiusStep / (double) RADIUS_STEPS;
        int reach = reach(radiusStep);
        int side = 2 * reach + 1;
        double centreX = reach + (phaseX + 0.5) / PHASES;
        double centreY = reach + (phaseY + 0.5) / PHASES;
        int[] mask = new int[side * side];
        for (int i = 0; i < mask.length; i++) {
            double dx = i % side + 0.5 - centreX;
            int row = i / side;
            double dy = row + 0.5 - centreY;
            double coverage = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
            mask[i] = (int) (OPAQUE * Math.max(0, Math.min(1, coverage)));
        }
        return mask;
    }

    /** {@code alpha} in [0, 256]. Red and blue are blended in one multiplication: they do not reach each other. */
    private static int blend(int under, int over, int alpha) {
        int redBlue = under & 0xFF00FF;
        int green = under & 0x00FF00;
        int mixedRedBlue = (redBlue + ((((over & 0xFF00FF) - redBlue) * alpha) >> 8)) & 0xFF00FF;
        int mixedGreen = (green + ((((over & 0x00FF00) - green) * alpha) >> 8)) & 0x00FF00;
        return 0xFF000000 | mixedRedBlue | mixedGreen;
    }
}
