package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.model.RandomCase;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However somebody plays with a run (on, back, change, branch, switch, undo, redo), where it stands is where a straight run of
 * scenario, seed and interventions would be. Replay one: {@code mvn test -Dtest=TimelineSwarmTest -Dseed=42}.
 */
class TimelineSwarmTest {

    private static final Duration HORIZON = Duration.ofMinutes(5);
    private static final long SAMPLE = Duration.ofSeconds(7).toNanos();
    private static final long SPACING_EVENTS = 20;
    private static final int MOVES = 40;

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsPlayedTheRunStandsWhereAStraightOneWould(long seed) {
        RandomCase random = new RandomCase(seed);
        Scenario scenario = Cases.random(random, seed, HORIZON);
        Timeline timeline = new Timeline(new Run(scenario, 0, random.engine(), SAMPLE), SPACING_EVENTS);
        timeline.seek(0);
        List<String> moves = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            moves.add(move(timeline, random));
            if (i % 4 == 3 || i > MOVES - 4) {
                assertThat(state(timeline)).as("seed %d after %s", seed, moves).isEqualTo(straight(timeline, random));
            }
        }
        timeline.seek(HORIZON.toNanos());
        assertThat(state(timeline)).as("seed %d at the end", seed).isEqualTo(straight(timeline, random));
        for (Ghost ghost : timeline.ghosts()) {
            Branch branch = timeline.branches().get(ghost.index());
            long reached = ghost.recordedRun().reachedNanos();
            RecordedRun straight = RecordedRun.run(scenario, branch, random.engine(), SAMPLE, reached, () -> false)
                    .orElseThrow();
            assertThat(text(ghost.recordedRun().series()))
                    .as("seed %d, ghost %d", seed, ghost.index())
                    .isEqualTo(text(straight.series()));
            assertThat(ghost.recordedRun().logEntries()).isEqualTo(straight.logEntries());
        }
    }

    private static String move(Timeline timeline, RandomCase random) {
        long horizon = HORIZON.toNanos();
        switch (random.whole(0, 12)) {
            case 0, 1 ->
                timeline.advanceTo(
                        timeline.clockNanos() + random.seconds(0.1, 100).toNanos());
            case 2 -> {
                timeline.step();
                if (random.chance(0.5)) {
                    timeline.stepBack();
                }
            }
            case 3 -> {
                long target = (long) (horizon * random.scaled(0.001, 1));
                while (!timeline.seekBriefly(target, 50) && random.chance(0.9)) {
                    timeline.snapshot();
                }
            }
            case 4 -> timeline.seek(random.whole(0, 43) * SAMPLE);
            case 5, 6 -> timeline.intervene(random.intervention());
            case 7 -> {
                timeline.intervene(random.intervention());
                timeline.interveneFurther(random.intervention());
            }
            case 8 -> timeline.undo();
            case 10, 11 -> timeline.switchTo(random.whole(0, timeline.branches().size() - 1));
            case 12 -> deleteOrRename(timeline, random);
            default -> {
                timeline.undo();
                timeline.redo();
                timeline.redo();
            }
        }
        return Duration.ofNanos(timeline.clockNanos()) + " of "
                + timeline.live().size();
    }

    private static void deleteOrRename(Timeline timeline, RandomCase random) {
        int index = random.whole(0, timeline.branches().size() - 1);
        if (index == timeline.presentBranch() || random.chance(0.3)) {
            timeline.rename(index, "named " + index);
        } else {
            timeline.delete(index);
        }
    }

    private static List<String> state(Timeline timeline) {
        List<String> state = new ArrayList<>();
        state.add(timeline.result(0).summary().toString());
        state.add(timeline.result(0).interventions().toString());
        state.add(Snapshots.text(timeline.snapshot()));
        state.add(timeline.story().toString());
        state.add(text(timeline.series()));
        state.add(timeline.logEntries().toString());
        state.add(timeline.plan().toString());
        if (timeline.clockNanos() == timeline.reachedNanos()) {
            state.add(timeline.result(0).milestones().toString());
        }
        return state;
    }

    private static List<String> straight(Timeline timeline, RandomCase random) {
        Run run = new Run(timeline.recorded(), 0, random.engine(), SAMPLE);
        run.advanceTo(timeline.clockNanos());
        List<String> state = new ArrayList<>();
        state.add(run.summary(0).toString());
        state.add(run.result(0).interventions().toString());
        state.add(Snapshots.text(
                Snapshot.of(run.simulation(), run.series(), run.horizonNanos(), timeline.reachedNanos())));
        state.add(run.story().toString());
        run.advanceTo(timeline.reachedNanos());
        state.add(text(run.series()));
        state.add(run.log().entries().toString());
        state.add(run.simulation().plan().toString());
        if (timeline.clockNanos() == timeline.reachedNanos()) {
            state.add(run.milestones().toString());
        }
        return state;
    }

    private static String text(Series series) {
        StringBuilder text = new StringBuilder().append(series.size());
        for (Metric metric : Metric.values()) {
            text.append('\n').append(metric);
            for (int i = 0; i < series.size(); i++) {
                text.append(' ').append(series.get(metric, i));
            }
        }
        return text.toString();
    }
}
