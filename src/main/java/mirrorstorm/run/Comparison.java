package mirrorstorm.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something compared with a value, as people write it: {@code stuckPeak < 0.2}, {@code stuck > 5 %}. What the name
 * stands for is for the caller to know.
 *
 * @param value as it was written, without blanks
 */
public record Comparison(String name, Operator operator, String value) {

    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z0-9]+)\\s*(<=|>=|==|!=|<|>)\\s*(\\S+(?:\\s+\\S{1,6})?)\\s*");
    private static final double PERCENT = 100;

    /** How two values are compared. */
    public enum Operator {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        UNEQUAL("!=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As it is written. */
        public String symbol() {
            return symbol;
        }

        /** Whether it asks for more than sameness, and so makes sense of numbers only. */
        public boolean isOrder() {
            return this != EQUAL && this != UNEQUAL;
        }

        /** Whether it holds, given the sign of the left value's distance from the right one. */
        public boolean holds(int sign) {
            return switch (this) {
                case BELOW -> sign < 0;
                case AT_MOST -> sign <= 0;
                case ABOVE -> sign > 0;
                case AT_LEAST -> sign >= 0;
                case EQUAL -> sign == 0;
                case UNEQUAL -> sign != 0;
            };
        }
    }

    /** The comparison that {@code text} says; empty if it says none. */
    public static Optional<Comparison> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Operator operator = Arrays.stream(Operator.values())
                .filter(each -> each.symbol.equals(form.group(2)))
                .findFirst()
                .orElseThrow();
        String value = form.group(3).replaceAll("\\s+", "");
        return Optional.of(new Comparison(form.group(1), operator, value));
    }

    /** The value as a number, {@code 5%} being 0.05; empty if it is none. */
    public OptionalDouble number() {
        boolean isPercent = value.endsWith("%");
        String digits = isPercent ? value.substring(0, value.length() - 1) : value;
        try {
            double number = Double.parseDouble(digits);
            return OptionalDouble.of(isPercent ? number / PERCENT : number);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
