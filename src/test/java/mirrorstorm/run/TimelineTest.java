package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** A run that can be taken anywhere and changed live: what each move and each change does. */
class TimelineTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration HORIZON = Duration.ofHours(1);
    private static final TimedIntervention TRIGGER = new TimedIntervention(
            5 * MINUTE, new Intervention.Isolate(new NodeTarget.Share(0.3), Duration.ofMinutes(1)));
    private static final TimedIntervention LATER =
            new TimedIntervention(40 * MINUTE, new Intervention.AddNodes(5, Duration.ofMinutes(1)));

    private final Timeline timeline = new Timeline(storm(), EngineKind.RATES, MINUTE);

    private static Scenario storm() {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 20);
        settings = SettingsPath.with(settings, "cluster.volumes", 400);
        settings = SettingsPath.with(settings, "cluster.utilisation", 0.95);
        settings = SettingsPath.with(settings, "race.probability", 1e-7);
        return Cases.scenario(settings, HORIZON, List.of(TRIGGER, LATER));
    }

    private static Intervention backoff(BackoffPolicy policy) {
        return new Intervention.Set("search.backoff.policy", policy);
    }

    private static String hash(Timeline timeline) {
        return timeline.result(0).summary().traceHash();
    }

    @Test
    void itBeginsAtTheBeginning() {
        assertThat(timeline.clockNanos()).isZero();
        assertThat(timeline.reachedNanos()).isZero();
        assertThat(timeline.horizonNanos()).isEqualTo(HORIZON.toNanos());
        assertThat(timeline.canUndo()).isFalse();
        assertThat(timeline.canRedo()).isFalse();
        assertThat(timeline.plan()).containsExactly(TRIGGER, LATER);
    }

    @Test
    void itGoesNowhereBeyondItsEnds() {
        timeline.seek(Long.MAX_VALUE);
        assertThat(timeline.clockNanos()).isEqualTo(HORIZON.toNanos());
        timeline.step();
        assertThat(timeline.clockNanos()).isEqualTo(HORIZON.toNanos());
        timeline.seek(-5);
        assertThat(timeline.clockNanos()).isZero();
        assertThat(timeline.reachedNanos()).isEqualTo(HORIZON.toNanos());
        timeline.advanceTo(MINUTE);
        assertThatThrownBy(() -> timeline.advanceTo(MINUTE - 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepIsAChangeOfState() {
        timeline.step();
        assertThat(timeline.clockNanos()).isEqualTo(5 * MINUTE);
        String before = hash(timeline);
        timeline.step();
        assertThat(hash(timeline)).isNotEqualTo(before);
    }

    @Test
    void aStepBackIsTheOppositeOfAStep() {
        timeline.advanceTo(6 * MINUTE);
        List<Long> times = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            timeline.step();
            times.add(timeline.clockNanos());
            hashes.add(hash(timeline));
        }
        for (int i = 48; i >= 0; i--) {
            timeline.stepBack();
            assertThat(timeline.clockNanos()).isEqualTo(times.get(i));
            assertThat(hash(timeline)).isEqualTo(hashes.get(i));
        }
        timeline.seek(1);
        timeline.stepBack();
        assertThat(timeline.clockNanos()).isZero();
        timeline.stepBack();
        assertThat(timeline.clockNanos()).isZero();
    }

    @Test
    void aLongWayCanBeGoneInShortOnes() {
        Timeline straight = new Timeline(storm(), EngineKind.RATES, MINUTE);
        straight.advanceTo(30 * MINUTE);
        int calls = 1;
        while (!timeline.seekBriefly(30 * MINUTE, 10)) {
            assertThat(timeline.clockNanos()).isLessThan(30 * MINUTE);
            calls++;
        }
        assertThat(calls).isGreaterThan(10);
        assertThat(timeline.clockNanos()).isEqualTo(30 * MINUTE);
        assertThat(hash(timeline)).isEqualTo(hash(straight));
        assertThat(timeline.series().size()).isEqualTo(31);
        while (!timeline.seekBriefly(7 * MINUTE, 10)) {
            assertThat(timeline.clockNanos()).isLessThan(7 * MINUTE);
        }
        assertThat(timeline.clockNanos()).isEqualTo(7 * MINUTE);
    }

    @Test
    void whereverItWasItStandsAsAStraightRunWould() {
        timeline.advanceTo(30 * MINUTE);
        String there = hash(timeline);
        timeline.advanceTo(HORIZON.toNanos());
        timeline.seek(7 * MINUTE);
        timeline.seek(30 * MINUTE);
        assertThat(hash(timeline)).isEqualTo(there);
    }

    @Test
    void aChangeInThePresentKeepsThePastAndBranchesTheFuture() {
        timeline.advanceTo(HORIZON.toNanos());
        double stormy = timeline.snapshot().probes();
        timeline.seek(10 * MINUTE);
        double before = timeline.snapshot().probes();
        String there = hash(timeline);
        timeline.intervene(backoff(BackoffPolicy.FULL_JITTER));
        assertThat(timeline.reachedNanos()).isEqualTo(10 * MINUTE);
        assertThat(timeline.series().size()).isEqualTo(11);
        timeline.advanceTo(HORIZON.toNanos());
        assertThat(timeline.snapshot().probes() - before).isLessThan((stormy - before) / 10);
        timeline.undo();
        timeline.seek(10 * MINUTE);
        assertThat(hash(timeline)).isEqualTo(there);
    }

    @Test
    void aChangeInThePastDropsTheLaterOnesAndUndoBringsThemBack() {
        timeline.advanceTo(20 * MINUTE);
        timeline.intervene(backoff(BackoffPolicy.FIXED));
        timeline.seek(10 * MINUTE);
        timeline.intervene(backoff(BackoffPolicy.FULL_JITTER));
        assertThat(timeline.live())
                .containsExactly(new TimedIntervention(10 * MINUTE, backoff(BackoffPolicy.FULL_JITTER)));
        assertThat(timeline.plan()).containsExactly(TRIGGER, timeline.live().get(0), LATER);
        timeline.undo();
        assertThat(timeline.clockNanos()).isEqualTo(10 * MINUTE);
        assertThat(timeline.live()).containsExactly(new TimedIntervention(20 * MINUTE, backoff(BackoffPolicy.FIXED)));
        timeline.undo();
        assertThat(timeline.live()).isEmpty();
        assertThat(timeline.canUndo()).isFalse();
        timeline.redo();
        timeline.redo();
        assertThat(timeline.live())
                .containsExactly(new TimedIntervention(10 * MINUTE, backoff(BackoffPolicy.FULL_JITTER)));
        assertThat(timeline.canRedo()).isFalse();
    }

    @Test
    void undoPutsTheRunOnTheCourseItWouldHaveTaken() {
        timeline.advanceTo(10 * MINUTE);
        timeline.intervene(new Intervention.StopSearches());
        timeline.advanceTo(30 * MINUTE);
        String stopped = hash(timeline);
        timeline.undo();
        assertThat(timeline.clockNanos()).isEqualTo(30 * MINUTE);
        Timeline straight = new Timeline(storm(), EngineKind.RATES, MINUTE);
        straight.advanceTo(30 * MINUTE);
        assertThat(hash(timeline)).isEqualTo(hash(straight));
        timeline.redo();
        assertThat(timeline.clockNanos()).isEqualTo(30 * MINUTE);
        assertThat(hash(timeline)).isEqualTo(stopped);
    }

    @Test
    void aSliderThatIsDraggedIsUndoneAsOne() {
        timeline.advanceTo(10 * MINUTE);
        String before = hash(timeline);
        timeline.intervene(new Intervention.Set("search.probes", 19));
        timeline.interveneFurther(new Intervention.Set("search.probes", 12));
        timeline.advanceTo(11 * MINUTE);
        timeline.interveneFurther(new Intervention.Set("search.probes", 5));
        // Of what was set at one moment only the last value counts.
        assertThat(timeline.live())
                .containsExactly(
                        new TimedIntervention(10 * MINUTE, new Intervention.Set("search.probes", 12)),
                        new TimedIntervention(11 * MINUTE, new Intervention.Set("search.probes", 5)));
        assertThat(timeline.snapshot().settings().search().probes()).isEqualTo(5);
        timeline.undo();
        assertThat(timeline.live()).isEmpty();
        timeline.seek(10 * MINUTE);
        assertThat(hash(timeline)).isEqualTo(before);
        timeline.redo();
        assertThat(timeline.live()).hasSize(2);
    }

    @Test
    void draggingASliderLeavesOthersOfThatMomentAlone() {
        timeline.advanceTo(10 * MINUTE);
        timeline.intervene(new Intervention.Set("search.probes", 19));
        timeline.intervene(new Intervention.Set("copy.maxPerNode", 3));
        timeline.interveneFurther(new Intervention.Set("copy.maxPerNode", 4));
        timeline.interveneFurther(new Intervention.Set("copy.maxPerNode", 5));
        assertThat(timeline.live()).hasSize(2);
        timeline.undo();
        assertThat(timeline.live())
                .containsExactly(new TimedIntervention(10 * MINUTE, new Intervention.Set("search.probes", 19)));
    }

    @Test
    void aNewChangeEndsWhatCouldBeRedone() {
        timeline.intervene(backoff(BackoffPolicy.FIXED));
        timeline.undo();
        timeline.intervene(backoff(BackoffPolicy.EXPONENTIAL));
        assertThat(timeline.canRedo()).isFalse();
        timeline.redo();
        assertThat(timeline.snapshot().settings().search().backoff().policy()).isEqualTo(BackoffPolicy.EXPONENTIAL);
    }

    @Test
    void aThousandChangesCanBeUndone() {
        Settings small =
                SettingsPath.with(SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 3), "cluster.volumes", 3);
        Timeline changed = new Timeline(Cases.scenario(small, HORIZON, List.of()), EngineKind.RATES, MINUTE);
        for (int i = 0; i < BranchHistory.UNDO_MAX + 5; i++) {
            changed.intervene(new Intervention.ReleaseQuarantine());
        }
        int undone = 0;
        while (changed.canUndo()) {
            changed.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(BranchHistory.UNDO_MAX);
        assertThat(changed.live()).hasSize(5);
    }

    @Test
    void aChangeAtTheMomentOfAScriptedOneComesAfterIt() {
        timeline.seek(5 * MINUTE);
        timeline.intervene(new Intervention.HealNetwork(new NodeTarget.All()));
        assertThat(timeline.snapshot().nodeCount(NodeState.UP)).isEqualTo(20);
        assertThat(timeline.plan()).containsExactly(TRIGGER, timeline.live().get(0), LATER);
    }

    @Test
    void whatIsRecordedReplaysExactly() {
        timeline.advanceTo(10 * MINUTE);
        timeline.intervene(backoff(BackoffPolicy.FULL_JITTER));
        timeline.advanceTo(20 * MINUTE);
        timeline.intervene(new Intervention.Crash(new NodeTarget.Share(0.1)));
        timeline.advanceTo(HORIZON.toNanos());
        Timeline replay = new Timeline(timeline.recorded(), EngineKind.RATES, MINUTE);
        replay.advanceTo(HORIZON.toNanos());
        assertThat(hash(replay)).isEqualTo(hash(timeline));
        assertThat(replay.logEntries()).isEqualTo(timeline.logEntries());
        assertThat(timeline.scenario()).isEqualTo(storm());
    }

    @Test
    void aLongRunKeepsFewCheckpointsAndStillGoesAnywhere() {
        // More events than 64 checkpoints of 2,000 events each can hold: every other one is dropped.
        Timeline rounds = new Timeline(storm(), EngineKind.ROUNDS, MINUTE);
        rounds.advanceTo(HORIZON.toNanos());
        assertThat(rounds.result(0).summary().events()).isGreaterThan(Checkpoints.COUNT_MAX * Checkpoints.SPACING_WORK);
        String end = hash(rounds);
        long[] places = {59 * MINUTE, MINUTE, 33 * MINUTE, 32 * MINUTE, 6 * MINUTE, 45 * MINUTE};
        String[] hashes = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            rounds.seek(places[i]);
            hashes[i] = hash(rounds);
        }
        rounds.seek(HORIZON.toNanos());
        assertThat(hash(rounds)).isEqualTo(end);
        Run straight = new Run(storm(), 0, EngineKind.ROUNDS, MINUTE);
        long[] inOrder = {MINUTE, 6 * MINUTE, 32 * MINUTE, 33 * MINUTE, 45 * MINUTE, 59 * MINUTE};
        for (long place : inOrder) {
            straight.advanceTo(place);
            int i = LongStream.of(places).boxed().toList().indexOf(place);
            assertThat(hashes[i]).isEqualTo(straight.summary(0).traceHash());
        }
    }
}
