package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that was declared failed offers nothing and keeps what it held until all of it is mirrored again. */
class QuarantineTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource
    void aNodeThatWasLostOffersNothingThoughItsNetworkIsBack(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.isolates(2);
        assertThat(trial.cluster.isQuarantined(2)).isTrue();
        trial.heals(2);
        assertThat(trial.cluster.nodeState(2)).isEqualTo(NodeState.UP);
        assertThat(trial.cluster.isQuarantined(2)).isTrue();
        assertThat(trial.cluster.offered(2)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void itsSpaceStaysTakenUntilTheLastOfItsVolumesIsMirrored(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int held = trial.cluster.used(2);
        trial.isolates(2).heals(2);
        assertThat(trial.cluster.awaitedBy(2)).isEqualTo(held);
        for (int safe = 1; safe < held; safe++) {
            int awaited = held - safe;
            assertThat(trial.runsUntil(() -> trial.cluster.awaitedBy(2) == awaited, HOUR))
                    .isTrue();
            assertThat(trial.cluster.isQuarantined(2)).isTrue();
            assertThat(trial.cluster.used(2)).isEqualTo(held);
            assertThat(trial.cluster.volumesOn(2)).hasSize(awaited);
        }
        assertThat(trial.runsUntil(() -> !trial.cluster.isQuarantined(2), HOUR)).isTrue();
        assertThat(trial.count(VolumeState.MIRRORED)).isEqualTo(10);
        assertThat(trial.cluster.used(2)).isZero();
        assertThat(trial.cluster.offered(2)).isEqualTo(trial.cluster.capacity(2));
    }

    @ParameterizedTest
    @EnumSource
    void withoutQuarantineANodeOffersItsRoomAsSoonAsItIsBack(EngineKind engine) {
        Trial trial = new Trial(with(SMALL, "cluster.quarantine", false), engine, 1);
        int room = trial.cluster.offered(2);
        trial.isolates(2);
        assertThat(trial.cluster.offered(2)).isZero();
        trial.heals(2);
        assertThat(trial.cluster.offered(2)).isEqualTo(room);
        int held = trial.cluster.used(2);
        assertThat(trial.runsUntil(() -> trial.cluster.used(2) < held, HOUR)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCrashedNodeLeavesQuarantineWithoutComingUp(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.crashes(2);
        assertThat(trial.runsUntil(() -> !trial.cluster.isQuarantined(2), HOUR)).isTrue();
        assertThat(trial.cluster.nodeState(2)).isEqualTo(NodeState.CRASHED);
        assertThat(trial.cluster.used(2)).isZero();
        assertThat(trial.cluster.offered(2)).isZero();
        trial.restarts(2);
        assertThat(trial.cluster.offered(2)).isEqualTo(trial.cluster.capacity(2));
    }

    @ParameterizedTest
    @EnumSource
    void aDestroyedNodeHasNothingToKeep(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.isolates(2).destroys(2);
        assertThat(trial.cluster.isQuarantined(2)).isFalse();
        assertThat(trial.cluster.used(2)).isZero();
        assertThat(trial.cluster.offered(2)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aNodeThatHeldNothingIsNotQuarantined(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.does(new Intervention.AddNodes(1, Duration.ZERO)).isolates(5);
        assertThat(trial.cluster.isQuarantined(5)).isFalse();
        trial.heals(5);
        assertThat(trial.cluster.offered(5)).isEqualTo(trial.cluster.capacity(5));
    }

    @ParameterizedTest
    @EnumSource
    void aSecondLossProlongsTheFirstQuarantine(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int held = trial.cluster.used(2);
        trial.isolates(2).heals(2);
        assertThat(trial.runsUntil(() -> trial.cluster.awaitedBy(2) < held, HOUR))
                .isTrue();
        int awaited = trial.cluster.awaitedBy(2);
        trial.isolates(2).heals(2);
        assertThat(trial.cluster.awaitedBy(2)).isEqualTo(awaited);
        assertThat(trial.runsUntil(() -> trial.cluster.quarantinedCount() == 0, HOUR))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorCanEndAllQuarantine(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int held = trial.cluster.used(2);
        trial.isolates(2).heals(2);
        assertThat(trial.runsUntil(() -> trial.cluster.awaitedBy(2) == held - 1, HOUR))
                .isTrue();
        trial.does(new Intervention.ReleaseQuarantine());
        assertThat(trial.cluster.quarantinedCount()).isZero();
        assertThat(trial.cluster.used(2)).isEqualTo(held - 1);
        assertThat(trial.cluster.offered(2)).isEqualTo(trial.cluster.capacity(2) - held + 1);
    }

    @ParameterizedTest
    @EnumSource
    void switchedOffItEndsAndSwitchedOnItWaitsForTheNextLoss(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.isolates(2).sets("cluster.quarantine", false);
        assertThat(trial.cluster.quarantinedCount()).isZero();
        trial.sets("cluster.quarantine", true);
        assertThat(trial.cluster.quarantinedCount()).isZero();
        trial.crashes(3);
        assertThat(trial.cluster.isQuarantined(3)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aClaimThatIsUndoneIsNotKept(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.isolates(trial.other(0));
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.COPYING, HOUR))
                .isTrue();
        int target = trial.claim(0);
        int replicas = trial.cluster.volumesOn(target).length;
        for (int volume = 0; volume < 10; volume++) {
            replicas -= trial.claim(volume) == target ? 1 : 0;
        }
        trial.isolates(target);
        assertThat(trial.cluster.used(target)).isEqualTo(replicas);
    }
}
