package mirrorstorm.run.why;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

/** In {@code first-steps} nodes 0, 3, 6 and 9 are cut off from 30 s to 40 s, and then room is short. */
class NodeCardTest {

    private final HeldSimulation held = HeldSimulation.paused();

    private Snapshot at(long seconds) {
        held.playback.seek(seconds * SECOND);
        held.settle();
        return held.view().snapshot();
    }

    @Test
    void aHealthyNodeSaysHowMuchRoomItHas() {
        Snapshot snapshot = at(0);
        Card card = NodeCard.of(snapshot, 5, Optional.empty());
        assertThat(card.title()).isEqualTo("Node 5, rack 2");
        assertThat(card.why())
                .containsExactly("It is healthy and has room for " + snapshot.offered(5) + " more volumes.");
        assertThat(card.facts()).extracting(Card.Fact::name).contains("State", "Space taken", "Room for");
    }

    @Test
    void aNodeThatIsCutOffSaysSo() {
        assertThat(NodeCard.of(at(35), 3, Optional.empty()).why().get(0)).contains("reaches nobody");
    }

    @Test
    void aNodeThatAsksSaysWhatItAsksAndWhyNobodyTakesIt() {
        Snapshot snapshot = at(120);
        int asking = IntStream.range(0, snapshot.nodeCount())
                .filter(node -> snapshot.searching(node) > 1)
                .findFirst()
                .orElseThrow();
        List<String> why = NodeCard.of(snapshot, asking, Optional.empty()).why();
        int rounds = snapshot.searching(asking);
        // three nodes a round, a round every two seconds
        assertThat(why.get(0))
                .startsWith("It looks for space for " + rounds + " volumes")
                .contains("about " + Sentences.about(rounds * 1.5) + " nodes a second");
        assertThat(why.get(1))
                .startsWith("0 of 12 nodes can take a volume now: ")
                .contains(" are full, ");
    }

    @Test
    void everyNodeIsCountedUnderOneReason() {
        held.simulation.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(1))));
        held.simulation.intervene(new Intervention.Destroy(new NodeTarget.Nodes(List.of(2))));
        for (long seconds : new long[] {0, 35, 60, 120, 300}) {
            Snapshot snapshot = at(seconds);
            PlacementCandidates tally = PlacementCandidates.of(snapshot);
            int sum = tally.open()
                    + tally.full()
                    + tally.quarantined()
                    + tally.isolated()
                    + tally.crashed()
                    + tally.destroyed();
            assertThat(sum).isEqualTo(tally.nodes()).isEqualTo(snapshot.nodeCount());
            assertThat(tally.open()).isEqualTo(snapshot.openNodeCount());
        }
        assertThat(at(35).nodeState(1)).isEqualTo(NodeState.CRASHED);
    }

    @Test
    void aQuarantinedNodeSaysWhatItWaitsFor() {
        Snapshot snapshot = at(60);
        assertThat(snapshot.isQuarantined(3)).isTrue();
        assertThat(NodeCard.of(snapshot, 3, Optional.empty()).why())
                .anyMatch(sentence ->
                        sentence.contains("until " + snapshot.awaitedBy(3) + " more volumes are mirrored elsewhere"));
    }

    @Test
    void deadNodesSayWhatBecameOfTheirData() {
        held.simulation.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(1))));
        held.simulation.intervene(new Intervention.Destroy(new NodeTarget.Nodes(List.of(2))));
        Snapshot snapshot = at(1);
        assertThat(NodeCard.of(snapshot, 1, Optional.empty()).why().get(0)).contains("intact");
        assertThat(NodeCard.of(snapshot, 2, Optional.empty()).why()).containsExactly("Its data is gone.");
    }
}
