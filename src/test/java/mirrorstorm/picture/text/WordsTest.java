package mirrorstorm.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.picture.Ink;
import mirrorstorm.scenario.SampleInterventions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What pictures say. */
class WordsTest {

    private static final NodeTarget SHARE = new NodeTarget.Share(0.277);

    static Stream<Arguments> interventions() {
        return Stream.of(
                Arguments.of(new Intervention.Isolate(SHARE, Duration.ofSeconds(60)), "isolate 27.7 % of nodes"),
                Arguments.of(new Intervention.HealNetwork(SHARE), "network healed"),
                Arguments.of(new Intervention.Crash(new NodeTarget.Nodes(List.of(17))), "crash node 17"),
                Arguments.of(
                        new Intervention.PowerLoss(new NodeTarget.Racks(List.of(3)), Duration.ZERO),
                        "power loss rack 3"),
                Arguments.of(new Intervention.Leak(SHARE, new Rate(1e-5), 0.1), "memory leak on 27.7 % of nodes"),
                Arguments.of(new Intervention.StopLeak(new NodeTarget.All()), "leak stopped"),
                Arguments.of(new Intervention.Restart(new NodeTarget.All()), "restart all nodes"),
                Arguments.of(new Intervention.Destroy(new NodeTarget.Nodes(List.of(1, 2))), "destroy 2 nodes"),
                Arguments.of(new Intervention.AddNodes(150, Duration.ZERO), "+150 nodes"),
                Arguments.of(new Intervention.AddNodes(1, Duration.ZERO), "+1 node"),
                Arguments.of(new Intervention.StopSearches(), "searches stopped"),
                Arguments.of(new Intervention.ResumeSearches(), "searches resumed"),
                Arguments.of(new Intervention.ReleaseQuarantine(), "quarantine released"),
                Arguments.of(new Intervention.DisableApi("a", RequestKind.CREATE_VOLUME), "create-volume disabled"),
                Arguments.of(new Intervention.EnableApi("a", RequestKind.OTHER), "other enabled"),
                Arguments.of(new Intervention.CutControlPlane(), "control plane cut off"),
                Arguments.of(new Intervention.ReconnectControlPlane(new Rate(1)), "control plane back"),
                Arguments.of(new Intervention.RestoreFromSnapshots(new Rate(1), 0.5), "restore from snapshots"),
                Arguments.of(new Intervention.ForensicRestore(new Rate(1), 0.9), "forensic restore"),
                Arguments.of(new Intervention.Set("search.probes", 5), null));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("interventions")
    void aFlagSaysWhatIsDone(Intervention intervention, String words) {
        if (words == null) {
            assertThat(InterventionText.of(intervention)).endsWith(" = 5");
        } else {
            assertThat(InterventionText.of(intervention)).isEqualTo(words);
        }
    }

    @Test
    void everyInterventionHasWords() {
        assertThat(SampleInterventions.all())
                .extracting(InterventionText::of)
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{"));
    }

    @Test
    void harmIsToldFromHelp() {
        assertThat(InterventionText.ink(new Intervention.Crash(SHARE))).isEqualTo(Ink.TRIGGER_FLAG);
        assertThat(InterventionText.ink(new Intervention.StopSearches())).isEqualTo(Ink.OPERATOR_FLAG);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.00004, 0.00 %",
        "0.0007, 0.07 %",
        "0.126, 12.6 %",
        "0.13, 13.0 %",
        "0.9996, 100 %",
        "1, 100 %"
    })
    void percentHasADecimalWhereItSaysSomething(double share, String text) {
        assertThat(NumberText.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "0.4; 0.4",
                "7; 7",
                "999; 999",
                "62437; 62,400",
                "1234567; 1.2 million",
                "2000000; 2 million",
                "3.4e9; 3.4 billion"
            })
    void largeNumbersAreRounded(double value, String text) {
        assertThat(NumberText.about(value)).isEqualTo(text);
    }

    @Test
    void timesAreToldBySimulationAndByTheWall() {
        long nanos = (13 * 3600 + 5 * 60 + 30) * 1_000_000_000L;
        assertThat(TimeText.sinceStart(nanos)).isEqualTo("13:05:30");
        assertThat(TimeText.sinceStart(12_250_000_000L)).isEqualTo("0:00:12.250");
        assertThat(TimeText.sinceStart(100 * 3600 * 1_000_000_000L)).isEqualTo("100:00:00");
        assertThat(TimeText.clock(OffsetDateTime.parse("2011-04-21T00:37:00-07:00"), nanos))
                .isEqualTo("Thu 21 Apr 2011, 13:42:30");
    }
}
