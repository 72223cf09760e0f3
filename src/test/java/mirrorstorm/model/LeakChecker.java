package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import java.util.Arrays;

/**
 * Leaks: what a node has lost is a share; it never comes back while the node's process lives; a dead process has lost
 * nothing, and whoever has lost all crashes at that moment.
 */
final class LeakChecker implements Checker {

    private static final double ROUNDING = 1e-9;

    private double[] lostBefore = new double[0];
    private long[] changesBefore = new long[0];

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        int count = cluster.nodeCount();
        double[] lost = new double[count];
        long[] changes = new long[count];
        for (int node = 0; node < count; node++) {
            lost[node] = simulation.leakedShare(node);
            changes[node] = cluster.nodes.stateChanges[node];
            boolean isAlive = cluster.nodeState(node).ordinal() <= NodeState.ISOLATED.ordinal();
            require(lost[node] >= 0 && lost[node] <= 1, "leaked share of node", node, lost[node]);
            require(isAlive || lost[node] == 0, "a dead process leaks on node", node, lost[node]);
            boolean isDue = lost[node] >= 1 && simulation.nextNanos() > simulation.clockNanos();
            require(!isDue, "runs on without memory: node", node);
            boolean sameProcess = node < changesBefore.length && changesBefore[node] == changes[node];
            if (sameProcess) {
                require(lost[node] >= lostBefore[node] - ROUNDING, "memory came back on node", node, lost[node]);
            }
        }
        lostBefore = lost;
        changesBefore = Arrays.copyOf(changes, count);
    }
}
