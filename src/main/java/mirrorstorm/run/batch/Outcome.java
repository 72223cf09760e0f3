package mirrorstorm.run.batch;

import java.util.List;

/**
 * What one replication came to: a number for each {@link Measure}, in their order; NaN where the run cannot show it.
 * Immutable.
 */
public record Outcome(List<Double> values) {

    public Outcome {
        values = List.copyOf(values);
        if (values.size() != Measure.values().length) {
            throw new IllegalArgumentException("values for " + values.size() + " measures");
        }
    }

    /** The number for a measure; NaN if the run cannot show it. */
    public double get(Measure measure) {
        return values.get(measure.ordinal());
    }

    /** The same, but infinite for a time that lies beyond the horizon. */
    public double getUnrestricted(Measure measure) {
        boolean isBeyond = measure.isRestricted() && get(measure.recovered()) == 0;
        return isBeyond ? Double.POSITIVE_INFINITY : get(measure);
    }

    /** The numbers of several outcomes for one measure. */
    public static double[] values(List<Outcome> outcomes, Measure measure) {
        return outcomes.stream().mapToDouble(outcome -> outcome.get(measure)).toArray();
    }

    /** Their numbers, ascending; infinite for times that lie beyond the horizon. */
    public static double[] sortedUnrestricted(List<Outcome> outcomes, Measure measure) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.getUnrestricted(measure))
                .sorted()
                .toArray();
    }

    /** Whether all of them can show a measure, and there are some. */
    public static boolean areShown(List<Outcome> outcomes, Measure measure) {
        return !outcomes.isEmpty() && outcomes.stream().noneMatch(outcome -> Double.isNaN(outcome.get(measure)));
    }
}
