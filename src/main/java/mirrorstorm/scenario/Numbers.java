package mirrorstorm.scenario;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as text: the shortest decimal that reads back as the same number, the same on every machine and JDK. */
public final class Numbers {

    /** Numbers with more zeros than this are written with an exponent. */
    private static final int ZEROS_MAX = 6;

    /** How numbers are written in files and on the command line: no NaN, no infinity, no hexadecimal, no suffix. */
    private static final Pattern FORM = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final double PERCENT = 100;

    private Numbers() {}

    /** Whether somebody wrote a number, however large. */
    static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    /** The number that somebody wrote, such as {@code 4.4e-10}; empty if it is none, or beyond what can be held. */
    public static OptionalDouble parse(String text) {
        if (!isNumber(text)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value == 0 ? 0 : value);
    }

    /** The share that somebody wrote as {@code 0.87}, {@code 87%} or {@code 87 %}; empty if it is none. */
    public static OptionalDouble parseShare(String text) {
        if (!text.endsWith("%")) {
            return parse(text);
        }
        OptionalDouble percent = parse(text.substring(0, text.length() - 1).stripTrailing());
        return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / PERCENT) : percent;
    }

    /**
     * Such as {@code 14}, {@code 0.8045} or {@code 4.4e-10}.
     *
     * @param number finite
     */
    public static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("only finite numbers have a text, was " + number);
        }
        BigDecimal exact = new BigDecimal(NumberOutput.toString(number, true)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        boolean isPlain = exponent >= -ZEROS_MAX && exact.scale() >= -ZEROS_MAX;
        if (exact.signum() == 0) {
            return "0";
        } else if (isPlain) {
            return exact.toPlainString();
        }
        String digits = exact.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return digits + "e" + exponent;
    }
}
