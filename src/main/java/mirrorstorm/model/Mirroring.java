package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;

/**
 * The life of a volume: it loses a peer, searches, copies and is mirrored again. Every rule that moves a volume from
 * one {@link VolumeState} to another is here.
 *
 * <p>The central rule of 2011: a peer that does not answer has failed. Its replica is given up at once, keeps its
 * space until a new one is complete, and is never a source again, except where {@link TargetPolicy#PREVIOUS_FIRST}
 * brings it back.
 */
final class Mirroring implements Search.Outcome {

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;
    private final Replicas replicas;
    private final Copying copying;
    private final Quarantine quarantine;
    private final Search search;
    private final Elections elections;
    private final Leaks leaks;
    private boolean searchesStopped;

    Mirroring(
            Cluster cluster, Copying copying, Quarantine quarantine, Search search, Elections elections, Leaks leaks) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
        this.replicas = new Replicas(cluster, elections);
        this.copying = copying;
        this.quarantine = quarantine;
        this.search = search;
        this.elections = elections;
        this.leaks = leaks;
    }

    boolean searchesStopped() {
        return searchesStopped;
    }

    // What happens to nodes

    /** These nodes, all up until now or already out of reach, get the given state together. */
    void loseNodes(int[] lost, NodeState state) {
        assert state != NodeState.UP : "that is no loss";
        for (int node : lost) {
            cluster.setNodeState(node, state);
            if (state != NodeState.ISOLATED) {
                leaks.onDead(node);
            }
        }
        cluster.networkInterrupted = state == NodeState.ISOLATED;
        for (int node : lost) {
            for (int volume : cluster.volumesOn(node)) {
                review(volume);
                elections.review(volume);
            }
        }
        cluster.networkInterrupted = false;
        for (int node : lost) {
            if (state == NodeState.DESTROYED) {
                clear(node);
            } else if (cluster.settings.search().target() == TargetPolicy.NEW_NODE) {
                quarantine.declareFailed(node);
            }
        }
    }

    /** These nodes are up again and reach everybody. */
    void bringBack(int[] back) {
        for (int node : back) {
            cluster.setNodeState(node, NodeState.UP);
            leaks.onUp(node);
        }
        for (int node : back) {
            quarantine.releaseIfSafe(node);
            for (int volume : cluster.volumesOn(node)) {
                review(volume);
            }
        }
    }

    @Override
    public void crash(int node) {
        loseNodes(new int[] {node}, NodeState.CRASHED);
    }

    /** The node's memory has leaked away, which crashes it. */
    void memoryGone(int node) {
        assert nodes.has(node) : node;
        leaks.memoryGone(node);
        crash(node);
    }

    /** Nothing is left on a destroyed node; volumes without data anywhere are lost. */
    private void clear(int node) {
        assert nodes.state[node] == NodeState.DESTROYED.ordinal() : node;
        quarantine.release(node);
        for (int volume : cluster.volumesOn(node)) {
            for (int place = 0; place < volumes.replicas; place++) {
                if (volumes.nodeAt(volume, place) == node) {
                    volumes.current[volume] &= (byte) ~(1 << place);
                    cluster.space.vacate(volume, place);
                }
            }
            review(volume);
        }
    }

    // What that means for a volume

    /** Brings the volume in line with the present state of the nodes that it is on. Does nothing if it already is. */
    private void review(int volume) {
        switch (VolumeState.of(volumes.state[volume])) {
            case MIRRORED -> {
                if (!replicas.isAllUp(volume)) {
                    replicas.giveUpLost(volume);
                    goOn(volume);
                }
            }
            case SEARCHING -> {
                replicas.giveUpLost(volume);
                reviewSearching(volume);
            }
            case COPYING -> {
                boolean bothUp = nodes.isUp(volumes.sourceNode(volume))
                        && nodes.isUp(volumes.nodeAt(volume, volumes.target[volume]));
                if (bothUp) {
                    replicas.giveUpLost(volume); // with three replicas there is one that takes no part
                } else {
                    copying.undo(volume);
                    cluster.space.vacate(volume, volumes.claimPlace());
                    replicas.giveUpLost(volume);
                    goOn(volume);
                }
            }
            case UNREACHABLE -> goOn(volume);
            case RESTORING -> {
                if (!replicas.isAllUp(volume)) {
                    abandonRestore(volume);
                }
            }
            case LOST -> {
                // For ever.
            }
        }
    }

    private void reviewSearching(int volume) {
        assert cluster.volumeState(volume) == VolumeState.SEARCHING : volume;
        boolean sourceStays =
                volumes.isCurrent(volume, volumes.source[volume]) && replicas.isUpAt(volume, volumes.source[volume]);
        boolean isOffline = volumes.phase[volume] == Phase.OFFLINE.ordinal();
        boolean waitsInVain = volumes.phase[volume] == Phase.GRACE.ordinal() && !replicas.mayReturn(volume);
        if (sourceStays && !isOffline && !waitsInVain && replicas.previous(volume, NodeState.UP) < 0) {
            return;
        }
        stopSearching(volume);
        goOn(volume);
    }

    /** Puts a volume that is not mirrored, and for which nothing is pending, on its way again. */
    private void goOn(int volume) {
        assert volumes.event[volume] == FutureEventList.NONE : "something is pending";
        assert cluster.volumeState(volume) != VolumeState.LOST : volume;
        int reachable = -1;
        boolean isAlive = false;
        for (int place = 0; place < volumes.replicas; place++) {
            if (volumes.isCurrent(volume, place)) {
                isAlive |= replicas.isAt(volume, place, NodeState.ISOLATED);
                if (replicas.isUpAt(volume, place) && (reachable < 0 || place == volumes.primary[volume])) {
                    reachable = place;
                }
            }
        }
        if (reachable >= 0) {
            volumes.source[volume] = (byte) reachable;
            searchFrom(volume);
        } else if (isAlive) {
            volumes.source[volume] = volumes.primary[volume];
            cluster.setVolumeState(volume, VolumeState.SEARCHING, Phase.OFFLINE);
        } else {
            elections.withdraw(volume);
            if (replicas.hasData(volume)) {
                cluster.setVolumeState(volume, VolumeState.UNREACHABLE, Phase.NONE);
            } else {
                cluster.setVolumeState(volume, VolumeState.LOST, Phase.NONE);
                makeSafe(volume);
            }
        }
    }

    private void searchFrom(int volume) {
        int answering = replicas.previous(volume, NodeState.UP);
        if (answering >= 0) {
            copying.resync(volume, answering);
            elections.review(volume);
            return;
        }
        if (replicas.mayReturn(volume) && !volumes.isGraceOver(volume)) {
            cluster.setVolumeState(volume, VolumeState.SEARCHING, Phase.GRACE);
            long graceNanos = cluster.settings.search().reconnectGrace().toNanos();
            volumes.event[volume] = cluster.events.schedule(graceNanos, EventKind.GRACE_END.with(volume));
        } else {
            ask(volume);
        }
    }

    private void ask(int volume) {
        assert volumes.event[volume] == FutureEventList.NONE : "something is pending";
        if (searchesStopped) {
            cluster.setVolumeState(volume, VolumeState.SEARCHING, Phase.STOPPED);
        } else {
            cluster.setVolumeState(volume, VolumeState.SEARCHING, Phase.NONE);
            search.begin(volume);
        }
    }

    private void stopSearching(int volume) {
        switch (Phase.of(volumes.phase[volume])) {
            case ROUND, BACKOFF -> search.end(volume);
            case GRACE -> {
                cluster.events.cancel(volumes.event[volume]);
                volumes.event[volume] = FutureEventList.NONE;
            }
            default -> {
                // Nothing is pending.
            }
        }
        cluster.setPhase(volume, Phase.NONE);
    }

    // What happens to a volume

    /** The wait for the previous node is over: it is declared failed, and the volume looks elsewhere. */
    void graceEnded(int volume) {
        assert cluster.phase(volume) == Phase.GRACE : cluster.phase(volume);
        volumes.event[volume] = FutureEventList.NONE;
        volumes.setGraceOver(volume, true);
        for (int place = 0; place < volumes.replicas; place++) {
            int node = volumes.nodeAt(volume, place);
            if (!volumes.isCurrent(volume, place) && node != Volumes.NO_NODE && !nodes.isUp(node)) {
                quarantine.declareFailed(node);
            }
        }
        ask(volume);
    }

    @Override
    public void claim(int volume, int node) {
        assert nodes.offered[node] > 0 : "node " + node + " has no room";
        assert cluster.volumeState(volume) == VolumeState.SEARCHING : cluster.volumeState(volume);
        cluster.space.occupy(volume, volumes.claimPlace(), node);
        cluster.trace.record(StateChange.SPACE_CLAIMED, volume, node);
        copying.enqueue(volume);
        elections.review(volume);
    }

    /** The copy of the volume has ended well. */
    void copyEnded(int volume) {
        assert cluster.volumeState(volume) == VolumeState.COPYING : cluster.volumeState(volume);
        int place = volumes.target[volume];
        copying.finish(volume);
        if (place == volumes.claimPlace()) {
            place = Integer.numberOfTrailingZeros(~volumes.current[volume]);
            assert place < volumes.replicas : "every replica is current already";
            int oldNode = volumes.nodeAt(volume, place);
            quarantine.forget(volume, place);
            cluster.space.vacate(volume, place);
            cluster.space.turnClaimInto(volume, place);
            if (oldNode != Volumes.NO_NODE) {
                quarantine.releaseIfSafe(oldNode);
            }
        }
        volumes.current[volume] |= (byte) (1 << place);
        if (volumes.isFullyCurrent(volume)) {
            cluster.setVolumeState(volume, VolumeState.MIRRORED, Phase.NONE);
            makeSafe(volume);
        } else {
            goOn(volume);
        }
    }

    private void makeSafe(int volume) {
        volumes.setGraceOver(volume, false);
        volumes.setSnapshotFailed(volume, false);
        quarantine.onSafe(volume);
        for (int place = 0; place < volumes.replicas; place++) {
            if (volumes.nodeAt(volume, place) != Volumes.NO_NODE) {
                quarantine.releaseIfSafe(volumes.nodeAt(volume, place));
            }
        }
    }

    // What the operator does

    /** The volume gets new replicas on these nodes, which are filled from outside the cluster. */
    void beginRestore(int volume, int[] onto, long durationNanos) {
        assert onto.length == volumes.replicas : onto.length;
        assert cluster.volumeState(volume).mayBecome(VolumeState.RESTORING) : cluster.volumeState(volume);
        stopSearching(volume);
        elections.withdraw(volume);
        vacateAll(volume);
        for (int place = 0; place < volumes.replicas; place++) {
            cluster.space.occupy(volume, place, onto[place]);
        }
        volumes.primary[volume] = 0;
        cluster.setVolumeState(volume, VolumeState.RESTORING, Phase.NONE);
        volumes.event[volume] = cluster.events.schedule(durationNanos, EventKind.RESTORE_END.with(volume));
    }

    /** The volume's new replicas are complete. */
    void restoreEnded(int volume) {
        assert cluster.volumeState(volume) == VolumeState.RESTORING : cluster.volumeState(volume);
        volumes.event[volume] = FutureEventList.NONE;
        volumes.current[volume] = (byte) ((1 << volumes.replicas) - 1);
        cluster.setVolumeState(volume, VolumeState.MIRRORED, Phase.NONE);
        makeSafe(volume);
    }

    /** A node that the volume was being restored to is out of reach: it waits for its turn again. */
    private void abandonRestore(int volume) {
        assert cluster.volumeState(volume) == VolumeState.RESTORING : cluster.volumeState(volume);
        assert volumes.event[volume] != FutureEventList.NONE : "no end is pending";
        cluster.events.cancel(volumes.event[volume]);
        volumes.event[volume] = FutureEventList.NONE;
        vacateAll(volume);
        cluster.setVolumeState(volume, VolumeState.UNREACHABLE, Phase.NONE);
    }

    /** Nothing could be read from the volume's disks. */
    void lose(int volume) {
        assert cluster.volumeState(volume).mayBecome(VolumeState.LOST) : cluster.volumeState(volume);
        stopSearching(volume);
        elections.withdraw(volume);
        vacateAll(volume);
        volumes.setSnapshotFailed(volume, false);
        cluster.setVolumeState(volume, VolumeState.LOST, Phase.NONE);
    }

    private void vacateAll(int volume) {
        volumes.current[volume] = 0;
        for (int place = 0; place < volumes.replicas; place++) {
            int node = volumes.nodeAt(volume, place);
            if (node != Volumes.NO_NODE) {
                quarantine.forget(volume, place);
                cluster.space.vacate(volume, place);
                quarantine.releaseIfSafe(node);
            }
        }
    }

    /** No volume asks any more, or all ask again. */
    void setSearchesStopped(boolean stopped) {
        searchesStopped = stopped;
        for (int volume = 0; volume < volumes.count; volume++) {
            Phase phase = Phase.of(volumes.phase[volume]);
            if (stopped && (phase == Phase.ROUND || phase == Phase.BACKOFF)) {
                search.end(volume);
                cluster.setPhase(volume, Phase.STOPPED);
            } else if (!stopped && phase == Phase.STOPPED) {
                ask(volume);
            }
        }
    }

    /** The settings have changed from {@code before}: what waits under another target policy starts over. */
    void onSettings(Settings before) {
        if (before.search().target() == cluster.settings.search().target()) {
            return;
        }
        for (int volume = 0; volume < volumes.count; volume++) {
            if (volumes.state[volume] == VolumeState.SEARCHING.ordinal()
                    && volumes.phase[volume] != Phase.OFFLINE.ordinal()) {
                boolean mayWait =
                        replicas.previous(volume, NodeState.UP) >= 0 || volumes.phase[volume] == Phase.GRACE.ordinal();
                if (mayWait) {
                    stopSearching(volume);
                    goOn(volume);
                }
            }
        }
        if (cluster.settings.search().target() == TargetPolicy.NEW_NODE) {
            for (int node = 0; node < nodes.count; node++) {
                if (!nodes.isUp(node)) {
                    quarantine.declareFailed(node);
                }
            }
        }
    }

    void columns(Columns columns, Mirroring other) {
        searchesStopped = columns.value(searchesStopped, other.searchesStopped);
    }
}
