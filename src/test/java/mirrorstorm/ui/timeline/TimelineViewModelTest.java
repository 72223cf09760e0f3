package mirrorstorm.ui.timeline;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final TimelineViewModel timeline = new TimelineViewModel(held.playback);

    private void show() {
        held.settle();
        timeline.follow(held.view());
    }

    @Test
    void theAxisGrowsByRoundTimesAndNeverBeyondTheHorizon() {
        long before = 0;
        for (long seconds : new long[] {0, 5, 20, 50, 100, 300, 600}) {
            held.playback.seek(seconds * SECOND);
            show();
            long end = timeline.axisProperty().get().toNanos();
            assertThat(end).isGreaterThanOrEqualTo(Math.max(before, seconds * SECOND));
            before = end;
        }
        assertThat(before).isEqualTo(600 * SECOND);
    }

    @Test
    void theAxisKeepsItsEndWhenTheRunGoesBack() {
        held.playback.seek(300 * SECOND);
        show();
        TimeAxis axis = timeline.axisProperty().get();
        held.playback.seek(0);
        show();
        assertThat(timeline.axisProperty().get()).isEqualTo(axis);
        assertThat(timeline.reachedProperty().get()).isEqualTo(300 * SECOND);
    }

    @Test
    void aPlaceOnTheAxisIsATimeOfTheRun() {
        held.playback.seek(300 * SECOND);
        show();
        long end = timeline.axisProperty().get().toNanos();
        timeline.seekTo(0.25);
        show();
        assertThat(timeline.nowProperty().get()).isEqualTo(end / 4);
        timeline.seekTo(-3);
        show();
        assertThat(timeline.nowProperty().get()).isZero();
    }

    @Test
    void flagsSayWhatIsDoneByWhom() {
        held.playback.seek(50 * SECOND);
        held.simulation.intervene(new Intervention.AddNodes(2, Duration.ZERO));
        show();
        assertThat(timeline.flagsProperty().get())
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.TRIGGER, Flag.Kind.OPERATOR, Flag.Kind.SCRIPTED);
        assertThat(timeline.flagsProperty().get().get(1).text()).isEqualTo("50 s: 2 nodes are added.");
    }

    @Test
    void milestonesOfTheReportAreMarked() {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        List<Flag> flags = Flag.of(aws.view().history());
        assertThat(flags).anySatisfy(flag -> {
            assertThat(flag.kind()).isEqualTo(Flag.Kind.MILESTONE);
            assertThat(flag.timeNanos()).isEqualTo(13 * 60 * SECOND);
            assertThat(flag.text()).contains("post-mortem");
        });
    }

    @Test
    void crashesAreMarked() {
        held.playback.seek(50 * SECOND);
        held.simulation.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(1))));
        show();
        assertThat(timeline.crashesProperty().get()).containsExactly(50 * SECOND);
    }

    @Test
    void theTimeThatIsPointedAtIsTold() {
        held.playback.seek(600 * SECOND);
        show();
        timeline.pointAt(0.5);
        assertThat(timeline.cursorProperty().get()).isEqualTo(300 * SECOND);
        assertThat(timeline.cursorTextProperty().get()).startsWith("5 min").endsWith("00:42:00");
        timeline.pointNowhere();
        assertThat(timeline.cursorProperty().get()).isEqualTo(TimelineViewModel.NOWHERE);
        assertThat(timeline.cursorTextProperty().get()).isEmpty();
    }
}
