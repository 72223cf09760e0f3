package mirrorstorm.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.export.SummaryField;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.Nearest;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Texts;

/**
 * Something that is expected of a run, such as {@code stuckPeak < 0.2} or {@code recovered == true}. A field with
 * nothing to say meets no expectation.
 */
record Expectation(SummaryField field, Comparison comparison, String value) {

    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z0-9]+)\\s*(<=|>=|==|!=|<|>)\\s*(\\S+)\\s*");

    /** How a value is compared. */
    enum Comparison {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        UNEQUAL("!=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        private static Comparison of(String symbol) {
            return Arrays.stream(values())
                    .filter(each -> each.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow();
        }

        private boolean holds(int sign) {
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

    /** The expectation that {@code text} says; empty if it says none, which was complained about. */
    static Optional<Expectation> parse(String text, Complaints complaints) {
        Texts texts = Complaints.TEXTS;
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            complaints.add("--expect", texts.text("expect.form", Texts.clipped(text)), texts.text("expect.form.cure"));
            return Optional.empty();
        }
        Optional<SummaryField> field = SummaryField.find(form.group(1));
        if (field.isEmpty()) {
            List<String> names =
                    SummaryField.ALL.stream().map(SummaryField::name).toList();
            String cure = Nearest.to(form.group(1), names)
                    .map(nearest -> texts.text("nearest", nearest))
                    .orElse(texts.text("oneOf", String.join(", ", names)));
            complaints.add("--expect", texts.text("expect.field", form.group(1)), cure);
            return Optional.empty();
        }
        Expectation expectation = new Expectation(field.get(), Comparison.of(form.group(2)), form.group(3));
        return expectation.isOfItsKind(complaints) ? Optional.of(expectation) : Optional.empty();
    }

    private boolean isOfItsKind(Complaints complaints) {
        boolean isOrder = comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL;
        if (field.kind() != SummaryField.Kind.NUMBER && isOrder) {
            complaints.add("--expect", Complaints.TEXTS.text("expect.order", field.name()), "");
            return false;
        }
        boolean isRight =
                switch (field.kind()) {
                    case NUMBER -> number().isPresent();
                    case TRUTH -> value.equals("true") || value.equals("false");
                    case TEXT -> true;
                };
        if (!isRight) {
            String kind = field.kind().name().toLowerCase(Locale.ROOT);
            String what = Complaints.TEXTS.text("expect.value." + kind, field.name(), Texts.clipped(value));
            complaints.add("--expect", what, "");
        }
        return isRight;
    }

    private Optional<Double> number() {
        try {
            return Optional.of(Double.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the run is as expected. */
    boolean holds(RunResult result) {
        Optional<Object> actual = field.of(result);
        if (actual.isEmpty()) {
            return false;
        } else if (actual.get() instanceof Number number) {
            return comparison.holds(Double.compare(number.doubleValue(), number().orElseThrow()));
        }
        return comparison.holds(actual.get().toString().equals(value) ? 0 : 1);
    }

    /** Such as {@code stuckPeak is 0.277, expected < 0.2}. */
    String disappointment(RunResult result) {
        String actual = field.of(result)
                .map(found -> found instanceof Double number ? Numbers.text(number) : found.toString())
                .orElse("null");
        return Complaints.TEXTS.text("expect.false", field.name(), actual, comparison.symbol, value);
    }
}
