package mirrorstorm.picture.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Swatches;

/**
 * One line, or the edge of one layer, of a chart.
 *
 * @param key      its name in the bundle of texts
 * @param state    the state of the volumes whose layer it tops, if it is a layer
 * @param metric   what it shows, if that is a metric as it is
 * @param isDashed whether it is told from others by dashes, too
 * @param value    of a sample; NaN for nothing to say
 */
record ChartLine(
        String key,
        Ink ink,
        Optional<VolumeState> state,
        Optional<Metric> metric,
        boolean isDashed,
        IntToDoubleFunction value) {

    /** What a chart shows, in the order in which it is painted and told. */
    static List<ChartLine> of(Chart chart, Series series) {
        return switch (chart) {
            case VOLUMES -> layers(series);
            case PROBES -> List.of(line("chart.series.probes", Ink.SEARCHING, false, series, Metric.PROBES_PER_SECOND));
            case ROOM -> List.of(line("chart.series.room", Ink.ACCENT, false, series, Metric.FREE_SHARE));
            case NODES ->
                List.of(
                        line("chart.series.up", Ink.UP, false, series, Metric.NODES_UP),
                        line("chart.series.quarantined", Ink.QUARANTINE, true, series, Metric.NODES_QUARANTINED),
                        line("chart.series.crashed", Ink.CRASH_FLAG, false, series, Metric.NODES_CRASHED));
            case API_ERRORS -> List.of(line("chart.series.errors", Ink.REFUSAL, false, series, Metric.API_ERROR_SHARE));
            case API_LATENCY ->
                List.of(
                        line("chart.series.p50", Ink.ACCENT, false, series, Metric.API_LATENCY_P50_SECONDS),
                        line("chart.series.p99", Ink.REFUSAL, true, series, Metric.API_LATENCY_P99_SECONDS));
            case CONTROL_PLANE ->
                List.of(line("chart.series.busy", Ink.ACCENT, false, series, Metric.CONTROL_PLANE_BUSY));
            case DATABASES ->
                List.of(line("chart.series.databases", Ink.UNREACHABLE, false, series, Metric.INSTANCES_STUCK));
            case LOOP_GAIN -> List.of(line("chart.series.gain", Ink.CRASH_FLAG, false, series, Metric.LOOP_GAIN));
        };
    }

    /** The edge below which volumes cannot be used; a little above the stuck layers while primaries are elected. */
    static ChartLine stuck(Series series) {
        return line("chart.series.stuck", Ink.TEXT, false, series, Metric.STUCK);
    }

    private static ChartLine line(String key, Ink ink, boolean isDashed, Series series, Metric metric) {
        return new ChartLine(key, ink, Optional.empty(), Optional.of(metric), isDashed, i -> series.get(metric, i));
    }

    private static List<ChartLine> layers(Series series) {
        List<ChartLine> layers = new ArrayList<>();
        for (VolumeState state : Swatches.STACK) {
            layers.add(new ChartLine(
                    "volume." + state,
                    Ink.of(state),
                    Optional.of(state),
                    Optional.empty(),
                    false,
                    i -> share(series, state, i)));
        }
        return layers;
    }

    private static double share(Series series, VolumeState state, int i) {
        return switch (state) {
            case SEARCHING -> series.get(Metric.SEARCHING, i);
            case COPYING -> series.get(Metric.COPYING, i);
            case UNREACHABLE -> series.get(Metric.UNREACHABLE, i);
            case RESTORING -> series.get(Metric.RESTORING, i);
            case LOST -> series.get(Metric.LOST, i);
            case MIRRORED -> series.get(Metric.RESTORED, i) - series.get(Metric.COPYING, i);
        };
    }

    /** Times in seconds and scaled values to draw: all that is to be seen, and not more than that. */
    double[][] points(ChartView view, ChartScale scale, int[] chosen) {
        double[][] points = new double[2][chosen.length];
        Arrays.setAll(points[0], i -> Nanos.toSeconds(view.series().timeNanos(chosen[i])));
        Arrays.setAll(points[1], i -> scale.scaled(value.applyAsDouble(chosen[i])));
        return points;
    }
}
