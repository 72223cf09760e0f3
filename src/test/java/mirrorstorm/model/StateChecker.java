package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * States: volumes and nodes change state only along the arrows of their state machines, the trace tells every change,
 * and time never runs back.
 */
final class StateChecker implements Checker, StateChangeListener {

    private static final Map<VolumeState, Set<VolumeState>> VOLUME_ARROWS = Map.of(
            VolumeState.MIRRORED, EnumSet.of(VolumeState.SEARCHING, VolumeState.UNREACHABLE, VolumeState.LOST),
            VolumeState.SEARCHING,
                    EnumSet.of(VolumeState.COPYING, VolumeState.UNREACHABLE, VolumeState.RESTORING, VolumeState.LOST),
            VolumeState.COPYING,
                    EnumSet.of(VolumeState.MIRRORED, VolumeState.SEARCHING, VolumeState.UNREACHABLE, VolumeState.LOST),
            VolumeState.UNREACHABLE,
                    EnumSet.of(VolumeState.SEARCHING, VolumeState.COPYING, VolumeState.RESTORING, VolumeState.LOST),
            VolumeState.RESTORING, EnumSet.of(VolumeState.MIRRORED, VolumeState.UNREACHABLE),
            VolumeState.LOST, EnumSet.noneOf(VolumeState.class));

    private static final Map<NodeState, Set<NodeState>> NODE_ARROWS = Map.of(
            NodeState.UP, EnumSet.of(NodeState.ISOLATED, NodeState.CRASHED, NodeState.DESTROYED),
            NodeState.ISOLATED, EnumSet.of(NodeState.UP, NodeState.CRASHED, NodeState.DESTROYED),
            NodeState.CRASHED, EnumSet.of(NodeState.UP, NodeState.DESTROYED),
            NodeState.DESTROYED, EnumSet.noneOf(NodeState.class));

    private final Simulation simulation;
    private final Cluster cluster;
    private final VolumeState[] volumes;
    private NodeState[] nodes;
    private long changeCount;
    private long crashCount;
    private long lastChangeNanos;
    private long lastClockNanos;
    private long lastEventCount;
    private double lastProbes;

    /** Follows a run from now on. */
    StateChecker(Simulation simulation) {
        this.simulation = simulation;
        cluster = simulation.cluster();
        volumes = new VolumeState[cluster.volumeCount()];
        Arrays.setAll(volumes, cluster::volumeState);
        nodes = new NodeState[cluster.nodeCount()];
        Arrays.setAll(nodes, cluster::nodeState);
        changeCount = simulation.changeCount();
        crashCount = cluster.crashCount();
        simulation.listen(this);
    }

    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        require(timeNanos >= lastChangeNanos, "the trace runs back", subject, change, timeNanos);
        lastChangeNanos = timeNanos;
        changeCount++;
        switch (change) {
            case VOLUME_STATE -> {
                VolumeState to = VolumeState.of((byte) detail);
                boolean isArrow = VOLUME_ARROWS.get(volumes[subject]).contains(to);
                require(isArrow, "no arrow for volume", subject, volumes[subject], to);
                volumes[subject] = to;
                require(to != VolumeState.LOST || mayBeLost(), "lost for no reason", subject);
                require(cluster.sinceNanos(subject) == timeNanos, "state began", subject, timeNanos);
            }
            case NODE_STATE -> {
                NodeState to = NodeState.of((byte) detail);
                require(NODE_ARROWS.get(nodes[subject]).contains(to), "no arrow for node", subject, nodes[subject], to);
                nodes[subject] = to;
                crashCount += to == NodeState.CRASHED ? 1 : 0;
            }
            case NODE_JOINED -> {
                require(subject == nodes.length, "nodes join in order", subject, nodes.length);
                nodes = Arrays.copyOf(nodes, nodes.length + 1);
                nodes[subject] = NodeState.UP;
            }
            default -> require(change != StateChange.SPACE_CLAIMED || detail < nodes.length, "claims on node", detail);
        }
    }

    /** Only destruction loses volumes, or forensics that find nothing. */
    private boolean mayBeLost() {
        return cluster.nodeCount(NodeState.DESTROYED) > 0
                || simulation.plan().subList(0, simulation.interventionCount()).stream()
                        .anyMatch(done -> done.intervention() instanceof Intervention.ForensicRestore);
    }

    @Override
    public void check(Simulation simulation) {
        require(changeCount == simulation.changeCount(), "changes told", (int) changeCount, simulation.changeCount());
        require(crashCount == cluster.crashCount(), "crashes", (int) crashCount, cluster.crashCount());
        require(nodes.length == cluster.nodeCount(), "nodes", nodes.length, cluster.nodeCount());
        for (int node = 0; node < nodes.length; node++) {
            require(nodes[node] == cluster.nodeState(node), "state of node", node, nodes[node]);
        }
        for (int volume = 0; volume < volumes.length; volume++) {
            require(volumes[volume] == cluster.volumeState(volume), "state of volume", volume, volumes[volume]);
        }
        require(simulation.clockNanos() >= lastClockNanos, "the clock runs back", 0, lastClockNanos);
        require(simulation.nextNanos() >= simulation.clockNanos(), "the next event is past", 0, simulation.nextNanos());
        require(simulation.eventCount() >= lastEventCount, "fewer events than before", (int) lastEventCount);
        require(simulation.probes() >= lastProbes, "fewer probes than before", (int) lastProbes);
        lastClockNanos = simulation.clockNanos();
        lastEventCount = simulation.eventCount();
        lastProbes = simulation.probes();
    }
}
