package mirrorstorm.run;

import java.util.Arrays;
import mirrorstorm.metrics.Gauge;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Phase;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.VolumeState;

/**
 * What is to be seen of a run at one moment: immutable, so that any thread may draw it. Ids of nodes and volumes are
 * indices from 0; space is counted in whole volumes.
 */
public final class Snapshot {

    private static final VolumeState[] VOLUME_STATES = VolumeState.values();
    private static final NodeState[] NODE_STATES = NodeState.values();
    private static final Phase[] PHASES = Phase.values();

    /** A running copy, or one that queues (progress 0): exact, unlike the traffic of failing probes. */
    public record Copy(int volume, int source, int target, double progress) {}

    private final long timeNanos;
    private final long horizonNanos;
    private final long reachedNanos;
    private final Settings settings;
    private final Region region;
    private final boolean searchesStopped;
    private final double probes;
    private final long events;
    private final int roundCount;
    private final int stuckCount;
    private final int crashCount;
    private final int openNodeCount;
    private final int quarantinedCount;
    private final double loopGain;
    private final long offeredTotal;
    private final long capacityTotal;
    private final int[] volumesByState = new int[VOLUME_STATES.length];
    private final int[] nodesByState = new int[NODE_STATES.length];

    private final byte[] nodeState;
    private final boolean[] quarantined;
    private final int[] rack;
    private final int[] capacity;
    private final int[] used;
    private final int[] offered;
    private final int[] searching;
    private final int[] streamsIn;
    private final int[] streamsOut;
    private final int[] awaited;

    private final int placesEach;
    private final byte[] volumeState;
    private final byte[] phase;
    private final boolean[] leaking;
    private final double[] leakedShare;
    private final byte[] source;
    private final byte[] target;
    private final byte[] currentMask;
    private final int[] placeNode;
    private final long[] sinceNanos;
    private final long[] copyStartNanos;
    private final long[] copyEndNanos;

    private Snapshot(Simulation simulation, Region region, long horizonNanos, long reachedNanos) {
        Cluster cluster = simulation.cluster();
        timeNanos = simulation.clockNanos();
        this.horizonNanos = horizonNanos;
        this.reachedNanos = reachedNanos;
        settings = cluster.settings();
        this.region = region;
        searchesStopped = simulation.searchesStopped();
        probes = simulation.probes();
        events = simulation.eventCount();
        roundCount = simulation.roundCount();
        stuckCount = cluster.stuckCount();
        crashCount = cluster.crashCount();
        openNodeCount = cluster.openNodeCount();
        quarantinedCount = cluster.quarantinedCount();
        loopGain = Gauge.read(simulation, Metric.LOOP_GAIN);
        offeredTotal = cluster.offeredTotal();
        capacityTotal = cluster.capacityTotal();
        Arrays.setAll(volumesByState, i -> cluster.volumeCount(VOLUME_STATES[i]));
        Arrays.setAll(nodesByState, i -> cluster.nodeCount(NODE_STATES[i]));

        int nodes = cluster.nodeCount();
        nodeState = new byte[nodes];
        quarantined = new boolean[nodes];
        rack = new int[nodes];
        capacity = new int[nodes];
        used = new int[nodes];
        offered = new int[nodes];
        searching = new int[nodes];
        streamsIn = new int[nodes];
        streamsOut = new int[nodes];
        awaited = new int[nodes];
        leaking = new boolean[nodes];
        leakedShare = new double[nodes];
        readNodes(cluster);
        readLeaks(simulation);

        int volumes = cluster.volumeCount();
        placesEach = cluster.replicaCount() + 1;
        volumeState = new byte[volumes];
        phase = new byte[volumes];
        source = new byte[volumes];
        target = new byte[volumes];
        currentMask = new byte[volumes];
        placeNode = new int[volumes * placesEach];
        sinceNanos = new long[volumes];
        copyStartNanos = new long[volumes];
        copyEndNanos = new long[volumes];
        readVolumes(cluster);
    }

    static Snapshot of(Simulation simulation, Series series, long horizonNanos, long reachedNanos) {
        return new Snapshot(simulation, Region.of(simulation, series), horizonNanos, reachedNanos);
    }

    private void readNodes(Cluster cluster) {
        for (int node = 0; node < nodeState.length; node++) {
            nodeState[node] = (byte) cluster.nodeState(node).ordinal();
            quarantined[node] = cluster.isQuarantined(node);
            rack[node] = cluster.rack(node);
            capacity[node] = cluster.capacity(node);
            used[node] = cluster.used(node);
            offered[node] = cluster.offered(node);
            searching[node] = cluster.searching(node);
            streamsIn[node] = cluster.streamsIn(node);
            streamsOut[node] = cluster.streamsOut(node);
            awaited[node] = cluster.awaitedBy(node);
        }
    }

    private void readLeaks(Simulation simulation) {
        for (int node = 0; node < leaking.length; node++) {
            leaking[node] = simulation.isLeaking(node);
            leakedShare[node] = simulation.leakedShare(node);
        }
    }

    private void readVolumes(Cluster cluster) {
        for (int volume = 0; volume < volumeState.length; volume++) {
            volumeState[volume] = (byte) cluster.volumeState(volume).ordinal();
            phase[volume] = (byte) cluster.phase(volume).ordinal();
            source[volume] = (byte) cluster.sourcePlace(volume);
            target[volume] = (byte) cluster.targetPlace(volume);
            sinceNanos[volume] = cluster.sinceNanos(volume);
            copyStartNanos[volume] = cluster.copyStartNanos(volume);
            copyEndNanos[volume] = cluster.copyEndNanos(volume);
            for (int place = 0; place < placesEach; place++) {
                placeNode[volume * placesEach + place] = cluster.placeNode(volume, place);
                if (place < placesEach - 1 && cluster.isCurrent(volume, place)) {
                    currentMask[volume] |= (byte) (1 << place);
                }
            }
        }
    }

