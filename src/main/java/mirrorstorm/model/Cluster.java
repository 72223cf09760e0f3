package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.IndexSet;

/**
 * The storage cluster of one availability zone: nodes, volumes, the space between them, and the small changes that
 * keep counts, lists and trace in step with the arrays. Others see questions; the rules of the storm are in the
 * classes of this package that change it.
 */
public final class Cluster {

    final FutureEventList events;
    final Trace trace;
    final Nodes nodes;
    final Volumes volumes;
    final IndexSet openNodes;
    final Instances instances;
    final Space space;
    Settings settings;
    /** Whether what happens to volumes at this instant comes of an interruption of the network. */
    boolean networkInterrupted;

    /**
     * All nodes up and empty, no volume placed yet.
     *
     * @param volumesHeld for how many volumes there is memory: all, or none
     */
    Cluster(Settings settings, FutureEventList events, Trace trace, Instances instances, int volumesHeld) {
        this.settings = settings;
        this.events = events;
        this.trace = trace;
        this.instances = instances;
        int nodeCount = settings.cluster().nodes();
        this.nodes = new Nodes(nodeCount);
        this.volumes =
                new Volumes(settings.cluster().volumes(), settings.cluster().replicas(), volumesHeld);
        this.openNodes = new IndexSet(nodeCount);
        this.space = new Space(this);
        for (int i = 0; i < nodeCount; i++) {
            nodes.append();
        }
        space.deal();
    }

    // Questions

    /** The settings in force. */
    public Settings settings() {
        return settings;
    }

    /** Nodes that ever joined; also those that are down. */
    public int nodeCount() {
        return nodes.count;
    }

    /** Volumes of the zone, in whatever state. */
    public int volumeCount() {
        return volumes.count;
    }

    /** Copies that a mirrored volume has. */
    public int replicaCount() {
        return volumes.replicas;
    }

    /** What the node is doing. */
    public NodeState nodeState(int node) {
        assert nodes.has(node) : node;
        return NodeState.of(nodes.state[node]);
    }

    /** Whether the node was declared failed and is kept out of the search for space. */
    public boolean isQuarantined(int node) {
        assert nodes.has(node) : node;
        return nodes.quarantined[node];
    }

    /** The rack of a node, counted from 0. */
    public int rack(int node) {
        assert nodes.has(node) : node;
        return node % settings.cluster().racks();
    }

    /** Space on a node, in whole volumes; never below {@link #used}. */
    public int capacity(int node) {
        assert nodes.has(node) : node;
        return Math.max(nodes.dealt[node], nodes.used[node]);
    }

    /** Space taken on a node, in whole volumes: replicas, claims and what quarantine keeps. */
    public int used(int node) {
        assert nodes.has(node) : node;
        return nodes.used[node];
    }

    /** Space that a node offers to searches now, in whole volumes. */
    public int offered(int node) {
        assert nodes.has(node) : node;
        return nodes.offered[node];
    }

    /** Rounds in progress that the node asks in. */
    public int searching(int node) {
        assert nodes.has(node) : node;
        return nodes.searching[node];
    }

    /**
     * Volumes that the node would search for if the other node they need, their mirror or the target of their copy,
     * were lost. With three replicas, which of the two survivors searches is not known: each counts.
     */
    public int exposed(int node) {
        assert nodes.has(node) : node;
        return nodes.exposed[node];
    }

    /** As {@link #exposed}, of all nodes together. */
    public long exposedTotal() {
        return nodes.exposedTotal;
    }

    /** Copies that run into the node. */
    public int streamsIn(int node) {
        assert nodes.has(node) : node;
        return nodes.streamsIn[node];
    }

    /** Copies that run out of the node. */
    public int streamsOut(int node) {
        assert nodes.has(node) : node;
        return nodes.streamsOut[node];
    }

    /** Volumes that must be mirrored again before the node's quarantine ends. */
    public int awaitedBy(int node) {
        assert nodes.has(node) : node;
        return nodes.awaited[node];
    }

    /** Nodes in the given state. */
    public int nodeCount(NodeState state) {
        return nodes.countByState[state.ordinal()];
    }

    /** Nodes under quarantine, in whatever state. */
    public int quarantinedCount() {
        return nodes.quarantinedCount;
    }

    /** Nodes that offer space now. */
    public int openNodeCount() {
        return openNodes.size();
    }

    /** Crashes so far. */
    public int crashCount() {
        return nodes.crashCount;
    }

    /** Space that all nodes together offer now, in whole volumes. */
    public long offeredTotal() {
        return nodes.offeredTotal;
    }

    /** Space of all nodes that ever joined, in whole volumes. */
    public long capacityTotal() {
        return space.capacityTotal();
    }

