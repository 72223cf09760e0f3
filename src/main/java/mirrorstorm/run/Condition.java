package mirrorstorm.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.NearestName;
import mirrorstorm.scenario.Rates;
import mirrorstorm.scenario.ValueException;

/**
 * Something that a run's series can show, such as {@code stuck > 5 %} or {@code probesPerSecond > 10000/s}. Seen at
 * the samples of the series; where a metric has nothing to say, no condition on it holds.
 *
 * @param threshold in the metric's own unit: shares in [0, 1], counts, per second, seconds
 */
public record Condition(Metric metric, Comparison.Operator operator, double threshold) {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.run.run");
    private static final double PERCENT = 100;

    /**
     * The condition that somebody wrote. Shares may be given in percent, rates and times with their units.
     *
     * @throws ValueException if it is none; says what is wrong and what would be right
     */
    public static Condition parse(String text) throws ValueException {
        Comparison comparison = Comparison.parse(text)
                .orElseThrow(() -> problem("condition.form", "condition.form.cure", MessageBundle.clipped(text)));
        Metric metric = metricOf(comparison.name());
        return new Condition(metric, comparison.operator(), threshold(metric, comparison));
    }

    private static Metric metricOf(String name) throws ValueException {
        for (Metric metric : Metric.values()) {
            if (metric.key().equalsIgnoreCase(name)) {
                return metric;
            }
        }
        List<String> names = Arrays.stream(Metric.values()).map(Metric::key).toList();
        String cure = NearestName.to(name, names)
                .map(nearest -> TEXTS.text("condition.nearest", nearest))
                .orElse(TEXTS.text("condition.oneOf", String.join(", ", names)));
        throw new ValueException(TEXTS.text("condition.metric", name), cure);
    }

    private static double threshold(Metric metric, Comparison comparison) throws ValueException {
        OptionalDouble number = comparison.number();
        boolean isPercent = comparison.value().endsWith("%");
        boolean isPlain = number.isPresent() && Double.isFinite(number.getAsDouble());
        if (isPlain && (!isPercent || metric.unit() == Metric.Unit.SHARE)) {
            return number.getAsDouble();
        } else if (metric.unit() == Metric.Unit.SECONDS) {
            return Nanos.toSeconds(Durations.parse(comparison.value()));
        } else if (metric.unit() == Metric.Unit.PER_SECOND) {
            return Rates.parse(comparison.value()).perSecond();
        }
        throw problem("condition.value", "condition.value." + metric.unit(), metric.key(), comparison.value());
    }

    private static ValueException problem(String what, String cure, Object... arguments) {
        return new ValueException(TEXTS.text(what, arguments), TEXTS.text(cure));
    }

    /** Whether it holds of a value of the metric; never of NaN. */
    public boolean holds(double value) {
        return !Double.isNaN(value) && operator.holds(Double.compare(value, threshold));
    }

    /** Whether it begins to hold with sample {@code i}: it holds there, and did not at the sample before. */
    boolean beginsAt(Series series, int i) {
        return holds(series.get(metric, i)) && (i == 0 || !holds(series.get(metric, i - 1)));
    }

    /** Such as {@code stuck > 5 %}; what {@link #parse} reads. */
    public String text() {
        return metric.key() + " " + operator.symbol() + " "
                + switch (metric.unit()) {
                    case SHARE -> trimmed(threshold * PERCENT) + " %";
                    case COUNT -> trimmed(threshold);
                    case PER_SECOND -> trimmed(threshold) + "/s";
                    case SECONDS -> trimmed(threshold) + "s";
                };
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
