package mirrorstorm.picture.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Numbers;

/** The values of levers along an axis, in as few signs as they can be read in: shares in percent, choices by name. */
public final class AxisText {

    private static final int PERCENT_DECIMALS = 2;

    private AxisText() {}

    /** A value as it stands on an axis. */
    public static String of(Lever lever, Object value) {
        if (lever.kind() == Lever.Kind.SHARE && value instanceof Double share) {
            double percent = BigDecimal.valueOf(100 * share)
                    .setScale(PERCENT_DECIMALS, RoundingMode.HALF_EVEN)
                    .doubleValue();
            return Numbers.text(percent) + " %";
        }
        return lever.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Lever.Choice::title)
                .findFirst()
                .orElseGet(() -> lever.format(value));
    }
}
