package mirrorstorm.picture.chart;

import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.LogEntry;
import mirrorstorm.scenario.Scenario;

/**
 * What charts show.
 *
 * @param plan        what was and will be done to the cluster; what lies after {@code nowNanos} is drawn as such
 * @param logEntries  crashes and joins so far
 * @param fromNanos   left end of the time axis, nanoseconds since the start of the run
 * @param toNanos     right end; &gt; {@code fromNanos}
 * @param nowNanos    the present moment
 * @param cursorNanos the moment that is pointed at, or {@link #NO_CURSOR}
 * @param textScale   size of text, strokes and marks; 1 for a screen at arm's length
 * @param options     which charts, and how
 * @param ghosts      other branches of the run
 * @param fans        forecasts
 */
public record ChartView(
        Series series,
        Scenario scenario,
        List<TimedIntervention> plan,
        List<LogEntry> logEntries,
        long fromNanos,
        long toNanos,
        long nowNanos,
        long cursorNanos,
        double textScale,
        ChartOptions options,
        List<ChartGhost> ghosts,
        List<ChartFan> fans) {

    private static final double AIR = 1.08;
    private static final double SECONDS_MIN = 60;

    private static final String NOTHING = "\u2013";

    /** Nothing is pointed at. */
    public static final long NO_CURSOR = -1;

    /** @throws IllegalArgumentException if the time axis has no length, or the scale is not positive */
    public ChartView {
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("the time axis runs from " + fromNanos + " to " + toNanos);
        }
        if (!(textScale > 0)) {
            throw new IllegalArgumentException("textScale must be > 0, was " + textScale);
        }
        plan = List.copyOf(plan);
        logEntries = List.copyOf(logEntries);
        ghosts = List.copyOf(ghosts);
        fans = List.copyOf(fans);
    }

    /** Charts without other branches of the run and without forecasts. */
    public ChartView(
            Series series,
            Scenario scenario,
            List<TimedIntervention> plan,
            List<LogEntry> logEntries,
            long fromNanos,
            long toNanos,
            long nowNanos,
            long cursorNanos,
            double textScale,
            ChartOptions options) {
        this(
                series,
                scenario,
                plan,
                logEntries,
                fromNanos,
                toNanos,
                nowNanos,
                cursorNanos,
                textScale,
                options,
                List.of(),
                List.of());
    }

    /** Charts as usual. */
    public ChartView(
            Series series,
            Scenario scenario,
            List<TimedIntervention> plan,
            List<LogEntry> logEntries,
            long fromNanos,
            long toNanos,
            long nowNanos,
            long cursorNanos,
            double textScale) {
        this(
                series,
                scenario,
                plan,
                logEntries,
                fromNanos,
                toNanos,
                nowNanos,
                cursorNanos,
                textScale,
                ChartOptions.USUAL);
    }

    /** The whole run so far, up to a round time somewhat later than now; nothing is pointed at. */
    public static ChartView soFar(
            Series series, Scenario scenario, List<TimedIntervention> plan, List<LogEntry> logEntries, long nowNanos) {
        double seconds = Nanos.toSeconds(Math.max(nowNanos * AIR, Nanos.ofSeconds(SECONDS_MIN)));
        double step = TimeTicks.step(seconds, 12);
        long to = (long) Nanos.ofSeconds(Math.ceil(seconds / step) * step);
        long end = Math.max(nowNanos + 1, Math.min(to, scenario.horizon().toNanos()));
        return new ChartView(series, scenario, plan, logEntries, 0, end, nowNanos, NO_CURSOR, 1);
    }

    /** The same, shown in another way. */
    public ChartView withOptions(ChartOptions other) {
        return with(textScale, other, ghosts, fans);
    }

    /** The same, with other branches of the run behind it. */
    public ChartView withGhosts(List<ChartGhost> others) {
        return with(textScale, options, others, fans);
    }

    /** The same, with forecasts behind it. */
    public ChartView withFans(List<ChartFan> others) {
        return with(textScale, options, ghosts, others);
    }

    public ChartView withTextScale(double scale) {
        return with(scale, options, ghosts, fans);
    }

    /** Of the same run on the same axes. */
    private ChartView with(double scale, ChartOptions look, List<ChartGhost> others, List<ChartFan> forecasts) {
        return new ChartView(
                series,
                scenario,
                plan,
                logEntries,
                fromNanos,
                toNanos,
                nowNanos,
                cursorNanos,
                scale,
                look,
                others,
                forecasts);
    }

    /** The moment to tell values of: what is pointed at, else now. */
    long readNanos() {
        return cursorNanos >= 0 ? cursorNanos : nowNanos;
    }

    /** The sample that tells the values of the moment read; -1 if there is none. */
    int sampleRead() {
        long sample = readNanos() / series.spacingNanos();
        return sample >= 0 && sample < series.size() ? (int) sample : -1;
    }

    /** Whether a chart shows counts in place of shares. */
    boolean isCounted(Chart chart) {
        return options.measure() == ChartOptions.Measure.COUNT && chart.total(scenario) > 0;
    }

    /** A value as a chart says it. */
    String reading(Chart chart, double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        return isCounted(chart)
                ? Quantity.COUNT.reading(value * chart.total(scenario))
                : chart.quantity().reading(value);
    }
}
