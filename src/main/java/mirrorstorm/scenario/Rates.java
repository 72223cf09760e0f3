package mirrorstorm.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.model.Rate;

/** Rates as text with units, {@code 5/s}, {@code 200/h}: written as short as text can be that reads back the same. */
public final class Rates {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.problems");
    private static final Pattern FORM = Pattern.compile("(\\d{1,30}(?:\\.\\d{1,30})?(?:[eE]-?\\d{1,3})?)/(s|m|h|d)");
    private static final String[] UNITS = {"s", "m", "h", "d"};
    private static final double[] UNIT_SECONDS = {1, 60, 3_600, 86_400};

    /** More often than this nothing happens in a cluster. */
    private static final double COUNT_MAX = 1e12;

    /** Digits that are enough to tell any two doubles apart. */
    private static final int DIGITS_MAX = 17;

    private Rates() {}

    /**
     * The rate that {@code text} says.
     *
     * @throws ValueException if it says none
     */
    public static Rate parse(String text) throws ValueException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ValueException(
                    TEXTS.text("rate.form", MessageBundle.clipped(text)), TEXTS.text("rate.form.cure"));
        }
        double count = Double.parseDouble(form.group(1));
        if (count > COUNT_MAX) {
            throw new ValueException(TEXTS.text("count.large", MessageBundle.clipped(text)), "");
        }
        return rate(count, "smhd".indexOf(form.group(2)));
    }

    /** The shortest text that reads back as {@code rate}; of two equally short ones, that of the shorter unit. */
    public static String format(Rate rate) {
        String best = "";
        for (int unit = 0; unit < UNITS.length; unit++) {
            String text = shortest(rate, unit);
            boolean isBetter = !text.isEmpty() && (best.isEmpty() || text.length() < best.length());
            best = isBetter ? text : best;
        }
        return best;
    }

    /** Empty if no number per that unit is exactly this rate. */
    private static String shortest(Rate rate, int unit) {
        BigDecimal exact = new BigDecimal(rate.perSecond() * UNIT_SECONDS[unit]);
        for (int digits = 1; digits <= DIGITS_MAX; digits++) {
            double count =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
            if (rate(count, unit).equals(rate)) {
                return Numbers.text(count) + "/" + UNITS[unit];
            }
        }
        return "";
    }

    private static Rate rate(double count, int unit) {
        return new Rate(count / UNIT_SECONDS[unit]);
    }
}
