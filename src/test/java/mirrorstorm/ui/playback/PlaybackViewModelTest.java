package mirrorstorm.ui.playback;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;

class PlaybackViewModelTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final PlaybackViewModel playback = held.playback;

    @Test
    void theClockFollowsOnTheNextFrame() {
        playback.seek(90 * SECOND);
        held.work();
        assertThat(playback.clockTextProperty().get()).isEqualTo("0 min 00 s");
        held.frame();
        assertThat(playback.clockTextProperty().get()).isEqualTo("1 min 30 s");
    }

    @Test
    void bothClocksAreShown() {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        aws.playback.seek(13 * 60 * SECOND);
        aws.settle();
        assertThat(aws.playback.clockTextProperty().get()).isEqualTo("13 min 00 s");
        assertThat(aws.playback.timeOfDayTextProperty().get()).isEqualTo("00:50:00");
        assertThat(aws.playback.dateTextProperty().get()).isEqualTo("21 Apr 2011, UTC\u22127");
        assertThat(aws.playback.seedTextProperty().get()).isEqualTo("2011");
        assertThat(aws.playback.speedProperty().get().text()).isEqualTo("1 min/s");
    }

    @Test
    void aButtonShowsAtOnceWhatWasAskedOfIt() {
        playback.togglePlay();
        assertThat(playback.playingProperty().get()).isTrue();
        held.frame();
        assertThat(playback.playingProperty().get()).isTrue();
        held.settle();
        assertThat(playback.playingProperty().get()).isTrue();
        playback.togglePlay();
        assertThat(playback.playingProperty().get()).isFalse();
    }

    @Test
    void steppingPauses() {
        playback.play(true);
        held.settle();
        playback.step();
        held.settle();
        assertThat(playback.playingProperty().get()).isFalse();
        assertThat(held.view().isPlaying()).isFalse();
        assertThat(playback.atStartProperty().get()).isFalse();
    }

    @Test
    void playingAtTheEndBeginsAgain() {
        playback.seek(Long.MAX_VALUE);
        held.settle();
        assertThat(playback.atEndProperty().get()).isTrue();
        playback.togglePlay();
        held.settle();
        assertThat(playback.playingProperty().get()).isTrue();
        assertThat(held.view().timeNanos()).isLessThan(SECOND);
    }

    @Test
    void jumpingPassesOverTenSecondsOfPlay() {
        playback.setSpeed(new Speed(2 * SECOND));
        playback.seek(60 * SECOND);
        held.settle();
        playback.jump();
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(80 * SECOND);
        playback.jumpBack();
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(60 * SECOND);
    }

    @Test
    void homeAndEndGoToTheStartAndToTheFurthestMomentSeen() {
        playback.seek(60 * SECOND);
        held.settle();
        playback.toStart();
        held.settle();
        assertThat(held.view().timeNanos()).isZero();
        playback.toEnd();
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(60 * SECOND);
    }

    @Test
    void fromTheFurthestMomentSeenItIsTheEndOfTheRun() {
        playback.seek(60 * SECOND);
        held.settle();
        playback.toEnd();
        held.settle();
        assertThat(held.view().isOver()).isTrue();
        assertThat(playback.playingProperty().get()).isFalse();
    }

    @Test
    void speedCanBeTypedAndWrongSpeedsAreRefused() {
        assertThat(playback.typeSpeed("5 s/s")).isTrue();
        assertThat(playback.typeSpeed("warp")).isFalse();
        assertThat(playback.speedProperty().get().text()).isEqualTo("5 s/s");
        playback.faster();
        assertThat(playback.speedProperty().get().text()).isEqualTo("10 s/s");
        playback.slower();
        playback.slower();
        assertThat(playback.speedProperty().get().text()).isEqualTo("2 s/s");
    }

    @Test
    void anotherSeedIsAnotherRunWithTheSameChanges() {
        playback.seek(60 * SECOND);
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        assertThat(playback.typeSeed("8")).isTrue();
        held.settle();
        assertThat(held.view().history().number()).isEqualTo(2);
        assertThat(held.view().history().scenario().seed()).isEqualTo(8);
        assertThat(held.view().history().plan())
                .anyMatch(timed -> timed.intervention() instanceof Intervention.StopSearches);
        assertThat(playback.typeSeed("seven")).isFalse();
        assertThat(playback.typeSeed("-1")).isFalse();
    }

    @Test
    void startingOverDropsWhatWasDoneLive() {
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        playback.startOver();
        held.settle();
        assertThat(held.view().history().live()).isEmpty();
        assertThat(held.view().history().plan())
                .isEqualTo(Library.bundled("first-steps").plan());
    }

    @Test
    void undoAndRedoAreOfferedWhenThereIsSomething() {
        assertThat(playback.canUndoProperty().get()).isFalse();
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        assertThat(playback.canUndoProperty().get()).isTrue();
        playback.undo();
        held.settle();
        assertThat(playback.canUndoProperty().get()).isFalse();
        assertThat(playback.canRedoProperty().get()).isTrue();
        playback.redo();
        held.settle();
        assertThat(held.view().snapshot().searchesStopped()).isTrue();
    }
}
