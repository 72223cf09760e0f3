package mirrorstorm.run.sweep;

import java.util.Arrays;
import java.util.List;
import mirrorstorm.run.batch.Estimator;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;

/**
 * One combination of values and what its replications came to.
 *
 * @param index    of the cell in its sweep; the last axis runs fastest
 * @param outcomes by replication
 */
public record Cell(int index, List<Outcome> outcomes) {

    public Cell {
        outcomes = List.copyOf(outcomes);
    }

    /** The median of a measure over the replications; a time beyond the horizon counts as the horizon's. */
    public double median(Measure measure) {
        double[] values = Outcome.values(outcomes, measure);
        Arrays.sort(values);
        return Outcome.areShown(outcomes, measure) ? Interval.quantile(values, 0.5) : Double.NaN;
    }

    /** The mean of a measure over the replications. */
    public Interval mean(Measure measure) {
        return Estimator.mean(outcomes, measure);
    }

    /** The median with its interval; infinite where that lies beyond the horizon. */
    public Interval medianUnrestricted(Measure measure) {
        return Estimator.median(outcomes, measure);
    }
}
