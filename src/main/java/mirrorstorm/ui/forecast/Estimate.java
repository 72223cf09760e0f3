package mirrorstorm.ui.forecast;

import mirrorstorm.run.forecast.Score;
import mirrorstorm.ui.playback.RunView;

/**
 * An answer to "When will it be fixed?", and what has come of it. It is beside the run: nobody in it knows it.
 *
 * @param timeNanos   when it could be given, nanoseconds since the start of the run
 * @param score       the forecast that says it, held against the run up to now
 * @param isOvertaken whether somebody has acted since, which the forecast could not know
 */
public record Estimate(long timeNanos, Score score, boolean isOvertaken) {

    static Estimate of(ForecastRecord made, RunView now) {
        return new Estimate(
                made.forecast().timeNanos(),
                ForecastHistory.score(made, now.history(), now.timeNanos()),
                made.isOvertaken(now.history().plan(), now.timeNanos()));
    }

    /** What is said. */
    public String text() {
        return ForecastSentences.expected(score.forecast());
    }

    /** How long it took and whether that was said; empty as long as it is not known. */
    public String outcome() {
        return ForecastSentences.outcome(score);
    }
}
