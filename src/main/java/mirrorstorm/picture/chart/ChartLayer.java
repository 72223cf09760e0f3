package mirrorstorm.picture.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Swatches;
import mirrorstorm.scenario.MessageBundle;

/** One layer of a stacked chart: the volumes in a state, as a share of all. */
record ChartLayer(VolumeState state) {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    /** From the bottom up. */
    static List<ChartLayer> all() {
        return Swatches.STACK.stream().map(ChartLayer::new).toList();
    }

    /** What it is called. */
    String title() {
        return TEXTS.text("volume." + state);
    }

    /** Whether it is named even where it is empty: other states are rare. */
    boolean isAlwaysTold() {
        return state == VolumeState.MIRRORED || state == VolumeState.COPYING || state == VolumeState.SEARCHING;
    }

    /** Its share in each sample. */
    IntToDoubleFunction value(Series series) {
        return switch (state) {
            case SEARCHING -> i -> series.get(Metric.SEARCHING, i);
            case COPYING -> i -> series.get(Metric.COPYING, i);
            case UNREACHABLE -> i -> series.get(Metric.UNREACHABLE, i);
            case RESTORING -> i -> series.get(Metric.RESTORING, i);
            case LOST -> i -> series.get(Metric.LOST, i);
            case MIRRORED -> i -> series.get(Metric.RESTORED, i) - series.get(Metric.COPYING, i);
        };
    }
}
