package mirrorstorm.model;

/**
 * The replicas of a volume: which of them can be reached, which are current, and which are given up.
 *
 * <p>Peer loss is peer failure: a replica that cannot be reached while another can is not current any more, and never
 * will be, unless {@link TargetPolicy#PREVIOUS_FIRST} brings it back.
 */
final class Replicas {

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;
    private final Elections elections;

    Replicas(Cluster cluster, Elections elections) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
        this.elections = elections;
    }

    /** Whether all of them, claims aside, are on nodes that are up. */
    boolean isAllUp(int volume) {
        for (int place = 0; place < volumes.replicas; place++) {
            if (!isUpAt(volume, place)) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is one at this place, on a node that is up. */
    boolean isUpAt(int volume, int place) {
        int node = volumes.nodeAt(volume, place);
        return node != Volumes.NO_NODE && nodes.isUp(node);
    }

    /** Whether there is one at this place, on a node in this state. */
    boolean isAt(int volume, int place, NodeState state) {
        int node = volumes.nodeAt(volume, place);
        return node != Volumes.NO_NODE && nodes.state[node] == state.ordinal();
    }

    /**
     * Peer loss is peer failure: current replicas out of reach are given up, as long as another one remains. If all
     * are out of reach the primary stays current, or else one that is alive, or else one whose data exists.
     */
    void giveUpLost(int volume) {
        int reachable = 0;
        for (int place = 0; place < volumes.replicas; place++) {
            if (volumes.isCurrent(volume, place) && isUpAt(volume, place)) {
                reachable |= 1 << place;
            }
        }
        if (reachable == 0) {
            reachable = keeper(volume);
            assert Integer.bitCount(reachable) <= 1 : "more than one is kept";
        }
        volumes.current[volume] = (byte) reachable;
        assert reachable < 1 << volumes.replicas : "a claim is not current";
        int oldPrimary = volumes.primary[volume];
        if (reachable != 0 && !volumes.isCurrent(volume, oldPrimary)) {
            volumes.primary[volume] = (byte) Integer.numberOfTrailingZeros(reachable);
            elections.primaryLost(volume, volumes.nodeAt(volume, oldPrimary));
        }
    }

    private int keeper(int volume) {
        assert volumes.placesEach <= Byte.SIZE : volumes.placesEach;
        for (NodeState state : new NodeState[] {NodeState.ISOLATED, NodeState.CRASHED}) {
            int primary = volumes.primary[volume];
            if (volumes.isCurrent(volume, primary) && isAt(volume, primary, state)) {
                return 1 << primary;
            }
            for (int place = 0; place < volumes.replicas; place++) {
                if (volumes.isCurrent(volume, place) && isAt(volume, place, state)) {
                    return 1 << place;
                }
            }
        }
        return 0;
    }

    /** Whether the data of any of them still exists, current or not. */
    boolean hasData(int volume) {
        for (int place = 0; place < volumes.replicas; place++) {
            int node = volumes.nodeAt(volume, place);
            if (node != Volumes.NO_NODE && nodes.state[node] != NodeState.DESTROYED.ordinal()) {
                return true;
            }
        }
        return false;
    }

    /** The place of a given-up replica on a node of that state, if settings let it come back; else -1. */
    int previous(int volume, NodeState state) {
        if (cluster.settings.search().target() == TargetPolicy.PREVIOUS_FIRST) {
            for (int place = 0; place < volumes.replicas; place++) {
                if (!volumes.isCurrent(volume, place) && isAt(volume, place, state)) {
                    return place;
                }
            }
        }
        return -1;
    }

    /** Whether one that was given up is on a node that may come back, and settings let it. */
    boolean mayReturn(int volume) {
        return previous(volume, NodeState.ISOLATED) >= 0 || previous(volume, NodeState.CRASHED) >= 0;
    }
}
