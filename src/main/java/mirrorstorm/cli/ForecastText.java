package mirrorstorm.cli;

import java.util.Locale;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.Metric;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;

/** A forecast in some lines for people. */
final class ForecastText {

    private static final double PERCENT = 100;
    private static final int ROWS = 8;

    private ForecastText() {}

    static String of(Scenario scenario, Forecast forecast) {
        StringBuilder text = new StringBuilder();
        boolean isPlanned = forecast.question().plan() == Question.Plan.AS_PLANNED;
        add(
                text,
                isPlanned ? "forecast.title" : "forecast.title.nobody",
                scenario.title(),
                scenario.id(),
                Durations.rough(Nanos.toSeconds(forecast.timeNanos())),
                forecast.futures());
        String window = Durations.rough((double) forecast.question().window().toSeconds());
        Interval recovery = forecast.recovery();
        if (forecast.isQuiet()) {
            add(text, "forecast." + forecast.standing(), window);
        } else {
            add(
                    text,
                    "forecast.recovery",
                    duration(recovery.value(), forecast),
                    duration(recovery.low(), forecast),
                    duration(recovery.high(), forecast));
        }
        add(text, "forecast.beyond", window, share(forecast.beyond()));
        forecast.collapse().forEach((subject, share) -> add(text, "forecast.collapse." + subject, share(share)));
        Fan fan = forecast.fan();
        Metric metric = told(forecast);
        add(text, "forecast.fan." + metric);
        int every = (fan.size() - 1) / ROWS;
        for (int i = 0; i < fan.size(); i += every) {
            text.append(String.format(
                    Locale.ROOT, "  %8s", Durations.rough(Nanos.toSeconds(fan.timeNanos(i) - fan.timeNanos(0)))));
            for (int edge = 0; edge < Fan.SHARES.size(); edge++) {
                text.append(String.format(Locale.ROOT, " %6.2f %%", PERCENT * fan.get(metric, edge, i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Stuck volumes; failed calls where no volume is stuck in nearly any future. */
    private static Metric told(Forecast forecast) {
        Fan fan = forecast.fan();
        boolean isStuck =
                IntStream.range(0, fan.size()).anyMatch(i -> fan.get(Metric.STUCK, Fan.SHARES.size() - 1, i) > 0);
        return isStuck || !forecast.collapse().containsKey(Subject.CALLS) ? Metric.STUCK : Metric.API_ERROR_SHARE;
    }

    /** A time from the present, or that it is beyond the window. */
    static String duration(double nanos, Forecast forecast) {
        return Double.isInfinite(nanos)
                ? OptionProblems.TEXTS.text("forecast.later", Durations.rough((double)
                        forecast.question().window().toSeconds()))
                : Durations.rough(Nanos.toSeconds(nanos));
    }

    /** A share with its interval, in percent. */
    static String share(Interval share) {
        return String.format(
                Locale.ROOT,
                "%.0f %% (%.0f to %.0f %%)",
                PERCENT * share.value(),
                PERCENT * share.low(),
                PERCENT * share.high());
    }

    private static void add(StringBuilder text, String key, Object... arguments) {
        text.append(OptionProblems.TEXTS.text(key, arguments)).append('\n');
    }

    /** What the first so many futures say. */
    static String partial(Forecast partial) {
        return OptionProblems.TEXTS.text(
                "forecast.partial",
                partial.futures(),
                duration(partial.recovery().value(), partial),
                duration(partial.recovery().low(), partial),
                duration(partial.recovery().high(), partial));
    }
}
