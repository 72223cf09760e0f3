package mirrorstorm.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.engine.LargeColumns;

/** Everything about a run that another course of it could change, as text: equal texts, equal runs. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The run as it stands. Reading it leaves no mark. */
    public static String of(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        Nodes nodes = cluster.nodes;
        Volumes volumes = cluster.volumes;
        int count = nodes.count;
        List<Object> parts = new ArrayList<>(List.of(
                simulation.traceHash(),
                simulation.clockNanos(),
                simulation.nextNanos(),
                simulation.eventCount(),
                simulation.changeCount(),
                simulation.pendingCount(),
                simulation.interventionCount(),
                simulation.probes(),
                simulation.roundCount(),
                simulation.finishedCopyCount(),
                simulation.streamCount(),
                simulation.searchesStopped(),
                simulation.controlPlane().waitingCount(),
                simulation.controlPlane().busyShare(),
                simulation.controlPlane().isCut(),
                cluster.awaitingElectionCount(),
                cluster.stuckInstanceCount(),
                cluster.settings().hashCode(),
                cluster.offeredTotal(),
                cluster.crashCount(),
                cluster.quarantinedCount(),
                Arrays.toString(nodes.countByState),
                Arrays.toString(volumes.countByState)));
        for (int[] ofNodes :
                List.of(nodes.dealt, nodes.used, nodes.held, nodes.awaited, nodes.offered, nodes.searching)) {
            parts.add(Arrays.hashCode(Arrays.copyOf(ofNodes, count)));
        }
        parts.add(Arrays.hashCode(Arrays.copyOf(nodes.state, count)));
        parts.add(Arrays.hashCode(volumes.state));
        LargeColumns large = new LargeColumns();
        volumes.columns(large, volumes);
        parts.add(Arrays.deepHashCode(large.arrays()));
        for (int zone = 0; zone < cluster.settings().zones().size(); zone++) {
            parts.add(simulation.controlPlane().calls(zone) + " calls, "
                    + simulation.controlPlane().failedCalls(zone) + " failed");
        }
        parts.add(Arrays.hashCode(volumes.phase));
        parts.add(Arrays.hashCode(volumes.current));
        parts.add(Arrays.hashCode(volumes.primary));
        parts.add(Arrays.hashCode(volumes.placeNode));
        parts.add(Arrays.hashCode(volumes.sinceNanos));
        double failures = 0;
        for (int volume = 0; volume < volumes.count; volume++) {
            failures += simulation.failedRounds(volume);
        }
        parts.add(failures);
        for (int node = 0; node < count; node++) {
            parts.add(simulation.leakedShare(node) + " leaked " + simulation.isLeaking(node));
        }
        return parts.toString();
    }
}
