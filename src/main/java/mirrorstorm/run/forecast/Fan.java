package mirrorstorm.run.forecast;

import java.util.Arrays;
import java.util.List;
import mirrorstorm.model.Metric;
import mirrorstorm.run.batch.Interval;

/**
 * How the futures spread: for each metric and moment the values below which 5, 25, 50, 75 and 95 % of them lie. NaN
 * where no future has anything to say. Immutable.
 */
public final class Fan {

    /** The shares of futures that lie below each band's edge. */
    public static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private final long startNanos;
    private final long stepNanos;
    private final float[][][] edges;

    private Fan(long startNanos, long stepNanos, float[][][] edges) {
        this.startNanos = startNanos;
        this.stepNanos = stepNanos;
        this.edges = edges;
    }

    static Fan of(long startNanos, long stepNanos, List<Future> futures) {
        int steps = futures.get(0).samples()[0].length;
        float[][][] edges = new float[Metric.values().length][SHARES.size()][steps];
        for (int metric = 0; metric < edges.length; metric++) {
            for (int step = 0; step < steps; step++) {
                double[] sorted = sorted(futures, metric, step);
                for (int edge = 0; edge < SHARES.size(); edge++) {
                    edges[metric][edge][step] = (float) Interval.quantile(sorted, SHARES.get(edge));
                }
            }
        }
        return new Fan(startNanos, stepNanos, edges);
    }

    /** What those futures say that have something to say. */
    private static double[] sorted(List<Future> futures, int metric, int step) {
        double[] values = new double[futures.size()];
        int said = 0;
        for (Future future : futures) {
            float value = future.samples()[metric][step];
            if (!Float.isNaN(value)) {
                values[said++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(values, said);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many moments there are; the first is the present. */
    public int size() {
        return edges[0][0].length;
    }

    /** The moment {@code i}, nanoseconds since the start of the run. */
    public long timeNanos(int i) {
        return startNanos + i * stepNanos;
    }

    /**
     * The value below which a share of the futures lies.
     *
     * @param edge an index into {@link #SHARES}
     */
    public double get(Metric metric, int edge, int i) {
        return edges[metric.ordinal()][edge][i];
    }
}
