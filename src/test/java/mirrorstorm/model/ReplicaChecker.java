package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

/**
 * Replicas: never two of a volume on one node; what a volume's state promises about them is true. Peer loss is peer
 * failure: with two replicas a volume that searches or copies has exactly one current replica.
 */
final class ReplicaChecker implements Checker {

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            checkPlaces(cluster, volume);
            switch (cluster.volumeState(volume)) {
                case MIRRORED -> checkMirrored(cluster, volume);
                case SEARCHING -> checkSearching(cluster, volume);
                case COPYING -> checkCopying(cluster, volume);
                case UNREACHABLE -> checkUnreachable(cluster, volume);
                case RESTORING -> checkRestoring(cluster, volume);
                case LOST -> checkLost(cluster, volume);
            }
        }
    }

    private static void checkPlaces(Cluster cluster, int volume) {
        int places = cluster.replicaCount() + 1;
        for (int place = 0; place < places; place++) {
            int node = cluster.placeNode(volume, place);
            for (int other = 0; other < place; other++) {
                require(node < 0 || node != cluster.placeNode(volume, other), "twice on node", node, volume);
            }
            boolean isClaim = place == cluster.replicaCount();
            require(!cluster.isCurrent(volume, place) || (node >= 0 && !isClaim), "current but nowhere", volume, place);
            if (node >= 0) {
                NodeState state = cluster.nodeState(node);
                require(state != NodeState.DESTROYED, "a replica on a destroyed node", volume, node);
                require(!isClaim || state == NodeState.UP, "a claim on a node that is not up", volume, node);
            }
        }
    }

    private static void checkMirrored(Cluster cluster, int volume) {
        require(currentIn(cluster, volume, NodeState.UP) == cluster.replicaCount(), "mirrored without mirror", volume);
        require(cluster.placeNode(volume, cluster.replicaCount()) < 0, "mirrored with a claim", volume);
    }

    private static void checkSearching(Cluster cluster, int volume) {
        require(cluster.placeNode(volume, cluster.replicaCount()) < 0, "searching with a claim", volume);
        int up = currentIn(cluster, volume, NodeState.UP);
        int all = currentCount(cluster, volume);
        if (cluster.phase(volume) == Phase.OFFLINE) {
            int isolated = currentIn(cluster, volume, NodeState.ISOLATED);
            require(isolated == 1 && all == 1, "offline with other than one isolated current replica", volume, all);
        } else {
            checkSource(cluster, volume);
            require(up == all && all < cluster.replicaCount(), "peer loss is peer failure", volume, up, all);
        }
        require(cluster.replicaCount() > 2 || all == 1, "exactly one current replica", volume, all);
    }

    private static void checkCopying(Cluster cluster, int volume) {
        int up = currentIn(cluster, volume, NodeState.UP);
        int all = currentCount(cluster, volume);
        checkSource(cluster, volume);
        require(up == all && all < cluster.replicaCount(), "peer loss is peer failure", volume, up, all);
        require(cluster.replicaCount() > 2 || all == 1, "exactly one current replica", volume, all);
        int target = cluster.targetPlace(volume);
        int node = cluster.placeNode(volume, target);
        require(node >= 0 && cluster.nodeState(node) == NodeState.UP, "copies to a node that is not up", volume, node);
        require(!cluster.isCurrent(volume, target), "copies onto a current replica", volume, target);
        boolean ontoClaim = target == cluster.replicaCount();
        boolean hasClaim = cluster.placeNode(volume, cluster.replicaCount()) >= 0;
        require(ontoClaim == hasClaim, "a claim for every copy, none for a resynchronisation", volume, target);
        require(ontoClaim != (cluster.phase(volume) == Phase.RESYNCING), "phase of the copy", volume, target);
    }

    private static void checkSource(Cluster cluster, int volume) {
        int source = cluster.sourcePlace(volume);
        require(cluster.isCurrent(volume, source), "the source is not current", volume, source);
        int node = cluster.placeNode(volume, source);
        require(cluster.nodeState(node) == NodeState.UP, "the source is not up", volume, node);
    }

    private static void checkUnreachable(Cluster cluster, int volume) {
        int reachable = currentIn(cluster, volume, NodeState.UP) + currentIn(cluster, volume, NodeState.ISOLATED);
        require(reachable == 0, "unreachable, but a live node has it", volume, reachable);
        require(cluster.placeNode(volume, cluster.replicaCount()) < 0, "unreachable with a claim", volume);
    }

    /** New replicas on nodes that are up, none of them current before all are. */
    private static void checkRestoring(Cluster cluster, int volume) {
        for (int place = 0; place < cluster.replicaCount(); place++) {
            int node = cluster.placeNode(volume, place);
            boolean isUp = node >= 0 && cluster.nodeState(node) == NodeState.UP;
            require(isUp, "restores to a node that is not up", volume, node);
        }
        require(currentCount(cluster, volume) == 0, "restoring, but current", volume);
        require(cluster.placeNode(volume, cluster.replicaCount()) < 0, "restoring with a claim", volume);
    }

    private static void checkLost(Cluster cluster, int volume) {
        for (int place = 0; place <= cluster.replicaCount(); place++) {
            require(cluster.placeNode(volume, place) < 0, "lost, but a replica exists", volume, place);
        }
    }

    private static int currentCount(Cluster cluster, int volume) {
        return Integer.bitCount(cluster.volumes.current[volume]);
    }

    private static int currentIn(Cluster cluster, int volume, NodeState state) {
        int count = 0;
        for (int place = 0; place < cluster.replicaCount(); place++) {
            int node = cluster.placeNode(volume, place);
            if (cluster.isCurrent(volume, place) && node >= 0 && cluster.nodeState(node) == state) {
                count++;
            }
        }
        return count;
    }
}
