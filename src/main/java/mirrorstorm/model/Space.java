package mirrorstorm.model;

import mirrorstorm.engine.IndexSet;

/**
 * The space on the nodes, in whole volumes: what each was dealt, what is taken there, and what it offers to searches.
 * Whoever takes space, gives it back or changes what a node may offer does so here, which keeps the totals and the set
 * of open nodes in step.
 */
final class Space {

    /** Absorbs what floating point leaves below a whole number of volumes: 100 * 0.29 is 28.999... */
    private static final double ROUNDING = 1e-9;

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;
    private final IndexSet openNodes;
    /** Nodes over which the capacity is dealt: those at the start. */
    private final int dealtNodeCount;

    Space(Cluster cluster) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
        this.openNodes = cluster.openNodes;
        this.dealtNodeCount = cluster.settings.cluster().nodes();
    }

    /** Space of all nodes that ever joined. */
    long capacityTotal() {
        return dealtUpTo(nodes.count);
    }

    /** Gives a node its part of the capacity; {@link #refreshOffer} follows. */
    void dealTo(int node) {
        assert nodes.has(node) : node;
        nodes.dealt[node] = (int) (dealtUpTo(node + 1) - dealtUpTo(node));
        assert nodes.dealt[node] >= 0 : nodes.dealt[node];
    }

    /** Puts a replica or claim of the volume on a node and takes the space there. */
    void occupy(int volume, int place, int node) {
        assert nodes.has(node) : node;
        assert !volumes.isOn(volume, node) : "volume " + volume + " would be twice on node " + node;
        volumes.link(volume, place, node, nodes.firstPlace);
        addUsed(node, 1);
    }

    /** Takes what is at this place off its node; a quarantined node keeps the space, another gets it back. */
    void vacate(int volume, int place) {
        int node = volumes.nodeAt(volume, place);
        if (node == Volumes.NO_NODE) {
            return;
        }
        volumes.unlink(volume, place, nodes.firstPlace);
        if (nodes.quarantined[node] && place != volumes.claimPlace()) {
            nodes.held[node]++;
            assert nodes.held[node] <= nodes.used[node] : node;
        } else {
            addUsed(node, -1);
        }
    }

    /** The claim becomes the replica at {@code place}, which must be empty; the space stays as it is. */
    void turnClaimInto(int volume, int place) {
        int node = volumes.nodeAt(volume, volumes.claimPlace());
        assert node != Volumes.NO_NODE : "nothing is claimed";
        volumes.unlink(volume, volumes.claimPlace(), nodes.firstPlace);
        volumes.link(volume, place, node, nodes.firstPlace);
    }

    void addUsed(int node, int difference) {
        nodes.used[node] += difference;
        nodes.usedTotal += difference;
        assert nodes.used[node] >= nodes.held[node] && nodes.held[node] >= 0 : node;
        assert nodes.usedTotal >= nodes.used[node] : nodes.usedTotal;
        refreshOffer(node);
    }

    /** Brings what the node offers, and the set of open nodes, in line with its state. */
    void refreshOffer(int node) {
        boolean mayOffer = nodes.isUp(node) && !nodes.quarantined[node];
        int limit = (int) (nodes.dealt[node] * cluster.settings.cluster().fullRatio() + ROUNDING);
        int offered = mayOffer ? Math.max(0, limit - nodes.used[node]) : 0;
        nodes.offeredTotal += offered - nodes.offered[node];
        assert nodes.offeredTotal >= 0 : nodes.offeredTotal;
        nodes.offered[node] = offered;
        if (offered > 0) {
            openNodes.add(node);
        } else {
            openNodes.remove(node);
        }
    }

    /** Deals the cluster's capacity over the nodes anew; after a change of the settings that decide it. */
    void deal() {
        for (int node = 0; node < nodes.count; node++) {
            dealTo(node);
            refreshOffer(node);
        }
    }

    /**
     * The capacity of the first {@code count} nodes. Room in whole volumes is round(replicas * volumes /
     * utilisation), dealt so that no node has more than one more than another; rounding each node alike would move
     * the stuck share by a point. Nodes that join later have the mean.
     */
    private long dealtUpTo(int count) {
        assert count >= 0 : count;
        return Math.floorDiv(cluster.settings.cluster().capacity() * count, dealtNodeCount);
    }
}
