package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.StateChange;
import org.junit.jupiter.api.Test;

/** The log of a run: told once, in order, also when the run is taken back and another way. */
class LogTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Timeline timeline = new Timeline(
            Cases.scenario(
                    SettingsPath.with(SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 10), "cluster.volumes", 20),
                    Duration.ofHours(1),
                    List.of()),
            EngineKind.RATES,
            MINUTE);

    private static Intervention crash(int node) {
        return new Intervention.Crash(new NodeTarget.Nodes(List.of(node)));
    }

    private static LogEntry crashed(long time, int node) {
        return new LogEntry(time, StateChange.NODE_STATE, node, NodeState.CRASHED.ordinal());
    }

    private static LogEntry did(long time, int index) {
        return new LogEntry(time, StateChange.INTERVENTION, index, 0);
    }

    @Test
    void fallsJoinsAndInterventionsAreTold() {
        timeline.advanceTo(MINUTE);
        timeline.intervene(crash(3));
        timeline.intervene(new Intervention.AddNodes(1, Duration.ofMinutes(1)));
        timeline.intervene(new Intervention.Restart(new NodeTarget.All()));
        timeline.advanceTo(3 * MINUTE);
        assertThat(timeline.logEntries())
                .containsExactly(
                        did(MINUTE, 0),
                        crashed(MINUTE, 3),
                        did(MINUTE, 1),
                        did(MINUTE, 2),
                        new LogEntry(2 * MINUTE, StateChange.NODE_JOINED, 10, 10));
    }

    @Test
    void goingBackAndForthTellsNothingTwice() {
        timeline.intervene(crash(1));
        timeline.advanceTo(MINUTE);
        timeline.intervene(crash(3));
        timeline.advanceTo(5 * MINUTE);
        List<LogEntry> told = timeline.logEntries();
        timeline.seek(0);
        assertThat(timeline.logEntries()).isEqualTo(told);
        timeline.seek(MINUTE);
        timeline.seek(MINUTE / 2);
        timeline.advanceTo(5 * MINUTE);
        assertThat(timeline.logEntries()).isEqualTo(told).hasSize(4);
    }

    @Test
    void whatIsUndoneIsForgottenAndWhatCameBeforeIsToldOnce() {
        timeline.intervene(crash(1));
        timeline.advanceTo(MINUTE);
        timeline.intervene(crash(3));
        timeline.advanceTo(2 * MINUTE);
        timeline.undo();
        assertThat(timeline.logEntries()).containsExactly(did(0, 0), crashed(0, 1));
        timeline.redo();
        assertThat(timeline.logEntries()).containsExactly(did(0, 0), crashed(0, 1), did(MINUTE, 1), crashed(MINUTE, 3));
        timeline.seek(0);
        timeline.undo();
        assertThat(timeline.logEntries()).containsExactly(did(0, 0), crashed(0, 1));
        timeline.undo();
        assertThat(timeline.logEntries()).isEmpty();
    }

    @Test
    void itIsBounded() {
        int[] changes = new int[1];
        Log log = new Log(() -> changes[0]);
        for (int i = 0; i < Log.ENTRIES_MAX + 10; i++) {
            changes[0]++;
            log.onChange(i, StateChange.INTERVENTION, i, 0);
        }
        assertThat(log.entries()).hasSize(Log.ENTRIES_MAX);
    }
}
