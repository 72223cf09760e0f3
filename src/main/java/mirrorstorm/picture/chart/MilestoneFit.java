package mirrorstorm.picture.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Spread;

/**
 * How many of the facts that are known of the real cluster a run agrees with, to the resolution of its samples.
 *
 * @param within  those that the run agrees with
 * @param reached those whose time has come, and of which the run has something to say
 * @param all     those that there are
 */
record MilestoneFit(int within, int reached, int all) {

    private static final double ROUNDING = 1e-12;

    /** What a run says of a fact. */
    enum Verdict {
        /** Its time has not come. */
        OPEN,
        AGREES,
        DIFFERS
    }

    /** The fit of a run as it is seen, up to now. */
    static MilestoneFit of(ChartView view) {
        int within = 0;
        int reached = 0;
        for (Milestone milestone : view.scenario().milestones()) {
            Verdict verdict = verdict(view, milestone);
            within += verdict == Verdict.AGREES ? 1 : 0;
            reached += verdict == Verdict.OPEN ? 0 : 1;
        }
        return new MilestoneFit(within, reached, view.scenario().milestones().size());
    }

    /** How the runs of the scenario spread; empty where that is not known, or this run is not as its scenario says. */
    static Optional<Spread> spread(ChartView view) {
        return view.plan().equals(view.scenario().plan()) ? Spread.of(view.scenario()) : Optional.empty();
    }

    /** The share of runs with other seeds that lie nearer to their middle; empty until all milestones are passed. */
    static OptionalDouble wilderThan(ChartView view) {
        Optional<Spread> spread = spread(view);
        double[] values = view.scenario().milestones().stream()
                .mapToDouble(milestone -> Metric.ofKey(milestone.metric())
                        .map(metric -> simulated(view, milestone, metric))
                        .orElse(Double.NaN))
                .toArray();
        boolean isWhole = spread.isPresent() && DoubleStream.of(values).noneMatch(Double::isNaN);
        return isWhole ? OptionalDouble.of(spread.get().wilderThan(values)) : OptionalDouble.empty();
    }

    static Verdict verdict(ChartView view, Milestone milestone) {
        double simulated = Metric.ofKey(milestone.metric())
                .map(metric -> simulated(view, milestone, metric))
                .orElse(Double.NaN);
        if (Double.isNaN(simulated)) {
            return Verdict.OPEN;
        }
        boolean agrees = Math.abs(simulated - milestone.published()) <= milestone.tolerance() + ROUNDING;
        return agrees ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static double simulated(ChartView view, Milestone milestone, Metric metric) {
        if (milestone.when() instanceof Milestone.At at) {
            return at(view, at.time().toNanos(), metric).orElse(Double.NaN);
        } else if (milestone.when() instanceof Milestone.Within within) {
            return within.to().toNanos() > view.nowNanos() ? Double.NaN : statistic(view.series(), within, metric);
        }
        return Double.NaN;
    }

    private static Optional<Double> at(ChartView view, long nanos, Metric metric) {
        long sample = nanos / view.series().spacingNanos();
        boolean isKnown = nanos <= view.nowNanos() && sample < view.series().size();
        return isKnown ? Optional.of(view.series().get(metric, (int) sample)) : Optional.empty();
    }

    private static double statistic(Series series, Milestone.Within within, Metric metric) {
        int first = (int) Math.min(series.size(), within.from().toNanos() / series.spacingNanos());
        int[] samples = IntStream.range(first, series.size())
                .filter(i -> series.timeNanos(i) >= within.from().toNanos())
                .takeWhile(i -> series.timeNanos(i) <= within.to().toNanos())
                .filter(i -> !Double.isNaN(series.get(metric, i)))
                .toArray();
        DoubleStream values = IntStream.of(samples).mapToDouble(i -> series.get(metric, i));
        DoubleStream entry = IntStream.of(samples)
                .filter(i -> series.get(metric, i) > Milestone.HAPPENING_ABOVE)
                .mapToDouble(i -> Nanos.toSeconds(series.timeNanos(i)));
        OptionalDouble result =
                switch (within.statistic()) {
                    case MIN -> values.min();
                    case MAX -> values.max();
                    case MEAN -> values.average();
                    case ONSET -> entry.min();
                    case END -> entry.max();
                };
        return result.orElse(Double.NaN);
    }
}
