package mirrorstorm.run.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Snapshot;

/** The card of a node: what it does, what it asks for, and what keeps it from helping. */
public final class NodeCard {

    /** More volumes than this are not listed; the stuck ones come first. */
    static final int LINKS_MAX = 100;

    private NodeCard() {}

    /**
     * The card of node {@code node}, counted from 0.
     *
     * @param inspected what is known of it beyond the snapshot, once that has been asked for; its volumes, too: they
     *                  would have to be looked for among all others
     */
    public static Card of(Snapshot snapshot, int node, Optional<Inspection.OfNode> inspected) {
        return new Card(
                CardMessages.text("title.node", node, snapshot.rack(node)),
                facts(snapshot, node),
                why(snapshot, node),
                HistoryText.of(inspected.map(Inspection.OfNode::history).orElse(List.of())),
                links(snapshot, node, inspected.map(Inspection.OfNode::volumes).orElse(List.of())));
    }

    private static List<Card.Fact> facts(Snapshot snapshot, int node) {
        int capacity = snapshot.capacity(node);
        double used = capacity == 0 ? 0 : snapshot.used(node) / (double) capacity;
        List<Card.Fact> facts = new ArrayList<>();
        facts.add(CardMessages.fact("state", stateWord(snapshot, node)));
        facts.add(CardMessages.fact(
                "space",
                CardMessages.text(
                        "space.value",
                        CardMessages.count(snapshot.used(node)),
                        CardMessages.count(capacity),
                        CardMessages.percent(used))));
        facts.add(CardMessages.fact("offered", CardMessages.counted("volumes", snapshot.offered(node))));
        facts.add(CardMessages.fact(
                "copies",
                CardMessages.text(
                        "copies.value",
                        CardMessages.count(snapshot.streamsIn(node)),
                        CardMessages.count(snapshot.streamsOut(node)))));
        if (snapshot.isLeaking(node) || snapshot.leakedShare(node) > 0) {
            facts.add(CardMessages.fact(
                    "leaked",
                    CardMessages.text(
                            snapshot.isLeaking(node) ? "leaked.more" : "leaked.value",
                            CardMessages.percent(snapshot.leakedShare(node)))));
        }
        return facts;
    }

    /** The node's state as people read it. */
    static String stateWord(Snapshot snapshot, int node) {
        String key =
                switch (snapshot.nodeState(node)) {
                    case UP -> snapshot.offered(node) > 0 || snapshot.isQuarantined(node) ? "up" : "full";
                    case ISOLATED -> "isolated";
                    case CRASHED -> "crashed";
                    case DESTROYED -> "destroyed";
                };
        String word = CardMessages.text("node." + key);
        return snapshot.isQuarantined(node) ? CardMessages.text("node.quarantined", word) : word;
    }

    private static List<String> why(Snapshot snapshot, int node) {
        List<String> why = new ArrayList<>();
        switch (snapshot.nodeState(node)) {
            case ISOLATED -> why.add(CardMessages.text("why.node.isolated"));
            case CRASHED -> why.add(CardMessages.text("why.node.crashed"));
            case DESTROYED -> why.add(CardMessages.text("why.node.destroyed"));
            case UP -> addAsking(why, snapshot, node);
        }
        if (snapshot.isLeaking(node)) {
            why.add(CardMessages.text("why.node.leaking"));
        }
        if (snapshot.isQuarantined(node)) {
            why.add(CardMessages.counted("why.node.quarantined", snapshot.awaitedBy(node)));
        } else if (snapshot.nodeState(node) == NodeState.UP && snapshot.offered(node) == 0) {
            why.add(CardMessages.text("why.node.full"));
        }
        if (why.isEmpty()) {
            why.add(CardMessages.counted("why.node.open", snapshot.offered(node)));
        }
        return why;
    }

    private static void addAsking(List<String> why, Snapshot snapshot, int node) {
        int rounds = snapshot.searching(node);
        if (rounds > 0) {
            Settings.Search search = snapshot.settings().search();
            double probes = search.probesPerSecond(rounds);
            why.add(CardMessages.text(
                    rounds == 1 ? "why.node.asking.one" : "why.node.asking",
                    CardMessages.count(rounds),
                    CardMessages.about(probes)));
            why.add(PlacementCandidates.of(snapshot).sentence());
        }
    }

    /** The volumes on the node, the stuck ones first, then those that copy. */
    private static List<Card.Link> links(Snapshot snapshot, int node, List<Integer> volumes) {
        return volumes.stream()
                .sorted(Comparator.comparingInt(volume -> rank(snapshot, volume)))
                .limit(LINKS_MAX)
                .map(volume -> new Card.Link(
                        node, volume, CardMessages.text("link.volume", volume, VolumeCard.stateWord(snapshot, volume))))
                .toList();
    }

    private static int rank(Snapshot snapshot, int volume) {
        return switch (snapshot.volumeState(volume)) {
            case UNREACHABLE, LOST -> 0;
            case SEARCHING -> 1;
            case RESTORING -> 2;
            case COPYING -> 3;
            case MIRRORED -> 4;
        };
    }
}
