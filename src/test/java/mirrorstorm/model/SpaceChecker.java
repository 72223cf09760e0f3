package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import java.util.Arrays;

/**
 * Space: what is used is what replicas, claims and quarantine take; a node never takes more than its capacity; what
 * is on offer, and which nodes are open, follows from that and from nothing else.
 */
final class SpaceChecker implements Checker {

    private int[] usedBefore = new int[0];

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        int[] taken = new int[cluster.nodeCount()];
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            for (int place = 0; place <= cluster.replicaCount(); place++) {
                int node = cluster.placeNode(volume, place);
                if (node >= 0) {
                    taken[node]++;
                }
            }
        }
        long used = 0;
        long offered = 0;
        int open = 0;
        for (int node = 0; node < taken.length; node++) {
            checkNode(cluster, node, taken[node]);
            used += cluster.used(node);
            offered += cluster.offered(node);
            open += cluster.offered(node) > 0 ? 1 : 0;
        }
        require(used == cluster.nodes.usedTotal, "space used on all nodes", (int) used, cluster.nodes.usedTotal);
        require(offered == cluster.offeredTotal(), "space on offer", (int) offered, cluster.offeredTotal());
        require(open == cluster.openNodeCount(), "open nodes", open, cluster.openNodeCount());
        usedBefore = Arrays.copyOf(cluster.nodes.used, cluster.nodeCount());
    }

    private void checkNode(Cluster cluster, int node, int taken) {
        int used = cluster.used(node);
        int held = cluster.nodes.held[node];
        int dealt = cluster.nodes.dealt[node];
        require(used == taken + held, "space used = replicas + claims + held on node", node, used, taken, held);
        require(held >= 0, "space held on node", node, held);
        require(used <= cluster.capacity(node), "space used within capacity of node", node, used);
        boolean grows = node >= usedBefore.length || used > usedBefore[node];
        require(used <= dealt || !grows, "a full node takes no more: node", node, used, dealt);

        boolean mayOffer = cluster.nodeState(node) == NodeState.UP && !cluster.isQuarantined(node);
        int limit = (int) (dealt * cluster.settings().cluster().fullRatio() + 1e-9);
        int offered = mayOffer ? Math.max(0, limit - used) : 0;
        require(cluster.offered(node) == offered, "offer of node", node, cluster.offered(node), offered);
        require(cluster.openNodes.contains(node) == offered > 0, "openness of node", node, offered);
        require(cluster.volumesOn(node).length == taken, "list of volumes on node", node, taken);
        for (int volume : cluster.volumesOn(node)) {
            require(cluster.volumes.isOn(volume, node), "volume listed on node", node, volume);
        }
    }
}
