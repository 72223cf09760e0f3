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
class AutoSpeedTest {

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
        AutoSpeed autoSpeed =
                new AutoSpeed(run.scenario().plan(), run.scenario().horizon());
        SpeedSmoother smoother = new SpeedSmoother();
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; run.clockNanos() < run.horizonNanos() && i < 60 * 1_000; i++) {
            double speed = smoother.follow(autoSpeed.nanosPerSecond(run.scene()), FRAME);
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
    void everyPlannedInterventionGetsItsSeconds() {
        for (TimedIntervention intervention : awsRun.scenario().plan()) {
            long when = intervention.timeNanos();
            assertThat(secondsBetween(when - MINUTE, when + 4 * MINUTE))
                    .as("around %s", intervention)
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
        AutoSpeed autoSpeed = new AutoSpeed(List.of(), Duration.ofHours(96));
        long now = Duration.ofHours(50).toNanos();
        SpeedCues quiet = new SpeedCues(now, false, List.of());
        SpeedCues touched = new SpeedCues(
                now, false, List.of(new SpeedCues.Surprise(SpeedCues.Kind.LIVE_INTERVENTION, now - 10 * SECOND)));
        assertThat(autoSpeed.nanosPerSecond(touched)).isLessThan(autoSpeed.nanosPerSecond(quiet) / 10);
    }

    @Test
    void aStormIsShownSlowerThanCalm() {
        AutoSpeed autoSpeed = new AutoSpeed(List.of(), Duration.ofHours(96));
        long now = Duration.ofHours(50).toNanos();
        List<SpeedCues.Surprise> surprises = List.of(
                new SpeedCues.Surprise(SpeedCues.Kind.FIRST_REFUSAL, now - 600 * MINUTE),
                new SpeedCues.Surprise(SpeedCues.Kind.FIRST_CRASH, now - 500 * MINUTE));
        assertThat(autoSpeed.nanosPerSecond(new SpeedCues(now, true, surprises)))
                .isLessThan(autoSpeed.nanosPerSecond(new SpeedCues(now, false, surprises)));
    }

    @Test
    void theSameMomentIsAlwaysShownAtTheSameSpeed() {
        AutoSpeed autoSpeed =
                new AutoSpeed(awsRun.scenario().plan(), awsRun.scenario().horizon());
        AutoSpeed other =
                new AutoSpeed(awsRun.scenario().plan(), awsRun.scenario().horizon());
        SpeedCues scene = new SpeedCues(700 * MINUTE, true, List.of());
        assertThat(autoSpeed.nanosPerSecond(scene)).isEqualTo(other.nanosPerSecond(scene));
    }
}
