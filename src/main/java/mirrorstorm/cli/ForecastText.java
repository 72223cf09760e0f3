package mirrorstorm.cli;

import java.util.Locale;
import mirrorstorm.model.Metric;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;

/** A forecast in some lines for people. */
final class ForecastText {

    private static final double NANOS_PER_SECOND = 1e9;
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
                Durations.rough(forecast.timeNanos() / NANOS_PER_SECOND),
                forecast.futures());
        Interval recovery = forecast.recovery();
        add(
                text,
                "forecast.recovery",
                duration(recovery.value(), forecast),
                duration(recovery.low(), forecast),
                duration(recovery.high(), forecast));
        add(
                text,
                "forecast.beyond",
                Durations.rough((double) forecast.question().window().toSeconds()),
                share(forecast.beyond()));
        add(text, "forecast.collapse", share(forecast.collapse()));
        add(text, "forecast.fan");
        Fan fan = forecast.fan();
        int every = (fan.size() - 1) / ROWS;
        for (int i = 0; i < fan.size(); i += every) {
            text.append(String.format(
                    Locale.ROOT, "  %8s", Durations.rough((fan.timeNanos(i) - fan.timeNanos(0)) / NANOS_PER_SECOND)));
            for (int edge = 0; edge < Fan.SHARES.size(); edge++) {
                text.append(String.format(Locale.ROOT, " %6.2f %%", PERCENT * fan.get(Metric.STUCK, edge, i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A time from the present, or that it is beyond the window. */
    static String duration(double nanos, Forecast forecast) {
        return Double.isInfinite(nanos)
                ? OptionProblems.TEXTS.text("forecast.later", Durations.rough((double)
                        forecast.question().window().toSeconds()))
                : Durations.rough(nanos / NANOS_PER_SECOND);
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
