package mirrorstorm.ui.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import mirrorstorm.picture.text.AttributionText;
import mirrorstorm.run.Cases;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.work.JobViewModel.State;
import org.junit.jupiter.api.Test;

class CauseViewModelTest {

    private final Scenario scenario = Cases.smallStorm(Duration.ofHours(4));
    private final Queue<Runnable> held = new ArrayDeque<>();
    private long now;
    private final CauseViewModel model = new CauseViewModel(held::add, () -> now);

    @Test
    void everySetOfCausesIsRunAndSummedUp() {
        model.fields().replicationsProperty().set("2");
        model.fields().horizonProperty().set("7m");
        model.start(scenario);
        assertThat(model.study().job().stateProperty().get()).isEqualTo(State.RUNNING);
        assertThat(model.sentenceProperty().get()).isEmpty();
        held.remove().run();
        assertThat(model.onFrame()).isFalse();
        Attribution known = model.study().knownProperty().get().orElseThrow();
        assertThat(known.outcomes()).hasSize(64).allSatisfy(set -> assertThat(set)
                .hasSize(2));
        assertThat(model.study().job().statusProperty().get()).contains("2 of 2");
        assertThat(model.scenario().orElseThrow().horizon()).isEqualTo(Duration.ofMinutes(7));
        assertThat(model.sentenceProperty().get()).isEqualTo(AttributionText.of(known, Measure.STUCK_MEAN));
        model.measureProperty().set(Measure.PROBES);
        assertThat(model.sentenceProperty().get())
                .isEqualTo(AttributionText.of(known, Measure.PROBES))
                .contains("no backoff");
    }

    @Test
    void whatCannotBeRunIsSaidAndNothingRuns() {
        model.fields().replicationsProperty().set("1");
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("2 to 1000");
        model.fields().replicationsProperty().set("5");
        model.fields().horizonProperty().set("soon");
        model.start(scenario);
        assertThat(model.fields().problemProperty().get()).contains("soon");
        assertThat(held).isEmpty();
    }

    @Test
    void whatIsStoppedKeepsTheReplicationsThatAreWhole() {
        model.start(scenario);
        model.study().job().cancel();
        held.remove().run();
        model.onFrame();
        assertThat(model.study().job().stateProperty().get()).isEqualTo(State.CANCELLED);
        assertThat(model.study().knownProperty().get()).isEmpty();
    }
}
