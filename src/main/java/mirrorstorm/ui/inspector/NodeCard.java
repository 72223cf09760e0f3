package mirrorstorm.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.words.Words;

/**
 * What is true of one node at one moment: facts, and why it is as it is. Nothing in it is guessed; what the run knows
 * only as an expectation is called "about".
 */
public record NodeCard(String title, List<Fact> facts, List<String> why) {

    /** A name and its value, both as people read them. */
    public record Fact(String name, String value) {}

    public NodeCard {
        facts = List.copyOf(facts);
        why = List.copyOf(why);
    }

    /** The card of node {@code node}, counted from 0. */
    public static NodeCard of(Snapshot snapshot, int node) {
        return new NodeCard(
                Words.text("inspector.title", node, snapshot.rack(node)), facts(snapshot, node), why(snapshot, node));
    }

    private static List<Fact> facts(Snapshot snapshot, int node) {
        int capacity = snapshot.capacity(node);
        double used = capacity == 0 ? 0 : snapshot.used(node) / (double) capacity;
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("state", stateWord(snapshot, node)));
        facts.add(fact(
                "space",
                Words.text(
                        "inspector.space.value",
                        Words.count(snapshot.used(node)),
                        Words.count(capacity),
                        Words.percent(used))));
        facts.add(fact("offered", Words.counted("inspector.volumes", snapshot.offered(node))));
        facts.add(fact(
                "copies",
                Words.text(
                        "inspector.copies.value",
                        Words.count(snapshot.streamsIn(node)),
                        Words.count(snapshot.streamsOut(node)))));
        return facts;
    }

    private static String stateWord(Snapshot snapshot, int node) {
        String key =
                switch (snapshot.nodeState(node)) {
                    case UP -> snapshot.offered(node) > 0 || snapshot.isQuarantined(node) ? "up" : "full";
                    case ISOLATED -> "isolated";
                    case CRASHED -> "crashed";
                    case DESTROYED -> "destroyed";
                };
        String word = Words.text("node." + key);
        return snapshot.isQuarantined(node) ? Words.text("node.quarantined", word) : word;
    }

    private static Fact fact(String key, String value) {
        return new Fact(Words.text("inspector." + key), value);
    }

    private static List<String> why(Snapshot snapshot, int node) {
        List<String> why = new ArrayList<>();
        switch (snapshot.nodeState(node)) {
            case ISOLATED -> why.add(Words.text("why.isolated"));
            case CRASHED -> why.add(Words.text("why.crashed"));
            case DESTROYED -> why.add(Words.text("why.destroyed"));
            case UP -> addAsking(why, snapshot, node);
        }
        if (snapshot.isQuarantined(node)) {
            why.add(Words.counted("why.quarantined", snapshot.awaitedBy(node)));
        } else if (snapshot.nodeState(node) == NodeState.UP && snapshot.offered(node) == 0) {
            why.add(Words.text("why.full"));
        }
        if (why.isEmpty()) {
            why.add(Words.counted("why.open", snapshot.offered(node)));
        }
        return why;
    }

    private static void addAsking(List<String> why, Snapshot snapshot, int node) {
        int rounds = snapshot.searching(node);
        if (rounds == 0) {
            return;
        }
        Settings.Search search = snapshot.settings().search();
        double probes = rounds * search.probes() / (search.roundTime().toNanos() / 1e9);
        why.add(Words.text(rounds == 1 ? "why.asking.one" : "why.asking", Words.count(rounds), Words.about(probes)));
        why.add(Tally.of(snapshot).sentence());
    }

    /** All nodes by whether and why not they take a volume: each counted once, under the first reason that holds. */
    record Tally(int nodes, int open, int full, int quarantined, int isolated, int crashed, int destroyed) {

        static Tally of(Snapshot snapshot) {
            int full = 0;
            int quarantined = 0;
            for (int node = 0; node < snapshot.nodeCount(); node++) {
                if (snapshot.nodeState(node) == NodeState.UP) {
                    quarantined += snapshot.isQuarantined(node) ? 1 : 0;
                    full += !snapshot.isQuarantined(node) && snapshot.offered(node) == 0 ? 1 : 0;
                }
            }
            return new Tally(
                    snapshot.nodeCount(),
                    snapshot.nodeCount(NodeState.UP) - quarantined - full,
                    full,
                    quarantined,
                    snapshot.nodeCount(NodeState.ISOLATED),
                    snapshot.nodeCount(NodeState.CRASHED),
                    snapshot.nodeCount(NodeState.DESTROYED));
        }

        String sentence() {
            List<String> reasons = new ArrayList<>();
            add(reasons, "why.reason.full", full);
            add(reasons, "why.reason.quarantined", quarantined);
            add(reasons, "why.reason.isolated", isolated);
            add(reasons, "why.reason.crashed", crashed);
            add(reasons, "why.reason.destroyed", destroyed);
            String can = Words.text("why.takers", Words.count(open), Words.count(nodes));
            return reasons.isEmpty() ? can + "." : can + ": " + String.join(", ", reasons) + ".";
        }

        private static void add(List<String> reasons, String key, int count) {
            if (count > 0) {
                reasons.add(Words.counted(key, count));
            }
        }
    }
}
