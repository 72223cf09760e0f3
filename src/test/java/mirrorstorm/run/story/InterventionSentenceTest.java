package mirrorstorm.run.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.scenario.InterventionFormat;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.SampleInterventions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody does, in sentences. */
class InterventionSentenceTest {

    static List<Intervention> samples() {
        return SampleInterventions.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyInterventionHasItsSentence(Intervention intervention) {
        assertThat(InterventionSentence.of(intervention))
                .matches("[A-Z0-9].*\\.")
                .doesNotContain("{");
        assertThat(InterventionSentence.clause(intervention) + ".").isEqualTo(InterventionSentence.of(intervention));
    }

    @Test
    void everySentenceIsThatOfAnIntervention() {
        Pattern format = Pattern.compile("intervention\\.("
                + InterventionFormat.ALL.stream()
                        .map(each -> each.name()
                                + each.keys().stream()
                                        .map(key -> "(\\." + key.text() + ")?")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("|"))
                + ")(\\.one)?");
        assertThat(MessageBundle.of(Sentences.BUNDLE).keys())
                .filteredOn(key -> key.startsWith("intervention."))
                .hasSizeGreaterThanOrEqualTo(InterventionFormat.ALL.size())
                .allMatch(key -> format.matcher(key).matches());
    }

    static Stream<Arguments> sentences() {
        NodeTarget share = new NodeTarget.Share(0.277);
        NodeTarget rack = new NodeTarget.Racks(List.of(3));
        Duration tenHours = Duration.ofHours(10);
        return Stream.of(
                Arguments.of(
                        new Intervention.Isolate(share, Duration.ofMinutes(1)),
                        "The network of 27.7 % of the nodes is cut for 1 min."),
                Arguments.of(
                        new Intervention.Crash(new NodeTarget.Nodes(List.of(1, 2))),
                        "The process of nodes 1, 2 is killed."),
                Arguments.of(new Intervention.PowerLoss(rack, Duration.ZERO), "The power of rack 3 is cut."),
                Arguments.of(new Intervention.AddNodes(1, Duration.ZERO), "1 node is added."),
                Arguments.of(new Intervention.AddNodes(1, tenHours), "1 node is added over 10 h."),
                Arguments.of(new Intervention.AddNodes(1_500, tenHours), "1,500 nodes are added over 10 h."),
                Arguments.of(
                        new Intervention.DisableApi("us-east-1a", RequestKind.CREATE_VOLUME),
                        "Calls that create a volume are refused in us-east-1a."),
                Arguments.of(
                        new Intervention.ReconnectControlPlane(new Rate(0)),
                        "The cluster has its control plane again; elections that have piled up are sent at once."),
                Arguments.of(
                        new Intervention.Leak(new NodeTarget.Share(0.2), new Rate(0.1 / 3600), 0.1),
                        "A memory leak begins on 20 % of the nodes; what is spare lasts about 10 h."),
                Arguments.of(
                        new Intervention.StopLeak(new NodeTarget.All()), "The memory leak on all nodes is stopped."));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void valuesStandInTheSentence(Intervention intervention, String sentence) {
        assertThat(InterventionSentence.of(intervention)).isEqualTo(sentence);
    }
}
