package mirrorstorm.picture;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Marks as pixels, blended into an opaque picture whose pixels are ints of red, green and blue, low bits last.
 * Nothing is allocated for a mark.
 *
 * <p>A disc is a mask of coverages, made once for each radius (in quarter pixels) and place within a pixel (in
 * quarter pixels both ways).
 */
public final class PixelPlotter implements Plotter {

    private static final int PHASES = 4;
    private static final int RADIUS_STEPS = 4;
    private static final int RADIUS_MAX = 24;
    private static final int OPAQUE = 256;
    private static final int SHIFT = 16;
    private static final int ONE = 1 << SHIFT;
    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0x00FF00;

    /** Longer lines would not fit into fixed-point numbers: what is beyond the frame is cut off first. */
    private static final double REACH_MAX = 16_000;

    private static final double FRAME = 12_000;

    private final int[] pixels;
    private final int width;
    private final Disc[] masks;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;

    /** Paints anywhere. */
    public PixelPlotter(int[] pixels, int width, int height, Disc[] masks) {
        this(pixels, width, height, masks, new Rectangle(width, height));
    }

    /** Paints within {@code clip}. Masks are shared by all plotters that are given the same array. */
    public PixelPlotter(int[] pixels, int width, int height, Disc[] masks, Rectangle clip) {
        assert pixels.length >= width * height : pixels.length;
        this.pixels = pixels;
        this.width = width;
        this.masks = masks;
        left = Math.max(0, clip.x);
        top = Math.max(0, clip.y);
        right = Math.min(width, clip.x + clip.width);
        bottom = Math.min(height, clip.y + clip.height);
    }

    public static Disc[] newMasks() {
        return new Disc[RADIUS_MAX * RADIUS_STEPS * PHASES * PHASES + PHASES * PHASES];
    }

    /**
     * The pixels that a disc covers: how many columns and rows they are from its upper left corner, and how much of
     * each is covered, in [1, 256].
     *
     * @param side rows, and columns of each row
     */
    public record Disc(int side, int[] columns, int[] rows, int[] coverage) {}

    @Override
    public void dot(double x, double y, double radius, int rgb, double opacity) {
        int step = (int) Math.round(Math.min(RADIUS_MAX, radius) * RADIUS_STEPS);
        int reach = reach(step);
        int quarterX = (int) Math.floor(x * PHASES);
        int quarterY = (int) Math.floor(y * PHASES);
        int fromX = Math.floorDiv(quarterX, PHASES) - reach;
        int fromY = Math.floorDiv(quarterY, PHASES) - reach;
        Disc mask = mask(step, Math.floorMod(quarterX, PHASES), Math.floorMod(quarterY, PHASES));
        boolean isInside =
                fromX >= left && fromY >= top && fromX + mask.side() <= right && fromY + mask.side() <= bottom;
        int[] columns = mask.columns();
        int[] rows = mask.rows();
        int[] coverage = mask.coverage();
        int alpha = (int) (opacity * OPAQUE);
        int overRedBlue = rgb & RED_BLUE;
        int overGreen = rgb & GREEN;
        for (int i = 0; i < coverage.length; i++) {
            int column = fromX + columns[i];
            int row = fromY + rows[i];
            if (isInside || (column >= left && column < right && row >= top && row < bottom)) {
                int at = row * width + column;
                pixels[at] = blend(pixels[at], overRedBlue, overGreen, (coverage[i] * alpha) >> 8);
            }
        }
    }

    /**
     * Steps along the longer of its two extents, pixel by pixel, and covers what the width reaches across it. Numbers
     * are fixed-point with 16 bits behind the point: this is the hottest loop of a frame. Where nothing of the line
     * can be cut off, which holds for nearly all of them, no step looks for the edges.
     */
    @Override
    public void line(
            double x0, double y0, double opacity0, double x1, double y1, double opacity1, double lineWidth, int rgb) {
        double furthest = Math.max(Math.max(Math.abs(x0), Math.abs(x1)), Math.max(Math.abs(y0), Math.abs(y1)));
        if (furthest < REACH_MAX) {
            shortLine(x0, y0, opacity0, x1, y1, opacity1, lineWidth, rgb);
            return;
        }
        // the part within a frame that fixed-point numbers can hold, by Liang and Barsky's parameters
        double from = 0;
        double to = 1;
        for (int side = 0; side < 4; side++) {
            double step = side < 2 ? x1 - x0 : y1 - y0;
            double start = side < 2 ? x0 : y0;
            double bound = side % 2 == 0 ? -FRAME : FRAME;
            double towards = side % 2 == 0 ? step : -step;
            double at = step == 0 ? 0 : (bound - start) / step;
            boolean isOutside = step == 0 && Math.abs(start) > FRAME;
            from = isOutside ? 2 : towards > 0 ? Math.max(from, at) : from;
            to = towards < 0 ? Math.min(to, at) : to;
        }
        if (from < to) {
            shortLine(
                    x0 + (x1 - x0) * from,
                    y0 + (y1 - y0) * from,
                    opacity0 + (opacity1 - opacity0) * from,
                    x0 + (x1 - x0) * to,
                    y0 + (y1 - y0) * to,
                    opacity0 + (opacity1 - opacity0) * to,
                    lineWidth,
                    rgb);
        }
    }

