package mirrorstorm.picture;

import java.awt.Color;

/** Arithmetic on opaque colours. */
public final class Colors {

    private Colors() {}

    /** {@code share} of the way from one colour to the other, in sRGB as screens mix them. */
    public static Color mix(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    /** Contrast of two colours, 1 to 21, as the Web Content Accessibility Guidelines 2.1 define it. */
    public static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Of two colours for text the one that is easier to read on {@code ground}. */
    public static Color readable(Color ground, Color one, Color other) {
        return contrast(ground, one) >= contrast(ground, other) ? one : other;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    /** A component of sRGB, 0 to 255, as an amount of light, 0 to 1. */
    static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
