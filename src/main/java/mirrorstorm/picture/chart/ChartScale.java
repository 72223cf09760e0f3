package mirrorstorm.picture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.scenario.Milestone;

/**
 * The value axis of a chart: from a value to its height in [0, {@link #top}], and the ticks. Percent scales grow in
 * steps, so that the axis stays as it is while a run is watched. Logarithmic ones show {@code log10(1 + value)}: they
 * have a zero.
 *
 * @param top   upper end, in scaled values
 * @param logFactor 0 for a linear axis; else what values are multiplied by before they are scaled logarithmically
 */
record ChartScale(double top, double logFactor, List<Tick> ticks) {

    private static final double[] PERCENT_TOPS = {0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1};
    private static final double DECADES_MIN = 2;
    private static final double AIR = 1.12;
    private static final double SHARE_MIN = 0.1;
    private static final double ROOM_MIN = 0.05;
    private static final double MILLIS_PER_SECOND = 1000;

    /** A loop gain of 1 is what matters, so it is always in sight. */
    private static final double LINEAR_MIN = 2;

    /** A line across the chart; {@code at} is scaled. */
    record Tick(double at, String label) {}

    /** The scale on which all that the chart shows between the ends of the time axis has room. */
    static ChartScale of(Chart chart, ChartView view) {
        double most = greatest(chart, view);
        for (ChartGhost ghost : view.ghosts()) {
            most = Math.max(most, greatest(chart, view.of(ghost)));
        }
        most = Math.max(most, ChartFans.greatest(chart, view));
        return switch (chart.axis()) {
            case SHARE -> {
                double shown = Math.max(chart == Chart.ROOM ? ROOM_MIN : SHARE_MIN, AIR * most);
                yield chart.isCounted(view) ? counts(shown, chart.total(view)) : percent(shown);
            }
            case LOG -> log(most);
            case LOG_SECONDS -> seconds(most);
            case LINEAR -> linear(AIR * most);
        };
    }

    private static double greatest(Chart chart, ChartView view) {
        if (chart == Chart.VOLUMES) {
            return greatest(
                    chart,
                    view,
                    i -> view.series().get(Metric.STUCK, i)
                            + orZero(view.series().get(Metric.COPYING, i)));
        }
        double most = 0;
        for (ChartLine line : ChartLine.of(chart, view.series())) {
            most = Math.max(most, greatest(chart, view, line.value()));
        }
        return most;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double greatest(Chart chart, ChartView view, IntToDoubleFunction value) {
        double most = 0;
        ChartSamples samples = ChartSamples.of(view);
        for (int i = samples.first(); i <= samples.last(); i++) {
            most = Math.max(most, orZero(value.applyAsDouble(i)));
        }
        for (Milestone milestone : view.scenario().milestones()) {
            double published = MilestonePainter.onAxis(chart, milestone.metric(), milestone.published());
            boolean isShown = milestone.when() instanceof Milestone.At at
                    ? at.time().toNanos() >= view.fromNanos() && at.time().toNanos() <= view.toNanos()
                    : milestone.when() instanceof Milestone.Within within
                            && !within.statistic().isTime()
                            && within.to().toNanos() >= view.fromNanos()
                            && within.from().toNanos() <= view.toNanos();
            most = isShown ? Math.max(most, orZero(published)) : most;
        }
        return most;
    }

    static ChartScale percent(double most) {
        double top = 1;
        for (int i = PERCENT_TOPS.length - 1; i >= 0; i--) {
            if (PERCENT_TOPS[i] >= most) {
                top = PERCENT_TOPS[i];
            }
        }
        List<Tick> ticks = new ArrayList<>();
        int parts = top == 0.02 || top == 1 || top == 0.1 || top == 0.5 ? 2 : top == 0.25 || top == 0.05 ? 5 : 1;
        for (int i = 0; i <= parts; i++) {
            double value = top * i / parts;
            boolean isWhole = Math.abs(value * 100 - Math.rint(value * 100)) < 1e-9;
            ticks.add(new Tick(value, String.format(Locale.ROOT, isWhole ? "%.0f %%" : "%.1f %%", 100 * value)));
        }
        return new ChartScale(top, 0, List.copyOf(ticks));
    }

    static ChartScale log(double most) {
        double top = Math.max(DECADES_MIN, Math.ceil(Math.log10(1 + most)));
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0, "0"));
        int every = top > 6 ? 3 : top > 3 ? 2 : 1;
        for (int decade = every; decade <= top; decade += every) {
            double value = Math.pow(10, decade);
            ticks.add(new Tick(Math.log10(1 + value), shorthand(value)));
        }
        return new ChartScale(top * 1.04, 1, List.copyOf(ticks));
    }

    /** Shares of {@code total} things, as counts. */
    static ChartScale counts(double most, long total) {
        double top = Math.min((double) total, nice(most * total));
        List<Tick> ticks = new ArrayList<>();
        for (double part : new double[] {0, 0.5, 1}) {
            ticks.add(new Tick(part * top / total, NumberText.count(Math.round(part * top))));
        }
        return new ChartScale(top / total, 0, List.copyOf(ticks));
    }

    static ChartScale linear(double most) {
        double top = Math.max(LINEAR_MIN, nice(most));
        List<Tick> ticks = new ArrayList<>();
        for (double part : new double[] {0, 0.5, 1}) {
            ticks.add(new Tick(part * top, NumberText.about(part * top)));
        }
        return new ChartScale(top, 0, List.copyOf(ticks));
    }

    /** The next of 1, 2, 5, 10, 20 ... */
    private static double nice(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
        for (double step : new double[] {1, 2, 5}) {
            if (step * decade >= value) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    static ChartScale seconds(double most) {
        double top = Math.max(DECADES_MIN + 1, Math.ceil(Math.log10(1 + MILLIS_PER_SECOND * most)));
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0, "0"));
        int every = top > 4 ? 2 : 1;
        for (int decade = every; decade <= top; decade += every) {
            String label =
                    decade < 3 ? Math.round(Math.pow(10, decade)) + " ms" : Math.round(Math.pow(10, decade - 3)) + " s";
            ticks.add(new Tick(Math.log10(1 + Math.pow(10, decade)), label));
        }
        return new ChartScale(top * 1.04, MILLIS_PER_SECOND, List.copyOf(ticks));
    }

    private static String shorthand(double value) {
        return value >= 1e9
                ? NumberText.count(Math.round(value / 1e9)) + "G"
                : value >= 1e6 ? NumberText.count(Math.round(value / 1e6)) + "M" : NumberText.count(Math.round(value));
    }

    /** A value as it is drawn; NaN stays. */
    double scaled(double value) {
        return logFactor > 0 ? Math.log10(1 + logFactor * Math.max(0, value)) : value;
    }
}
