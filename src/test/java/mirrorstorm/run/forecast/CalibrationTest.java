package mirrorstorm.run.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.ForkPoint;
import mirrorstorm.run.Run;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Does the truth lie in nine of ten 90 % intervals? Over 200 moments, each of another run, at which the cluster was
 * broken: at any other the answer would be easy. Long, so it has a profile of its own:
 * {@code mvn -Pcalibration test}, which also prints what {@code src/docs/performance.md} reports.
 */
@Tag("calibration")
class CalibrationTest {

    private static final List<String> SCENARIOS = List.of(
            "aws-2011",
            "aws-2011-class",
            "aws-2011-backoff",
            "aws-2011-race-fixed",
            "aws-2011-headroom",
            "class-no-backoff",
            "class-no-room",
            "eu-west-2011",
            "us-east-2012",
            "first-steps");
    private static final int MOMENTS_EACH = 20;
    private static final int FUTURES = 40;
    private static final double COVERED_MIN = 0.85;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Question QUESTION = Question.usual().withFutures(FUTURES);

    /** How one forecast did: hours, infinite beyond the window. */
    private record Score(double truth, double low, double high, boolean isCovered) {}

    @Test
    void theNinetyPercentIntervalCoversTheTruth() {
        List<Score> scores = new ArrayList<>();
        System.out.println("| scenario | moments | covered | recovered within the window | covered of these |"
                + " truth, h (median) | width, h (median) |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String id : SCENARIOS) {
            List<Score> some = scores(id);
            report(id, some);
            scores.addAll(some);
        }
        report("all", scores);
        assertThat(scores).hasSize(SCENARIOS.size() * MOMENTS_EACH);
        assertThat(covered(scores)).isGreaterThanOrEqualTo(COVERED_MIN);
    }

    private static List<Score> scores(String id) {
        List<ForkPoint> moments = Replications.all(
                MOMENTS_EACH,
                Replications.cores(),
                new CancellationToken(),
                number -> brokenMoment(Library.bundled(id).withSeed(1_000L + number)));
        return moments.stream().map(CalibrationTest::score).toList();
    }

    /** A minute of this run, any with the same chance, at whose end its cluster is broken after the trigger. */
    private static ForkPoint brokenMoment(Scenario scenario) {
        Run scout = run(scenario);
        OutcomeTracker judgement = scout.judgement();
        long trigger = Triggers.firstNanos(scenario.plan()).orElseThrow();
        List<Long> broken = new ArrayList<>();
        for (long minute = trigger / MINUTE + 1; minute * MINUTE < scout.horizonNanos(); minute++) {
            scout.advanceTo(minute * MINUTE);
            if (!judgement.recovered()) {
                broken.add(minute);
            }
        }
        Run run = run(scenario);
        run.advanceTo(broken.get(new SplittableRandom(scenario.seed()).nextInt(broken.size())) * MINUTE);
        return run.present();
    }

    private static Run run(Scenario scenario) {
        return new Run(scenario, 0, EngineKind.RATES, MINUTE);
    }

    private static Score score(ForkPoint moment) {
        Forecast forecast = Forecast.of(moment, QUESTION, new CancellationToken(), partial -> {});
        double truth = Forecast.truthNanos(moment, QUESTION, new CancellationToken());
        return new Score(
                hours(truth),
                hours(forecast.recovery().low()),
                hours(forecast.recovery().high()),
                forecast.covers(truth));
    }

    private static double hours(double nanos) {
        return nanos / Duration.ofHours(1).toNanos();
    }

    private static double covered(List<Score> scores) {
        return scores.stream().filter(Score::isCovered).count() / (double) scores.size();
    }

    private static double median(List<Score> scores, ToDoubleFunction<Score> figure) {
        return Interval.quantile(
                scores.stream()
                        .mapToDouble(figure)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray(),
                0.5);
    }

    private static void report(String id, List<Score> scores) {
        List<Score> recovered =
                scores.stream().filter(score -> Double.isFinite(score.truth())).toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %d | %.1f %% | %.2f | %.2f |%n",
                id,
                scores.size(),
                100 * covered(scores),
                recovered.size(),
                100 * covered(recovered),
                median(recovered, Score::truth),
                median(recovered, score -> score.high() - score.low()));
    }
}
