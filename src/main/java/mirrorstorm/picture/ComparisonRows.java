package mirrorstorm.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Texts;

/** What variants come to, as a table of texts: a row for each measure, the same on the screen and in pictures. */
public final class ComparisonRows {

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    /**
     * One row, with an entry for each variant.
     *
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
        return TEXTS.text("compare.difference", VariantLook.letter(variant), VariantLook.letter(0));
    }

    /** All rows. */
    public static List<Row> of(VariantComparison comparison) {
        return Arrays.stream(Measure.values())
                .map(measure -> row(comparison, measure))
                .toList();
    }

    private static Row row(VariantComparison comparison, Measure measure) {
        List<String> means = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        List<Boolean> isTold = new ArrayList<>();
        for (int variant = 0; variant < comparison.variants().size(); variant++) {
            means.add(
                    MeasureText.value(measure, comparison.mean(variant, measure).value()));
            boolean isFirst = variant == 0;
            differences.add(isFirst ? "" : text(measure, comparison.difference(variant, measure)));
            isTold.add(!isFirst && comparison.differs(variant, measure));
        }
        return new Row(MeasureText.title(measure), means, differences, isTold);
    }

    private static String text(Measure measure, Interval difference) {
        if (difference.value() == 0 && !(difference.halfWidth() > 0)) {
            return TEXTS.text("compare.equal");
        }
        return DifferenceText.around(measure, difference);
    }
}
