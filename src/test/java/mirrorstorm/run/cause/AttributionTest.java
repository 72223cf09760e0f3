package mirrorstorm.run.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Cases;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import org.junit.jupiter.api.Test;

/** An outcome shared out over its causes (Shapley 1953). */
class AttributionTest {

    /** An attribution of made-up outcomes: two replications of each set that differ by {@code noise}. */
    private static Attribution of(List<Cause> causes, double noise, double... stuckPeakBySet) {
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (double value : stuckPeakBySet) {
            outcomes.add(List.of(outcome(value), outcome(value + noise)));
        }
        return new Attribution(causes, outcomes);
    }

    private static Outcome outcome(double stuckPeak) {
        List<Double> values = new ArrayList<>(Collections.nCopies(Measure.values().length, 0.0));
        values.set(Measure.STUCK_PEAK.ordinal(), stuckPeak);
        return new Outcome(values);
    }

    @Test
    void causesThatOnlyActTogetherShareEqually() {
        Attribution both = of(List.of(Cause.RACE, Cause.NO_BACKOFF), 0, 0, 0, 0, 0.6);
        assertThat(both.share(0, Measure.STUCK_PEAK).value()).isCloseTo(0.3, within(1e-12));
        assertThat(both.share(1, Measure.STUCK_PEAK).value()).isCloseTo(0.3, within(1e-12));
        assertThat(both.alone(0, Measure.STUCK_PEAK).value()).isZero();
        assertThat(both.spared(0, Measure.STUCK_PEAK).value()).isEqualTo(0.6);
    }

    @Test
    void theGloveGameIsSharedAsInTheTextbook() {
        // One left glove, two right ones; a pair is worth 1. Shapley: 2/3, 1/6, 1/6.
        Attribution gloves = of(List.of(Cause.RACE, Cause.NO_BACKOFF, Cause.QUARANTINE), 0, 0, 0, 0, 1, 0, 1, 0, 1);
        assertThat(gloves.share(0, Measure.STUCK_PEAK).value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(gloves.share(1, Measure.STUCK_PEAK).value()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(gloves.share(2, Measure.STUCK_PEAK).value()).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void chanceThatDoesTheSameToAllSetsDoesNotWidenTheIntervals() {
        Attribution noisy = of(List.of(Cause.RACE), 0.4, 0.1, 0.5);
        assertThat(noisy.share(0, Measure.STUCK_PEAK).value()).isCloseTo(0.4, within(1e-9));
        // no interval at all, or one that only rounding has made
        assertThat(noisy.share(0, Measure.STUCK_PEAK).halfWidth() > 1e-9).isFalse();
        assertThat(noisy.withAll(Measure.STUCK_PEAK).halfWidth()).isGreaterThan(0.1);
    }

    @Test
    void inARealStormTheSharesAddUpAndRoomMattersWhereItIsShort() {
        List<Cause> causes = List.of(Cause.TOO_LITTLE_ROOM, Cause.QUARANTINE, Cause.LATE_OPERATORS);
        Attribution storm = new AttributionStudy(Cases.smallStorm(Duration.ofHours(3)), causes, 3, EngineKind.RATES)
                .answer(2, new CancellationToken(), partial -> {});
        Measure measure = Measure.STUCK_MEAN;
        double sum = 0;
        for (int cause = 0; cause < causes.size(); cause++) {
            sum += storm.share(cause, measure).value();
        }
        double whole = storm.withAll(measure).value() - storm.withNone(measure).value();
        assertThat(sum).isCloseTo(whole, within(1e-12));
        assertThat(storm.share(0, measure).low()).isPositive();
    }

    @Test
    void aCauseThatAScenarioHasNotGotCostsNoRuns() {
        CancellationToken work = new CancellationToken();
        Attribution storm = new AttributionStudy(
                        Cases.smallStorm(Duration.ofMinutes(10)).withLever("cluster.quarantine", false),
                        List.of(Cause.QUARANTINE, Cause.TOO_LITTLE_ROOM),
                        2,
                        EngineKind.RATES)
                .answer(1, work, partial -> {});
        assertThat(work.plannedCount()).isEqualTo(2 * 2);
        assertThat(storm.outcomes()).hasSize(4).allSatisfy(set -> assertThat(set)
                .hasSize(2));
        assertThat(storm.share(0, Measure.STUCK_MEAN).value()).isZero();
        assertThat(storm.share(1, Measure.STUCK_MEAN).value()).isPositive();
    }
}