    /** What the volume is doing. */
    public VolumeState volumeState(int volume) {
        return VolumeState.of(volumes.state[volume]);
    }

    /** What exactly the volume waits for. */
    public Phase phase(int volume) {
        return Phase.of(volumes.phase[volume]);
    }

    /** When the volume's present state began, nanoseconds since the start. */
    public long sinceNanos(int volume) {
        return volumes.sinceNanos[volume];
    }

    /** Volumes in the given state. */
    public int volumeCount(VolumeState state) {
        return volumes.countByState[state.ordinal()];
    }

    /** Volumes whose I/O hangs: by their state, or because they wait for a primary. */
    public int stuckCount() {
        int stuck = volumes.count
                - volumeCount(VolumeState.MIRRORED)
                - volumeCount(VolumeState.COPYING)
                + volumes.awaitingCount;
        assert stuck >= 0 && stuck <= volumes.count : stuck;
        return stuck;
    }

    /** Volumes that are mirrored or copying, but wait for a primary to be elected: restored, not usable. */
    public int awaitingElectionCount() {
        return volumes.awaitingCount;
    }

    /** Databases over the volumes. */
    public int instanceCount() {
        return instances.count();
    }

    /** Pairs of databases in the region that have a standby in another zone. */
    public int multiZoneCount() {
        return instances.multiZoneCount();
    }

    /** Those of them that should have failed over so far and did not. */
    public int notFailedOverCount() {
        return instances.notFailedOverCount();
    }

    /** Databases of which at least one volume is stuck. */
    public int stuckInstanceCount() {
        return instances.stuckCount();
    }

    /** Whether the volume waits for a primary to be elected. */
    public boolean isElectionPending(int volume) {
        return volumes.isElectionPending(volume);
    }

    /** Whether the volume's I/O works. */
    public boolean isUsable(int volume) {
        return !VolumeState.of(volumes.state[volume]).isStuck() && !volumes.isElectionPending(volume);
    }

    /**
     * The node at one of a volume's places, or -1 if the place is empty.
     *
     * @param place in [0, {@link #replicaCount}) a replica; {@link #replicaCount} the claim
     */
    public int placeNode(int volume, int place) {
        assert place >= 0 && place <= volumes.replicas : place;
        return volumes.nodeAt(volume, place);
    }

    /** Whether the replica at this place is current: it has every write. */
    public boolean isCurrent(int volume, int place) {
        return volumes.isCurrent(volume, place);
    }

    /** The place of the primary replica. */
    public int primaryPlace(int volume) {
        return volumes.primary[volume];
    }

    /** The place of the replica that asks for space, or that a copy reads. */
    public int sourcePlace(int volume) {
        return volumes.source[volume];
    }

    /** The place that a copy fills; only while the volume is copying. */
    public int targetPlace(int volume) {
        return volumes.target[volume];
    }

    /** When the running copy began, nanoseconds since the start. */
    public long copyStartNanos(int volume) {
        return volumes.copyStartNanos[volume];
    }

    /** When the running copy will end, nanoseconds since the start. */
    public long copyEndNanos(int volume) {
        return volumes.copyEndNanos[volume];
    }

    /** The backoff that the volume is waiting out, nanoseconds; meaningful in {@link Phase#BACKOFF}. */
    public long waitNanos(int volume) {
        return volumes.waitNanos[volume];
    }

    /** When the wait, copy or restore of the volume ends, or {@link FutureEventList#NEVER}: for a closer look. */
    public long dueNanos(int volume) {
        return volumes.event[volume] == FutureEventList.NONE
                ? FutureEventList.NEVER
                : events.dueNanos(volumes.event[volume]);
    }

    /** The volumes that have a replica, old replica or claim on the node. */
    public int[] volumesOn(int node) {
        assert nodes.has(node) : node;
        int count = nodes.used[node] - nodes.held[node];
        int[] found = new int[count];
        for (int p = nodes.firstPlace[node]; p != Volumes.NO_PLACE; p = volumes.nextPlace[p]) {
            found[--count] = p / volumes.placesEach;
        }
        assert count == 0 : "fewer places on the node than space is taken";
        return found;
    }

    // Changes

