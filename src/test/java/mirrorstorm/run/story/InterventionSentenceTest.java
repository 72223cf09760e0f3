package mirrorstorm.run.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import org.junit.jupiter.api.Test;

/** What somebody does, in sentences. */
class InterventionSentenceTest {

    private static final NodeTarget TWO = new NodeTarget.Nodes(List.of(1, 2));

    @Test
    void everyKindOfInterventionHasItsSentence() {
        List<Intervention> all = List.of(
                new Intervention.Isolate(new NodeTarget.Share(0.277), Duration.ofMinutes(1)),
                new Intervention.HealNetwork(new NodeTarget.All()),
                new Intervention.Crash(TWO),
                new Intervention.PowerLoss(new NodeTarget.Racks(List.of(3)), Duration.ZERO),
                new Intervention.Restart(TWO),
                new Intervention.Destroy(TWO),
                new Intervention.AddNodes(150, Duration.ofHours(10)),
                new Intervention.StopSearches(),
                new Intervention.ResumeSearches(),
                new Intervention.ReleaseQuarantine(),
                new Intervention.DisableApi("us-east-1a", RequestKind.CREATE_VOLUME),
                new Intervention.EnableApi("us-east-1a", RequestKind.OTHER),
                new Intervention.CutControlPlane(),
                new Intervention.ReconnectControlPlane(new Rate(1)),
                new Intervention.RestoreFromSnapshots(new Rate(1), 0.5),
                new Intervention.ForensicRestore(new Rate(1), 0.5),
                new Intervention.Leak(new NodeTarget.Share(0.2), new Rate(0.1 / 3600), 0.1),
                new Intervention.StopLeak(new NodeTarget.All()),
                new Intervention.Set("search.probes", 4));
        assertThat(all).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(kinds());
        assertThat(all).extracting(InterventionSentence::of).allMatch(text -> text.matches("[A-Z0-9].*\\."));
        assertThat(InterventionSentence.of(all.get(0)))
                .isEqualTo("The network of 27.7 % of the nodes is cut for 1 min.");
        assertThat(InterventionSentence.of(all.get(3))).isEqualTo("The power of rack 3 is cut.");
        assertThat(InterventionSentence.of(all.get(6))).isEqualTo("150 nodes are added over 10 h.");
        assertThat(InterventionSentence.of(all.get(16)))
                .isEqualTo("A memory leak begins on 20 % of the nodes; what is spare lasts about 10 h.");
        assertThat(InterventionSentence.of(all.get(17))).isEqualTo("The memory leak on all nodes is stopped.");
    }

    private static List<Class<?>> kinds() {
        return Arrays.asList(Intervention.class.getPermittedSubclasses());
    }
}
