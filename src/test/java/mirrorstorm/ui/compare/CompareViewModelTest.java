package mirrorstorm.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.run.Cases;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.work.JobViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compared, and what comes of it. */
class CompareViewModelTest {

    private final HeldSimulation open = HeldSimulation.paused();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final CompareViewModel model = new CompareViewModel(held::add, held::add, () -> 0);

    @BeforeEach
    void begin() {
        open.settle();
        model.choice().begin(open.view().history());
        model.fields().replicationsProperty().set("3");
        model.fields().horizonProperty().set("10m");
    }

    private List<String> labels() {
        return model.choice().variants().stream().map(Variant::label).toList();
    }

    private void settle() {
        while (model.onFrame()) {
            while (!held.isEmpty()) {
                held.remove().run();
            }
        }
    }

    @Test
    void theOpenRunIsFirstAndStaysFirst() {
        assertThat(labels()).hasSize(1);
        model.choice().remove(0);
        assertThat(labels()).hasSize(1);
        model.choice().add(new Variant("other", Cases.smallStorm(Duration.ofHours(1))));
        model.choice().begin(open.view().history());
        assertThat(labels()).hasSize(2).last().isEqualTo("other");
        model.choice().remove(1);
        assertThat(labels()).hasSize(1);
    }

    @Test
    void aLeverOfTheFirstCanBeChanged() {
        model.choice().leverProperty().set(Levers.require("search.backoff.policy"));
        model.choice().valueProperty().set("Full jitter");
        model.choice().addChanged();
        assertThat(model.choice().problemProperty().get()).isEmpty();
        Variant added = model.choice().variants().get(1);
        assertThat(added.label()).isEqualTo("Backoff: full jitter");
        assertThat(added.scenario().search().backoff().policy()).isEqualTo(BackoffPolicy.FULL_JITTER);
        model.choice().leverProperty().set(Levers.require("cluster.utilisation"));
        model.choice().valueProperty().set("50 %");
        model.choice().addChanged();
        assertThat(model.choice().variants().get(2).scenario().cluster().utilisation())
                .isEqualTo(0.5);
    }

    @Test
    void whatCannotBeAddedIsSaid() {
        model.choice().leverProperty().set(Levers.require("cluster.utilisation"));
        model.choice().valueProperty().set("a lot");
        model.choice().addChanged();
        assertThat(model.choice().problemProperty().get()).contains("number");
        assertThat(labels()).hasSize(1);
        for (int i = 0; i < 4; i++) {
            model.choice().add(new Variant("other", Cases.smallStorm(Duration.ofHours(1))));
        }
        assertThat(labels()).hasSize(VariantComparison.VARIANTS_MAX);
        assertThat(model.choice().problemProperty().get()).contains("Four");
    }

    @Test
    void theBranchesOfTheRunAndTheRestOfItsFamilyAreOffered() {
        open.simulation.intervene(new mirrorstorm.model.Intervention.StopSearches());
        open.settle();
        open.playback.seek(0);
        open.settle();
        open.simulation.intervene(new mirrorstorm.model.Intervention.ResumeSearches());
        open.settle();
        model.choice().begin(open.view().history());
        int branches = open.view().history().branches().all().size();
        assertThat(model.choice().offeredProperty().get()).hasSize(branches - 1);
        model.choice().offer(VariantChoice.family(Library.bundled("aws-2011")));
        assertThat(model.choice().offeredProperty().get())
                .hasSize(branches - 1 + Library.Group.STORM.ids().size() - 1);
        assertThat(VariantChoice.family(Cases.smallStorm(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void onlyOneIsNothingToCompare() {
        model.start(0);
        assertThat(model.fields().problemProperty().get()).contains("second variant");
        assertThat(held).isEmpty();
    }

    @Test
    void variantsHaveTheRandomNumbersOfTheFirstAndPartWhereOneDoesSomethingElse() {
        Scenario first = model.choice().variants().get(0).scenario();
        model.choice()
                .add(new Variant(
                        "roomy", first.withLever("cluster.utilisation", 0.4).withSeed(99)));
        model.choice().add(new Variant("same", first.withSeed(77)));
        model.start(0);
        assertThat(model.fields().problemProperty().get()).isEmpty();
        settle();
        assertThat(model.study().job().stateProperty().get()).isEqualTo(State.DONE);
        assertThat(model.comparedProperty().get())
                .extracting(variant -> variant.scenario().seed())
                .containsOnly(first.seed());
        VariantComparison known = model.knownProperty().get().orElseThrow();
        assertThat(known.replications()).isEqualTo(3);
        assertThat(known.outcomes().get(2)).isEqualTo(known.outcomes().get(0));
        assertThat(model.divergence(2)).isEmpty();
        assertThat(model.divergence(1)).isPresent();
        model.toFirstDivergence(1);
        settle();
        assertThat(model.player().shownProperty().get().orElseThrow().timeNanos())
                .isEqualTo(model.divergence(1).orElseThrow().timeNanos())
                .isEqualTo(model.parted().get(1).orElseThrow());
    }
}
