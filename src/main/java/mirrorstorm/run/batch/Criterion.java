package mirrorstorm.run.batch;

import java.util.Optional;
import java.util.OptionalDouble;
import mirrorstorm.run.Comparison;
import mirrorstorm.run.Evidence;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.NearestName;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;

/** What an outcome has to be, such as {@code stuckPeak < 0.2} or {@code recovered == true}. */
public record Criterion(Measure measure, Comparison.Operator operator, double threshold) {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.run.batch.batch");

    /**
     * The criterion that somebody wrote. Shares may be given in percent.
     *
     * @throws ValueException if it is none; says what is wrong and what would be right
     */
    public static Criterion parse(String text) throws ValueException {
        Optional<Comparison> comparison = Comparison.parse(text);
        if (comparison.isEmpty()) {
            throw new ValueException(
                    TEXTS.text("criterion.form", MessageBundle.clipped(text)), TEXTS.text("criterion.form.cure"));
        }
        Measure measure = measureOf(comparison.get().name());
        OptionalDouble threshold = threshold(measure, comparison.get());
        if (threshold.isEmpty()) {
            String key = "criterion.value." + measure.kind();
            throw new ValueException(
                    TEXTS.text(key, measure.key(), comparison.get().value()), "");
        }
        return new Criterion(measure, comparison.get().operator(), threshold.getAsDouble());
    }

    /**
     * The measure of that name.
     *
     * @throws ValueException if there is none; says which there are
     */
    public static Measure measureOf(String name) throws ValueException {
        Optional<Measure> measure = Measure.ofKey(name);
        if (measure.isEmpty()) {
            String cure = NearestName.to(name, Measure.keys())
                    .map(nearest -> TEXTS.text("nearest", nearest))
                    .orElse(TEXTS.text("oneOf", String.join(", ", Measure.keys())));
            throw new ValueException(TEXTS.text("measure.unknown", MessageBundle.clipped(name)), cure);
        }
        return measure.get();
    }

    /**
     * The measure of that name, which runs of a scenario are able to show.
     *
     * @throws ValueException if there is none, or they are not; says what would help
     */
    public static Measure measureOf(String name, Scenario scenario) throws ValueException {
        Measure measure = measureOf(name);
        requireShown(measure, scenario);
        return measure;
    }

    private static OptionalDouble threshold(Measure measure, Comparison comparison) {
        if (measure.kind() != Measure.Kind.TRUTH) {
            boolean isPercent = comparison.value().endsWith("%");
            return switch (measure.kind()) {
                case SECONDS -> comparison.seconds();
                case SHARE -> comparison.number();
                default -> isPercent ? OptionalDouble.empty() : comparison.number();
            };
        } else if (comparison.operator().isOrder()) {
            return OptionalDouble.empty();
        }
        return switch (comparison.value()) {
            case "true" -> OptionalDouble.of(1);
            case "false" -> OptionalDouble.of(0);
            default -> OptionalDouble.empty();
        };
    }

    /**
     * The criterion that somebody wrote for runs of a scenario.
     *
     * @throws ValueException if it is none, or these runs cannot show whether it holds
     */
    public static Criterion parse(String text, Scenario scenario) throws ValueException {
        Criterion criterion = parse(text);
        requireShown(criterion.measure(), scenario);
        return criterion;
    }

    /**
     * Looks whether runs of a scenario can show a measure.
     *
     * @throws ValueException if they cannot; says what would help
     */
    public static void requireShown(Measure measure, Scenario scenario) throws ValueException {
        Optional<ValueException> problem = Evidence.of(scenario).problemWith(measure.key());
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /**
     * Whether the outcome is as it has to be. A time beyond the horizon is longer than any, and what the run does not
     * show is not as it has to be.
     */
    public boolean holds(Outcome outcome) {
        double value = outcome.getUnrestricted(measure);
        return !Double.isNaN(value) && operator.holds(Double.compare(value, threshold));
    }

    /** Such as {@code stuckPeak < 0.2}; what {@link #parse} reads. */
    public String text() {
        String value =
                measure.kind() == Measure.Kind.TRUTH ? Boolean.toString(threshold == 1) : Numbers.text(threshold);
        return measure.key() + " " + operator.symbol() + " " + value;
    }
}
