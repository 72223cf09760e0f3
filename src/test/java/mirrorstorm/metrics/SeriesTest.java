package mirrorstorm.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.VolumeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples: the last state at their time, rates since the sample before, and a branch that can be taken back. */
class SeriesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ApiRecorder API = new ApiRecorder(Settings.DEFAULTS, MINUTE.toNanos());

    private static Series series(long spacingNanos) {
        return new Series(spacingNanos, 4, 0);
    }

    private static Series measured(Simulation simulation, int samples) {
        Series series = series(MINUTE.toNanos());
        take(series, simulation, samples);
        return series;
    }

    private static void take(Series series, Simulation simulation, int samples) {
        while (series.size() < samples) {
            simulation.advanceTo(series.timeNanos(series.size()));
            series.sample(simulation, API);
        }
    }

    private static double[] values(Series series, Metric metric) {
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.get(metric, i);
        }
        return values;
    }

    @Test
    void aSampleIsTheLastStateAtItsTime() {
        Simulation run = new Outage().stuck(MINUTE, MINUTE.multipliedBy(3)).begin();
        Series series = measured(run, 5);
        assertThat(values(series, Metric.STUCK)).containsExactly(0, 1, 1, 0, 0);
        assertThat(values(series, Metric.SEARCHING)).containsExactly(0, 1, 1, 0, 0);
        // They catch up for a second from the third minute on.
        assertThat(values(series, Metric.COPYING)).containsExactly(0, 0, 0, 1, 0);
        assertThat(values(series, Metric.RESTORED)).containsExactly(1, 0, 0, 1, 1);
        assertThat(values(series, Metric.NODES_UP)).containsExactly(2, 0, 0, 2, 2);
        assertThat(series.timeNanos(4)).isEqualTo(4 * MINUTE.toNanos());
    }

    @Test
    void everyMetricOfTheClusterIsMeasured() {
        Simulation run = new Outage()
                .then(MINUTE, new Intervention.Crash(new NodeTarget.Nodes(List.of(6))))
                .then(MINUTE.multipliedBy(2), new Intervention.Destroy(new NodeTarget.Nodes(List.of(4, 5))))
                .beginFull();
        Series series = measured(run, 4);
        assertThat(values(series, Metric.NODES_CRASHED)).containsExactly(0, 1, 1, 1);
        assertThat(values(series, Metric.NODES_QUARANTINED)).containsExactly(0, 1, 1, 1);
        assertThat(values(series, Metric.NODES_UP)).containsExactly(7, 6, 4, 4);
        assertThat(values(series, Metric.FREE_SHARE)).containsExactly(0, 0, 0, 0);
        double lost = run.cluster().volumeCount(VolumeState.LOST) / 100.0;
        double unreachable = run.cluster().volumeCount(VolumeState.UNREACHABLE) / 100.0;
        assertThat(lost).isPositive();
        assertThat(unreachable).isPositive();
        assertThat(series.get(Metric.LOST, 3)).isEqualTo(lost);
        assertThat(series.get(Metric.UNREACHABLE, 3)).isEqualTo(unreachable);
        double searching = series.get(Metric.SEARCHING, 3);
        assertThat(series.get(Metric.STUCK, 3)).isCloseTo(lost + unreachable + searching, within(1e-12));
        assertThat(series.get(Metric.RESTORED, 3)).isCloseTo(1 - series.get(Metric.STUCK, 3), within(1e-12));
    }

    @Test
    void freeSpaceIsAShareOfTheWholeCapacity() {
        Simulation run = new Outage()
                .then(MINUTE, new Intervention.Isolate(new NodeTarget.Nodes(List.of(1)), Duration.ofHours(1)))
                .begin();
        assertThat(values(measured(run, 2), Metric.FREE_SHARE)).containsExactly(0.5, 0.25);
    }

    @Test
    void ratesAreThoseSinceTheSampleBefore() {
        Simulation run = new Outage().stuck(MINUTE, MINUTE.plusSeconds(30)).begin();
        double[] copies = values(measured(run, 4), Metric.COPIES_PER_SECOND);
        assertThat(copies[0]).isNaN();
        assertThat(new double[] {copies[1], copies[2], copies[3]}).containsExactly(0, Outage.VOLUMES / 60.0, 0);

        Simulation full = new Outage()
                .then(Duration.ZERO, new Intervention.Crash(new NodeTarget.Nodes(List.of(6))))
                .beginFull();
        Series series = measured(full, 6);
        assertThat(series.get(Metric.PROBES_PER_SECOND, 0)).isNaN();
        double sum = 0;
        for (int i = 1; i < 6; i++) {
            sum += 60 * series.get(Metric.PROBES_PER_SECOND, i);
        }
        assertThat(sum).isCloseTo(full.probes(), within(1e-6 * sum)).isPositive();
    }

    @Test
    void whereThereIsNothingToSayNothingIsSaid() {
        Series series = measured(new Outage().begin(), 2);
        assertThat(values(series, Metric.API_LATENCY_P99_SECONDS)).containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 59_999_999_999L, 60_000_000_000L, 60_000_000_001L, 240_000_000_000L, Long.MAX_VALUE / 2})
    void whatIsForgottenIsEverythingFromAMomentOn(long nanos) {
        Series series = measured(new Outage().begin(), 4);
        series.truncateFrom(nanos);
        for (int i = 0; i < 4; i++) {
            assertThat(series.timeNanos(i) < nanos).isEqualTo(i < series.size());
        }
    }

    @Test
    void afterForgettingItGoesOnWithTheRatesOfTheNewCourse() {
        Simulation run = new Outage().stuck(MINUTE, MINUTE.plusSeconds(30)).begin();
        Simulation memory = run.blank();
        run.advanceTo(MINUTE.toNanos() / 2);
        memory.copyFrom(run);
        Series series = series(MINUTE.toNanos());
        Simulation first = new Outage().stuck(MINUTE, MINUTE.plusSeconds(30)).begin();
        take(series, first, 4);
        series.truncateFrom(MINUTE.toNanos() / 2);
        assertThat(series.size()).isEqualTo(1);
        take(series, memory, 4);
        assertThat(values(series, Metric.COPIES_PER_SECOND)[2]).isEqualTo(Outage.VOLUMES / 60.0);
    }

    @Test
    void aCopyStaysAsItIs() {
        Simulation run = new Outage().stuck(MINUTE, MINUTE.multipliedBy(9)).begin();
        Series series = measured(run, 2);
        Series copy = series.copy();
        series.truncateFrom(0);
        take(series, new Outage().begin(), 5);
        assertThat(values(copy, Metric.STUCK)).containsExactly(0, 1);
        assertThat(copy.spacingNanos()).isEqualTo(MINUTE.toNanos());
    }

    @Test
    void aCopyThatTakesAnotherCourseLeavesTheOriginalAsItIs() {
        Series series =
                measured(new Outage().stuck(MINUTE, MINUTE.multipliedBy(9)).begin(), 4);
        Series copy = series.copy();
        copy.truncateFrom(0);
        take(copy, new Outage().begin(), 4);
        assertThat(values(series, Metric.STUCK)).containsExactly(0, 1, 1, 1);
        assertThat(values(copy, Metric.STUCK)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void bothGoOnFromTheSameSampleEachOnItsOwnCourse() {
        Simulation run = new Outage()
                .stuck(MINUTE.multipliedBy(2), MINUTE.multipliedBy(9))
                .begin();
        Series series = measured(run, 2);
        Series copy = series.copy();
        take(series, run, 4);
        Simulation calm = new Outage().begin();
        take(copy, calm, 4);
        assertThat(values(series, Metric.STUCK)).containsExactly(0, 0, 1, 1);
        assertThat(values(copy, Metric.STUCK)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void ofManyCopiesEachKeepsItsOwnLengthThroughCutsAndGrowth() {
        Simulation run = new Outage().stuck(MINUTE, MINUTE.multipliedBy(900)).begin();
        Series series = measured(run, 100);
        Series early = series.copy();
        take(series, run, 600);
        Series late = series.copy();
        series.truncateFrom(series.timeNanos(50));
        Series cut = series.copy();
        take(series, new Outage().begin(), 300);
        for (Series kept : List.of(early, late, cut)) {
            assertThat(values(kept, Metric.STUCK)).startsWith(0, 1).endsWith(1, 1);
        }
        assertThat(List.of(early.size(), late.size(), cut.size())).containsExactly(100, 600, 50);
        assertThat(values(series, Metric.STUCK)).endsWith(0, 0);
    }

    @Test
    void itGrowsAsFarAsItMayAndNoFurther() {
        Simulation run = new Outage().begin();
        Series series = series(1);
        take(series, run, 1_000);
        assertThat(series.size()).isEqualTo(1_000);
        take(series, run, Series.SAMPLES_MAX);
        run.advanceTo(Series.SAMPLES_MAX);
        assertThatThrownBy(() -> series.sample(run, API)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void spacingIsATime() {
        assertThatThrownBy(() -> series(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> series(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSampleIsTakenAtItsTimeAndNoOther() {
        Simulation run = new Outage().begin();
        Series series = series(MINUTE.toNanos());
        run.advanceTo(1);
        assertThatThrownBy(() -> series.sample(run, API)).isInstanceOf(AssertionError.class);
    }
}
