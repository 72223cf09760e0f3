package mirrorstorm.run.batch;

import java.util.ArrayList;
import java.util.List;

/** What one replication came to: a number for each {@link Measure}, in their order. Immutable. */
public record Outcome(List<Double> values) {

    public Outcome {
        values = List.copyOf(values);
        if (values.size() != Measure.values().length) {
            throw new IllegalArgumentException("values for " + values.size() + " measures");
        }
    }

    /** The number for a measure; never NaN. */
    public double get(Measure measure) {
        return values.get(measure.ordinal());
    }

    /** The numbers of several outcomes for one measure. */
    public static double[] values(List<Outcome> outcomes, Measure measure) {
        return outcomes.stream().mapToDouble(outcome -> outcome.get(measure)).toArray();
    }

    /** Collects the numbers of an outcome, measure by measure. */
    static final class Collector {

        private final List<Double> values = new ArrayList<>();

        Collector add(Measure measure, double value) {
            assert measure.ordinal() == values.size() : measure;
            values.add(value);
            return this;
        }

        Outcome outcome() {
            return new Outcome(values);
        }
    }
}
