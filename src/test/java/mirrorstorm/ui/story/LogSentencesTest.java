package mirrorstorm.ui.story;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

class LogSentencesTest {

    private static final NodeTarget TWO = new NodeTarget.Nodes(List.of(1, 2));

    private final HeldSimulation held = HeldSimulation.paused();

    private List<String> texts(Line.Kind kind) {
        return LogSentences.of(held.view().course()).stream()
                .filter(line -> line.kind() == kind)
                .map(Line::text)
                .toList();
    }

    private void seek(long seconds) {
        held.playback.seek(seconds * SECOND);
        held.settle();
    }

    @Test
    void theTriggerIsToldAndWhatHappensToManyNodesAtOnceIsOneSentence() {
        seek(60);
        assertThat(texts(Line.Kind.TRIGGER)).containsExactly("The network of nodes 0, 3, 6, 9 is cut for 10 s.");
        assertThat(texts(Line.Kind.CLUSTER)).contains("4 nodes are cut off.");
    }

    @Test
    void whatSomebodyDoesHereIsToldAsHis() {
        seek(20);
        held.simulation.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(7))));
        held.simulation.intervene(new Intervention.AddNodes(1, Duration.ZERO));
        held.settle();
        seek(21);
        assertThat(texts(Line.Kind.OPERATOR)).containsExactly("The process of node 7 is killed.", "1 node is added.");
        assertThat(texts(Line.Kind.CLUSTER)).contains("Node 7 crashes.", "A node joins.");
    }

    @Test
    void aLeverThatIsDraggedIsOneSentence() {
        seek(20);
        held.simulation.intervene(new Intervention.Set("search.probes", 4));
        held.playback.play(true);
        held.settle();
        for (int probes = 5; probes <= 7; probes++) {
            held.play(SECOND / 5);
            held.simulation.interveneFurther(new Intervention.Set("search.probes", probes));
        }
        held.settle();
        assertThat(texts(Line.Kind.OPERATOR)).containsExactly("Nodes asked per round: 7 nodes.");
    }

    @Test
    void historyIsToldBesideItWithoutRepeatingTheTimeOfDay() {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        List<Line> lines = LogSentences.of(aws.view().course());
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo(Line.Kind.HISTORY);
            assertThat(line.timeNanos()).isEqualTo(13 * 60 * SECOND);
            assertThat(line.text()).startsWith("Free space is used up.");
        });
        assertThat(lines).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
    }

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
        assertThat(all).extracting(LogSentences::sentence).allMatch(text -> text.matches("[A-Z0-9].*\\."));
        assertThat(LogSentences.sentence(all.get(0))).isEqualTo("The network of 27.7 % of the nodes is cut for 1 min.");
        assertThat(LogSentences.sentence(all.get(3))).isEqualTo("The power of rack 3 is cut.");
        assertThat(LogSentences.sentence(all.get(6))).isEqualTo("150 nodes are added over 10 h.");
        assertThat(LogSentences.sentence(all.get(16)))
                .isEqualTo("A memory leak begins on 20.0 % of the nodes; what is spare lasts about 10 h.");
        assertThat(LogSentences.sentence(all.get(17))).isEqualTo("The memory leak on all nodes is stopped.");
    }

    private static List<Class<?>> kinds() {
        return Arrays.asList(Intervention.class.getPermittedSubclasses());
    }

    @Test
    void theLogGrowsAtItsEndAndFollowsTheRunBack() {
        StoryViewModel story = new StoryViewModel();
        seek(120);
        story.follow(held.view());
        int all = story.lines().size();
        assertThat(story.time(story.lines().get(0))).isEqualTo("0 s");
        seek(20);
        story.follow(held.view());
        assertThat(story.lines()).hasSizeLessThan(all).allMatch(line -> line.timeNanos() <= 20 * SECOND);
        seek(120);
        story.follow(held.view());
        assertThat(story.lines()).hasSize(all);
    }

    @Test
    void theHintSaysWhatComesAndWhatToTry() {
        assertThat(Hint.of(held.view()))
                .startsWith("In 30 s part of the network fails.")
                .contains("First wait");
        seek(60);
        assertThat(Hint.of(held.view())).doesNotContain("fails").contains("First wait");
        held.simulation.intervene(new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER));
        held.settle();
        assertThat(Hint.of(held.view())).startsWith("Undo");
        seek(600);
        assertThat(Hint.of(held.view())).contains("over");
    }
}
