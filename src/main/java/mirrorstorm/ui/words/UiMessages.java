package mirrorstorm.ui.words;

import java.util.Locale;
import java.util.Set;
import mirrorstorm.scenario.MessageBundle;

/**
 * Everything that the window says: sentences from the resource bundle {@code mirrorstorm/ui/ui.properties}, and the
 * numbers in them. Numbers look the same in every country: {@code 24,000} and {@code 12.6}.
 */
public final class UiMessages {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.ui.ui");

    /** Shares below this are shown with a second decimal, so that the last stuck volumes do not vanish. */
    private static final double FINE_SHARE = 0.01;

    private UiMessages() {}

    /**
     * The sentence {@code key} with its arguments filled in.
     *
     * @throws java.util.MissingResourceException if there is no such sentence
     */
    public static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The sentence {@code key}, or its form for exactly one, {@code key.one}; argument 0 is the count. */
    public static String counted(String key, long count) {
        return text(count == 1 ? key + ".one" : key, count(count));
    }

    /** Whether there is a sentence {@code key}. */
    public static boolean has(String key) {
        return TEXTS.find(key).isPresent();
    }

    /** All keys of the bundle. */
    public static Set<String> keys() {
        return TEXTS.keys();
    }

    /** Such as {@code 24,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** About that many, to three digits: {@code 57,400}. */
    public static String about(double number) {
        long magnitude = Math.max(1, (long) Math.pow(10, Math.floor(Math.log10(Math.max(1, number))) - 2));
        return count(Math.round(number / magnitude) * magnitude);
    }

    /** A share of [0, 1] in percent: {@code 12.6 %}, {@code 0.07 %}, {@code 0 %}. */
    public static String percent(double share) {
        double percent = 100 * share;
        if (percent == 0 || percent == 100) {
            return String.format(Locale.ROOT, "%.0f %%", percent);
        }
        return String.format(Locale.ROOT, Math.abs(share) < FINE_SHARE ? "%.2f %%" : "%.1f %%", percent);
    }
}