    // The run

    /** The moment, nanoseconds since the start of the run. */
    public long timeNanos() {
        return timeNanos;
    }

    /** When the run ends, nanoseconds since its start. */
    public long horizonNanos() {
        return horizonNanos;
    }

    /** The furthest that the run has been taken on its present branch, nanoseconds since its start. */
    public long reachedNanos() {
        return reachedNanos;
    }

    /** The settings in force. */
    public Settings settings() {
        return settings;
    }

    /** The control plane and the zones. */
    public Region region() {
        return region;
    }

    /** Whether the operator has stopped all searches. */
    public boolean searchesStopped() {
        return searchesStopped;
    }

    /** Nodes asked for space so far; under the rates engine an expectation. */
    public double probes() {
        return probes;
    }

    /** Events so far. */
    public long events() {
        return events;
    }

    /** Volumes with a round in progress. */
    public int roundCount() {
        return roundCount;
    }

    /** Probes sent a second by the rounds now in progress. */
    public double probesPerSecond() {
        return settings.search().probesPerSecond(roundCount);
    }

    /** Crashes so far. */
    public int crashCount() {
        return crashCount;
    }

    /** Nodes that offer space now. */
    public int openNodeCount() {
        return openNodeCount;
    }

    /** Nodes under quarantine. */
    public int quarantinedCount() {
        return quarantinedCount;
    }

    /**
     * Crashes that one more crash would bring within {@code settings().metrics().loopGainWindow()}; NaN if there is
     * nothing to say, as no node is up. Above 1 the storm feeds itself.
     */
    public double loopGain() {
        return loopGain;
    }

    /** Space on offer, in whole volumes. */
    public long offeredTotal() {
        return offeredTotal;
    }

    /** Space of all nodes, in whole volumes. */
    public long capacityTotal() {
        return capacityTotal;
    }

    /** Volumes in the given state. */
    public int volumeCount(VolumeState state) {
        return volumesByState[state.ordinal()];
    }

    /** Volumes whose I/O hangs. */
    public int stuckCount() {
        return stuckCount;
    }

    /** Nodes in the given state. */
    public int nodeCount(NodeState state) {
        return nodesByState[state.ordinal()];
    }

    // Nodes

    /** Nodes that ever joined. */
    public int nodeCount() {
        return nodeState.length;
    }

    /** What the node is doing. */
    public NodeState nodeState(int node) {
        return NODE_STATES[nodeState[node]];
    }

    /** Whether the node is under quarantine. */
    public boolean isQuarantined(int node) {
        return quarantined[node];
    }

    /** The node's rack, from 0. */
    public int rack(int node) {
        return rack[node];
    }

    /** Space on the node. */
    public int capacity(int node) {
        return capacity[node];
    }

    /** Space taken on the node. */
    public int used(int node) {
        return used[node];
    }

    /** Space that the node offers to searches. */
    public int offered(int node) {
        return offered[node];
    }

    /** Rounds in progress that the node asks in. */
    public int searching(int node) {
        return searching[node];
    }

    /** Copies that run into the node. */
    public int streamsIn(int node) {
        return streamsIn[node];
    }

    /** Copies that run out of the node. */
    public int streamsOut(int node) {
        return streamsOut[node];
    }

    /** Whether the node loses memory, or will when it is up again. */
    public boolean isLeaking(int node) {
        return leaking[node];
    }

    /** Share of its spare memory that the node has lost to a leak since it last started, in [0, 1]. */
    public double leakedShare(int node) {
        return leakedShare[node];
    }

    /** Volumes that must be mirrored again before the node's quarantine ends. */
    public int awaitedBy(int node) {
        return awaited[node];
    }

    // Volumes

    /** Volumes of the zone. */
    public int volumeCount() {
        return volumeState.length;
    }

    /** Copies that a mirrored volume has. */
    public int replicaCount() {
        return placesEach - 1;
    }

    /** What the volume is doing. */
    public VolumeState volumeState(int volume) {
        return VOLUME_STATES[volumeState[volume]];
    }

    /** What exactly the volume waits for. */
    public Phase phase(int volume) {
        return PHASES[phase[volume]];
    }

    /** When the volume's present state began, nanoseconds since the start. */
    public long sinceNanos(int volume) {
        return sinceNanos[volume];
    }

    /** The node at one of the volume's places, or -1; place {@link #replicaCount} is the claim. */
    public int placeNode(int volume, int place) {
        return placeNode[volume * placesEach + place];
    }

    /** Whether the replica at this place has every write. */
    public boolean isCurrent(int volume, int place) {
        return (currentMask[volume] & 1 << place) != 0;
    }

    /** The node that asks for space for the volume, or that its copy reads; -1 if there is none. */
    public int sourceNode(int volume) {
        return placeNode(volume, source[volume]);
    }

    /** Whether the volume has a running copy or resynchronisation. */
    public boolean isStreaming(int volume) {
        Phase now = phase(volume);
        return now == Phase.STREAMING || now == Phase.RESYNCING;
    }

    /** The volume's running copy; only if {@link #isStreaming}. */
    public Copy copy(int volume) {
        double length = copyEndNanos[volume] - copyStartNanos[volume];
        double progress = length <= 0 ? 1 : (timeNanos - copyStartNanos[volume]) / length;
        return new Copy(volume, sourceNode(volume), placeNode(volume, target[volume]), progress);
    }
}
