package mirrorstorm.metrics;

import mirrorstorm.model.Cluster;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.VolumeState;

/** Reads what can be read off a simulation at one moment. */
public final class Gauge {

    private Gauge() {}

    /** The metric's value now; NaN for a rate over time, and where there is nothing to say. */
    public static double read(Simulation simulation, Metric metric) {
        Cluster cluster = simulation.cluster();
        return switch (metric) {
            case STUCK -> cluster.stuckCount() / (double) cluster.volumeCount();
            case SEARCHING -> share(cluster, VolumeState.SEARCHING);
            case COPYING -> share(cluster, VolumeState.COPYING);
            case UNREACHABLE -> share(cluster, VolumeState.UNREACHABLE);
            case RESTORING -> share(cluster, VolumeState.RESTORING);
            case LOST -> share(cluster, VolumeState.LOST);
            case RESTORED ->
                1
                        - share(cluster, VolumeState.SEARCHING)
                        - share(cluster, VolumeState.UNREACHABLE)
                        - share(cluster, VolumeState.RESTORING)
                        - share(cluster, VolumeState.LOST);
            case FREE_SHARE -> cluster.offeredTotal() / (double) cluster.capacityTotal();
            case NODES_UP -> cluster.nodeCount(NodeState.UP);
            case NODES_CRASHED -> cluster.crashCount();
            case NODES_QUARANTINED -> cluster.quarantinedCount();
            case AWAITING_ELECTION -> cluster.awaitingElectionCount() / (double) cluster.volumeCount();
            case CONTROL_PLANE_BUSY -> simulation.controlPlane().busyShare();
            case CONTROL_PLANE_QUEUE -> simulation.controlPlane().waitingCount();
            case INSTANCES_STUCK ->
                cluster.instanceCount() == 0
                        ? Double.NaN
                        : cluster.stuckInstanceCount() / (double) cluster.instanceCount();
            case PROBES_PER_SECOND,
                    COPIES_PER_SECOND,
                    API_ERROR_SHARE,
                    API_LATENCY_P50_SECONDS,
                    API_LATENCY_P99_SECONDS -> Double.NaN;
            case LOOP_GAIN -> LoopGain.of(simulation);
            case FAIL_OVERS_FAILED ->
                cluster.multiZoneCount() == 0
                        ? Double.NaN
                        : cluster.notFailedOverCount() / (double) cluster.multiZoneCount();
            case UNDER_REPLICATED -> share(cluster, VolumeState.SEARCHING) + share(cluster, VolumeState.COPYING);
        };
    }

    private static double share(Cluster cluster, VolumeState state) {
        return cluster.volumeCount(state) / (double) cluster.volumeCount();
    }
}
