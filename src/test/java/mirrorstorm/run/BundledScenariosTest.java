package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** What each bundled scenario is there to show, on its own cluster and over its whole horizon, with the rates engine. */
class BundledScenariosTest {

    private static final int SEEDS = 9;

    private static Run run(String id, long seed, Duration until) {
        Scenario scenario = Library.bundled(id).withSeed(seed);
        Run run = new Run(scenario, 0, EngineKind.RATES, Duration.ofMinutes(1).toNanos());
        run.advanceTo(until.toNanos());
        return run;
    }

    private static double stuck(Run run, Duration at) {
        return run.series().get(Metric.STUCK, (int) at.toMinutes());
    }

    private static double medianStuck(Run[] runs, Duration at) {
        return Arrays.stream(runs)
                .mapToDouble(run -> stuck(run, at))
                .sorted()
                .skip(SEEDS / 2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tenMinutesAfterTheTriggerTheShareOfTheLawIsStuck() {
        double u = 0.8045;
        double x = 0.277;
        double law = 2 * x - x * x - (1 - x) * 2 * (1 - u) / u;
        Run[] runs = new Run[SEEDS];
        for (int i = 0; i < SEEDS; i++) {
            runs[i] = run("aws-2011-class", i + 1, Duration.ofMinutes(20));
        }
        assertThat(medianStuck(runs, Duration.ofMinutes(20))).isCloseTo(law, within(0.005));
        Run bundled = run("aws-2011-class", Library.bundled("aws-2011-class").seed(), Duration.ofMinutes(20));
        assertThat(stuck(bundled, Duration.ofMinutes(20))).isCloseTo(law, within(0.005));
    }

    @Test
    void theStuckShareStaysNearlyFlatUntilSearchesStopAndIsGoneAfterTheNodesAreAdded() {
        Run[] runs = new Run[SEEDS];
        for (int i = 0; i < SEEDS; i++) {
            runs[i] = run("aws-2011-class", i + 1, Duration.ofHours(96));
        }
        assertThat(medianStuck(runs, Duration.ofMinutes(300))).isCloseTo(0.13, within(0.02));
        assertThat(medianStuck(runs, Duration.ofMinutes(650))).isCloseTo(0.13, within(0.02));
        assertThat(medianStuck(runs, Duration.ofMinutes(1_523))).isCloseTo(0.13, within(0.02));
        assertThat(medianStuck(runs, Duration.ofMinutes(2_153))).isLessThan(0.05);
        assertThat(medianStuck(runs, Duration.ofMinutes(5_700))).isLessThan(0.005);
    }

    @Test
    void backoffSendsAHundredTimesFewerProbesAndCrashesNothing() {
        Summary without = run("aws-2011-class", 2011, Duration.ofHours(12)).summary(0);
        Summary with = run("aws-2011-backoff", 2011, Duration.ofHours(12)).summary(0);
        assertThat(without.probes()).isGreaterThan(100 * with.probes());
        assertThat(with.nodesCrashed()).isZero();
        assertThat(without.nodesCrashed()).isPositive();
    }

    @Test
    void waitingForThePreviousNodeEndsWithAlmostNothingStuck() {
        Run run = run("aws-2011-previous-first", 2011, Duration.ofHours(2));
        assertThat(stuck(run, Duration.ofMinutes(13))).isLessThan(0.001);
        assertThat(run.summary(0).recovered()).isTrue();
    }

    @Test
    void theFirstStepsAreOverWithinTheirHorizon() {
        Run run = run("first-steps", 2011, Library.bundled("first-steps").horizon());
        assertThat(run.summary(0).stuckPeakInstant()).isPositive();
        assertThat(run.summary(0).recovered()).isTrue();
    }
}
