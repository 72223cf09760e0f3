package mirrorstorm.run.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Phase;
import mirrorstorm.model.Settings;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Snapshot;

/** The card of a volume: what it waits for, which limit binds, and what would free it. */
public final class VolumeCard {

    private static final int NOWHERE = -1;

    private final Snapshot snapshot;
    private final int volume;
    private final Optional<Inspection.OfVolume> inspected;
    private final List<String> why = new ArrayList<>();

    private VolumeCard(Snapshot snapshot, int volume, Optional<Inspection.OfVolume> inspected) {
        this.snapshot = snapshot;
        this.volume = volume;
        this.inspected = inspected;
    }

    /**
     * The card of volume {@code volume}, counted from 0.
     *
     * @param inspected what is known of it beyond the snapshot, once that has been asked for
     */
    public static Card of(Snapshot snapshot, int volume, Optional<Inspection.OfVolume> inspected) {
        VolumeCard card = new VolumeCard(snapshot, volume, inspected);
        card.explain();
        return new Card(
                CardMessages.text("title.volume", volume),
                card.facts(),
                card.why,
                HistoryText.of(inspected.map(Inspection.OfVolume::history).orElse(List.of())),
                card.links());
    }

    // Facts

    private List<Card.Fact> facts() {
        List<Card.Fact> facts = new ArrayList<>();
        facts.add(CardMessages.fact("state", stateWord(snapshot, volume)));
        long since = snapshot.timeNanos() - snapshot.sinceNanos(volume);
        facts.add(CardMessages.fact("since", CardMessages.span(since)));
        facts.add(CardMessages.fact("usable", CardMessages.text(isUsable() ? "usable.yes" : "usable.no")));
        if (snapshot.isStreaming(volume)) {
            facts.add(CardMessages.fact(
                    "progress", CardMessages.percent(snapshot.copy(volume).progress())));
        }
        if (isAsking() && inspected.isPresent()) {
            double nodes = inspected.get().failedRounds() * search().probes();
            String count =
                    inspected.get().isExact() ? CardMessages.count(Math.round(nodes)) : CardMessages.about(nodes);
            facts.add(CardMessages.fact(
                    "attempts",
                    CardMessages.text(inspected.get().isExact() ? "attempts.exact" : "attempts.about", count)));
        }
        return facts;
    }

    /** The volume's state as people read it, with what it waits for. */
    static String stateWord(Snapshot snapshot, int volume) {
        Phase phase = snapshot.phase(volume);
        String state = CardMessages.text("volume." + snapshot.volumeState(volume));
        return phase == Phase.NONE
                ? state
                : CardMessages.text("volume.phase", state, CardMessages.text("phase." + phase));
    }

    private boolean isUsable() {
        return !snapshot.volumeState(volume).isStuck() && !isElectionPending();
    }

    private boolean isElectionPending() {
        return inspected.map(Inspection.OfVolume::electionPending).orElse(false);
    }

    private boolean isAsking() {
        Phase phase = snapshot.phase(volume);
        return phase == Phase.ROUND || phase == Phase.BACKOFF;
    }

    private Settings.Search search() {
        return snapshot.settings().search();
    }

    private List<Card.Link> links() {
        List<Card.Link> links = new ArrayList<>();
        for (int place = 0; place <= snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            if (node != NOWHERE) {
                links.add(new Card.Link(
                        node, NOWHERE, CardMessages.text("link.node", node, roleWord(place, node), nodeWord(node))));
            }
        }
        return links;
    }

    private String roleWord(int place, int node) {
        if (place == snapshot.replicaCount()) {
            return CardMessages.text("role.claim");
        }
        boolean isPrimary = inspected.map(known -> known.primaryNode() == node).orElse(false);
        if (snapshot.volumeState(volume) == VolumeState.RESTORING) {
            return CardMessages.text("role.restoring");
        }
        String key = snapshot.isCurrent(volume, place) ? "role.current" : "role.old";
        return CardMessages.text(isPrimary ? key + ".primary" : key);
    }

    private String nodeWord(int node) {
        return NodeCard.stateWord(snapshot, node);
    }

    // Why

    private void explain() {
        switch (snapshot.volumeState(volume)) {
            case MIRRORED -> why.add(CardMessages.text("why.mirrored", snapshot.replicaCount()));
            case SEARCHING -> explainSearching();
            case COPYING -> explainCopying();
            case UNREACHABLE -> explainUnreachable();
            case RESTORING -> {
                why.add(CardMessages.text("why.restoring"));
                addDue("why.restoring.until");
            }
            case LOST -> why.add(CardMessages.text("why.lost"));
        }
        if (isElectionPending()) {
            boolean isCut = snapshot.region().isCut();
            why.add(CardMessages.text(isCut ? "why.election.cut" : "why.election"));
        }
    }

