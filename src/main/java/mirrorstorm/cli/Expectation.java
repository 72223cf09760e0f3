package mirrorstorm.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import mirrorstorm.export.SummaryField;
import mirrorstorm.run.Comparison;
import mirrorstorm.run.Evidence;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.NearestName;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;

/**
 * Something that is expected of a run, such as {@code stuckPeak < 0.2} or {@code recovered == true}. A field with
 * nothing to say meets no expectation.
 */
record Expectation(SummaryField field, Comparison comparison) {

    /** Ends the names of fields that are times. */
    private static final String SECONDS = "Seconds";

    /** The expectation that {@code text} says; empty if it says none, which was complained about. */
    static Optional<Expectation> parse(String text, Scenario scenario, OptionProblems problems) {
        MessageBundle texts = OptionProblems.TEXTS;
        Optional<Comparison> comparison = Comparison.parse(text);
        if (comparison.isEmpty()) {
            problems.add(
                    "--expect", texts.text("expect.form", MessageBundle.clipped(text)), texts.text("expect.form.cure"));
            return Optional.empty();
        }
        String name = comparison.get().name();
        Optional<SummaryField> field = SummaryField.find(name);
        if (field.isEmpty()) {
            List<String> names =
                    SummaryField.ALL.stream().map(SummaryField::name).toList();
            String cure = NearestName.to(name, names)
                    .map(nearest -> texts.text("nearest", nearest))
                    .orElse(texts.text("oneOf", String.join(", ", names)));
            problems.add("--expect", texts.text("expect.field", name), cure);
            return Optional.empty();
        }
        Optional<ValueException> unshown = Evidence.of(scenario).problemWith(name);
        if (unshown.isPresent()) {
            problems.add("--expect", unshown.get());
            return Optional.empty();
        }
        Expectation expectation = new Expectation(field.get(), comparison.get());
        return expectation.isOfItsKind(problems) ? Optional.of(expectation) : Optional.empty();
    }

    private boolean isOfItsKind(OptionProblems problems) {
        String value = comparison.value();
        if (field.kind() != SummaryField.Kind.NUMBER && comparison.operator().isOrder()) {
            problems.add("--expect", OptionProblems.TEXTS.text("expect.order", field.name()), "");
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
            String what = OptionProblems.TEXTS.text("expect.value." + kind, field.name(), MessageBundle.clipped(value));
            problems.add("--expect", what, "");
        }
        return isRight;
    }

    /** What a number is compared with; times may have units. */
    private OptionalDouble number() {
        return field.name().endsWith(SECONDS) ? comparison.seconds() : comparison.number();
    }

    /** Whether the run is as expected. */
    boolean holds(RunResult result) {
        Optional<Object> actual = field.of(result);
        if (actual.isEmpty()) {
            return false;
        } else if (actual.get() instanceof Number number) {
            double expected = number().orElseThrow();
            return comparison.operator().holds(Double.compare(number.doubleValue(), expected));
        }
        boolean isSame = actual.get().toString().equals(comparison.value());
        return comparison.operator().holds(isSame ? 0 : 1);
    }

    /** Such as {@code stuckPeak is 0.277, expected < 0.2}. */
    String disappointment(RunResult result) {
        String actual = field.of(result)
                .map(found -> found instanceof Double number ? Numbers.text(number) : found.toString())
                .orElse("null");
        return OptionProblems.TEXTS.text(
                "expect.false", field.name(), actual, comparison.operator().symbol(), comparison.value());
    }
}
