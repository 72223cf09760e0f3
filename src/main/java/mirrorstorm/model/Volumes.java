package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.Columns;
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

    private static final int GRACE_OVER = 1;
    private static final int ELECTION_PENDING = 2;
    private static final int ELECTION_ASKED = 4;
    private static final int SNAPSHOT_FAILED = 8;
    private static final int ELECTION_PARKED = 16;

    final int count;
    /** For how many volumes there is memory: all, or none where their arrays are kept elsewhere. */
    final int held;

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
    /** What is true of it beside its state: {@link #GRACE_OVER} and so on. */
    private final byte[] flags;

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
    /** The integral of the failure rate when it joined the pool of the rates engine, as the bits of a double. */
    private final long[] failureIntegralBits;
    /** Handle of the pending retry of its election. */
    final long[] electionEvent;

    final int[] electionFailures;
    /** Where the primary was that is to be replaced. */
    final int[] oldPrimaryNode;

    /** Volumes whose restore from a snapshot has failed, and which are not safe or lost since. */
    int snapshotFailedCount;

    /** Volumes that would be usable, but wait for a primary to be elected. */
    int awaitingCount;

    final int[] countByState = new int[VolumeState.values().length];

    /** Those that could be restored. */
    final WaitingVolumes waiting;

    Volumes(int count, int replicas, int held) {
        assert held == 0 || held == count : held;
        assert replicas >= 1 && replicas < Byte.SIZE - 1 : replicas;
        this.count = count;
        this.held = held;
        this.replicas = replicas;
        this.placesEach = replicas + 1;
        waiting = new WaitingVolumes(held);
        state = new byte[held];
        phase = new byte[held];
        current = new byte[held];
        primary = new byte[held];
        source = new byte[held];
        target = new byte[held];
        awaited = new byte[held];
        flags = new byte[held];
        placeNode = new int[held * placesEach];
        nextPlace = new int[held * placesEach];
        previousPlace = new int[held * placesEach];
        Arrays.fill(placeNode, NO_NODE);
        event = new long[held];
        Arrays.fill(event, FutureEventList.NONE);
        failures = new int[held];
        sinceNanos = new long[held];
        waitNanos = new long[held];
        copyStartNanos = new long[held];
        copyEndNanos = new long[held];
        failureIntegralBits = new long[held];
        electionEvent = new long[held];
        Arrays.fill(electionEvent, FutureEventList.NONE);
        electionFailures = new int[held];
        oldPrimaryNode = new int[held];
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
        assert place >= 0 && place < placesEach : place;
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

    // The places on one node are doubly linked, so that a node's volumes are found, and a place is emptied, at once.

    /**
     * Puts a replica or claim of the volume on a node.
     *
     * @param firstPlace where the list of each node begins
     */
    void link(int volume, int place, int node, int[] firstPlace) {
        assert place >= 0 && place < placesEach : place;
        int p = volume * placesEach + place;
        assert placeNode[p] == NO_NODE : "not empty";
        int next = firstPlace[node];
        placeNode[p] = node;
        nextPlace[p] = next;
        previousPlace[p] = NO_PLACE;
        if (next != NO_PLACE) {
            previousPlace[next] = p;
        }
        firstPlace[node] = p;
    }

    /** Takes what is at this place off its node. */
    void unlink(int volume, int place, int[] firstPlace) {
        assert place >= 0 && place < placesEach : place;
        int p = volume * placesEach + place;
        assert placeNode[p] != NO_NODE : "empty";
        int next = nextPlace[p];
        int previous = previousPlace[p];
        assert next == NO_PLACE || previousPlace[next] == p : "the list does not lead back";
        assert previous == NO_PLACE ? firstPlace[placeNode[p]] == p : nextPlace[previous] == p
                : "the list does not lead here";
        if (previous == NO_PLACE) {
            firstPlace[placeNode[p]] = next;
        } else {
            nextPlace[previous] = next;
        }
        if (next != NO_PLACE) {
            previousPlace[next] = previous;
        }
        placeNode[p] = NO_NODE;
    }

    boolean isFullyCurrent(int volume) {
        return current[volume] == (1 << replicas) - 1;
    }

    /** Whether the wait for the previous node is over. */
    boolean isGraceOver(int volume) {
        return is(volume, GRACE_OVER);
    }

    void setGraceOver(int volume, boolean over) {
        set(volume, GRACE_OVER, over);
    }

    /** Whether it waits for a primary to be elected. */
    boolean isElectionPending(int volume) {
        return is(volume, ELECTION_PENDING);
    }

    void setElectionPending(int volume, boolean pending) {
        set(volume, ELECTION_PENDING, pending);
    }

    /** Whether a request for an election is on its way, or waits to be sent again. */
    boolean isElectionAsked(int volume) {
        return is(volume, ELECTION_ASKED);
    }

    void setElectionAsked(int volume, boolean asked) {
        set(volume, ELECTION_ASKED, asked);
    }

    /** Whether its request for an election lies with the control plane, at no cost, until space is claimed. */
    boolean isElectionParked(int volume) {
        return is(volume, ELECTION_PARKED);
    }

    void setElectionParked(int volume, boolean parked) {
        set(volume, ELECTION_PARKED, parked);
    }

    /** Whether there is space for every replica: the volume fills some, or has them all. */
    boolean isClaimed(int volume) {
        return state[volume] == VolumeState.COPYING.ordinal() || state[volume] == VolumeState.MIRRORED.ordinal();
    }

    /** Whether its restore from a snapshot has failed. */
    boolean isSnapshotFailed(int volume) {
        return is(volume, SNAPSHOT_FAILED);
    }

    void setSnapshotFailed(int volume, boolean failed) {
        if (isSnapshotFailed(volume) != failed) {
            set(volume, SNAPSHOT_FAILED, failed);
            snapshotFailedCount += failed ? 1 : -1;
            assert snapshotFailedCount >= 0 && snapshotFailedCount <= count : snapshotFailedCount;
            if (waiting.contains(volume)) {
                waiting.remove(volume);
                waiting.add(volume, failed, sinceNanos);
            }
        }
    }

    private boolean is(int volume, int flag) {
        return (flags[volume] & flag) != 0;
    }

    private void set(int volume, int flag, boolean isSo) {
        flags[volume] = (byte) (isSo ? flags[volume] | flag : flags[volume] & ~flag);
    }

    double failureIntegral(int volume) {
        return Double.longBitsToDouble(failureIntegralBits[volume]);
    }

    void setFailureIntegral(int volume, double integral) {
        assert integral >= 0 : integral;
        failureIntegralBits[volume] = Double.doubleToRawLongBits(integral);
    }

    void columns(Columns columns, Volumes other) {
        waiting.columns(columns, other.waiting);
        columns.large(state, other.state);
        columns.large(phase, other.phase);
        columns.large(current, other.current);
        columns.large(primary, other.primary);
        columns.large(source, other.source);
        columns.large(target, other.target);
        columns.large(awaited, other.awaited);
        columns.large(flags, other.flags);
        columns.large(placeNode, other.placeNode);
        columns.large(nextPlace, other.nextPlace);
        columns.large(previousPlace, other.previousPlace);
        columns.large(event, other.event);
        columns.large(failures, other.failures);
        columns.large(sinceNanos, other.sinceNanos);
        columns.large(waitNanos, other.waitNanos);
        columns.large(copyStartNanos, other.copyStartNanos);
        columns.large(copyEndNanos, other.copyEndNanos);
        columns.large(failureIntegralBits, other.failureIntegralBits);
        columns.large(electionEvent, other.electionEvent);
        columns.large(electionFailures, other.electionFailures);
        columns.large(oldPrimaryNode, other.oldPrimaryNode);
        snapshotFailedCount = columns.value(snapshotFailedCount, other.snapshotFailedCount);
        awaitingCount = columns.value(awaitingCount, other.awaitingCount);
        columns.fixed(countByState, other.countByState);
    }
}
