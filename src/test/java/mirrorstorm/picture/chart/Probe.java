package mirrorstorm.picture.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/** Looks for colours in pictures of charts, where the numbers of an axis say that they must be. */
final class Probe {

    /** Minutes of the storm of 2011 at which nothing is drawn over lines: no flag, no crash. */
    static final int[] CALM_MINUTES = {60, 180, 420, 560, 700};

    private Probe() {}

    static BufferedImage image(int width, int height, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        painter.accept(g);
        g.dispose();
        return image;
    }

    /** How far a colour is from another, in all three parts. */
    static int distance(Color color, int rgb) {
        Color other = new Color(rgb);
        return Math.abs(color.getRed() - other.getRed())
                + Math.abs(color.getGreen() - other.getGreen())
                + Math.abs(color.getBlue() - other.getBlue());
    }

    /** How near to a colour the nearest pixel is, at most so far from a point. */
    static int nearest(BufferedImage image, Color color, double x, double y, int dx, int dy) {
        int nearest = Integer.MAX_VALUE;
        for (int i = (int) x - dx; i <= (int) x + dx; i++) {
            for (int j = (int) Math.max(0, y - dy); j <= Math.min(image.getHeight() - 1, y + dy); j++) {
                nearest = Math.min(nearest, distance(color, image.getRGB(i, j)));
            }
        }
        return nearest;
    }

    /** An axis: from a value to its part of the height. */
    static DoubleUnaryOperator linear(double top) {
        return value -> value / top;
    }

    static DoubleUnaryOperator logarithmic(int decades, double factor) {
        return value -> Math.log10(1 + factor * value) / (1.04 * decades);
    }
}
