package mirrorstorm.picture.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import mirrorstorm.picture.VariantStyle;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.MessageBundle;

/**
 * What variants come to, as a table of texts: a row for each measure, the same on the screen and in pictures. The unit
 * of a row stands in its title, so that numbers which are to be compared stand below each other bare, and four variants
 * fit beside each other. Differences of what is in % are in points.
 */
public final class ComparisonRows {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double MILLION = 1e6;

    /**
     * One row, with an entry for each variant.
     *
     * @param title       with the unit of its numbers
     * @param means       of the replications
     * @param differences to the first, pair by pair, with their intervals; empty for the first itself
     * @param isTold      whether the difference is told from none
     */
    public record Row(String title, List<String> means, List<String> differences, List<Boolean> isTold) {

        public Row {
            means = List.copyOf(means);
            differences = List.copyOf(differences);
            isTold = List.copyOf(isTold);
        }
    }

    private ComparisonRows() {}

    /** The heading of a variant's differences, such as {@code B - A}. */
    public static String differenceTitle(int variant) {
        return TEXTS.text("compare.difference", VariantStyle.letter(variant), VariantStyle.letter(0));
    }

    /** All rows. */
    public static List<Row> of(VariantComparison comparison) {
        List<Row> rows = new ArrayList<>();
        for (Measure measure : comparison.toldMeasures()) {
            rows.add(row(comparison, measure));
            if (measure == Measure.RECOVERY_SECONDS) {
                rows.add(medians(comparison, measure));
            }
        }
        return List.copyOf(rows);
    }

    /** How long half of the runs take, also those that the mean restricts to the horizon. */
    private static Row medians(VariantComparison comparison, Measure measure) {
        List<String> medians = new ArrayList<>();
        for (int variant = 0; variant < comparison.variants().size(); variant++) {
            medians.add(MeasureText.median(
                    measure, comparison.median(variant, measure).value()));
        }
        return new Row(
                MeasureText.medianTitle(measure),
                medians,
                Collections.nCopies(medians.size(), ""),
                Collections.nCopies(medians.size(), false));
    }

    private static Row row(VariantComparison comparison, Measure measure) {
        boolean isInMillions = measure.kind() == Measure.Kind.COUNT
                && IntStream.range(0, comparison.variants().size())
                        .anyMatch(variant -> comparison.mean(variant, measure).value() >= MILLION);
        DoubleFunction<String> number =
                switch (measure.kind()) {
                    case SHARE, TRUTH -> DifferenceText::points;
                    case COUNT -> isInMillions ? ComparisonRows::millions : NumberText::about;
                    case SECONDS -> value -> MeasureText.value(measure, value);
                };
        List<String> means = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        List<Boolean> isTold = new ArrayList<>();
        for (int variant = 0; variant < comparison.variants().size(); variant++) {
            double mean = comparison.mean(variant, measure).value();
            means.add(Double.isNaN(mean) ? MeasureText.value(measure, mean) : number.apply(mean));
            boolean isFirst = variant == 0;
            differences.add(isFirst ? "" : text(comparison.difference(variant, measure), number));
            isTold.add(!isFirst && comparison.differs(variant, measure));
        }
        return new Row(title(measure, isInMillions), means, differences, isTold);
    }

    private static String title(Measure measure, boolean isInMillions) {
        String title = MeasureText.meanTitle(measure);
        return switch (measure.kind()) {
            case SHARE, TRUTH -> TEXTS.text("compare.row", title, TEXTS.text("compare.unit.share"));
            case COUNT -> isInMillions ? TEXTS.text("compare.row", title, TEXTS.text("compare.unit.million")) : title;
            case SECONDS -> title;
        };
    }

    /** A count in millions; what is less than one keeps its first digit. */
    private static String millions(double count) {
        double millions = count / MILLION;
        return millions == 0 || millions >= 1
                ? NumberText.about(millions)
                : BigDecimal.valueOf(millions).round(new MathContext(1)).toPlainString();
    }

    private static String text(Interval difference, DoubleFunction<String> number) {
        if (Double.isNaN(difference.value())) {
            return "";
        }
        return difference.value() == 0 && !(difference.halfWidth() > 0)
                ? TEXTS.text("compare.equal")
                : DifferenceText.around(difference, number);
    }
}
