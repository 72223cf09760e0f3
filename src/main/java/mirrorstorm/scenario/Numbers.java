package mirrorstorm.scenario;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers as text: the shortest decimal that reads back as the same number, the same on every machine and JDK. */
public final class Numbers {

    /** Numbers with more zeros than this are written with an exponent. */
    private static final int ZEROS_MAX = 6;

    private Numbers() {}

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
