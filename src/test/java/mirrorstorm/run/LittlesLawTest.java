package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Simulation;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Little's law, L = lambda W, for the queue before the control plane of every bundled scenario: the queue as it is seen
 * from outside, integrated over time, against the waits as the control plane adds them up, from a moment at which
 * nobody waits until the last one.
 */
class LittlesLawTest {

    private static final Duration LOOKED_AT = Duration.ofHours(14);

    static List<String> bundled() {
        return Library.IDS;
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void theMeanQueueIsTheRateOfRequestsTimesTheirMeanWait(String id) {
        Scenario scenario = Library.bundled(id);
        Simulation run = new Simulation(scenario.settings(), scenario.seed(), 0, EngineKind.RATES, scenario.plan());
        long end = Math.min(LOOKED_AT.toNanos(), scenario.horizon().toNanos());
        double area = 0;
        double areaAtLastEmpty = 0;
        long count = 0;
        double waitedSeconds = 0;
        long seconds = 0;
        while (run.nextNanos() <= end) {
            area += run.controlPlane().waitingCount() * (run.nextNanos() - run.clockNanos()) / 1e9;
            run.step();
            if (run.controlPlane().waitingCount() == 0) {
                areaAtLastEmpty = area;
                count = run.controlPlane().waitedCount();
                waitedSeconds = run.controlPlane().waitedSeconds();
                seconds = run.clockNanos() / 1_000_000_000;
            }
        }
        if (count > 0) {
            double arrivalsPerSecond = (double) count / seconds;
            double meanWait = waitedSeconds / count;
            assertThat(arrivalsPerSecond * meanWait)
                    .isCloseTo(areaAtLastEmpty / seconds, within(1e-9 + 1e-6 * areaAtLastEmpty / seconds));
        }
    }
}
