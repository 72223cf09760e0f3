package mirrorstorm.ui.forecast;

import java.util.OptionalDouble;
import mirrorstorm.metrics.Subject;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.run.forecast.Score;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/** Forecasts and what came of them, in sentences for anybody. */
final class ForecastSentences {

    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;

    private ForecastSentences() {}

    /** All that a forecast says. */
    static String of(Forecast forecast) {
        String key = forecast.question().plan() == Question.Plan.AS_PLANNED ? "forecast.said" : "forecast.said.nobody";
        boolean isHopeless = Double.isInfinite(forecast.recovery().low());
        String said =
                isHopeless ? counts(forecast) : UiMessages.text("forecast.both", expected(forecast), counts(forecast));
        return UiMessages.text(key, Times.brief(roundedDown(forecast.timeNanos())), said);
    }

    /** When it is expected to be fixed. */
    static String expected(Forecast forecast) {
        Interval recovery = forecast.recovery();
        if (forecast.isQuiet()) {
            return UiMessages.text("forecast." + forecast.standing());
        }
        String key = Double.isInfinite(recovery.value())
                ? Double.isInfinite(recovery.low()) ? "forecast.hopeless" : "forecast.notExpected"
                : recovery.value() == 0 ? "forecast.already" : "forecast.expected";
        return UiMessages.text(
                key,
                span(recovery.value(), forecast),
                span(recovery.low(), forecast),
                span(recovery.high(), forecast),
                window(forecast));
    }

    /** How many futures do not recover and how many collapse, none left out. */
    private static String counts(Forecast forecast) {
        long futures = forecast.futures();
        long beyond = Math.round(forecast.beyond().value() * futures);
        String late = beyond == futures
                ? UiMessages.text("forecast.noneInTime", UiMessages.count(futures), window(forecast))
                : beyond == 0
                        ? UiMessages.text("forecast.allInTime", UiMessages.count(futures), window(forecast))
                        : UiMessages.text(
                                "forecast.beyond",
                                UiMessages.count(beyond),
                                UiMessages.count(futures),
                                window(forecast));
        String told = late;
        for (Subject subject : forecast.collapse().keySet()) {
            long collapsed = Math.round(forecast.collapse(subject).value() * futures);
            boolean isVolumes = subject == Subject.VOLUMES;
            if (collapsed > 0) {
                String key = isVolumes ? "forecast.collapse" : "forecast.collapse." + subject;
                told = UiMessages.text(collapsed == 1 ? key + ".one" : key, told, UiMessages.count(collapsed));
            } else if (isVolumes) {
                told = UiMessages.text("forecast.noCollapse", told);
            }
        }
        return told;
    }

    /** What has come of it; empty as long as it is too early to say anything. */
    static String of(Score score) {
        Forecast forecast = score.forecast();
        if (score.truthNanos().isPresent()) {
            return outcome(score);
        }
        Fan fan = forecast.fan();
        return score.passed() == 0
                ? ""
                : UiMessages.text(
                        "forecast.soFar",
                        UiMessages.count(score.inside()),
                        UiMessages.count(score.passed()),
                        Times.brief(fan.timeNanos(1) - fan.timeNanos(0)));
    }

    /** How long it took, and how good the forecast was. */
    static String outcome(Score score) {
        Forecast forecast = score.forecast();
        OptionalDouble truth = score.truthNanos();
        if (truth.isEmpty()) {
            return "";
        }
        double took = truth.getAsDouble();
        String covered = UiMessages.text(score.isCovered() ? "forecast.inside" : "forecast.outside");
        if (Double.isInfinite(took)) {
            return UiMessages.text("forecast.tookLonger", window(forecast), covered);
        }
        String time = span(took, forecast);
        double error = took - forecast.recovery().value();
        boolean isClose = Math.abs(error) < MINUTE;
        if (Double.isInfinite(error) || isClose) {
            return UiMessages.text("forecast.took", time, covered);
        }
        return UiMessages.text(
                error < 0 ? "forecast.took.sooner" : "forecast.took.later",
                time,
                covered,
                Times.brief(rounded(Math.abs(error))));
    }

    private static String span(double nanos, Forecast forecast) {
        if (Double.isInfinite(nanos)) {
            return UiMessages.text("forecast.beyondWindow", window(forecast));
        }
        return nanos == 0 ? UiMessages.text("forecast.atOnce") : Times.brief(rounded(nanos));
    }

    private static String window(Forecast forecast) {
        return UiMessages.text(
                "forecast.hours", UiMessages.count(forecast.question().window().toHours()));
    }

    /** No more exact than it can be meant. */
    private static long rounded(double nanos) {
        long step = nanos >= 2 * HOUR ? 10 * MINUTE : MINUTE;
        return Math.max(step, Math.round(nanos / step) * step);
    }

    static long roundedDown(long nanos) {
        return nanos < MINUTE ? nanos : nanos / MINUTE * MINUTE;
    }
}
