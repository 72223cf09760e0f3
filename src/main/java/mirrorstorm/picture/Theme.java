package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A colour for every {@link Ink}, and the font: the only list of either. The colours of states are Okabe and Ito's
 * ("Color Universal Design", 2008), made lighter or darker until each has the contrast that it needs.
 */
public final class Theme {

    /** Dark marks on a light ground. */
    public static final Theme LIGHT = new Theme("light");

    /** Light marks on a dark ground. */
    public static final Theme DARK = new Theme("dark");

    private final String name;
    private final Map<Ink, Color> colors = new EnumMap<>(Ink.class);

    private Theme(String name) {
        this.name = name;
        for (Ink ink : Ink.values()) {
            colors.put(ink, new Color(name.equals("dark") ? dark(ink) : light(ink)));
        }
    }

    private static int light(Ink ink) {
        return switch (ink) {
            case BACKGROUND -> 0xEEF1F5;
            case SURFACE -> 0xFFFFFF;
            case SURFACE_RAISED -> 0xFAFBFC;
            case BORDER -> 0xC6CFD9;
            case TEXT, NOW, SELECTION, VARIANT_A -> 0x131C27;
            case TEXT_MUTED -> 0x4E5D6C;
            case ACCENT, FOCUS, OPERATOR_FLAG -> 0x0067A3;
            case GRID -> 0xE2E7ED;
            case MIRRORED -> 0x728AA2;
            case SEARCHING -> 0xDA6100;
            case COPYING, COPY_STREAM -> 0x007A5E;
            case UNREACHABLE -> 0xA8437F;
            case RESTORING -> 0x0063A6;
            case LOST -> 0x000000;
            case UP -> 0x677D93;
            case ISOLATED -> 0x0072B2;
            case CRASHED -> 0xFFFFFF;
            case DESTROYED -> 0x6B7682;
            case QUARANTINE -> 0x6B54B8;
            case USED_SPACE -> 0xC0CBD7;
            case FREE_SPACE -> 0xF1F4F7;
            case DEAD_SPACE, CRASH_FLAG -> 0x1A222C;
            case PROBE -> 0x0B2F57;
            case REFUSAL -> 0xC73800;
            case CLAIM -> 0x005C46;
            case TRIGGER_FLAG -> 0xC24F00;
            case MILESTONE -> 0x7A3E8E;
            case VARIANT_B -> 0xC24F00;
            case VARIANT_C -> 0x0072B2;
            case VARIANT_D -> 0xA8437F;
        };
    }

    private static int dark(Ink ink) {
        return switch (ink) {
            case BACKGROUND -> 0x0D1218;
            case SURFACE -> 0x161D26;
            case SURFACE_RAISED -> 0x1F2833;
            case BORDER -> 0x364352;
            case TEXT, VARIANT_A -> 0xEDF2F7;
            case TEXT_MUTED -> 0xA6B4C3;
            case ACCENT, FOCUS, OPERATOR_FLAG -> 0x56B4E9;
            case GRID -> 0x2A3542;
            case MIRRORED -> 0x6A86A1;
            case SEARCHING -> 0xFF8A33;
            case COPYING, COPY_STREAM -> 0x1FBF98;
            case UNREACHABLE -> 0xE796CC;
            case RESTORING -> 0x4FB3F0;
            case LOST, NOW, SELECTION, CRASHED, CRASH_FLAG -> 0xFFFFFF;
            case UP -> 0x7E97B0;
            case ISOLATED -> 0x62BDEE;
            case DESTROYED -> 0x8794A3;
            case QUARANTINE -> 0xA896F0;
            case USED_SPACE -> 0x394B5E;
            case FREE_SPACE -> 0x1C2530;
            case DEAD_SPACE -> 0x000000;
            case PROBE -> 0xE3EEFB;
            case REFUSAL -> 0xFF6844;
            case CLAIM -> 0x7BF0CE;
            case TRIGGER_FLAG -> 0xFF8A33;
            case MILESTONE -> 0xE9C6F5;
            case VARIANT_B -> 0xFF8A33;
            case VARIANT_C -> 0x56B4E9;
            case VARIANT_D -> 0xE796CC;
        };
    }

    /** {@code light} or {@code dark}. */
    public String name() {
        return name;
    }

    /** Whether the ground is darker than what is on it. */
    public boolean isDark() {
        return this == DARK;
    }

    /** The colour of an ink; opaque. */
    public Color color(Ink ink) {
        Color color = colors.get(ink);
        if (color == null) {
            throw new AssertionError("every ink has a colour: " + ink);
        }
        return color;
    }

    /** The colour of an ink, let through. */
    public Color color(Ink ink, double opacity) {
        Color color = color(ink);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    /** The font in a style; {@code scale} 1 is for a screen at arm's length. */
    public Font font(TextStyle style, double scale) {
        return Fonts.get(style, scale);
    }

    /** A colour as style sheets write it. */
    public String hex(Ink ink) {
        return String.format(Locale.ROOT, "#%06x", color(ink).getRGB() & 0xFFFFFF);
    }

    /** The looked-up colours of a style sheet, one a line: {@code -ms-background: #0d1218;}. */
    public String css() {
        StringBuilder css = new StringBuilder();
        for (Ink ink : Ink.values()) {
            css.append(String.format(Locale.ROOT, "%s: %s;\n", ink.cssName(), hex(ink)));
        }
        return css.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
