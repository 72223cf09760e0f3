package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

/**
 * Quarantine: it lasts as long as a volume that had a replica on the node is not mirrored again, and no longer; only
 * under quarantine does a node hold space for what was replaced elsewhere.
 */
final class QuarantineChecker implements Checker {

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        int[] awaited = new int[cluster.nodeCount()];
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            for (int place = 0; place < 8; place++) {
                if ((cluster.volumes.awaited[volume] & 1 << place) != 0) {
                    require(place < cluster.replicaCount(), "awaits what is no replica", volume, place);
                    require(cluster.placeNode(volume, place) >= 0, "awaits an empty place", volume, place);
                    awaited[cluster.placeNode(volume, place)]++;
                    VolumeState state = cluster.volumeState(volume);
                    boolean isSafe = state == VolumeState.MIRRORED || state == VolumeState.LOST;
                    require(!isSafe, "awaits a volume that is safe", volume, state);
                }
            }
        }
        for (int node = 0; node < awaited.length; node++) {
            int count = cluster.awaitedBy(node);
            require(count == awaited[node], "volumes awaited by node", node, count, awaited[node]);
            require(cluster.isQuarantined(node) == count > 0, "quarantine of node", node, count);
            require(cluster.isQuarantined(node) || cluster.nodes.held[node] == 0, "space held by node", node);
            require(count == 0 || cluster.nodeState(node).hasData(), "quarantine of a destroyed node", node);
            require(count == 0 || cluster.settings().cluster().quarantine(), "quarantine though off", node);
        }
    }
}
