package mirrorstorm.picture.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Ink;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;

/**
 * One of the charts on the common time axis: what it measures, on which axis, and its lines in the order in which they
 * are drawn and told.
 */
public enum Chart {
    /** Volumes by state, stacked, as shares of all or as counts; over them the edge below which they are stuck. */
    VOLUMES(3, Quantity.SHARE, AxisScale.LINEAR, ChartLine.plain("stuck", Ink.TEXT, Metric.STUCK)),
    /** Nodes asked for space, a second. */
    PROBES(2, Quantity.RATE, AxisScale.LOG, ChartLine.plain("probes", Ink.SEARCHING, Metric.PROBES_PER_SECOND)),
    /** Space on offer, as a share of the whole capacity. */
    ROOM(2, Quantity.SHARE, AxisScale.LINEAR, ChartLine.filled("room", Ink.ACCENT, Metric.FREE_SHARE)),
    /** Nodes that are up, quarantined, crashed. */
    NODES(
            2,
            Quantity.COUNT,
            AxisScale.LOG,
            ChartLine.plain("up", Ink.UP, Metric.NODES_UP),
            ChartLine.dashed("quarantined", Ink.QUARANTINE, Metric.NODES_QUARANTINED),
            ChartLine.plain("crashed", Ink.CRASH_FLAG, Metric.NODES_CRASHED)),
    /** API calls of the other zones that failed. */
    API_ERRORS(2, Quantity.SHARE, AxisScale.LINEAR, ChartLine.plain("errors", Ink.REFUSAL, Metric.API_ERROR_SHARE)),
    /** Latency of API calls of the other zones. */
    API_LATENCY(
            2,
            Quantity.SECONDS,
            AxisScale.LOG,
            ChartLine.plain("p50", Ink.ACCENT, Metric.API_LATENCY_P50_SECONDS),
            ChartLine.dashed("p99", Ink.REFUSAL, Metric.API_LATENCY_P99_SECONDS)),
    /** Threads of the control plane that are held. */
    CONTROL_PLANE(2, Quantity.SHARE, AxisScale.LINEAR, ChartLine.plain("busy", Ink.ACCENT, Metric.CONTROL_PLANE_BUSY)),
    /** Databases with a stuck volume. */
    DATABASES(
            2, Quantity.SHARE, AxisScale.LINEAR, ChartLine.plain("databases", Ink.UNREACHABLE, Metric.INSTANCES_STUCK)),
    /** Crashes that one more crash would cause: above 1 is a storm. */
    LOOP_GAIN(2, Quantity.RATIO, AxisScale.LINEAR, ChartLine.plain("gain", Ink.CRASH_FLAG, Metric.LOOP_GAIN));

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    /** Room is short long before it is gone. */
    private static final double ROOM_MIN = 0.05;

    private final int weight;
    private final Quantity quantity;
    private final AxisScale scale;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed, and its elements are records of constants
    private final List<ChartLine> lines;

    Chart(int weight, Quantity quantity, AxisScale scale, ChartLine... lines) {
        this.weight = weight;
        this.quantity = quantity;
        this.scale = scale;
        this.lines = List.of(lines);
    }

    /** Its usual height, as a multiple of a unit that all charts share. */
    public int weight() {
        return weight;
    }

    /** What it is called. */
    public String title() {
        return TEXTS.text("chart." + this);
    }

    /** What it measures, in words. */
    String unit(boolean isCounted) {
        return TEXTS.text("chart." + this + (isCounted ? ".count" : ".unit"));
    }

    /** The chart of that name, if there is one. */
    public static Optional<Chart> of(String name) {
        return Arrays.stream(values())
                .filter(chart -> chart.name().equals(name))
                .findFirst();
    }

    Quantity quantity() {
        return quantity;
    }

    AxisScale scale() {
        return scale;
    }

    /** Where its axis ends at the least. */
    double leastTop() {
        return this == ROOM ? ROOM_MIN : quantity.leastTop();
    }

    /** What is drawn of every course of a run, and what can be foretold. */
    List<ChartLine> lines() {
        return lines;
    }

    /** What is stacked behind the lines, from the bottom up: only of one course, as several would hide each other. */
    List<ChartLayer> layers() {
        return this == VOLUMES ? ChartLayer.all() : List.of();
    }

    /** Where a value of a metric is on its axis; NaN if it shows no such thing. */
    double onAxis(Metric metric, double value) {
        if (this == VOLUMES && metric == Metric.RESTORED) {
            return 1 - value; // what is not restored is stuck, and that is the edge which the chart shows
        }
        boolean isShown = lines.stream().anyMatch(line -> line.metric() == metric);
        boolean isLayer = this == VOLUMES && metric == Metric.LOST;
        return isShown || isLayer ? value : Double.NaN;
    }

    /** Of how many things its shares are; 0 where it shows no shares, or of what has no fixed number. */
    long total(Scenario scenario) {
        return switch (this) {
            case VOLUMES -> scenario.cluster().volumes();
            case DATABASES -> scenario.instances().count();
            default -> 0;
        };
    }
}