    void setVolumeState(int volume, VolumeState state, Phase phase) {
        volumes.phase[volume] = (byte) phase.ordinal();
        if (volumes.state[volume] == state.ordinal()) {
            return;
        }
        assert volumeState(volume).mayBecome(state) : volumeState(volume) + " cannot become " + state;
        if (volumes.isElectionPending(volume)) {
            volumes.awaitingCount +=
                    (state.isStuck() ? 0 : 1) - (volumeState(volume).isStuck() ? 0 : 1);
        }
        if (state == VolumeState.MIRRORED) {
            exposeMirrors(volume, 1);
        } else if (volumeState(volume) == VolumeState.MIRRORED) {
            exposeMirrors(volume, -1);
        }
        boolean wasUsable = isUsable(volume);
        volumes.countByState[volumes.state[volume]]--;
        assert volumes.countByState[volumes.state[volume]] >= 0 : volumeState(volume);
        assert volumes.awaitingCount >= 0 && volumes.awaitingCount <= volumes.count : volumes.awaitingCount;
        volumes.countByState[state.ordinal()]++;
        volumes.state[volume] = (byte) state.ordinal();
        volumes.sinceNanos[volume] = events.clockNanos();
        volumes.waiting.remove(volume);
        if (state == VolumeState.SEARCHING || state == VolumeState.UNREACHABLE) {
            volumes.waiting.add(volume, volumes.isSnapshotFailed(volume), volumes.sinceNanos);
        }
        tellInstances(volume, wasUsable);
        trace.record(StateChange.VOLUME_STATE, volume, state.ordinal());
    }

    /** The nodes of a mirrored volume stand in for each other, or no longer do. */
    void exposeMirrors(int volume, int difference) {
        for (int place = 0; place < volumes.replicas; place++) {
            nodes.exposed[volumes.nodeAt(volume, place)] += difference;
            assert nodes.exposed[volumes.nodeAt(volume, place)] >= 0 : volume;
        }
        nodes.exposedTotal += (long) volumes.replicas * difference;
        assert nodes.exposedTotal >= 0 : nodes.exposedTotal;
    }

    /** The source of a copying volume would search again if the copy's target were lost, or no longer would. */
    void exposeSource(int volume, int difference) {
        nodes.exposed[volumes.sourceNode(volume)] += difference;
        assert nodes.exposed[volumes.sourceNode(volume)] >= 0 : volume;
        nodes.exposedTotal += difference;
    }

    private void tellInstances(int volume, boolean wasUsable) {
        boolean usable = isUsable(volume);
        if (wasUsable && !usable) {
            instances.volumeStuck(volume, networkInterrupted);
        } else if (!wasUsable && usable) {
            instances.volumeUsable(volume);
        }
    }

    void setPhase(int volume, Phase phase) {
        volumes.phase[volume] = (byte) phase.ordinal();
    }

    void setElectionPending(int volume, boolean pending) {
        if (volumes.isElectionPending(volume) == pending) {
            return;
        }
        if (!volumeState(volume).isStuck()) {
            volumes.awaitingCount += pending ? 1 : -1;
            assert volumes.awaitingCount >= 0 && volumes.awaitingCount <= volumes.count : volumes.awaitingCount;
        }
        boolean wasUsable = isUsable(volume);
        volumes.setElectionPending(volume, pending);
        tellInstances(volume, wasUsable);
        trace.record(StateChange.ELECTION_PENDING, volume, pending ? 1 : 0);
    }

    /** Whether the node of the primary that is to be replaced can be asked. */
    boolean oldPrimaryAnswers(int volume) {
        return nodes.isUp(volumes.oldPrimaryNode[volume]);
    }

    /** Whether the volume's election is put off until space is claimed: there is no dead node to wait for. */
    boolean parksElection(int volume) {
        return volumes.isElectionPending(volume) && oldPrimaryAnswers(volume) && !volumes.isClaimed(volume);
    }

    void setNodeState(int node, NodeState state) {
        assert nodeState(node).mayBecome(state) : nodeState(node) + " cannot become " + state;
        nodes.countByState[nodes.state[node]]--;
        assert nodes.countByState[nodes.state[node]] >= 0 : nodeState(node);
        nodes.countByState[state.ordinal()]++;
        nodes.state[node] = (byte) state.ordinal();
        nodes.stateChanges[node]++;
        if (state == NodeState.CRASHED) {
            nodes.crashCount++;
        }
        trace.record(StateChange.NODE_STATE, node, state.ordinal());
        space.refreshOffer(node);
    }

    /** Another node is up from now on, and empty. */
    void joinNode() {
        int node = nodes.append();
        space.dealTo(node);
        trace.record(StateChange.NODE_JOINED, node, rack(node));
        space.refreshOffer(node);
    }

    /** Deals the capacity anew; after a change of the settings that decide it. */
    void dealCapacity() {
        space.deal();
    }

    void columns(Columns columns, Cluster other) {
        settings = columns.shared(settings, other.settings);
        nodes.columns(columns, other.nodes);
        volumes.columns(columns, other.volumes);
        columns.part(openNodes, other.openNodes);
        instances.columns(columns, other.instances);
        networkInterrupted = columns.value(networkInterrupted, other.networkInterrupted);
    }
}
