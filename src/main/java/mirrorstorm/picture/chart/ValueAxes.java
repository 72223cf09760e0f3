package mirrorstorm.picture.chart;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.scenario.Milestone;

/** The value axes on which all that charts show between the ends of their time axis has room. */
final class ValueAxes {

    private ValueAxes() {}

    /** Of a chart of a run, the other courses of it, what is foretold, and what the real cluster showed. */
    static ValueAxis of(Chart chart, ChartView view) {
        double most = Math.max(greatest(chart, view, view.series()), foretold(chart, view));
        for (ChartGhost ghost : view.ghosts()) {
            most = Math.max(most, greatest(chart, view, ghost.series()));
        }
        for (Milestone milestone : view.scenario().milestones()) {
            most = Math.max(most, isShown(milestone, view) ? published(chart, milestone) : 0);
        }
        return view.isCounted(chart)
                ? ValueAxis.counted(most, chart.leastTop(), chart.total(view.scenario()))
                : ValueAxis.of(chart.scale(), chart.quantity(), most, chart.leastTop());
    }

    /** Of a chart of variants. */
    static ValueAxis of(VariantChart chart, VariantView view) {
        double most = 0;
        for (Series series : view.series()) {
            most = Math.max(most, greatest(ChartSamples.of(series, 0, view.toNanos()), chart.value(series)));
        }
        return ValueAxis.of(chart.scale(), chart.quantity(), most);
    }

    private static double greatest(Chart chart, ChartView view, Series series) {
        ChartSamples samples = ChartSamples.of(series, view.fromNanos(), view.toNanos());
        double most = 0;
        for (ChartLine line : chart.lines()) {
            IntToDoubleFunction value = line.value(series);
            most = Math.max(most, greatest(samples, value));
            if (chart == Chart.VOLUMES) {
                // the layer of copies lies on what is stuck; the well ones above it fill whatever height there is
                most = Math.max(
                        most, greatest(samples, i -> value.applyAsDouble(i) + orZero(series.get(Metric.COPYING, i))));
            }
        }
        return most;
    }

    private static double greatest(ChartSamples samples, IntToDoubleFunction value) {
        return IntStream.rangeClosed(samples.first(), samples.last())
                .mapToDouble(i -> orZero(value.applyAsDouble(i)))
                .reduce(0, Math::max);
    }

    private static double foretold(Chart chart, ChartView view) {
        double most = 0;
        for (ChartFan each : view.fans()) {
            Fan fan = each.fan();
            for (ChartLine line : chart.lines()) {
                most = IntStream.range(0, fan.size())
                        .filter(i -> fan.timeNanos(i) <= view.toNanos())
                        .mapToDouble(i -> orZero(fan.get(line.metric(), ChartFan.HIGH, i)))
                        .reduce(most, Math::max);
            }
        }
        return most;
    }

    private static boolean isShown(Milestone milestone, ChartView view) {
        if (milestone.when() instanceof Milestone.At at) {
            long nanos = at.time().toNanos();
            return nanos >= view.fromNanos() && nanos <= view.toNanos();
        }
        return milestone.when() instanceof Milestone.Within within
                && !within.statistic().isTime()
                && within.to().toNanos() >= view.fromNanos()
                && within.from().toNanos() <= view.toNanos();
    }

    private static double published(Chart chart, Milestone milestone) {
        return Metric.ofKey(milestone.metric())
                .map(metric -> orZero(chart.onAxis(metric, milestone.published())))
                .orElse(0.0);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
