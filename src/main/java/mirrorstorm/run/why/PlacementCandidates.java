package mirrorstorm.run.why;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.run.Snapshot;

/**
 * All nodes by whether they can take a volume, and why not: each counted once, under the first reason that holds.
 *
 * @param holding of those that have room, how many hold the volume already; 0 if no volume in particular is meant
 */
public record PlacementCandidates(
        int nodes, int open, int holding, int full, int quarantined, int isolated, int crashed, int destroyed) {

    private static final int NO_VOLUME = -1;

    /** For any volume. */
    public static PlacementCandidates of(Snapshot snapshot) {
        return of(snapshot, NO_VOLUME);
    }

    /** For this volume. */
    public static PlacementCandidates of(Snapshot snapshot, int volume) {
        int full = 0;
        int quarantined = 0;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            if (snapshot.nodeState(node) == NodeState.UP) {
                quarantined += snapshot.isQuarantined(node) ? 1 : 0;
                full += !snapshot.isQuarantined(node) && snapshot.offered(node) == 0 ? 1 : 0;
            }
        }
        int holding = 0;
        for (int place = 0; volume != NO_VOLUME && place <= snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            holding += node >= 0 && snapshot.offered(node) > 0 ? 1 : 0;
        }
        return new PlacementCandidates(
                snapshot.nodeCount(),
                snapshot.nodeCount(NodeState.UP) - quarantined - full - holding,
                holding,
                full,
                quarantined,
                snapshot.nodeCount(NodeState.ISOLATED),
                snapshot.nodeCount(NodeState.CRASHED),
                snapshot.nodeCount(NodeState.DESTROYED));
    }

    /** Such as {@code 0 of 480 nodes can take a volume now: 379 are full, 98 quarantined, 3 crashed.} */
    public String sentence() {
        List<String> reasons = new ArrayList<>();
        add(reasons, "reason.full", full);
        add(reasons, "reason.holding", holding);
        add(reasons, "reason.quarantined", quarantined);
        add(reasons, "reason.isolated", isolated);
        add(reasons, "reason.crashed", crashed);
        add(reasons, "reason.destroyed", destroyed);
        String can = CardMessages.text("candidates", CardMessages.count(open), CardMessages.count(nodes));
        return reasons.isEmpty() ? can + "." : can + ": " + String.join(", ", reasons) + ".";
    }

    private static void add(List<String> reasons, String key, int count) {
        if (count > 0) {
            reasons.add(CardMessages.counted(key, count));
        }
    }
}
