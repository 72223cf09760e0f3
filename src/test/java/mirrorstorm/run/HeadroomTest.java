package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law, against what is worked out by hand, against its own closed form, and against runs of the model. */
class HeadroomTest {

    private static final long MINUTE = 60_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        ".9535, .05",
        ".9132, .10",
        ".8916, .13",
        ".8475, .20",
        ".7968, .30",
        ".7273, .50",
    })
    void noStormUpToTheKnownUtilisation(double utilisation, double isolated) {
        assertThat(new Headroom(utilisation, 2, false).safeShare()).isCloseTo(isolated, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({
        ".90, .13, .0209",
        ".90, .2, .1378",
        ".90, .3, .2878",
        ".95, .10, .0847",
        ".95, .13, .1378",
        ".95, .2, .2547",
        ".85, .2, .0071",
        ".85, .3, .1571",
        ".85, .13, 0"
    })
    void whatHasNoRoomIsStuck(double utilisation, double isolated, double stuck) {
        assertThat(new Headroom(utilisation, 2, false).stuckShare(isolated)).isCloseTo(stuck, within(1e-4));
    }

    /** x^2 - (2+r)x + r = 0 with r = 2(1-u)/u. */
    @ParameterizedTest
    @CsvSource({".5", ".6667", ".8", ".8045", ".87", ".95", "1"})
    void quarantineHasAClosedForm(double utilisation) {
        double room = 2 * (1 - utilisation) / utilisation;
        double known = (2 + room - Math.sqrt(room * room + 4)) / 2;
        assertThat(new Headroom(utilisation, 2, true).safeShare()).isCloseTo(known, within(1e-12));
    }

    @Test
    void theClusterOf2011IsSafeUpToAFifth() {
        Headroom of2011 = Headroom.of(Library.bundled("aws-2011").cluster());
        assertThat(of2011.stuckShare(0.277)).isCloseTo(0.1279, within(1e-4));
        assertThat(of2011.safeShare()).isCloseTo(0.2128, within(1e-3));
    }

    @Test
    void aHalfEmptyClusterWithoutQuarantineIsAlwaysSafe() {
        assertThat(new Headroom(0.5, 2, false).safeShare()).isEqualTo(1);
        assertThat(new Headroom(1, 2, false).safeShare()).isCloseTo(0, within(1e-12));
    }

    @Test
    void quarantineIsNeverSafer() {
        for (int replicas = 2; replicas <= 3; replicas++) {
            for (double u = 0.05; u <= 1; u += 0.05) {
                double with = new Headroom(u, replicas, true).safeShare();
                assertThat(with).isBetween(0.0, new Headroom(u, replicas, false).safeShare());
            }
        }
    }

    @Test
    void onlyRealClustersHaveHeadroom() {
        assertThatThrownBy(() -> new Headroom(0, 2, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headroom(0.9, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headroom(0.9, 2, true).stuckShare(1.1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * A tenth less than the safe share leaves nobody stuck in the model, a fifth more does: under quarantine also after
     * all copies, else as long as no copy has given space back.
     */
    @ParameterizedTest
    @CsvSource({"2, true, .85", "2, false, .9", "3, true, .85", "3, false, .9"})
    void theModelKeepsTheLaw(int replicas, boolean isQuarantine, double utilisation) {
        double safe = new Headroom(utilisation, replicas, isQuarantine).safeShare();
        assertThat(stuckLater(replicas, isQuarantine, utilisation, 0.9 * safe)).isZero();
        assertThat(stuckLater(replicas, isQuarantine, utilisation, 1.2 * safe)).isGreaterThan(0.005);
    }

    private static double stuckLater(int replicas, boolean isQuarantine, double utilisation, double isolated) {
        Intervention trigger = new Intervention.Isolate(new NodeTarget.Share(isolated), Duration.ofMinutes(1));
        Scenario scenario = Scenario.DEFAULTS
                .withLever("cluster.nodes", 200)
                .withLever("cluster.racks", 20)
                .withLever("cluster.volumes", 6_000)
                .withLever("cluster.replicas", replicas)
                .withLever("cluster.quarantine", isQuarantine)
                .withLever("cluster.utilisation", utilisation)
                .withLever("race.probability", 0.0)
                .withLever("copy.rateMiBps", isQuarantine ? 1_000.0 : 10.0)
                .withTimeline(List.of(new TimedIntervention(MINUTE, trigger)));
        Timeline timeline = new Timeline(scenario, EngineKind.RATES, MINUTE);
        timeline.seek((isQuarantine ? 600 : 60) * MINUTE);
        return timeline.snapshot().stuckCount() / 6_000.0;
    }
}
