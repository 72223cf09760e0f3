package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs, shown at sixty frames a second of a clock that is only counted. */
class DirectorTest {

    private static final double FRAME = 1.0 / 60;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    /** One frame: when it is in the showing and in the run, and how fast the run goes. */
    private record Frame(double seconds, long timeNanos, double nanosPerSecond) {}

    private static List<Frame> aws;
    private static Timeline awsRun;

    @BeforeAll
    static void showAws() {
        awsRun = timeline(Library.bundled("aws-2011"));
        aws = show(awsRun);
    }

    private static Timeline timeline(Scenario scenario) {
        return new Timeline(scenario, EngineKind.RATES, 10 * SECOND);
    }

    private static List<Frame> show(Timeline run) {
        Director director = new Director(run.scenario().plan(), run.scenario().horizon());
        Pace pace = new Pace();
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; run.clockNanos() < run.horizonNanos() && i < 60 * 1_000; i++) {
            double speed = pace.follow(director.nanosPerSecond(run.scene()), FRAME);
            frames.add(new Frame(i * FRAME, run.clockNanos(), speed));
            run.advanceTo(run.clockNanos() + Math.round(speed * FRAME));
        }
        return frames;
    }

    private static double secondsBetween(long fromNanos, long toNanos) {
        return aws.stream()
                        .filter(frame -> frame.timeNanos() >= fromNanos && frame.timeNanos() < toNanos)
                        .count()
                * FRAME;
    }

    @Test
    void theFourDaysOf2011AreShownInAboutThreeMinutes() {
        assertThat(aws.size() * FRAME).isBetween(150.0, 210.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-2011-fragile", "first-steps"})
    void aCollapseAndASmallClusterAreShownInTwoToFourMinutes(String id) {
        assertThat(show(timeline(Library.bundled(id))).size() * FRAME).isBetween(120.0, 240.0);
    }

    @Test
    void theHealthyClusterIsSeenBeforeTheTrigger() {
        assertThat(secondsBetween(0, 10 * MINUTE)).isBetween(6.0, 14.0);
    }

    @Test
    void theTriggerAndTheFirstRefusalsGetTheirSeconds() {
        assertThat(secondsBetween(10 * MINUTE, 10 * MINUTE + 10 * SECOND)).isGreaterThan(4);
        assertThat(secondsBetween(10 * MINUTE, 13 * MINUTE)).isBetween(15.0, 40.0);
    }

    @Test
    void theFirstCrashGetsItsSeconds() {
        long crash = awsRun.first(new Goal.NextCrash(), 0, Long.MAX_VALUE).orElseThrow();
        assertThat(secondsBetween(crash, crash + 10 * MINUTE)).isGreaterThan(3);
    }

    @Test
    void everyPlannedActionGetsItsSeconds() {
        for (TimedIntervention action : awsRun.scenario().plan()) {
            long when = action.timeNanos();
            assertThat(secondsBetween(when - MINUTE, when + 4 * MINUTE))
                    .as("around %s", action)
                    .isGreaterThan(3);
        }
    }

    @Test
    void quietHoursFly() {
        assertThat(secondsBetween(1_700 * MINUTE, 3_400 * MINUTE)).isLessThan(30);
    }

    @Test
    void speedChangesSmoothly() {
        for (int i = 1; i < aws.size(); i++) {
            double factor = aws.get(i).nanosPerSecond() / aws.get(i - 1).nanosPerSecond();
            assertThat(factor).as("at frame %d", i).isBetween(Math.exp(-6.001 * FRAME), Math.exp(2.501 * FRAME));
        }
    }

    @Test
    void whatSomebodyDoesLiveIsWatched() {
        Director director = new Director(List.of(), Duration.ofHours(96));
        long now = Duration.ofHours(50).toNanos();
        Scene quiet = new Scene(now, false, List.of());
        Scene touched = new Scene(now, false, List.of(new Scene.Surprise(Scene.Kind.LIVE_ACTION, now - 10 * SECOND)));
        assertThat(director.nanosPerSecond(touched)).isLessThan(director.nanosPerSecond(quiet) / 10);
    }

    @Test
    void aStormIsShownSlowerThanCalm() {
        Director director = new Director(List.of(), Duration.ofHours(96));
        long now = Duration.ofHours(50).toNanos();
        List<Scene.Surprise> surprises = List.of(
                new Scene.Surprise(Scene.Kind.FIRST_REFUSAL, now - 600 * MINUTE),
                new Scene.Surprise(Scene.Kind.FIRST_CRASH, now - 500 * MINUTE));
        assertThat(director.nanosPerSecond(new Scene(now, true, surprises)))
                .isLessThan(director.nanosPerSecond(new Scene(now, false, surprises)));
    }

    @Test
    void theSameMomentIsAlwaysShownAtTheSameSpeed() {
        Director director =
                new Director(awsRun.scenario().plan(), awsRun.scenario().horizon());
        Director other =
                new Director(awsRun.scenario().plan(), awsRun.scenario().horizon());
        Scene scene = new Scene(700 * MINUTE, true, List.of());
        assertThat(director.nanosPerSecond(scene)).isEqualTo(other.nanosPerSecond(scene));
    }
}
