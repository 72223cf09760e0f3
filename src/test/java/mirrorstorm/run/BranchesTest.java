package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;
import org.junit.jupiter.api.Test;

/** A change in the past starts a branch, and nothing of what was seen before is lost. */
class BranchesTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Intervention JITTER = new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER);
    private static final Intervention STOP = new Intervention.StopSearches();

    private final Timeline timeline = new Timeline(storm(), EngineKind.RATES, MINUTE);

    private static Scenario storm() {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 20);
        settings = SettingsPath.with(settings, "cluster.volumes", 400);
        settings = SettingsPath.with(settings, "cluster.utilisation", 0.95);
        settings = SettingsPath.with(settings, "race.probability", 1e-7);
        return Cases.scenario(
                settings,
                Duration.ofHours(1),
                List.of(new TimedIntervention(
                        5 * MINUTE, new Intervention.Isolate(new NodeTarget.Share(0.3), Duration.ofMinutes(1)))));
    }

    private String hash() {
        return timeline.result(0).summary().traceHash();
    }

    private void branchAt(long minute, Intervention intervention) {
        timeline.seek(minute * MINUTE);
        timeline.intervene(intervention);
    }

    @Test
    void aChangeAtTheFrontOfTheRunStartsNoBranch() {
        timeline.seek(20 * MINUTE);
        timeline.intervene(JITTER);
        assertThat(timeline.branches()).hasSize(1);
        assertThat(timeline.ghosts()).isEmpty();
    }

    @Test
    void aChangeInThePastKeepsTheFutureThatWasSeenAsAGhost() {
        timeline.seek(40 * MINUTE);
        double seen = timeline.series().get(Metric.STUCK, 39);
        branchAt(20, JITTER);
        assertThat(timeline.branches()).extracting(Branch::number).containsExactly(1, 2);
        assertThat(timeline.presentBranch()).isEqualTo(1);
        assertThat(timeline.reachedNanos()).isEqualTo(20 * MINUTE);
        Ghost ghost = timeline.ghosts().get(0);
        assertThat(ghost.index()).isZero();
        assertThat(ghost.partedNanos()).isEqualTo(20 * MINUTE);
        assertThat(ghost.recordedRun().reachedNanos()).isEqualTo(40 * MINUTE);
        assertThat(ghost.recordedRun().series().get(Metric.STUCK, 39)).isEqualTo(seen);
    }

    @Test
    void switchingStandsAtTheSameMomentOfTheOtherFutureAndKnowsWhatWasSeenThere() {
        timeline.seek(40 * MINUTE);
        timeline.seek(30 * MINUTE);
        String before = hash();
        branchAt(10, STOP);
        timeline.seek(30 * MINUTE);
        String stopped = hash();
        assertThat(stopped).isNotEqualTo(before);
        timeline.switchTo(0);
        assertThat(timeline.clockNanos()).isEqualTo(30 * MINUTE);
        assertThat(timeline.reachedNanos()).isEqualTo(40 * MINUTE);
        assertThat(hash()).isEqualTo(before);
        timeline.switchTo(1);
        assertThat(hash()).isEqualTo(stopped);
    }

    @Test
    void aBranchOfABranchPartsWhereItsOwnChangeIs() {
        timeline.seek(40 * MINUTE);
        branchAt(20, JITTER);
        timeline.seek(40 * MINUTE);
        branchAt(30, STOP);
        assertThat(timeline.ghosts()).extracting(Ghost::partedNanos).containsExactly(20 * MINUTE, 30 * MINUTE);
        assertThat(timeline.live()).hasSize(2);
    }

    @Test
    void undoTakesABranchAwayAndRedoBringsItBack() {
        timeline.seek(40 * MINUTE);
        branchAt(20, JITTER);
        timeline.undo();
        assertThat(timeline.branches()).hasSize(1);
        assertThat(timeline.reachedNanos()).isEqualTo(40 * MINUTE);
        timeline.redo();
        assertThat(timeline.branches()).hasSize(2);
        assertThat(timeline.live()).extracting(TimedIntervention::intervention).containsExactly(JITTER);
    }

    @Test
    void aDraggedSliderStartsOneBranchOnly() {
        timeline.seek(40 * MINUTE);
        branchAt(20, new Intervention.Set("search.probes", 5));
        timeline.interveneFurther(new Intervention.Set("search.probes", 6));
        timeline.interveneFurther(new Intervention.Set("search.probes", 7));
        assertThat(timeline.branches()).hasSize(2);
        assertThat(timeline.live()).hasSize(1);
        timeline.undo();
        assertThat(timeline.branches()).hasSize(1);
    }

    @Test
    void branchesAreNamedAndDeletedAndThatCanBeUndone() {
        timeline.seek(40 * MINUTE);
        branchAt(20, JITTER);
        timeline.rename(1, "with jitter");
        timeline.delete(0);
        assertThat(timeline.branches()).extracting(Branch::name).containsExactly("with jitter");
        assertThat(timeline.presentBranch()).isZero();
        assertThatThrownBy(() -> timeline.delete(0)).isInstanceOf(IllegalArgumentException.class);
        timeline.undo();
        timeline.undo();
        assertThat(timeline.branches()).extracting(Branch::name).containsExactly("", "");
        assertThat(timeline.ghosts()).hasSize(1);
    }

    @Test
    void oldUnnamedBranchesMakeRoomForNewOnes() {
        timeline.seek(40 * MINUTE);
        branchAt(20, JITTER);
        timeline.rename(1, "keep me");
        for (int i = 0; i < Scenario.BRANCHES_MAX + 3; i++) {
            timeline.seek(40 * MINUTE);
            branchAt(20, JITTER);
        }
        assertThat(timeline.branches()).hasSize(Scenario.BRANCHES_MAX + 1);
        assertThat(timeline.branches())
                .extracting(Branch::number)
                .startsWith(1, 2)
                .doesNotContain(3, 4);
        assertThat(timeline.branches()).extracting(Branch::name).contains("keep me");
    }

    @Test
    void savedAndOpenedAgainTheyAreAllThere() throws ScenarioException {
        timeline.seek(40 * MINUTE);
        branchAt(20, JITTER);
        timeline.rename(0, "as it was");
        timeline.rename(1, "with jitter");
        timeline.seek(40 * MINUTE);
        String jittered = hash();
        Scenario saved = ScenarioReader.read("saved", ScenarioWriter.text(timeline.recorded()));
        assertThat(saved).isEqualTo(timeline.recorded());
        Timeline opened = new Timeline(saved, EngineKind.RATES, MINUTE);
        opened.seek(40 * MINUTE);
        assertThat(opened.result(0).summary().traceHash()).isEqualTo(jittered);
        assertThat(opened.branches()).extracting(Branch::name).containsExactly("with jitter", "as it was");
        assertThat(opened.ghosts()).isEmpty();
        Branch other = opened.branches().get(1);
        RecordedRun.run(saved, other, EngineKind.RATES, MINUTE, 60 * MINUTE, () -> false)
                .ifPresent(recordedRun -> opened.remember(other, recordedRun));
        assertThat(opened.ghosts()).hasSize(1);
        opened.switchTo(1);
        timeline.switchTo(0);
        assertThat(opened.result(0).summary().traceHash()).isEqualTo(hash());
        assertThat(opened.reachedNanos()).isEqualTo(60 * MINUTE);
    }

    @Test
    void whatIsWrongInABranchIsFoundWithItsPlace() {
        String text = """
                {"schema": 1, "branches": [{"name": "x",
                  "timeline": [{"at": "2m", "do": "isolate", "share": 2}]}]}""";
        assertThatThrownBy(() -> ScenarioReader.read("file", text))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("branches[0].timeline[0].share")
                .hasMessageContaining("file:2:");
    }
}
