package mirrorstorm.run.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Phase;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;

/** In {@code first-steps} room is short from 40 s on, until a node is added at 4 min. */
class VolumeCardTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int STEPS_MAX = 50_000;

    private final Timeline timeline = new Timeline(Library.bundled("first-steps"), EngineKind.RATES, SECOND);

    private Inspection.OfVolume inspected(int volume) {
        return (Inspection.OfVolume) timeline.inspect(new Inspection.Subject.Volume(volume));
    }

    private Card card(int volume) {
        return VolumeCard.of(timeline.snapshot(), volume, Optional.of(inspected(volume)));
    }

    private int firstIn(Phase phase) {
        Snapshot snapshot = timeline.snapshot();
        return IntStream.range(0, snapshot.volumeCount())
                .filter(volume -> snapshot.phase(volume) == phase)
                .findFirst()
                .orElseThrow();
    }

    private void stepUntil(int volume, VolumeState state) {
        for (int i = 0; i < STEPS_MAX && timeline.snapshot().volumeState(volume) != state; i++) {
            timeline.step();
        }
        assertThat(timeline.snapshot().volumeState(volume)).isEqualTo(state);
    }

    private void stepUntil(int volume, Phase phase) {
        for (int i = 0; i < STEPS_MAX && timeline.snapshot().phase(volume) != phase; i++) {
            timeline.step();
        }
        assertThat(timeline.snapshot().phase(volume)).isEqualTo(phase);
    }

    private static String fact(Card card, String name) {
        return card.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Card.Fact::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVolumeIsFollowedFromSearchingOverCopyingToMirrored() {
        timeline.seek(120 * SECOND);
        int volume = firstIn(Phase.ROUND);
        Card searching = card(volume);
        int source = timeline.snapshot().sourceNode(volume);
        assertThat(fact(searching, "State")).isEqualTo("searching, asking");
        assertThat(fact(searching, "I/O")).isEqualTo("hangs");
        // three nodes a round of two seconds, for more than a minute
        assertThat(fact(searching, "Asked so far")).matches("about 1[0-9]{2} nodes");
        assertThat(searching.why().get(0))
                .isEqualTo("Its only current copy is on node " + source
                        + ", which asks about 1.5 nodes a second for room.");
        assertThat(searching.why().get(1)).startsWith("0 of 12 nodes can take a volume now: ");
        assertThat(searching.why()).anyMatch(sentence -> sentence.startsWith("What is missing is room"));

        stepUntil(volume, Phase.STREAMING);
        Card copying = card(volume);
        assertThat(fact(copying, "I/O")).isEqualTo("works");
        assertThat(copying.why().get(0)).startsWith("It is copied from node " + source + " to node ");
        assertThat(copying.why().get(1)).startsWith("The copy is complete at ").endsWith(", in 20 s.");

        stepUntil(volume, VolumeState.MIRRORED);
        Card mirrored = card(volume);
        assertThat(mirrored.why()).containsExactly("It has all its 2 copies.");
        assertThat(mirrored.history())
                .extracting(Card.Dated::text)
                .containsSubsequence("lost its mirror and looks for room", "mirrored");
        assertThat(mirrored.history().stream().map(Card.Dated::text))
                .anyMatch(text -> text.startsWith("found room on node "))
                .anyMatch(text -> text.matches("copy to node [0-9]+ complete"));
        assertThat(mirrored.links()).hasSize(2).allMatch(link -> link.text().contains("current copy"));
    }

    @Test
    void theNextTryIsGivenOnlyWhenItIsFixed() {
        timeline.seek(60 * SECOND);
        int volume = firstIn(Phase.ROUND);
        assertThat(inspected(volume).dueNanos()).isEmpty();
        timeline.intervene(new Intervention.Set("search.backoff.policy", BackoffPolicy.FIXED));
        timeline.intervene(new Intervention.Set("search.backoff.base", Duration.ofSeconds(30)));
        stepUntilBackoff(volume);
        assertThat(card(volume).why()).anyMatch(sentence -> sentence.startsWith("The next round begins at "));
        long due = inspected(volume).dueNanos().orElseThrow();
        assertThat(due).isBetween(timeline.clockNanos(), timeline.clockNanos() + 30 * SECOND);
    }

    /** Phases are no changes of state: looks every quarter of a second. */
    private void stepUntilBackoff(int volume) {
        for (int i = 0; i < 400 && timeline.snapshot().phase(volume) != Phase.BACKOFF; i++) {
            timeline.advanceTo(timeline.clockNanos() + SECOND / 4);
        }
        assertThat(timeline.snapshot().phase(volume)).isEqualTo(Phase.BACKOFF);
    }

    @Test
    void aStoppedVolumeSaysWhoStoppedIt() {
        timeline.seek(60 * SECOND);
        timeline.intervene(new Intervention.StopSearches());
        assertThat(card(firstIn(Phase.STOPPED)).why().get(0)).contains("The operator has stopped all searches");
    }

    @Test
    void aVolumeOutOfReachNamesTheNodeThatHasItsData() {
        timeline.seek(60 * SECOND);
        int volume = firstIn(Phase.ROUND);
        int source = timeline.snapshot().sourceNode(volume);
        timeline.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(source))));
        assertThat(timeline.snapshot().volumeState(volume)).isEqualTo(VolumeState.UNREACHABLE);
        assertThat(card(volume).why().get(0))
                .isEqualTo("Its only current copy is on node " + source + ", which is crashed, quarantined.");
        assertThat(card(volume).why().get(1)).contains("node " + source + " up again");
    }

    @Test
    void historyFollowsTheCourse() {
        timeline.seek(300 * SECOND);
        List<Card.Dated> all = card(5).history();
        timeline.seek(20 * SECOND);
        assertThat(card(5).history()).isEmpty();
        timeline.seek(300 * SECOND);
        assertThat(card(5).history()).isEqualTo(all);
        timeline.seek(20 * SECOND);
        timeline.intervene(new Intervention.AddNodes(4, Duration.ZERO));
        timeline.seek(300 * SECOND);
        List<Card.Dated> other = card(5).history();
        timeline.undo();
        assertThat(card(5).history()).isEqualTo(all);
        timeline.redo();
        assertThat(card(5).history()).isEqualTo(other);
    }

    @Test
    void theVolumesOfANodeAreListedTheStuckOnesFirst() {
        timeline.seek(120 * SECOND);
        int volume = firstIn(Phase.ROUND);
        int node = timeline.snapshot().sourceNode(volume);
        List<Card.Link> links =
                NodeCard.of(timeline.snapshot(), node, Optional.of(node(node))).links();
        assertThat(links.get(0).text()).contains("searching");
        assertThat(links.get(links.size() - 1).text()).doesNotContain("searching");
        assertThat(links).extracting(Card.Link::volume).contains(volume).doesNotHaveDuplicates();
    }

    @Test
    void theVolumesOfANodeAreThoseWithAPlaceOnIt() {
        for (long seconds : new long[] {0, 35, 120, 300}) {
            timeline.seek(seconds * SECOND);
            Snapshot snapshot = timeline.snapshot();
            List<Integer> placed = IntStream.range(0, snapshot.volumeCount())
                    .filter(volume -> IntStream.rangeClosed(0, snapshot.replicaCount())
                            .anyMatch(place -> snapshot.placeNode(volume, place) == 4))
                    .boxed()
                    .toList();
            assertThat(node(4).volumes()).isEqualTo(placed).isNotEmpty();
        }
    }

    private Inspection.OfNode node(int node) {
        return (Inspection.OfNode) timeline.inspect(new Inspection.Subject.Node(node));
    }

    @Test
    void theControlPlaneSaysWhoHoldsItsThreads() {
        assertThat(ControlPlaneCard.of(timeline.snapshot()).why())
                .containsExactly("Nobody waits: a call is served as soon as it comes.");
        Timeline aws = new Timeline(Library.bundled("aws-2011-class"), EngineKind.RATES, 60 * SECOND);
        aws.seek(60 * 60 * SECOND);
        Card card = ControlPlaneCard.of(aws.snapshot());
        assertThat(card.why().get(0)).contains("threads are held by calls that create volumes in us-east-1a");
        assertThat(card.why()).anyMatch(sentence -> sentence.startsWith("What would free them"));
    }
}
