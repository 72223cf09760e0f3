package mirrorstorm.ui.playback;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.run.Goal;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybackModesTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final PlaybackViewModel playback = held.playback;

    private double stuck(long timeNanos) {
        int sample = (int) (timeNanos / held.view().history().series().spacingNanos());
        return held.view().history().series().get(Metric.STUCK, sample);
    }

    @Test
    void aRunGoesToAConditionAndPausesWhereItBeginsToHold() {
        playback.play(true);
        assertThat(playback.typeGoal("stuck > 5 %")).isTrue();
        held.settle();
        assertThat(held.view().isPlaying()).isFalse();
        assertThat(stuck(held.view().timeNanos())).isGreaterThan(0.05);
        assertThat(stuck(
                        held.view().timeNanos() - held.view().history().series().spacingNanos()))
                .isLessThanOrEqualTo(0.05);
        assertThat(playback.stopReasonTextProperty().get()).isEqualTo("Stopped: stuck > 5 %");
    }

    @Test
    void aConditionThatNeverHoldsLeavesTheRunWhereItWas() {
        playback.seek(5 * SECOND);
        held.settle();
        playback.typeGoal("stuck > 100 %");
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(5 * SECOND);
        assertThat(playback.stopReasonTextProperty().get()).isEqualTo("Not before the end of the run: stuck > 100 %");
        playback.play(true);
        held.settle();
        assertThat(playback.stopReasonTextProperty().get()).isEmpty();
    }

    @Test
    void aRunGoesToTheNextThingThatIsDoneAndToTheOneAfterIt() {
        List<Long> planned = Library.bundled("first-steps").plan().stream()
                .map(timed -> timed.timeNanos())
                .distinct()
                .toList();
        playback.runTo(new Goal.NextIntervention());
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(planned.get(0));
        playback.runTo(new Goal.NextIntervention());
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(planned.get(1));
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "1 m 30 s, 90", "2min, 120", "0:39, 120", "00:38:30, 90"})
    void aRunGoesToATimeOrATimeOfDay(String typed, long seconds) {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        assertThat(aws.playback.typeGoal(typed)).isTrue();
        aws.settle();
        assertThat(aws.view().timeNanos()).isEqualTo(seconds * SECOND);
    }

    @Test
    void whatIsNoGoalIsSaidToBeNone() {
        assertThat(playback.typeGoal("soon")).isFalse();
        assertThat(playback.goalProblemProperty().get())
                .isEqualTo("this is neither a time nor a condition; write it like 3h, 00:50 or stuck > 5 %");
        assertThat(playback.typeGoal("25:00")).isFalse();
        assertThat(playback.typeGoal("stuk > 5 %")).isFalse();
        assertThat(playback.goalProblemProperty().get()).endsWith("did you mean stuck?");
        assertThat(playback.typeGoal("10s")).isTrue();
        assertThat(playback.goalProblemProperty().get()).isEmpty();
    }

    @Test
    void playStopsAtBreakpointsAndGoesOnFromThem() {
        playback.breakAt(List.of(new Goal.At(3 * SECOND), new Goal.At(2 * SECOND)));
        playback.setSpeed(new Speed(SECOND));
        playback.play(true);
        held.play(10 * SECOND);
        assertThat(held.view().isPlaying()).isFalse();
        assertThat(held.view().timeNanos()).isEqualTo(2 * SECOND);
        playback.play(true);
        held.play(10 * SECOND);
        assertThat(held.view().timeNanos()).isEqualTo(3 * SECOND);
        playback.breakAt(List.of());
        playback.play(true);
        held.play(SECOND);
        assertThat(held.view().isPlaying()).isTrue();
    }

    @Test
    void aJourneyCanBeGivenUp() {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        aws.tick(SECOND / 100);
        aws.playback.typeGoal("stuck > 99 %");
        for (int i = 0; i < 50 && !aws.playback.seekingProperty().get(); i++) {
            aws.pass();
            aws.frame();
        }
        assertThat(aws.playback.seekingProperty().get()).isTrue();
        assertThat(aws.playback.achievedTextProperty().get()).isEqualTo("on its way to stuck > 99 % \u2026");
        assertThat(aws.playback.progressProperty().get()).isBetween(0.0, 1.0);
        aws.playback.abandon();
        aws.settle();
        assertThat(aws.playback.seekingProperty().get()).isFalse();
        assertThat(aws.view().isOver()).isFalse();
    }

    @Test
    void inTheAutomaticPlaybackModeSpeedFollowsTheRun() {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        aws.playback.setMode(PlaybackMode.AUTO);
        aws.playback.play(true);
        aws.play(5 * SECOND);
        assertThat(aws.playback.modeProperty().get()).isEqualTo(PlaybackMode.AUTO);
        double before = aws.view().speed().nanosPerSecond();
        aws.play(8 * SECOND);
        assertThat(aws.view().timeNanos()).isGreaterThan(600 * SECOND);
        assertThat(aws.view().speed().nanosPerSecond()).isLessThan(before / 4);
    }

    @Test
    void whoeverChoosesASpeedHasLeftTheAutomaticPlaybackMode() {
        playback.setMode(PlaybackMode.AUTO);
        playback.faster();
        assertThat(playback.modeProperty().get()).isEqualTo(PlaybackMode.RUN);
        held.settle();
        assertThat(held.view().mode()).isEqualTo(PlaybackMode.RUN);
    }

    @Test
    void thePlaybackModeStaysWhenAnotherScenarioIsOpened() {
        playback.setMode(PlaybackMode.AUTO);
        held.settle();
        held.simulation.open(Library.bundled("aws-2011"), false);
        held.settle();
        assertThat(held.view().mode()).isEqualTo(PlaybackMode.AUTO);
    }

    @Test
    void theFastestPlaybackModeEndsWhereAnyOtherDoes() {
        playback.setMode(PlaybackMode.FAST);
        playback.play(true);
        held.play(SECOND);
        assertThat(held.view().isOver()).isTrue();
        HeldSimulation straight = HeldSimulation.paused();
        straight.playback.seek(Long.MAX_VALUE);
        straight.settle();
        assertThat(held.view().snapshot().probes())
                .isEqualTo(straight.view().snapshot().probes());
        assertThat(held.view().snapshot().events())
                .isEqualTo(straight.view().snapshot().events());
    }

    @Test
    void whatIsDoneLiveDoesNotMoveTheRun() {
        playback.setMode(PlaybackMode.AUTO);
        playback.seek(5 * SECOND);
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(5 * SECOND);
    }
}
