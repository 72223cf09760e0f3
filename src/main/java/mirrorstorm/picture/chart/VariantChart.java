package mirrorstorm.picture.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.scenario.MessageBundle;

/** What several variants are laid over each other by: one number of a run against time. */
public enum VariantChart {
    /** Share of volumes that cannot be used. */
    STUCK(Quantity.SHARE, AxisScale.LINEAR, Metric.STUCK),
    /** Requests for space a second. */
    PROBES(Quantity.RATE, AxisScale.LOG, Metric.PROBES_PER_SECOND),
    /** Share of the space that is on offer. */
    ROOM(Quantity.SHARE, AxisScale.LINEAR, Metric.FREE_SHARE),
    /** Crashes so far. */
    CRASHES(Quantity.COUNT, AxisScale.LINEAR, Metric.NODES_CRASHED),
    /** Share of calls of the other zones that fail. */
    API_ERRORS(Quantity.SHARE, AxisScale.LINEAR, Metric.API_ERROR_SHARE),
    /** Busy threads of the control plane. */
    CONTROL_PLANE(Quantity.SHARE, AxisScale.LINEAR, Metric.CONTROL_PLANE_BUSY),
    /** Crashes that one more would cause. */
    LOOP_GAIN(Quantity.RATIO, AxisScale.LINEAR, Metric.LOOP_GAIN);

    /** In the order in which they are shown, as far as there is room. */
    public static final List<VariantChart> ALL = List.of(values());

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Quantity quantity;
    private final AxisScale scale;
    private final Metric metric;

    VariantChart(Quantity quantity, AxisScale scale, Metric metric) {
        this.quantity = quantity;
        this.scale = scale;
        this.metric = metric;
    }

    Quantity quantity() {
        return quantity;
    }

    AxisScale scale() {
        return scale;
    }

    /** Its number in a sample. */
    IntToDoubleFunction value(Series series) {
        return i -> series.get(metric, i);
    }

    /** What it is called. */
    public String title() {
        return TEXTS.text("variants." + this);
    }
}
