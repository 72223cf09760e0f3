package mirrorstorm.model;

/**
 * Nodes that were declared failed offer no space, and what they held keeps its space, until every volume that had a
 * replica there is mirrored again: storage servers of 2011 kept all data until it was known to be safe elsewhere.
 */
final class Quarantine {

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;

    Quarantine(Cluster cluster) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
    }

    /** Puts the node under quarantine, if settings say so, for the volumes on it that are not mirrored now. */
    void declareFailed(int node) {
        assert !nodes.isUp(node) : node;
        if (!cluster.settings.cluster().quarantine() || nodes.state[node] == NodeState.DESTROYED.ordinal()) {
            return;
        }
        if (!nodes.quarantined[node]) {
            setQuarantined(node, true);
        }
        for (int p = nodes.firstPlace[node]; p != Volumes.NO_PLACE; p = volumes.nextPlace[p]) {
            int volume = p / volumes.placesEach;
            int bit = 1 << p % volumes.placesEach;
            VolumeState state = VolumeState.of(volumes.state[volume]);
            boolean waits = state != VolumeState.MIRRORED && state != VolumeState.LOST;
            boolean isReplica = p % volumes.placesEach != volumes.claimPlace();
            if (waits && isReplica && (volumes.awaited[volume] & bit) == 0) {
                volumes.awaited[volume] |= (byte) bit;
                nodes.awaited[node]++;
            }
        }
        releaseIfSafe(node);
    }

    /** The volume is mirrored again, or lost: no quarantine waits for it any longer. */
    void onSafe(int volume) {
        for (int place = 0; place < volumes.replicas; place++) {
            forget(volume, place);
        }
    }

    /** The replica at this place has been replaced elsewhere or is gone. Call before the place is vacated. */
    void forget(int volume, int place) {
        assert place < volumes.claimPlace() : "a claim is not awaited";
        int bit = 1 << place;
        if ((volumes.awaited[volume] & bit) != 0) {
            volumes.awaited[volume] &= (byte) ~bit;
            nodes.awaited[volumes.nodeAt(volume, place)]--;
            assert nodes.awaited[volumes.nodeAt(volume, place)] >= 0 : volume;
        }
    }

    /** Ends the quarantine of a node for which nothing waits. */
    void releaseIfSafe(int node) {
        assert nodes.awaited[node] >= 0 : node;
        if (nodes.awaited[node] == 0) {
            release(node);
        }
    }

    /** Ends every quarantine, safe or not. */
    void releaseAll() {
        for (int node = 0; node < nodes.count; node++) {
            release(node);
        }
    }

    /** Ends the quarantine of a node, safe or not, if it has one. */
    void release(int node) {
        if (!nodes.quarantined[node]) {
            return;
        }
        for (int p = nodes.firstPlace[node]; p != Volumes.NO_PLACE; p = volumes.nextPlace[p]) {
            volumes.awaited[p / volumes.placesEach] &= (byte) ~(1 << p % volumes.placesEach);
        }
        nodes.awaited[node] = 0;
        int held = nodes.held[node];
        assert held >= 0 && held <= nodes.used[node] : held;
        nodes.held[node] = 0;
        setQuarantined(node, false);
        cluster.space.addUsed(node, -held);
    }

    private void setQuarantined(int node, boolean quarantined) {
        assert nodes.quarantined[node] != quarantined : node;
        nodes.quarantined[node] = quarantined;
        nodes.quarantinedCount += quarantined ? 1 : -1;
        assert nodes.quarantinedCount >= 0 && nodes.quarantinedCount <= nodes.count : nodes.quarantinedCount;
        cluster.trace.record(StateChange.NODE_QUARANTINE, node, quarantined ? 1 : 0);
        cluster.space.refreshOffer(node);
    }
}
