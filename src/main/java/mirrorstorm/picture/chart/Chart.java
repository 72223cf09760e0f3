package mirrorstorm.picture.chart;

import java.util.Arrays;
import java.util.Optional;
import mirrorstorm.model.Metric;

/** One of the charts on the common time axis. */
public enum Chart {
    /** Volumes by state, stacked, as shares of all or as counts. */
    VOLUMES(3, Axis.SHARE),
    /** Nodes asked for space, a second; logarithmic. */
    PROBES(2, Axis.LOG),
    /** Space on offer, as a share of the whole capacity. */
    ROOM(2, Axis.SHARE),
    /** Nodes that are up, quarantined, crashed; logarithmic. */
    NODES(2, Axis.LOG),
    /** API calls of the other zones that failed. */
    API_ERRORS(2, Axis.SHARE),
    /** Latency of API calls of the other zones; logarithmic. */
    API_LATENCY(2, Axis.LOG_SECONDS),
    /** Threads of the control plane that are held. */
    CONTROL_PLANE(2, Axis.SHARE),
    /** Databases with a stuck volume. */
    DATABASES(2, Axis.SHARE),
    /** Crashes that one more crash would cause: above 1 is a storm. */
    LOOP_GAIN(2, Axis.LINEAR);

    /** How values become heights. */
    enum Axis {
        SHARE,
        LOG,
        LOG_SECONDS,
        LINEAR
    }

    private final int weight;
    private final Axis axis;

    Chart(int weight, Axis axis) {
        this.weight = weight;
        this.axis = axis;
    }

    /** Its usual height, as a multiple of a unit that all charts share. */
    public int weight() {
        return weight;
    }

    /** The chart of that name, if there is one. */
    public static Optional<Chart> of(String name) {
        return Arrays.stream(values())
                .filter(chart -> chart.name().equals(name))
                .findFirst();
    }

    Axis axis() {
        return axis;
    }

    /** Whether a value of the metric can be held against its axis. */
    boolean shows(Metric metric) {
        return switch (this) {
            case VOLUMES -> metric == Metric.STUCK || metric == Metric.RESTORED || metric == Metric.LOST;
            case PROBES -> metric == Metric.PROBES_PER_SECOND;
            case ROOM -> metric == Metric.FREE_SHARE;
            case NODES ->
                metric == Metric.NODES_UP || metric == Metric.NODES_QUARANTINED || metric == Metric.NODES_CRASHED;
            case API_ERRORS -> metric == Metric.API_ERROR_SHARE;
            case API_LATENCY -> metric == Metric.API_LATENCY_P50_SECONDS || metric == Metric.API_LATENCY_P99_SECONDS;
            case CONTROL_PLANE -> metric == Metric.CONTROL_PLANE_BUSY;
            case DATABASES -> metric == Metric.INSTANCES_STUCK;
            case LOOP_GAIN -> metric == Metric.LOOP_GAIN;
        };
    }

    /** Of how many things its shares are; 0 where it shows no shares, or of what has no fixed number. */
    long total(ChartView view) {
        return switch (this) {
            case VOLUMES -> view.scenario().cluster().volumes();
            case DATABASES -> view.scenario().instances().count();
            default -> 0;
        };
    }

    /** Whether it shows counts in place of shares. */
    boolean isCounted(ChartView view) {
        return view.options().measure() == ChartOptions.Measure.COUNT && total(view) > 0;
    }
}
