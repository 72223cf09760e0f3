package mirrorstorm.picture.text;

import java.util.Locale;
import java.util.function.DoubleFunction;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.scenario.MessageBundle;

/**
 * Differences as people read them, each with its sign. The difference of two shares is in <i>points</i>, for
 * percentage points: from 40 % to 50 % are 10 points, or 25 % more; "+10 %" could mean either.
 */
public final class DifferenceText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double PERCENT = 100;

    /** What is shown as 0 with two decimals of a point. */
    private static final double NOTHING = 0.5e-4;

    private DifferenceText() {}

    /** A difference of two values of a measure, such as {@code +5.3 points} or {@code -2h}. */
    public static String of(Measure measure, double value) {
        return Double.isNaN(value) ? MeasureText.value(measure, value) : withUnit(measure, signed(measure, value));
    }

    /** From where to where a difference may be, such as {@code +4.9 to +5.7 points}. */
    public static String range(Measure measure, Interval difference) {
        return Double.isNaN(difference.low())
                ? MeasureText.value(measure, difference.low())
                : withUnit(
                        measure,
                        TEXTS.text("range", signed(measure, difference.low()), signed(measure, difference.high())));
    }

    /**
     * A difference with half of its interval, such as {@code +5.3 ± 0.4}, where the unit stands elsewhere; alone where
     * there is no interval.
     *
     * @param number writes numbers without a sign
     */
    public static String around(Interval difference, DoubleFunction<String> number) {
        String value = signed(difference.value(), number);
        return Double.isNaN(difference.low())
                ? value
                : TEXTS.text("difference.around", value, number.apply(difference.halfWidth()));
    }

    /** The difference of two shares in whole points, such as {@code +12 points}. */
    public static String whole(double share) {
        long points = Math.round(PERCENT * share);
        return TEXTS.text(Math.abs(points) == 1 ? "difference.points.one" : "difference.points", whole(points));
    }

    /** From where to where the difference of two shares may be, in whole points, such as {@code +3 to +21 points}. */
    public static String wholeRange(Interval share) {
        String low = whole(Math.round(PERCENT * share.low()));
        String high = whole(Math.round(PERCENT * share.high()));
        return TEXTS.text("difference.points", TEXTS.text("range", low, high));
    }

    private static String whole(long points) {
        return points == 0 ? "0" : String.format(Locale.ROOT, "%+d", points);
    }

    private static String withUnit(Measure measure, String text) {
        return isShare(measure) ? TEXTS.text("difference.points", text) : text;
    }

    private static String signed(Measure measure, double value) {
        return signed(value, isShare(measure) ? DifferenceText::points : number -> MeasureText.value(measure, number));
    }

    private static String signed(double value, DoubleFunction<String> number) {
        String text = number.apply(Math.abs(value));
        return text.equals("0") ? text : (value < 0 ? "-" : "+") + text;
    }

    /** A share or the size of a difference of shares, in percent or points. */
    public static String points(double share) {
        return share < NOTHING ? "0" : NumberText.points(share);
    }

    private static boolean isShare(Measure measure) {
        return switch (measure.kind()) {
            case SHARE, TRUTH -> true;
            case COUNT, SECONDS -> false;
        };
    }
}
