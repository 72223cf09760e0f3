package mirrorstorm.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;

/** A comparison as tables for people. */
final class CompareText {

    private CompareText() {}

    static String of(Scenario scenario, VariantComparison comparison) {
        StringBuilder text = new StringBuilder();
        add(text, "compare.title", scenario.title(), scenario.id(), scenario.seed(), comparison.replications());
        for (int i = 0; i < comparison.variants().size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s  %s%n".replace("%n", "\n"),
                    letter(i),
                    comparison.variants().get(i).label()));
        }
        for (int i = 1; i < comparison.variants().size(); i++) {
            OptionalLong parted = comparison.parted().get(i);
            if (parted.isPresent()) {
                add(text, "compare.parted", letter(i), Durations.rough(Nanos.toSeconds(parted.getAsLong())));
            } else {
                add(text, "compare.same", letter(i));
            }
        }
        add(text, "compare.means");
        for (Measure measure : comparison.toldMeasures()) {
            row(
                    text,
                    MeasureText.meanTitle(measure),
                    comparison,
                    variant -> MeasureText.value(
                            measure, comparison.mean(variant, measure).value()));
        }
        add(text, "compare.medians");
        for (Measure measure : comparison.toldMeasures()) {
            if (measure.isRestricted()) {
                row(
                        text,
                        MeasureText.title(measure),
                        comparison,
                        variant -> MeasureText.median(
                                measure, comparison.median(variant, measure).value()));
            }
        }
        for (int i = 1; i < comparison.variants().size(); i++) {
            add(text, "compare.differences", letter(i), letter(0));
            for (Measure measure : comparison.toldMeasures()) {
                text.append(difference(comparison, i, measure)).append('\n');
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String title, VariantComparison comparison, IntFunction<String> value) {
        text.append(String.format(Locale.ROOT, "  %-40s", title));
        for (int i = 0; i < comparison.variants().size(); i++) {
            text.append(String.format(Locale.ROOT, " %18s", value.apply(i)));
        }
        text.append('\n');
    }

    private static String difference(VariantComparison comparison, int variant, Measure measure) {
        Interval difference = comparison.difference(variant, measure);
        String mark = comparison.differs(variant, measure) ? "*" : " ";
        return String.format(
                Locale.ROOT,
                "%s %-40s %13s   %s",
                mark,
                MeasureText.meanTitle(measure),
                DifferenceText.of(measure, difference.value()),
                DifferenceText.range(measure, difference));
    }

    private static String letter(int variant) {
        return String.valueOf((char) ('a' + variant));
    }

    private static void add(StringBuilder text, String key, Object... arguments) {
        text.append(OptionProblems.TEXTS.text(key, arguments)).append('\n');
    }
}
