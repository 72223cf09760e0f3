package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import mirrorstorm.engine.RandomStream;
import org.junit.jupiter.api.Test;

/** Databases over several volumes: stuck while any of these is. */
class InstancesTest {

    private static final int COUNT = 20_000;
    private static final int VOLUMES = 5_000;
    private static final double SIGMAS = 5;

    private static Instances instances(double volumesEach) {
        Settings settings =
                with(SMALL, "cluster.volumes", VOLUMES, "instances", new Settings.Instances(COUNT, volumesEach, 0, 0));
        return new Instances(settings, RandomStream.of(1, 0, "instances"));
    }

    @Test
    void anInstanceHasItsNumberOfVolumesOnAverageAndEachOnlyOnce() {
        Instances instances = instances(4.3);
        int total = 0;
        for (int volume = 0; volume < VOLUMES; volume++) {
            instances.volumeStuck(volume, false);
            total += instances.stuckCount();
            instances.volumeUsable(volume);
            assertThat(instances.stuckCount()).isZero();
        }
        assertThat(total / (double) COUNT).isCloseTo(4.3, within(SIGMAS * Math.sqrt(0.21 / COUNT)));
    }

    @Test
    void whoHasOneVolumeIsStuckWithItAndNoOneElse() {
        Instances instances = instances(1);
        int stuck = 0;
        for (int volume = 0; volume < VOLUMES; volume++) {
            instances.volumeStuck(volume, false);
            assertThat(instances.stuckCount()).isGreaterThanOrEqualTo(stuck);
            stuck = instances.stuckCount();
        }
        assertThat(stuck).isEqualTo(COUNT);
    }

    /** The 45 % of 2011: 1 - (1 - 0.13)^4.3, but for the fraction, which is mixed from four and five volumes. */
    @Test
    void thirteenPercentOfTheVolumesStickNearlyHalfOfTheInstances() {
        Instances instances = instances(4.3);
        for (int volume = 0; volume < VOLUMES * 13 / 100; volume++) {
            instances.volumeStuck(volume, false);
        }
        double expected = 1 - 0.7 * Math.pow(0.87, 4) - 0.3 * Math.pow(0.87, 5);
        assertThat(expected).isCloseTo(0.45, within(0.01));
        double sigma = Math.sqrt(expected * (1 - expected) / COUNT);
        assertThat(instances.stuckCount() / (double) COUNT).isCloseTo(expected, within(SIGMAS * sigma));
    }

    @Test
    void anInstanceIsStuckUntilTheLastOfItsVolumesWorks() {
        Settings settings = with(SMALL, "instances", new Settings.Instances(7, 10, 0, 0));
        Trial trial = new Trial(settings, EngineKind.RATES, 1);
        assertThat(trial.cluster.instanceCount()).isEqualTo(7);
        assertThat(trial.cluster.stuckInstanceCount()).isZero();
        // Each has all ten volumes.
        trial.isolates(0);
        assertThat(trial.cluster.stuckInstanceCount()).isEqualTo(7);
        assertThat(trial.runsUntil(() -> trial.cluster.stuckCount() == 1, Duration.ofHours(1)))
                .isTrue();
        assertThat(trial.cluster.stuckInstanceCount()).isEqualTo(7);
        assertThat(trial.runsUntil(() -> trial.cluster.stuckCount() == 0, Duration.ofHours(1)))
                .isTrue();
        assertThat(trial.cluster.stuckInstanceCount()).isZero();
    }

    /** Eighty pairs, of which a quarter have their primary in this zone, on all ten volumes. */
    private static Trial pairs(double failOverFault, long seed) {
        Settings settings = with(SMALL, "instances", new Settings.Instances(0, 10, 80, failOverFault));
        return new Trial(settings, EngineKind.RATES, seed);
    }

    @Test
    void aPairFailsOverUnlessTheBugStrikesAfterANetworkInterruption() {
        assertThat(pairs(1, 1).isolates(0).cluster.notFailedOverCount()).isEqualTo(20);
        assertThat(pairs(0, 1).isolates(0).cluster.notFailedOverCount()).isZero();
        assertThat(pairs(1, 1).crashes(0).cluster.notFailedOverCount()).isZero();
    }

    @Test
    void whoHasFailedOverIsOutOfTheZoneAndWhoHasNotStaysSo() {
        Trial moved = pairs(1, 1).crashes(0).isolates(1);
        assertThat(moved.cluster.notFailedOverCount()).isZero();
        Trial left = pairs(1, 1).isolates(0);
        left.heals(0).runs(Duration.ofHours(1));
        assertThat(left.cluster.notFailedOverCount()).isEqualTo(20);
    }

    @Test
    void theBugStrikesAsOftenAsItIsSaidTo() {
        int trials = 50;
        double struck = 0;
        for (int seed = 1; seed <= trials; seed++) {
            struck += pairs(0.1, seed).isolates(0).cluster.notFailedOverCount();
        }
        double sigma = Math.sqrt(0.1 * 0.9 / (20 * trials));
        assertThat(struck / (20 * trials)).isCloseTo(0.1, within(SIGMAS * sigma));
    }
}
