package mirrorstorm.ui.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Cases;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.work.JobViewModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator did, tried again. */
class RunbookViewModelTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Queue<Runnable> held = new ArrayDeque<>();
    private final RunbookViewModel model = new RunbookViewModel(held::add, () -> 0);

    private static TimedIntervention after(Duration trigger, Intervention what) {
        return new TimedIntervention(trigger.toNanos(), what);
    }

    @Test
    void movesOfTheOpenRunAreTakenRelativeToItsTrigger() {
        HeldSimulation open = HeldSimulation.paused();
        open.settle();
        long trigger = Triggers.firstNanos(open.view().history().plan()).orElseThrow();
        open.playback.seek(trigger + MINUTE.toNanos());
        open.settle();
        open.simulation.intervene(new Intervention.StopSearches());
        open.settle();
        model.take(open.view().history());
        assertThat(model.movesProperty().get()).containsExactly(after(MINUTE, new Intervention.StopSearches()));
        int planned = RelativePlan.recorded(open.view().history().scenario())
                .afterTrigger()
                .size();
        model.plannedProperty().set(true);
        model.take(open.view().history());
        assertThat(model.movesProperty().get()).hasSize(planned + 1);
    }

    @Test
    void movesAreDroppedAndRetimedAndStayInOrder() {
        Scenario storm = Cases.smallStorm(Duration.ofHours(1));
        model.take(storm.withTimeline(List.of(
                storm.plan().get(0),
                after(MINUTE.multipliedBy(7), new Intervention.StopSearches()),
                after(MINUTE.multipliedBy(9), new Intervention.ResumeSearches()))));
        assertThat(model.movesProperty().get())
                .extracting(TimedIntervention::timeNanos)
                .containsExactly(2 * MINUTE.toNanos(), 4 * MINUTE.toNanos());
        assertThat(model.retime(0, "6m")).isTrue();
        assertThat(model.movesProperty().get())
                .extracting(TimedIntervention::intervention)
                .containsExactly(new Intervention.ResumeSearches(), new Intervention.StopSearches());
        assertThat(model.retime(0, "soon")).isFalse();
        assertThat(model.fields().problemProperty().get()).contains("soon");
        model.remove(0);
        assertThat(model.movesProperty().get()).hasSize(1);
        assertThat(model.fields().problemProperty().get()).isEmpty();
    }

    @Test
    void theyAreReplayedAgainstNobodyDoingAnything() {
        Scenario storm = Cases.smallStorm(Duration.ofHours(2));
        model.take(storm.withTimeline(List.of(
                storm.plan().get(0), after(MINUTE.multipliedBy(6), new Intervention.AddNodes(40, Duration.ZERO)))));
        model.fields().replicationsProperty().set("6");
        model.fields().horizonProperty().set("40m");
        model.criterionProperty().set("stuckPeak < 5 %");
        model.start();
        assertThat(model.fields().problemProperty().get()).isEmpty();
        held.remove().run();
        model.onFrame();
        assertThat(model.study().job().stateProperty().get()).isEqualTo(State.DONE);
        Runbook known = model.study().knownProperty().get().orElseThrow();
        assertThat(known.with()).hasSize(6);
        assertThat(known.success().value())
                .isGreaterThan(known.successIfNobodyActs().value());
        assertThat(model.sentenceProperty().get())
                .startsWith("They work in 6 of 6 runs")
                .contains("nobody");
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameMoves(@TempDir Path folder) throws Exception {
        model.take(Cases.smallStorm(Duration.ofHours(2)));
        assertThat(model.retime(0, "12m")).isTrue();
        Path file = folder.resolve("runbook.storm.json");
        ScenarioWriter.write(model.written().orElseThrow(), file);
        RunbookViewModel other = new RunbookViewModel(held::add, () -> 0);
        other.take(ScenarioReader.read(file));
        assertThat(other.movesProperty().get()).isEqualTo(model.movesProperty().get());
    }

    @Test
    void withoutMovesOrWithoutAMeasureNothingRuns() {
        model.start();
        assertThat(model.fields().problemProperty().get()).contains("no interventions");
        model.take(Cases.smallStorm(Duration.ofHours(2)));
        model.criterionProperty().set("stuckest < 3");
        model.start();
        assertThat(model.fields().problemProperty().get()).contains("stuckest");
        assertThat(held).isEmpty();
    }
}
