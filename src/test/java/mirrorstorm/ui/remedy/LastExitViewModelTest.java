package mirrorstorm.ui.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.run.Cases;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.timeline.ExitMark;
import mirrorstorm.ui.work.JobViewModel;
import org.junit.jupiter.api.Test;

class LastExitViewModelTest {

    private static final long MINUTE = 60 * HeldSimulation.SECOND;
    private static final Scenario STORM = Cases.smallStorm(Duration.ofHours(12));
    private static final Remedy MORE_NODES = new Remedy(List.of(new Intervention.AddNodes(60, Duration.ZERO)));

    private final HeldSimulation held = HeldSimulation.paused(STORM);
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private final LastExitViewModel model = new LastExitViewModel(jobs::add, held::now, 2);

    private void ask(String criterion) {
        model.offer(held.view().history());
        model.remedyProperty().set(MORE_NODES);
        model.criterionProperty().set(criterion);
        model.fields().horizonProperty().set("3h");
        model.fields().replicationsProperty().set("10");
    }

    private void find() {
        assertThat(model.start(held.view().history())).isTrue();
        jobs.remove().run();
        while (model.onFrame()) {
            held.settle();
        }
    }

    @Test
    void whatWasDoneLastIsSuggestedFirst() {
        model.offer(held.view().history());
        assertThat(model.remedyProperty().get())
                .isEqualTo(model.remediesProperty().get().get(0));
        held.playback.seek(20 * MINUTE);
        held.simulation.intervene(new Intervention.Set("search.backoff.base", Duration.ofSeconds(7)));
        held.settle();
        held.playback.seek(30 * MINUTE);
        held.simulation.intervene(new Intervention.StopSearches());
        held.settle();
        model.offer(held.view().history());
        assertThat(model.remedyProperty().get()).isEqualTo(new Remedy(List.of(new Intervention.StopSearches())));
        assertThat(model.remediesProperty().get())
                .extracting(Remedy::text)
                .doesNotHaveDuplicates()
                .anyMatch(text -> text.contains("7s"));
        assertThat(model.remediesProperty().get())
                .contains(new Remedy(List.of(new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER))))
                .noneMatch(remedy -> remedy.interventions().get(0) instanceof Intervention.Isolate);
    }

    @Test
    void itIsFoundSaidAndMarkedOnTheTimeLine() {
        ask("stuckMean < 5 %");
        assertThat(model.start(held.view().history())).isTrue();
        assertThat(model.sentenceProperty().get()).startsWith("Looking for the last exit");
        jobs.remove().run();
        model.onFrame();
        assertThat(model.job().stateProperty().get()).isEqualTo(JobViewModel.State.DONE);
        assertThat(model.sentenceProperty().get()).contains("Last exit", "of 10 runs", "95 % confidence", "Without it");
        ExitMark mark = model.markProperty().get().orElseThrow();
        assertThat(mark.latestNanos()).isBetween(5 * MINUTE, 180 * MINUTE);
        assertThat(mark.surelyNanos()).isLessThanOrEqualTo(mark.latestNanos());
        assertThat(mark.tooLateNanos()).isGreaterThan(mark.latestNanos());
    }

    @Test
    void whatNeverWorksOrAlwaysDoesHasNoMark() {
        ask("stuckPeakInstant < 1 %");
        find();
        assertThat(model.sentenceProperty().get()).contains("not even");
        assertThat(model.markProperty().get()).isEmpty();
        ask("stuckPeak < 100 %");
        find();
        assertThat(model.sentenceProperty().get()).contains("as late as at 3 h");
        assertThat(model.markProperty().get()).isEmpty();
    }

    @Test
    void whatCannotBeLookedForIsSaid() {
        ask("stuck < 5 %");
        assertThat(model.start(held.view().history())).isFalse();
        assertThat(model.fields().problemProperty().get()).isNotEmpty();
        ask("stuckPeak < 5 %");
        model.fields().horizonProperty().set("2m");
        assertThat(model.start(held.view().history())).isFalse();
        assertThat(model.fields().problemProperty().get()).contains("before the trigger");
        assertThat(jobs).isEmpty();
    }

    @Test
    void whatIsStoppedOrOfAnotherScenarioIsGone() {
        ask("stuckPeak < 5 %");
        model.start(held.view().history());
        model.job().cancel();
        assertThat(model.sentenceProperty().get()).contains("stopped");
        model.forget();
        assertThat(model.sentenceProperty().get()).isEmpty();
        jobs.clear();
        ask("stuckPeak < 100 %");
        find();
        model.follow(held.view());
        assertThat(model.sentenceProperty().get()).isNotEmpty();
        held.simulation.open(STORM.withSeed(7), false);
        held.settle();
        model.follow(held.view());
        assertThat(model.sentenceProperty().get()).isEmpty();
    }
}
