package mirrorstorm.run.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import mirrorstorm.metrics.Judgement;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Present;
import mirrorstorm.run.Run;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.batch.Work;
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
            "aws-2011-fragile",
            "aws-2011-headroom",
            "aws-2011-short-timeout",
            "class-race",
            "class-shared-threads",
            "eu-west-2011",
            "us-east-2012",
            "first-steps");
    private static final int MOMENTS_EACH = 20;
    private static final int FUTURES = 40;
    private static final double COVERED_MIN = 0.85;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Question QUESTION = Question.usual().withFutures(FUTURES);

    /** How one forecast did: hours, infinite beyond the window. */
    private record Score(String id, double truth, double low, double high, boolean isCovered) {

        /** Of an interval with an open end only that is said. */
        double width() {
            return high - low;
        }
    }

    @Test
    void theNinetyPercentIntervalCoversTheTruth() {
        List<Score> scores = new ArrayList<>();
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
        List<Present> moments = Replications.all(
                MOMENTS_EACH,
                Replications.cores(),
                new Work(),
                number -> brokenMoment(Library.bundled(id).withSeed(1_000L + number)));
        return moments.stream().map(moment -> score(id, moment)).toList();
    }

    /** A minute of this run, any with the same chance, at whose end its cluster is broken after the trigger. */
    private static Present brokenMoment(Scenario scenario) {
        Run scout = run(scenario);
        Judgement judgement = scout.judgement();
        long trigger = Triggers.firstNanos(scenario.plan()).orElseThrow();
        List<Long> broken = new ArrayList<>();
        for (long minute = trigger / MINUTE + 1; minute * MINUTE < scout.horizonNanos(); minute++) {
            scout.advanceTo(minute * MINUTE);
            if (!judgement.recovered()) {
                broken.add(minute);
            }
        }
        Run run = run(scenario);
        run.advanceTo(broken.get(new Random(scenario.seed()).nextInt(broken.size())) * MINUTE);
        return run.present();
    }

    private static Run run(Scenario scenario) {
        return new Run(scenario, 0, EngineKind.RATES, MINUTE);
    }

    private static Score score(String id, Present moment) {
        Forecast forecast = Forecast.of(moment, QUESTION, new Work(), partial -> {});
        double truth = Forecast.truthNanos(moment, QUESTION, new Work());
        return new Score(
                id,
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

    private static void report(String id, List<Score> scores) {
        double[] widths = scores.stream()
                .mapToDouble(Score::width)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        long open =
                scores.stream().filter(score -> Double.isInfinite(score.high())).count();
        long beyond = scores.stream()
                .filter(score -> Double.isInfinite(score.truth()))
                .count();
        double[] truths = scores.stream().mapToDouble(Score::truth).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s %3d moments, covered %5.1f %%, truth beyond the window %3d, open intervals %3d, "
                        + "median width %.2f h, median truth %.2f h%n",
                id,
                scores.size(),
                100 * covered(scores),
                beyond,
                open,
                Interval.quantile(widths, 0.5),
                Interval.quantile(truths, 0.5));
        for (Score score : scores) {
            if (!score.isCovered() && !"all".equals(id)) {
                System.out.printf(
                        Locale.ROOT,
                        "    missed: %.2f h, said %.2f to %.2f%n",
                        score.truth(),
                        score.low(),
                        score.high());
            }
        }
    }
}
