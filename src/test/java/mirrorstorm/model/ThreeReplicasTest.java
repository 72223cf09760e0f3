package mirrorstorm.model;

import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With three replicas a volume can lose two, one after the other or together, and copies them one at a time. */
class ThreeReplicasTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Settings THREE = with(SMALL, "cluster.replicas", 3, "cluster.nodes", 7, "cluster.racks", 7);

    @ParameterizedTest
    @EnumSource
    void aVolumeThatLostTwoMirrorsCopiesOneAfterTheOther(EngineKind engine) {
        Trial trial = new Trial(THREE, engine, 1);
        int survivor = trial.primary(0);
        int[] lost = trial.current(0);
        trial.isolates(lost[1], lost[2]);
        assertThat(trial.current(0)).containsExactly(survivor);
        assertThat(trial.runsUntil(() -> trial.current(0).length == 2, HOUR)).isTrue();
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.current(0)).contains(survivor).doesNotContain(lost[1], lost[2]);
    }

    @ParameterizedTest
    @EnumSource
    void aMirrorLostWhileAnotherIsCopiedIsGivenUpToo(EngineKind engine) {
        Trial trial = new Trial(THREE, engine, 1);
        int[] before = trial.current(0);
        trial.isolates(before[1]);
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        trial.isolates(before[2]);
        assertThat(trial.current(0)).containsExactly(before[0]);
        trial.heals(before[2]);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.current(0)).doesNotContain(before[1], before[2]);
    }

    @ParameterizedTest
    @EnumSource
    void aVolumeWithTwoCurrentReplicasOutlivesTheCrashOfItsSource(EngineKind engine) {
        Trial trial = new Trial(with(THREE, "search.roundTime", Duration.ofHours(1_000)), engine, 1);
        int[] before = trial.current(0);
        trial.isolates(before[2]).crashes(before[0]);
        assertThat(trial.state(0)).isEqualTo(VolumeState.SEARCHING);
        assertThat(trial.current(0)).containsExactly(before[1]);
    }
}
