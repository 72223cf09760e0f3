package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

/** Counts: every volume and every node is counted in exactly one state, and in the one that it is in. */
final class CountChecker implements Checker {

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        int[] volumes = new int[VolumeState.values().length];
        int stuck = 0;
        int awaiting = 0;
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            volumes[cluster.volumeState(volume).ordinal()]++;
            boolean isUsable = !cluster.volumeState(volume).isStuck() && !cluster.isElectionPending(volume);
            require(isUsable == cluster.isUsable(volume), "usability of volume", volume, isUsable);
            stuck += isUsable ? 0 : 1;
            awaiting += cluster.isElectionPending(volume)
                            && !cluster.volumeState(volume).isStuck()
                    ? 1
                    : 0;
        }
        for (VolumeState state : VolumeState.values()) {
            int count = cluster.volumeCount(state);
            require(volumes[state.ordinal()] == count, "volumes " + state, count, volumes[state.ordinal()]);
        }
        require(stuck == cluster.stuckCount(), "stuck volumes", stuck, cluster.stuckCount());
        require(awaiting == cluster.awaitingElectionCount(), "awaiting election", awaiting);

        int[] nodes = new int[NodeState.values().length];
        int quarantined = 0;
        for (int node = 0; node < cluster.nodeCount(); node++) {
            nodes[cluster.nodeState(node).ordinal()]++;
            quarantined += cluster.isQuarantined(node) ? 1 : 0;
        }
        for (NodeState state : NodeState.values()) {
            int count = cluster.nodeCount(state);
            require(nodes[state.ordinal()] == count, "nodes " + state, count, nodes[state.ordinal()]);
        }
        require(quarantined == cluster.quarantinedCount(), "quarantined nodes", quarantined);
    }
}
