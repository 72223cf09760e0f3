package mirrorstorm.picture.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class NumberText {

    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private NumberText() {}

    /** A count, with commas. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A share of [0, 1] in percent, with one decimal where that says something. */
    public static String percent(double share) {
        return points(share) + " %";
    }

    /** The number of percent in a share of [0, 1], with one decimal where that says something. */
    public static String points(double share) {
        double percent = 100 * share;
        boolean isCoarse = percent == 0 || percent >= 99.95;
        boolean isFine = percent < 0.095;
        return String.format(Locale.ROOT, isCoarse ? "%.0f" : isFine ? "%.2f" : "%.1f", percent);
    }

    /** A share of [0, 1] in whole percent. */
    public static String whole(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A rate or ratio to two or three digits: 7, 62,400, 1.2 million. */
    public static String about(double value) {
        if (value >= BILLION) {
            return trimmed(value / BILLION) + " billion";
        }
        if (value >= MILLION) {
            return trimmed(value / MILLION) + " million";
        }
        double step = value >= 1000 ? Math.pow(10, Math.floor(Math.log10(value)) - 2) : 1;
        boolean isSmall = value > 0 && value < 10 && value != Math.rint(value);
        return isSmall ? String.format(Locale.ROOT, "%.1f", value) : count(Math.round(Math.round(value / step) * step));
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
