package mirrorstorm.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.work.JobViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreViewModelTest {

    private static final long SECOND = 1_000_000_000L;

    private final Scenario scenario = Library.bundled("class-no-room");
    private final Queue<Runnable> held = new ArrayDeque<>();
    private long now;
    private final ExploreViewModel model = new ExploreViewModel(held::add, () -> now, Optional.empty());

    @BeforeEach
    void ask() {
        model.across().stepsProperty().set("2");
        model.upwards().stepsProperty().set("3");
        model.fields().replicationsProperty().set("2");
        model.fields().horizonProperty().set("1m");
        model.measureProperty().set(Measure.STUCK_PEAK_INSTANT);
    }

    @Test
    void aMapIsEveryPairOfValues() {
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).isEmpty();
        assertThat(model.job().stateProperty().get()).isEqualTo(State.RUNNING);
        held.remove().run();
        now += 3 * SECOND;
        assertThat(model.onFrame()).isFalse();
        assertThat(model.job().stateProperty().get()).isEqualTo(State.DONE);
        assertThat(model.cells()).hasSize(6).allSatisfy(cell -> assertThat(cell.outcomes())
                .hasSize(2));
        assertThat(model.job().statusProperty().get()).contains("6 of 6");
        assertThat(model.job().progressProperty().get()).isEqualTo(1);
    }

    @Test
    void aCellSaysWhereItIsAndHowSureItIs() {
        model.measureProperty().set(Measure.RECOVERED);
        model.start(scenario);
        assertThat(model.cellText(0)).contains("not known yet");
        held.remove().run();
        model.onFrame();
        assertThat(model.cellText(0))
                .contains(model.across().leverProperty().get().title())
                .contains("median")
                .contains("95 %");
        assertThat(model.cellText(6)).isEmpty();
        assertThat(model.cellText(-1)).isEmpty();
    }

    @Test
    void theScenarioOfACellHasItsTwoValues() {
        model.start(scenario);
        SweepPlan plan = model.plan().orElseThrow();
        Scenario last = model.scenario(5).orElseThrow();
        assertThat(last.lever("cluster.utilisation"))
                .isEqualTo(plan.axes().get(1).values().get(1));
        assertThat(last.lever("race.probability"))
                .isEqualTo(plan.axes().get(0).values().get(2));
        assertThat(model.scenario(6)).isEmpty();
    }

    @Test
    void whatWasCancelledBeforeItRanHasNoCells() {
        model.start(scenario);
        model.job().cancel();
        held.remove().run();
        assertThat(model.onFrame()).isFalse();
        assertThat(model.job().stateProperty().get()).isEqualTo(State.CANCELLED);
        assertThat(model.cells()).isEmpty();
    }

    @Test
    void aNewMapTakesThePlaceOfTheOneBefore() {
        model.start(scenario);
        model.across().stepsProperty().set("3");
        model.start(scenario);
        held.remove().run();
        model.onFrame();
        assertThat(model.cells()).isEmpty();
        held.remove().run();
        model.onFrame();
        assertThat(model.cells()).hasSize(9);
        assertThat(model.job().stateProperty().get()).isEqualTo(State.DONE);
    }

    @Test
    void aMapThatWaitsDoesNotCountItsTime() {
        model.start(scenario);
        model.job().pause();
        now += 3600 * SECOND;
        assertThat(model.onFrame()).isTrue();
        assertThat(model.job().stateProperty().get()).isEqualTo(State.PAUSED);
        model.job().resume();
        held.remove().run();
        now += 2 * SECOND;
        model.onFrame();
        assertThat(model.job().statusProperty().get()).contains("6 of 6").doesNotContain(" h");
    }

    @Test
    void whatCannotBeRunIsSaidAndNothingRuns() {
        model.across().stepsProperty().set("1");
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("2 to 40");
        model.across().stepsProperty().set("2");
        model.across().fromProperty().set("much");
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("much");
        model.upwards().leverProperty().set(Levers.require("search.backoff.base"));
        model.across().leverProperty().set(Levers.require("search.backoff.base"));
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("the same");
        assertThat(held).isEmpty();
        assertThat(model.job().stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void aChoiceTakesAllOfItsValues() {
        model.across().leverProperty().set(Levers.require("search.backoff.policy"));
        model.measureProperty().set(Measure.RECOVERED);
        model.start(scenario);
        SweepPlan plan = model.plan().orElseThrow();
        assertThat(plan.axes().get(1).values())
                .hasSameSizeAs(Levers.require("search.backoff.policy").choices());
        assertThat(plan.measure()).isEqualTo(Measure.RECOVERED);
    }

    @Test
    void everyLeverThatIsOfferedHasARangeToBeginWith() {
        AxisViewModel.levers().forEach(lever -> {
            model.across().leverProperty().set(lever);
            model.upwards()
                    .leverProperty()
                    .set(Levers.require(
                            lever.path().equals("race.probability") ? "cluster.utilisation" : "race.probability"));
            model.start(scenario);
            assertThat(model.fields().problemProperty().get()).as(lever.path()).isEmpty();
        });
    }

    @Test
    void aMapThatWasKilledGoesOnWhereItWas(@TempDir Path folder) throws IOException {
        ExploreViewModel killed = asked(folder);
        killed.start(scenario);
        held.remove().run();
        killed.onFrame();
        List<Cell> whole = killed.cells();
        cutHalf(folder);

        ExploreViewModel next = asked(folder);
        next.start(scenario);
        held.remove().run();
        next.onFrame();
        assertThat(next.cells()).isEqualTo(whole).hasSize(6);
        assertThat(next.job().stateProperty().get()).isEqualTo(State.DONE);

        // another question has a journal of its own
        next.fields().replicationsProperty().set("3");
        next.start(scenario);
        held.remove().run();
        next.onFrame();
        assertThat(next.cells()).hasSize(6).allSatisfy(cell -> assertThat(cell.outcomes())
                .hasSize(3));
    }

    /** As a kill leaves it: the last line is not whole. */
    private static void cutHalf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path journal = files.findFirst().orElseThrow();
            String text = Files.readString(journal);
            Files.writeString(journal, text.substring(0, text.length() * 2 / 3));
        }
    }

    private ExploreViewModel asked(Path folder) {
        ExploreViewModel asked = new ExploreViewModel(held::add, () -> now, Optional.of(folder));
        asked.across().stepsProperty().set("2");
        asked.upwards().stepsProperty().set("3");
        asked.fields().replicationsProperty().set("2");
        asked.fields().horizonProperty().set("1m");
        asked.measureProperty().set(Measure.STUCK_PEAK_INSTANT);
        return asked;
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaid(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ExploreViewModel asked = asked(file.resolve("below"));
        asked.start(scenario);
        held.remove().run();
        asked.onFrame();
        assertThat(asked.job().stateProperty().get()).isEqualTo(State.CANCELLED);
        assertThat(asked.job().problemProperty().get()).isNotEmpty();
    }

    @Test
    void whatTheRunsCannotShowIsNotLookedFor() {
        model.measureProperty().set(Measure.STUCK_PEAK);
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("stuckPeak").contains("run on until 20m");
        assertThat(held).isEmpty();
    }

    @Test
    void whatIsKnownWellEnoughIsNotRunAgain() {
        model.measureProperty().set(Measure.RECOVERED);
        model.fields().replicationsProperty().set("40");
        model.precisionProperty().set("100 %");
        model.start(scenario);
        held.remove().run();
        model.onFrame();
        assertThat(model.cells()).hasSize(6).allSatisfy(cell -> assertThat(cell.outcomes())
                .hasSize(SweepPlan.replicationsMin(Measure.RECOVERED)));
    }

    @Test
    void howWellIsSaidInTheUnitOfTheMeasure() throws ValueException {
        assertThat(ExploreViewModel.precision(Measure.STUCK_PEAK, "1 %")).isEqualTo(0.01);
        assertThat(ExploreViewModel.precision(Measure.STUCK_PEAK, "2.5")).isEqualTo(0.025);
        assertThat(ExploreViewModel.precision(Measure.RECOVERY_SECONDS, "10m")).isEqualTo(600);
        assertThat(ExploreViewModel.precision(Measure.NODES_CRASHED, "3")).isEqualTo(3);
        assertThat(ExploreViewModel.precision(Measure.NODES_CRASHED, "")).isZero();
        model.precisionProperty().set("very");
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("very");
    }
}
