package mirrorstorm.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.engine.Nanos;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.ValueException;

/**
 * Something compared with a value, as people write it: {@code stuckPeak < 0.2}, {@code stuck > 5 %}. What the name
 * stands for is for the caller to know.
 *
 * @param value as it was written, without blanks
 */
public record Comparison(String name, Operator operator, String value) {

    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z0-9]+)\\s*(<=|>=|==|!=|<|>)\\s*(\\S+(?:\\s+\\S{1,6})?)\\s*");

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

    /** The value as a number, {@code 5%} being 0.05; empty if it is none. Numbers are written as in scenario files. */
    public OptionalDouble number() {
        return Numbers.parseShare(value);
    }

    /** The value as seconds: a plain number, or a duration with its units such as {@code 48h}; empty if neither. */
    public OptionalDouble seconds() {
        try {
            OptionalDouble number = Numbers.parse(value);
            return number.isPresent() ? number : OptionalDouble.of(Nanos.toSeconds(Durations.parse(value)));
        } catch (ValueException e) {
            return OptionalDouble.empty();
        }
    }
}
