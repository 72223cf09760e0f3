package mirrorstorm.ui.forecast;

import java.util.List;
import java.util.Optional;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/** What has come of several forecasts of one run. */
final class ForecastScores {

    private ForecastScores() {}

    /** The latest that there is something to say of, and how many held; empty if it is too early. */
    static String text(List<Estimate> estimates, long nowNanos) {
        List<Estimate> past = estimates.stream()
                .filter(each -> each.timeNanos() <= nowNanos)
                .filter(each -> !ForecastSentences.of(each.score()).isEmpty())
                .toList();
        if (past.isEmpty()) {
            return "";
        }
        Optional<Estimate> settled = past.stream()
                .filter(each -> each.score().truthNanos().isPresent())
                .reduce((earlier, later) -> later);
        Estimate told = settled.orElse(past.get(0));
        String text = UiMessages.text(
                "forecast.score",
                Times.brief(ForecastSentences.roundedDown(told.timeNanos())),
                ForecastSentences.of(told.score()));
        if (told.isOvertaken()) {
            text = UiMessages.text("forecast.overtaken", text);
        }
        long known = past.stream()
                .filter(each -> each.score().truthNanos().isPresent())
                .count();
        long held = past.stream().filter(each -> each.score().isCovered()).count();
        return known < 2
                ? text
                : UiMessages.text("forecast.held", text, UiMessages.count(held), UiMessages.count(known));
    }
}
