package mirrorstorm.picture;

import java.awt.Color;

/**
 * How colours look to people who see fewer of them: the matrices of Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at full severity, on linear light.
 */
enum Vision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
    /** A projector or printer without colour: luminance only. */
    GREYSCALE(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final double[] matrix;

    Vision(double... matrix) {
        this.matrix = matrix;
    }

    /** How far two colours are apart to this eye: Euclidean in CIELAB, where 2.3 is just noticeable. */
    double distance(Color one, Color other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private double[] lab(Color color) {
        double[] light = {Colors.linear(color.getRed()), Colors.linear(color.getGreen()), Colors.linear(color.getBlue())
        };
        double[] seen = new double[3];
        for (int i = 0; i < 9; i++) {
            int row = i / 3;
            seen[row] += matrix[i] * light[i % 3];
        }
        double red = clamp(seen[0]);
        double green = clamp(seen[1]);
        double blue = clamp(seen[2]);
        // sRGB to XYZ, relative to the white point D65
        double x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        double y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        double z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
