package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.FutureEventList;

/**
 * The volumes, one array a field, index = volume.
 *
 * <p>A volume has {@code replicas} places for its replicas and one more for a claim: place {@code p} belongs to
 * volume {@code p / placesEach}. A place lies on a node or is empty; the places on one node form a doubly linked
 * list, so that a crash visits only what the node held.
 */
final class Volumes {

    static final int NO_NODE = -1;
    static final int NO_PLACE = Nodes.NO_PLACE;

    final int count;
    final int replicas;
    final int placesEach;

    final byte[] state;
    final byte[] phase;
    /** Bit i: the replica at place i is current. */
    final byte[] current;
    /** The place of the primary. */
    final byte[] primary;
    /** The place of the replica that asks for space and that a copy reads. */
    final byte[] source;
    /** The place that a copy fills. */
    final byte[] target;
    /** Bit i: the node at place i is quarantined until this volume is mirrored again. */
    final byte[] awaited;
    /** Whether the wait for the previous node is over. */
    final boolean[] graceOver;

    final int[] placeNode;
    final int[] nextPlace;
    final int[] previousPlace;

    /** Handle of the one pending event that a volume can have. */
    final long[] event;
    /** Rounds that failed in this search, as far as they were counted one by one. */
    final int[] failures;
    /** When the present state began. */
    final long[] sinceNanos;
    /** The last backoff. */
    final long[] waitNanos;

    final long[] copyStartNanos;
    final long[] copyEndNanos;
    /** Order of arrival in the queue for streams. */
    final long[] ticket;
    /** The integral of the failure rate when the volume joined the pool of the rates engine. */
    final double[] failureIntegral;
    /** Whether it waits for a primary to be elected. */
    final boolean[] electionPending;
    /** Whether a request for that is on its way, or waits to be sent again. */
    final boolean[] electionAsked;
    /** Handle of the pending retry of that request. */
    final long[] electionEvent;

    final int[] electionFailures;
    /** Where the primary was that is to be replaced. */
    final int[] oldPrimaryNode;
    /** Whether its restore from a snapshot has failed. */
    final boolean[] snapshotFailed;

    /** Volumes whose restore from a snapshot has failed, and which are not safe or lost since. */
    int snapshotFailedCount;

    /** Volumes that would be usable, but wait for a primary to be elected. */
    int awaitingCount;

    final int[] countByState = new int[VolumeState.values().length];

    /** Those that could be restored. */
    final WaitingVolumes waiting;

    Volumes(int count, int replicas) {
        this.count = count;
        this.replicas = replicas;
        this.placesEach = replicas + 1;
        waiting = new WaitingVolumes(count);
        state = new byte[count];
        phase = new byte[count];
        current = new byte[count];
        primary = new byte[count];
        source = new byte[count];
        target = new byte[count];
        awaited = new byte[count];
        graceOver = new boolean[count];
        placeNode = new int[count * placesEach];
        nextPlace = new int[count * placesEach];
        previousPlace = new int[count * placesEach];
        Arrays.fill(placeNode, NO_NODE);
        event = new long[count];
        Arrays.fill(event, FutureEventList.NONE);
        failures = new int[count];
        sinceNanos = new long[count];
        waitNanos = new long[count];
        copyStartNanos = new long[count];
        copyEndNanos = new long[count];
        ticket = new long[count];
        failureIntegral = new double[count];
        electionPending = new boolean[count];
        electionAsked = new boolean[count];
        electionEvent = new long[count];
        Arrays.fill(electionEvent, FutureEventList.NONE);
        electionFailures = new int[count];
        oldPrimaryNode = new int[count];
        snapshotFailed = new boolean[count];
        countByState[VolumeState.MIRRORED.ordinal()] = count;
    }

    /** The index, within a volume, of the place for a claim. */
    int claimPlace() {
        return replicas;
    }

    int nodeAt(int volume, int place) {
        return placeNode[volume * placesEach + place];
    }

    boolean isCurrent(int volume, int place) {
        return (current[volume] & 1 << place) != 0;
    }

    /** The node that asks for space, or that a copy reads. */
    int sourceNode(int volume) {
        return nodeAt(volume, source[volume]);
    }

    boolean isOn(int volume, int node) {
        for (int p = volume * placesEach; p < (volume + 1) * placesEach; p++) {
            if (placeNode[p] == node) {
                return true;
            }
        }
        return false;
    }

    boolean isFullyCurrent(int volume) {
        return current[volume] == (1 << replicas) - 1;
    }

    void setSnapshotFailed(int volume, boolean failed) {
        if (snapshotFailed[volume] != failed) {
            snapshotFailed[volume] = failed;
            snapshotFailedCount += failed ? 1 : -1;
            if (waiting.contains(volume)) {
                waiting.remove(volume);
                waiting.add(volume, failed, sinceNanos);
            }
        }
    }

    void copyFrom(Volumes other) {
        waiting.copyFrom(other.waiting);
        System.arraycopy(other.state, 0, state, 0, count);
        System.arraycopy(other.phase, 0, phase, 0, count);
        System.arraycopy(other.current, 0, current, 0, count);
        System.arraycopy(other.primary, 0, primary, 0, count);
        System.arraycopy(other.source, 0, source, 0, count);
        System.arraycopy(other.target, 0, target, 0, count);
        System.arraycopy(other.awaited, 0, awaited, 0, count);
        System.arraycopy(other.graceOver, 0, graceOver, 0, count);
        System.arraycopy(other.placeNode, 0, placeNode, 0, placeNode.length);
        System.arraycopy(other.nextPlace, 0, nextPlace, 0, nextPlace.length);
        System.arraycopy(other.previousPlace, 0, previousPlace, 0, previousPlace.length);
        System.arraycopy(other.event, 0, event, 0, count);
        System.arraycopy(other.failures, 0, failures, 0, count);
        System.arraycopy(other.sinceNanos, 0, sinceNanos, 0, count);
        System.arraycopy(other.waitNanos, 0, waitNanos, 0, count);
        System.arraycopy(other.copyStartNanos, 0, copyStartNanos, 0, count);
        System.arraycopy(other.copyEndNanos, 0, copyEndNanos, 0, count);
        System.arraycopy(other.ticket, 0, ticket, 0, count);
        System.arraycopy(other.failureIntegral, 0, failureIntegral, 0, count);
        System.arraycopy(other.electionPending, 0, electionPending, 0, count);
        System.arraycopy(other.electionAsked, 0, electionAsked, 0, count);
        System.arraycopy(other.electionEvent, 0, electionEvent, 0, count);
        System.arraycopy(other.electionFailures, 0, electionFailures, 0, count);
        System.arraycopy(other.oldPrimaryNode, 0, oldPrimaryNode, 0, count);
        System.arraycopy(other.snapshotFailed, 0, snapshotFailed, 0, count);
        snapshotFailedCount = other.snapshotFailedCount;
        awaitingCount = other.awaitingCount;
        System.arraycopy(other.countByState, 0, countByState, 0, countByState.length);
    }
}
