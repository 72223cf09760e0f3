package mirrorstorm.run.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;
import mirrorstorm.run.Cases;
import mirrorstorm.run.ForkPoint;
import mirrorstorm.run.Run;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may become of a run from one moment on. */
class ForecastTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Scenario STORM = Cases.smallStorm(Duration.ofHours(12));
    private static final Question QUESTION = new Question(Question.Plan.AS_PLANNED, 12, Duration.ofHours(8), 2);

    private static ForkPoint at(long minute) {
        return runTo(minute, EngineKind.RATES).present();
    }

    private static Run runTo(long minute, EngineKind engine) {
        Run run = new Run(STORM, 0, engine, MINUTE);
        run.advanceTo(minute * MINUTE);
        return run;
    }

    private static Forecast forecast(ForkPoint present, Question question) {
        return Forecast.of(present, question, new CancellationToken(), partial -> {});
    }

    private static String text(Forecast forecast) {
        StringBuilder text = new StringBuilder().append(forecast.recovery()).append(forecast.collapse());
        for (int i = 0; i < forecast.fan().size(); i++) {
            for (int edge = 0; edge < Fan.SHARES.size(); edge++) {
                text.append(' ').append(forecast.fan().get(Metric.STUCK, edge, i));
            }
        }
        return text.toString();
    }

    private static Forecast ofLeases(long minute, Question.Plan plan) {
        Run leases = new Run(Library.bundled("leases-2025"), 0, EngineKind.RATES, MINUTE);
        leases.advanceTo(minute * MINUTE);
        Question question = Question.usual().withFutures(10).withPlan(plan);
        return Forecast.of(leases.present(), question, new CancellationToken(), partial -> {});
    }

    /** In mid-collapse of calls, with every volume in perfect health. */
    @Test
    void callsThatFailAreNotRecoveredAtOnce() {
        Forecast planned = ofLeases(180, Question.Plan.AS_PLANNED);
        assertThat(planned.standing()).isEqualTo(ForkPoint.Standing.BROKEN);
        assertThat(planned.isQuiet()).isFalse();
        assertThat(planned.recovery().low()).isGreaterThan(60.0 * MINUTE);
        assertThat(planned.collapse(Subject.CALLS).value()).isEqualTo(1);
        assertThat(planned.collapse(Subject.VOLUMES).value()).isZero();
        assertThat(planned.collapse(Subject.DATABASES).value()).isNaN();
        Forecast untouched = ofLeases(180, Question.Plan.IF_NOBODY_ACTS);
        assertThat(untouched.beyond().value()).isEqualTo(1);
    }

    @Test
    void whereNothingIsWrongOrAllIsOverThereIsNoRecoveryToSpeakOf() {
        Forecast calm = ofLeases(5, Question.Plan.IF_NOBODY_ACTS);
        assertThat(calm.standing()).isEqualTo(ForkPoint.Standing.CALM);
        assertThat(calm.isQuiet()).isTrue();
        Forecast over = ofLeases(420, Question.Plan.AS_PLANNED);
        assertThat(over.standing()).isEqualTo(ForkPoint.Standing.OVER);
        assertThat(over.isQuiet()).isTrue();
        assertThat(ofLeases(5, Question.Plan.AS_PLANNED).isQuiet()).isFalse();
    }

    @Test
    void itIsTheSameHoweverManyThreadsRunIt() {
        ForkPoint present = at(10);
        String one = text(forecast(present, new Question(QUESTION.plan(), 12, QUESTION.window(), 1)));
        assertThat(text(forecast(present, QUESTION))).isEqualTo(one);
        assertThat(text(forecast(present, new Question(QUESTION.plan(), 12, QUESTION.window(), 7))))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void aFutureStartsFromThePresentAndThenGoesItsOwnWay(EngineKind engine) {
        ForkPoint present = runTo(5, engine).present();
        Simulation truth = follow(present, -1);
        Simulation again = follow(present, -1);
        Simulation future = follow(present, 1);
        Simulation other = follow(present, 2);
        assertThat(again.traceHash()).isEqualTo(truth.traceHash());
        assertThat(future.traceHash()).isNotEqualTo(truth.traceHash());
        assertThat(other.traceHash()).isNotEqualTo(future.traceHash());
        assertThat(future.traceHash()).isEqualTo(follow(present, 1).traceHash());
    }

    private static Simulation follow(ForkPoint present, int replication) {
        Simulation simulation = present.newSimulation();
        present.copyTo(simulation);
        if (replication >= 0) {
            simulation.reseed(STORM.seed(), replication);
        }
        simulation.advanceTo(7 * MINUTE);
        return simulation;
    }

    /** The present lies between two events; what is drawn anew must not come before it. */
    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void nothingHappensInAFutureBeforeThePresent(EngineKind engine) {
        Run run = new Run(STORM.withLever("race.probability", 1e-8), 0, engine, MINUTE);
        run.advanceTo(5 * MINUTE);
        Simulation future = run.present().newSimulation();
        for (int moment = 0; moment < 100; moment++) {
            run.advanceTo(run.simulation().clockNanos() + MINUTE / 2);
            ForkPoint present = run.present();
            for (int index = 0; index < 5; index++) {
                present.copyTo(future);
                future.reseed(STORM.seed(), index);
                assertThat(future.nextOfClusterNanos()).isGreaterThanOrEqualTo(present.timeNanos());
            }
        }
    }

    @Test
    void theTruthIsWhatTheRunItselfDoes() {
        ForkPoint present = at(10);
        Run run = runTo(10, EngineKind.RATES);
        OutcomeTracker judgement = run.judgement();
        run.advanceTo(10 * MINUTE + QUESTION.window().toNanos());
        double truth = Forecast.truthNanos(present, QUESTION, new CancellationToken());
        assertThat(truth)
                .isEqualTo(
                        judgement.recovered()
                                ? judgement.recoveredNanos().orElseThrow() - 10.0 * MINUTE
                                : Double.POSITIVE_INFINITY);
    }

    @Test
    void theFanBeginsWithThePresentAndItsEdgesAreInOrder() {
        Forecast forecast = forecast(at(10), QUESTION);
        Fan fan = forecast.fan();
        assertThat(fan.timeNanos(0)).isEqualTo(10 * MINUTE);
        assertThat(fan.timeNanos(fan.size() - 1))
                .isEqualTo(10 * MINUTE + QUESTION.window().toNanos());
        assertThat(fan.get(Metric.STUCK, 0, 0))
                .isEqualTo(fan.get(Metric.STUCK, 4, 0))
                .isPositive();
        for (int i = 0; i < fan.size(); i++) {
            for (int edge = 1; edge < Fan.SHARES.size(); edge++) {
                assertThat(fan.get(Metric.STUCK, edge, i)).isGreaterThanOrEqualTo(fan.get(Metric.STUCK, edge - 1, i));
            }
        }
        assertThat(forecast.recovery().low())
                .isLessThanOrEqualTo(forecast.recovery().value());
    }

    @Test
    void whatIsNotRecoveredInTimeCountsAsBeyondAndIsNotDropped() {
        Forecast forecast = forecast(at(10), QUESTION.withPlan(Question.Plan.IF_NOBODY_ACTS));
        assertThat(forecast.futures()).isEqualTo(12);
        assertThat(forecast.beyond().value()).isEqualTo(1);
        assertThat(forecast.recovery().value()).isInfinite();
        assertThat(forecast(at(10), QUESTION).beyond().value()).isZero();
    }

    @Test
    void beforeTheTriggerItForeseesTheStormThatIsPlanned() {
        Forecast forecast = forecast(at(1), QUESTION);
        assertThat(forecast.recovery().low()).isGreaterThan(4.0 * MINUTE);
        assertThat(forecast(at(1), QUESTION.withPlan(Question.Plan.IF_NOBODY_ACTS))
                        .recovery()
                        .high())
                .isZero();
    }

    @Test
    void aPartialForecastIsOfTheFirstFuturesByNumber() {
        ForkPoint present = at(10);
        List<Forecast> partial = new ArrayList<>();
        Forecast.of(present, QUESTION, new CancellationToken(), partial::add);
        assertThat(partial).extracting(Forecast::futures).containsExactly(4, 6, 9);
        assertThat(text(partial.get(1))).isEqualTo(text(forecast(present, QUESTION.withFutures(6))));
    }

    @Test
    void itCanBeCancelledOnItsWay() {
        CancellationToken work = new CancellationToken();
        assertThatThrownBy(() -> Forecast.of(at(10), QUESTION.withFutures(1_000), work, partial -> work.cancel()))
                .isInstanceOf(CancellationException.class);
        assertThat(work.doneCount()).isLessThan(1_000);
    }
}
