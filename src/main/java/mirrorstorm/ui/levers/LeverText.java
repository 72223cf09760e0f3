package mirrorstorm.ui.levers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.ValueException;

/**
 * The value of a lever as people read and type it: as in files, but shares in percent, and blanks and the lever's
 * unit do not matter.
 */
public final class LeverText {

    private static final int PERCENT_DECIMALS = 4;

    private LeverText() {}

    /** The text of a value, with its unit. */
    public static String of(Lever lever, Object value) {
        if (lever.kind() == Lever.Kind.SHARE) {
            return Numbers.text(percent((Double) value)) + " %";
        } else if (lever.kind() == Lever.Kind.CHOICE) {
            return lever.choices().stream()
                    .filter(choice -> choice.value().equals(value))
                    .map(Lever.Choice::title)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(lever.path() + " cannot be " + value));
        }
        String text = lever.kind() == Lever.Kind.COUNT && value instanceof Integer count
                ? String.format(Locale.ROOT, "%,d", count)
                : lever.format(value);
        return isUnitInTitle(lever) ? text : text + " " + lever.unit();
    }

    /** Whether the title says already what is counted, as in "Nodes asked per round"; also where there is no unit. */
    private static boolean isUnitInTitle(Lever lever) {
        return lever.title().toLowerCase(Locale.ROOT).contains(lever.unit());
    }

    /**
     * The value that somebody typed.
     *
     * @throws ValueException if it is none, or out of range
     */
    public static Object parse(Lever lever, String typed) throws ValueException {
        String text = typed.strip();
        if (!lever.unit().isEmpty() && text.endsWith(lever.unit())) {
            text = text.substring(0, text.length() - lever.unit().length());
        }
        text = text.replace(" ", "").replace("min", "m");
        if (lever.kind() == Lever.Kind.COUNT) {
            text = text.replace(",", "");
        } else if (lever.kind() == Lever.Kind.SHARE) {
            text = share(text);
        }
        return lever.parse(text);
    }

    /** Percent as a share; anything else as it is. A bare number above 1 can only have meant percent. */
    private static String share(String text) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        try {
            BigDecimal typed = new BigDecimal(number);
            boolean isPercent = text.endsWith("%") || typed.compareTo(BigDecimal.ONE) > 0;
            return (isPercent ? typed.movePointLeft(2) : typed).toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static double percent(double share) {
        return new BigDecimal(100 * share)
                .setScale(PERCENT_DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
