package mirrorstorm.picture;

import java.awt.Stroke;

/** By what variants that are compared are told apart: a letter, a colour, and dashes for those who see no colours. */
public final class VariantStyle {

    private static final Ink[] INKS = {Ink.VARIANT_A, Ink.VARIANT_B, Ink.VARIANT_C, Ink.VARIANT_D};

    private static final double WIDTH = 2;

    /** Lengths of dashes and gaps, in widths of the line; none for a line without. */
    private static final double[][] DASHES = {{}, {5, 2}, {1.5, 1.5}, {9, 2.5}};

    private VariantStyle() {}

    /** Such as {@code B}. */
    public static String letter(int variant) {
        return String.valueOf((char) ('A' + variant));
    }

    /** Its colour. */
    public static Ink ink(int variant) {
        return INKS[variant % INKS.length];
    }

    /** Its line. */
    public static Stroke stroke(int variant, double scale) {
        double[] dash = DASHES[variant % DASHES.length];
        double width = WIDTH * scale;
        return dash.length == 0 ? Pens.round(width) : Pens.dashed(width, dash[0] * width, dash[1] * width);
    }
}
