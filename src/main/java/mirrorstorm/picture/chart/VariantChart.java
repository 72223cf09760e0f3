package mirrorstorm.picture.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;

/** What several variants are laid over each other by: one number of a run against time. */
public enum VariantChart {
    /** Share of volumes that cannot be used. */
    STUCK(Chart.VOLUMES, Metric.STUCK),
    /** Requests for space a second. */
    PROBES(Chart.PROBES, Metric.PROBES_PER_SECOND),
    /** Share of the space that is on offer. */
    ROOM(Chart.ROOM, Metric.FREE_SHARE),
    /** Crashes so far. */
    CRASHES(Chart.NODES, Metric.NODES_CRASHED),
    /** Share of calls of the other zones that fail. */
    API_ERRORS(Chart.API_ERRORS, Metric.API_ERROR_SHARE),
    /** Busy threads of the control plane. */
    CONTROL_PLANE(Chart.CONTROL_PLANE, Metric.CONTROL_PLANE_BUSY),
    /** Crashes that one more would cause. */
    LOOP_GAIN(Chart.LOOP_GAIN, Metric.LOOP_GAIN);

    /** In the order in which they are shown, as far as there is room. */
    public static final List<VariantChart> ALL = List.of(values());

    private final Chart chart;
    private final Metric metric;

    VariantChart(Chart chart, Metric metric) {
        this.chart = chart;
        this.metric = metric;
    }

    /** The chart of a single run whose axis it has. */
    Chart chart() {
        return chart;
    }

    /** Its number in a sample. */
    IntToDoubleFunction value(Series series) {
        return i -> series.get(metric, i);
    }

    /** What it is called. */
    public String title() {
        return ChartMarks.text("variants." + this);
    }
}
