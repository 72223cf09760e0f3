package mirrorstorm.ui.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.ui.cluster.MyClusterViewModel.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyClusterViewModelTest {

    private final MyClusterViewModel model =
            new MyClusterViewModel(Scenario.DEFAULTS.cluster(), Scenario.DEFAULTS.copy(), 0.2);

    private void type(Field field, String text) {
        model.textProperty(field).set(text);
    }

    @Test
    void theLawAnswersAsIsTyped() {
        model.quarantineProperty().set(false);
        type(Field.UTILISATION, "91.32 %");
        assertThat(model.answerProperty().get()).isEqualTo("Safe up to 10.0 % of the nodes isolated.");
        type(Field.UTILISATION, "90");
        type(Field.ISOLATED, "20 %");
        type(Field.NODES, "1,000");
        type(Field.VOLUMES, "50,000");
        assertThat(model.stormyProperty().get()).isTrue();
        // 2x - x^2 - 2(1-u)/u = 0.1378 are stuck; half of that times u, of the cluster, makes room: 62 nodes
        assertThat(model.detailProperty().get())
                .contains("36.0 % of the volumes")
                .contains("13.8 %, about 6,890 volumes")
                .contains("62 empty nodes");
        type(Field.ISOLATED, "5");
        assertThat(model.stormyProperty().get()).isFalse();
        assertThat(model.detailProperty().get()).endsWith("Everybody finds room.");
    }

    @Test
    void quarantineMakesItWorse() {
        type(Field.UTILISATION, "0.8045");
        assertThat(model.answerProperty().get()).isEqualTo("Safe up to 21.3 % of the nodes isolated.");
        model.quarantineProperty().set(false);
        assertThat(model.answerProperty().get()).isEqualTo("Safe up to 28.3 % of the nodes isolated.");
        type(Field.UTILISATION, "0.4");
        assertThat(model.answerProperty().get()).startsWith("Safe whatever share");
    }

    @ParameterizedTest
    @CsvSource({"NODES, many", "NODES, 1", "UTILISATION, 130 %", "REPLICAS, 4", "COPY_RATE, ''", "ISOLATED, -3 %"})
    void whatIsWrongIsSaidAtTheField(Field field, String text) {
        type(field, text);
        for (Field each : Field.values()) {
            assertThat(model.problemProperty(each).get().isEmpty()).isEqualTo(each != field);
        }
        assertThat(model.runnableProperty().get()).isFalse();
        assertThat(model.scenario()).isEmpty();
        assertThat(model.answerProperty().get()).startsWith("Put the marked numbers right");
    }

    @Test
    void whatContradictsItselfIsSaidToo() {
        type(Field.NODES, "2");
        type(Field.REPLICAS, "3");
        assertThat(model.runnableProperty().get()).isFalse();
        assertThat(model.problemProperty(Field.REPLICAS).get()
                        + model.problemProperty(Field.NODES).get())
                .isNotEmpty();
    }

    @Test
    void aSmallClusterWithFewVolumesCanBeRun() {
        type(Field.NODES, "3");
        type(Field.VOLUMES, "10");
        assertThat(model.scenario()).map(made -> made.cluster().racks()).contains(3);
    }

    @Test
    void itBecomesAScenarioWhoseNetworkFails() throws ScenarioException {
        type(Field.NODES, "300");
        type(Field.SIZE, "50 GiB");
        type(Field.ISOLATED, "25 %");
        Scenario made = model.scenario().orElseThrow();
        assertThat(made.id()).isEqualTo("my-cluster");
        assertThat(made.cluster().nodes()).isEqualTo(300);
        assertThat(made.cluster().racks()).isEqualTo(15);
        assertThat(made.plan()).singleElement().satisfies(timed -> assertThat(timed.intervention())
                .isEqualTo(new Intervention.Isolate(new NodeTarget.Share(0.25), Duration.ofMinutes(1))));
        assertThat(ScenarioReader.read("mine", ScenarioWriter.text(made))).isEqualTo(made);
    }

    @Test
    void theTimeIsThatOfTheCopies() {
        type(Field.SIZE, "100");
        type(Field.COPY_RATE, "14");
        type(Field.STREAMS, "2");
        type(Field.NODES, "480");
        type(Field.VOLUMES, "24,000");
        type(Field.ISOLATED, "20 %");
        // 102400 MiB / 14; 8,640 copies over 384 nodes of 2 streams are 12 turns of them
        assertThat(model.timeProperty().get()).contains("2 h;").contains("24 h at least");
    }
}
