package mirrorstorm.picture.text;

import mirrorstorm.run.batch.Measure;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;

/** Measures and their values as people read them. */
public final class MeasureText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private MeasureText() {}

    /** A few words for a measure. */
    public static String title(Measure measure) {
        return TEXTS.text("measure." + measure.key());
    }

    /** A few words for the mean of a measure: what may lie beyond the horizon is restricted to it, and says so. */
    public static String meanTitle(Measure measure) {
        return measure.isRestricted() ? TEXTS.text("measure.restricted", title(measure)) : title(measure);
    }

    /** A few words for the median of a measure. */
    public static String medianTitle(Measure measure) {
        return TEXTS.text("measure.median", title(measure));
    }

    /** A median with its unit; infinite is beyond the horizon. */
    public static String median(Measure measure, double value) {
        return Double.isInfinite(value) ? TEXTS.text("measure.beyond") : value(measure, value);
    }

    /** A value with its unit; what can only be true or false is a share of runs. */
    public static String value(Measure measure, double value) {
        if (Double.isNaN(value)) {
            return TEXTS.text("measure.none");
        }
        return switch (measure.kind()) {
            case SHARE, TRUTH -> NumberText.percent(value);
            case COUNT -> NumberText.about(value);
            case SECONDS -> value == 0 ? "0" : Durations.rough(value);
        };
    }
}
