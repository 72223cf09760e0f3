package mirrorstorm.run.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Cases;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import org.junit.jupiter.api.Test;

/** Whether what an operator does helps, and how late it still does. */
class RemedyTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Scenario STORM = Cases.smallStorm(Duration.ofHours(3));
    private static final List<Intervention> ROOM = List.of(new Intervention.AddNodes(60, Duration.ZERO));

    private static LastExit find(String keep, List<Intervention> remedy, int threads) throws ValueException {
        Scenario alone = RelativePlan.withoutAny(STORM);
        ExitQuestion question = new ExitQuestion(
                alone,
                remedy,
                Criterion.parse(keep),
                0.9,
                Duration.ofMinutes(5),
                Duration.ofHours(3),
                Duration.ofMinutes(5),
                20,
                EngineKind.RATES);
        return LastExit.find(question, threads, new CancellationToken(), attempt -> {});
    }

    @Test
    void theLastExitLiesBetweenAMomentThatWorksAndOneThatDoesNot() throws ValueException {
        LastExit exit = find("stuckMean < 0.08", ROOM, 2);
        assertThat(exit.never()).isFalse();
        long latest = exit.latestNanos().orElseThrow();
        long tooLate = exit.tooLateNanos().orElseThrow();
        assertThat(tooLate - latest).isPositive().isLessThanOrEqualTo(5 * MINUTE);
        assertThat(exit.without().share().value()).isLessThan(0.9);
        assertThat(exit.tried().get(0).share().value()).isGreaterThanOrEqualTo(0.9);
        assertThat(exit).isEqualTo(find("stuckMean < 0.08", ROOM, 7));
    }

    @Test
    void whatNeverHelpsAndWhatAlwaysDoesIsSaid() throws ValueException {
        LastExit never = find("stuckPeakInstant < 0.01", List.of(new Intervention.StopSearches()), 2);
        assertThat(never.never()).isTrue();
        assertThat(never.latestNanos()).isEmpty();
        LastExit always = find("stuckPeak <= 1", List.of(new Intervention.StopSearches()), 2);
        assertThat(always.tooLateNanos()).isEmpty();
        assertThat(always.latestNanos()).hasValue(Duration.ofHours(3).toNanos());
    }

    /** Whoever stops searches before the network is back stops those that would have found room. */
    @Test
    void whatComesTooSoonIsToldFromWhatComesTooLate() throws ValueException {
        ExitQuestion question = new ExitQuestion(
                STORM.withLever("race.probability", 1e-8),
                List.of(new Intervention.StopSearches()),
                Criterion.parse("stuckPeak < 0.3"),
                0.9,
                Duration.ofMinutes(5),
                Duration.ofHours(3),
                Duration.ofMinutes(2),
                20,
                EngineKind.RATES);
        LastExit exit = LastExit.find(question, 2, new CancellationToken(), attempt -> {});
        assertThat(exit.never()).isFalse();
        assertThat(exit.tooSoonNanos()).hasValue(5 * MINUTE);
        assertThat(exit.latestNanos().orElseThrow()).isBetween(6 * MINUTE, 30 * MINUTE);
        assertThat(exit.tooLateNanos().orElseThrow())
                .isGreaterThan(exit.latestNanos().orElseThrow());
    }

    @Test
    void movesAreMadeRelativeToTheTrigger() {
        RelativePlan moves = RelativePlan.recorded(STORM);
        assertThat(moves.afterTrigger())
                .extracting(TimedIntervention::timeNanos)
                .containsExactly(85 * MINUTE);
        List<TimedIntervention> later = new ArrayList<>();
        for (TimedIntervention each : RelativePlan.withoutAny(STORM).plan()) {
            later.add(new TimedIntervention(each.timeNanos() + 10 * MINUTE, each.intervention()));
        }
        Scenario replayed = moves.in(STORM.withTimeline(later));
        assertThat(replayed.plan()).extracting(TimedIntervention::timeNanos).containsExactly(15 * MINUTE, 100 * MINUTE);
        assertThat(Triggers.firstNanos(replayed.plan())).hasValue(15 * MINUTE);
        assertThat(moves.in(STORM)).isEqualTo(STORM);
        assertThat(moves.faster(10).in(STORM).plan().get(1).timeNanos()).isEqualTo(5 * MINUTE + 85 * MINUTE / 10);
    }

    @Test
    void aRunbookIsHeldAgainstNobodyActingInTheSameRuns() throws ValueException {
        Runbook runbook = new RunbookStudy(
                        STORM,
                        new RelativePlan(List.of(new TimedIntervention(2 * MINUTE, ROOM.get(0)))),
                        Criterion.parse("stuckFinal < 0.02"),
                        12,
                        EngineKind.RATES)
                .answer(2, new CancellationToken(), partial -> {});
        assertThat(runbook.success().value()).isGreaterThan(0.5);
        assertThat(runbook.successIfNobodyActs().value()).isZero();
        assertThat(runbook.gain().value()).isEqualTo(runbook.success().value());
        assertThat(runbook.gain().low()).isPositive();
    }
}
