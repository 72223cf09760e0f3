package mirrorstorm.run.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Cases;
import mirrorstorm.run.Run;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts held against what then happened. */
class ScoreTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final Scenario STORM = Cases.smallStorm(Duration.ofHours(12));
    private static final Question QUESTION = new Question(Question.Plan.AS_PLANNED, 12, Duration.ofHours(8), 2);

    private final Run run = new Run(STORM, 0, EngineKind.RATES, 10 * SECOND);

    private Forecast forecastAt(long minute) {
        run.advanceTo(minute * MINUTE);
        return Forecast.of(run.present(), QUESTION, new CancellationToken(), partial -> {});
    }

    private Score scoreAt(Forecast forecast, long minute) {
        run.advanceTo(minute * MINUTE);
        return Score.of(forecast, run.series(), STORM.plan(), STORM, minute * MINUTE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 60})
    void theTruthIsWhatTheRunComesTo(long minute) {
        run.advanceTo(minute * MINUTE);
        double truth = Forecast.truthNanos(run.present(), QUESTION, new CancellationToken());
        Score score = scoreAt(forecastAt(minute), minute + QUESTION.window().toMinutes());
        assertThat(truth).isFinite();
        assertThat(score.truthNanos()).isPresent();
        assertThat(score.truthNanos().getAsDouble() - truth).isBetween(-10.0 * SECOND, 10.0 * SECOND);
        assertThat(score.isCovered())
                .isEqualTo(score.forecast().covers(score.truthNanos().getAsDouble()));
    }

    @Test
    void nothingIsKnownBeforeItHasHappened() {
        Forecast forecast = forecastAt(10);
        Score first = scoreAt(forecast, 10);
        assertThat(first.passed()).isZero();
        assertThat(first.truthNanos()).isEmpty();
        assertThat(first.isCovered()).isFalse();
        Score early = scoreAt(forecast, 40);
        assertThat(early.passed()).isEqualTo(6);
        assertThat(early.inside()).isBetween(1, 6);
        assertThat(early.truthNanos()).isEmpty();
    }

    @Test
    void whatDoesNotRecoverInTimeIsBeyond() {
        Question brief = new Question(Question.Plan.AS_PLANNED, 4, Duration.ofMinutes(30), 2);
        run.advanceTo(10 * MINUTE);
        Forecast forecast = Forecast.of(run.present(), brief, new CancellationToken(), partial -> {});
        Score score = scoreAt(forecast, 40);
        assertThat(score.truthNanos()).hasValue(Double.POSITIVE_INFINITY);
        assertThat(score.isCovered()).isTrue();
    }

    @Test
    void aTriggerThatIsStillToComeKeepsItOpen() {
        Forecast forecast = forecastAt(1);
        assertThat(scoreAt(forecast, 4).truthNanos()).isEmpty();
        Score score = scoreAt(forecast, 1 + QUESTION.window().toMinutes());
        assertThat(score.truthNanos().getAsDouble()).isGreaterThan(4.0 * MINUTE);
    }
}
