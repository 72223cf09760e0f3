package mirrorstorm.picture;

import java.awt.Color;

/** Arithmetic on opaque colours. */
final class Colors {

    private Colors() {}

    /** {@code share} of the way from one colour to the other, in sRGB as screens mix them. */
    static Color mix(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
