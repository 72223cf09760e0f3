package mirrorstorm.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Cases;
import mirrorstorm.run.Run;
import mirrorstorm.run.compare.SideBySide.Frame;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.Speed;
import org.junit.jupiter.api.Test;

/** Variants that play together. */
class ComparePlayerTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final Scenario STORM = Cases.smallStorm(Duration.ofMinutes(30));
    private static final Scenario ROOMY = STORM.withLever("cluster.utilisation", 0.6);

    private final Queue<Runnable> held = new ArrayDeque<>();
    private long now;
    private final ComparePlayer player = new ComparePlayer(held::add, () -> now);

    private void open(long timeNanos) {
        player.open(List.of(new Variant("a", STORM), new Variant("b", ROOMY)), timeNanos);
        settle();
    }

    /** Until nothing is left to do. */
    private void settle() {
        while (player.onFrame()) {
            while (!held.isEmpty()) {
                held.remove().run();
            }
            if (player.playingProperty().get()) {
                return;
            }
        }
    }

    private Frame shown() {
        return player.shownProperty().get().orElseThrow();
    }

    @Test
    void allStandAtTheSameMomentAndWhereTheirOwnRunsWould() {
        open(7 * MINUTE);
        assertThat(shown().timeNanos()).isEqualTo(7 * MINUTE);
        assertThat(shown().snapshots())
                .extracting(snapshot -> snapshot.timeNanos())
                .containsOnly(7 * MINUTE);
        for (int i = 0; i < 2; i++) {
            Run straight = new Run(i == 0 ? STORM : ROOMY, 0, EngineKind.RATES, MINUTE);
            straight.advanceTo(7 * MINUTE);
            assertThat(shown().snapshots().get(i).stuckCount())
                    .isEqualTo(straight.simulation().cluster().stuckCount());
        }
        assertThat(shown().snapshots().get(0).stuckCount())
                .isGreaterThan(shown().snapshots().get(1).stuckCount());
    }

    @Test
    void whatLiesAheadIsMeasuredWhileTheyStandStill() {
        open(MINUTE);
        assertThat(shown().timeNanos()).isEqualTo(MINUTE);
        for (Series series : shown().series()) {
            assertThat(series.timeNanos(series.size() - 1))
                    .isEqualTo(STORM.horizon().toNanos());
        }
    }

    @Test
    void timePassesForAllTogetherAtTheSpeedThatIsWanted() {
        open(5 * MINUTE);
        player.setSpeed(new Speed(60 * SECOND));
        player.togglePlay();
        settle();
        now += SECOND / 10;
        settle();
        settle();
        assertThat(shown().timeNanos()).isEqualTo(5 * MINUTE + 6 * SECOND);
        assertThat(shown().snapshots())
                .extracting(snapshot -> snapshot.timeNanos())
                .containsOnly(shown().timeNanos());
        player.togglePlay();
        settle();
        player.jump(-1);
        settle();
        assertThat(shown().timeNanos()).isEqualTo(4 * MINUTE + 6 * SECOND);
    }

    @Test
    void theClockStopsAtTheEndAndPlaysFromTheStartAgain() {
        open(30 * MINUTE);
        player.seek(99 * MINUTE);
        settle();
        assertThat(shown().timeNanos()).isEqualTo(30 * MINUTE);
        player.togglePlay();
        assertThat(player.playingProperty().get()).isTrue();
        assertThat(player.targetNanos()).isZero();
    }

    @Test
    void nothingOfTheVariantsBeforeIsShown() {
        player.open(List.of(new Variant("a", STORM), new Variant("b", ROOMY)), MINUTE);
        player.onFrame();
        player.open(List.of(new Variant("a", STORM), new Variant("b", STORM), new Variant("c", ROOMY)), 2 * MINUTE);
        settle();
        assertThat(shown().snapshots()).hasSize(3);
        assertThat(shown().timeNanos()).isEqualTo(2 * MINUTE);
    }
}