    private void shortLine(
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
        int first = Math.max(isFlat ? left : top, (int) Math.floor(from));
        int last = Math.min((isFlat ? right : bottom) - 1, (int) Math.floor(to));
        double lead = first + 0.5 - from;
        int centre = (int) ((across0 + slope * lead) * ONE);
        int slopeStep = (int) (slope * ONE);
        int alpha = (int) ((startOpacity + fade * lead) * OPAQUE * ONE);
        int alphaStep = (int) (fade * OPAQUE * ONE);
        int half = (int) (lineWidth / 2 * Math.sqrt(1 + slope * slope) * ONE);
        int stepAlong = isFlat ? 1 : width;
        int stepAcross = isFlat ? width : 1;
        int least = isFlat ? top : left;
        int limit = isFlat ? bottom : right;
        int overRedBlue = rgb & RED_BLUE;
        int overGreen = rgb & GREEN;
        int centreLast = centre + Math.max(0, last - first) * slopeStep;
        boolean isInside = Math.min(centre, centreLast) - half >= least << SHIFT
                && Math.max(centre, centreLast) + half < limit << SHIFT;
        for (int along = first; along <= last; along++) {
            int opacity = Math.min(OPAQUE, alpha >> SHIFT);
            int at = along * stepAlong;
            if (opacity > 0 && isInside) {
                span(at, stepAcross, centre - half, centre + half, opacity, overRedBlue, overGreen);
            } else if (opacity > 0) {
                span(at, stepAcross, least, limit, centre - half, centre + half, opacity, overRedBlue, overGreen);
            }
            centre += slopeStep;
            alpha += alphaStep;
        }
    }

    /** Covers from {@code low} to {@code high}, fixed-point, across a line's direction. */
    private void span(int at, int step, int low, int high, int alpha, int overRedBlue, int overGreen) {
        int first = low >> SHIFT;
        int last = high >> SHIFT;
        int pixel = at + first * step;
        int begun = Math.min(high, (first + 1) << SHIFT) - low;
        pixels[pixel] = blend(pixels[pixel], overRedBlue, overGreen, ((begun >> 8) * alpha) >> 8);
        if (first < last) {
            int end = at + last * step;
            for (pixel += step; pixel < end; pixel += step) {
                pixels[pixel] = blend(pixels[pixel], overRedBlue, overGreen, alpha);
            }
            pixels[end] = blend(pixels[end], overRedBlue, overGreen, (((high & (ONE - 1)) >> 8) * alpha) >> 8);
        }
    }

    /** As the other one, between {@code least} and {@code limit}. */
    private void span(
            int at, int step, int least, int limit, int low, int high, int alpha, int overRedBlue, int overGreen) {
        int first = Math.max(least, low >> SHIFT);
        int last = Math.min(limit - 1, high >> SHIFT);
        for (int across = first; across <= last; across++) {
            int coverage = Math.min(high, (across + 1) << SHIFT) - Math.max(low, across << SHIFT);
            int pixel = at + across * step;
            pixels[pixel] = blend(pixels[pixel], overRedBlue, overGreen, ((coverage >> 8) * alpha) >> 8);
        }
    }

    @Override
    public void block(double x, double y, double blockWidth, double blockHeight, int rgb) {
        int toX = Math.min(right, (int) Math.max(x + 1, Math.rint(x + blockWidth)));
        int toY = Math.min(bottom, (int) Math.max(y + 1, Math.rint(y + blockHeight)));
        int fromX = Math.max(left, (int) x);
        for (int row = Math.max(top, (int) y); row < toY; row++) {
            for (int column = fromX; column < toX; column++) {
                pixels[row * width + column] = 0xFF000000 | rgb;
            }
        }
    }

    private static int reach(int radiusStep) {
        return radiusStep / RADIUS_STEPS + 2;
    }

    private Disc mask(int radiusStep, int phaseX, int phaseY) {
        int key = (radiusStep * PHASES + phaseY) * PHASES + phaseX;
        Disc mask = masks[key];
        if (mask == null) {
            mask = newMask(radiusStep, phaseX, phaseY);
            masks[key] = mask;
        }
        return mask;
    }

    private static Disc newMask(int radiusStep, int phaseX, int phaseY) {
        double radius = radiusStep / (double) RADIUS_STEPS;
        int reach = reach(radiusStep);
        int side = 2 * reach + 1;
        double centreX = reach + (phaseX + 0.5) / PHASES;
        double centreY = reach + (phaseY + 0.5) / PHASES;
        int[] columns = new int[side * side];
        int[] rows = new int[side * side];
        int[] coverage = new int[side * side];
        int count = 0;
        for (int i = 0; i < side * side; i++) {
            double dx = i % side + 0.5 - centreX;
            int row = i / side;
            double dy = row + 0.5 - centreY;
            double covered = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
            int share = (int) (OPAQUE * Math.max(0, Math.min(1, covered)));
            if (share > 0) {
                columns[count] = i % side;
                rows[count] = row;
                coverage[count] = share;
                count++;
            }
        }
        return new Disc(
                side, Arrays.copyOf(columns, count), Arrays.copyOf(rows, count), Arrays.copyOf(coverage, count));
    }

    /** {@code alpha} in [0, 256]. Red and blue are blended in one multiplication: they do not reach each other. */
    private static int blend(int under, int overRedBlue, int overGreen, int alpha) {
        int redBlue = under & RED_BLUE;
        int green = under & GREEN;
        int mixedRedBlue = (redBlue + (((overRedBlue - redBlue) * alpha) >> 8)) & RED_BLUE;
        int mixedGreen = (green + (((overGreen - green) * alpha) >> 8)) & GREEN;
        return 0xFF000000 | mixedRedBlue | mixedGreen;
    }
}
