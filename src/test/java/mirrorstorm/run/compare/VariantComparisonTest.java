package mirrorstorm.run.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Cases;
import mirrorstorm.run.Run;
import mirrorstorm.run.Summary;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.batch.Replication;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Variants held against each other with the same random numbers. */
class VariantComparisonTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Scenario STORM = Cases.smallStorm(Duration.ofHours(2));

    private static VariantComparison compare(int threads, Scenario... others) {
        List<Variant> variants = new java.util.ArrayList<>(List.of(new Variant("a", STORM)));
        for (Scenario other : others) {
            variants.add(new Variant("b", other));
        }
        return new ComparisonStudy(variants, 5, EngineKind.RATES)
                .answer(threads, new CancellationToken(), partial -> {});
    }

    @Test
    void aVariantThatChangesNothingDiffersInNothing() {
        VariantComparison same = compare(2, STORM.withLever("search.reconnectGrace", Duration.ofMinutes(9)));
        assertThat(same.outcomes().get(1)).isEqualTo(same.outcomes().get(0));
        assertThat(same.parted()).containsExactly(OptionalLong.empty(), OptionalLong.empty());
        assertThat(same.toldMeasures()).contains(Measure.STUCK_PEAK, Measure.RECOVERED);
        for (Measure measure : same.toldMeasures()) {
            assertThat(same.difference(1, measure).value()).isZero();
            assertThat(same.differs(1, measure)).isFalse();
        }
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        Scenario roomy = STORM.withLever("cluster.utilisation", 0.6);
        assertThat(compare(1, roomy)).isEqualTo(compare(7, roomy));
    }

    @Test
    void moreRoomLeavesFewerStuckAndTheIntervalSaysSo() {
        VariantComparison roomy = compare(2, STORM.withLever("cluster.utilisation", 0.6));
        assertThat(roomy.difference(1, Measure.STUCK_MEAN).high()).isNegative();
        assertThat(roomy.differs(1, Measure.STUCK_MEAN)).isTrue();
    }

    @Test
    void theyPartWhereOneDoesSomethingThatTheOtherDoesNot() {
        List<TimedIntervention> plan = new java.util.ArrayList<>(STORM.plan());
        plan.add(new TimedIntervention(7 * MINUTE, new Intervention.StopSearches()));
        assertThat(FirstDivergence.firstNanos(
                        STORM, STORM.withTimeline(plan), 0, EngineKind.RATES, new CancellationToken()))
                .hasValue(7 * MINUTE);
        Scenario jitter = STORM.withLever("search.backoff.policy", BackoffPolicy.FULL_JITTER);
        assertThat(FirstDivergence.firstNanos(STORM, jitter, 0, EngineKind.RATES, new CancellationToken())
                        .orElseThrow())
                .isBetween(5 * MINUTE, 7 * MINUTE);
    }

    @Test
    void anOutcomeIsWhatTheSummaryOfARunSays() {
        Outcome outcome = Replication.outcome(STORM, 3, EngineKind.RATES, new CancellationToken());
        Run run = new Run(STORM, 3, EngineKind.RATES, MINUTE);
        run.advanceTo(run.horizonNanos());
        Summary summary = run.summary(0);
        assertThat(outcome.get(Measure.STUCK_PEAK)).isEqualTo(summary.stuckPeak());
        assertThat(outcome.get(Measure.STUCK_FINAL)).isEqualTo(summary.stuckFinal());
        assertThat(outcome.get(Measure.NODES_CRASHED)).isEqualTo(summary.nodesCrashed());
        assertThat(outcome.get(Measure.PROBES)).isEqualTo(Math.rint(summary.probes()));
        assertThat(outcome.get(Measure.STUCK_MEAN)).isPositive().isLessThan(outcome.get(Measure.STUCK_PEAK_INSTANT));
    }
}