    private void explainSearching() {
        int source = snapshot.sourceNode(volume);
        switch (snapshot.phase(volume)) {
            case ROUND -> {
                double probes = search().probesPerSecond(1);
                why.add(CardMessages.text("why.asking", source, CardMessages.about(probes)));
                explainRoom();
            }
            case BACKOFF -> {
                why.add(CardMessages.text("why.backoff", source));
                addDue("why.backoff.until");
                explainRoom();
            }
            case GRACE -> {
                why.add(CardMessages.text("why.grace", lostNode()));
                addDue("why.grace.until");
            }
            case OFFLINE -> why.add(CardMessages.text("why.offline", source));
            case STOPPED -> {
                why.add(CardMessages.text("why.stopped", source));
                why.add(PlacementCandidates.of(snapshot, volume).sentence());
            }
            case NONE, QUEUED, STREAMING, RESYNCING -> {
                // Not while searching.
            }
        }
    }

    /** How many could take it, which limit binds, and what would free it. */
    private void explainRoom() {
        PlacementCandidates candidates = PlacementCandidates.of(snapshot, volume);
        why.add(candidates.sentence());
        if (candidates.open() > 0) {
            double failing = search().failureProbability(candidates.open(), candidates.nodes());
            why.add(CardMessages.text("why.luck", CardMessages.percent(1 - failing)));
        } else {
            why.add(CardMessages.text(candidates.quarantined() > 0 ? "why.room.quarantined" : "why.room"));
        }
        if (search().backoff().policy() == BackoffPolicy.NONE && candidates.open() == 0) {
            why.add(CardMessages.text("why.noBackoff"));
        }
    }

    /** The node of a replica that was given up, for which the volume waits. */
    private int lostNode() {
        for (int place = 0; place < snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            if (node != NOWHERE && !snapshot.isCurrent(volume, place) && snapshot.nodeState(node) != NodeState.UP) {
                return node;
            }
        }
        return snapshot.sourceNode(volume);
    }

    private void explainCopying() {
        int source = snapshot.sourceNode(volume);
        int claim = snapshot.placeNode(volume, snapshot.replicaCount());
        switch (snapshot.phase(volume)) {
            case QUEUED -> {
                int most = snapshot.settings().copy().maxPerNode();
                why.add(CardMessages.text("why.queued", claim));
                if (snapshot.streamsOut(source) >= most) {
                    why.add(CardMessages.text("why.queued.source", source, snapshot.streamsOut(source), most));
                }
                if (claim != NOWHERE && snapshot.streamsIn(claim) >= most) {
                    why.add(CardMessages.text("why.queued.target", claim, snapshot.streamsIn(claim), most));
                }
                why.add(CardMessages.text("why.single", source));
            }
            case RESYNCING -> {
                Snapshot.Copy copy = snapshot.copy(volume);
                why.add(CardMessages.text("why.resyncing", copy.target(), copy.source()));
                addDue("why.copying.until");
            }
            case STREAMING -> {
                Snapshot.Copy copy = snapshot.copy(volume);
                why.add(CardMessages.text("why.copying", copy.source(), copy.target()));
                addDue("why.copying.until");
                why.add(CardMessages.text("why.single", source));
            }
            case NONE, ROUND, BACKOFF, GRACE, OFFLINE, STOPPED -> {
                // Not while copying.
            }
        }
    }

    private void explainUnreachable() {
        for (int place = 0; place < snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            if (node != NOWHERE && snapshot.isCurrent(volume, place)) {
                why.add(CardMessages.text("why.unreachable", node, nodeWord(node)));
                why.add(CardMessages.text("why.unreachable.free", node));
                return;
            }
        }
        why.add(CardMessages.text("why.unreachable.nowhere"));
    }

    /** When something ends, if that is fixed. */
    private void addDue(String key) {
        inspected
                .flatMap(known -> known.dueNanos().isPresent()
                        ? Optional.of(known.dueNanos().getAsLong())
                        : Optional.empty())
                .ifPresent(due -> why.add(
                        CardMessages.text(key, CardMessages.span(due), CardMessages.span(due - snapshot.timeNanos()))));
    }
}
