package mirrorstorm.model;

import java.util.Arrays;

/** The nodes, one array a field, index = node. Space is counted in whole volumes. */
final class Nodes {

    static final int NO_PLACE = -1;

    int count;
    byte[] state;
    boolean[] quarantined;
    /** Space its share of the cluster's capacity gives it. */
    int[] dealt;
    /** Space taken by replicas, claims and what quarantine keeps. */
    int[] used;
    /** The part of {@link #used} that only quarantine keeps: replicas that were already replaced elsewhere. */
    int[] held;
    /** Volumes that must be mirrored again before quarantine ends. */
    int[] awaited;
    /** Space it offers to searches now; 0 unless up, not quarantined and below the full ratio. */
    int[] offered;
    /** Rounds in progress that this node asks in. */
    int[] searching;
    /** Volumes that this node would search for if the other node that they are on, or copied to, were lost. */
    int[] exposed;

    int[] streamsIn;
    int[] streamsOut;
    /** How often its state has changed: tells whether it is still as somebody left it. */
    int[] stateChanges;
    /** First of the places on this node, or {@link #NO_PLACE}. */
    int[] firstPlace;

    final int[] countByState = new int[NodeState.values().length];
    int quarantinedCount;
    long offeredTotal;
    long usedTotal;
    long exposedTotal;
    int crashCount;

    Nodes(int count) {
        state = new byte[count];
        quarantined = new boolean[count];
        dealt = new int[count];
        used = new int[count];
        held = new int[count];
        awaited = new int[count];
        offered = new int[count];
        searching = new int[count];
        exposed = new int[count];
        streamsIn = new int[count];
        streamsOut = new int[count];
        stateChanges = new int[count];
        firstPlace = new int[count];
        Arrays.fill(firstPlace, NO_PLACE);
    }

    /** Appends a node that is up and empty, and returns its index. */
    int append() {
        if (count == state.length) {
            resize(Math.max(8, count * 3 / 2));
        }
        countByState[NodeState.UP.ordinal()]++;
        return count++;
    }

    boolean isUp(int node) {
        return state[node] == 0;
    }

    private void resize(int length) {
        int old = firstPlace.length;
        state = Arrays.copyOf(state, length);
        quarantined = Arrays.copyOf(quarantined, length);
        dealt = Arrays.copyOf(dealt, length);
        used = Arrays.copyOf(used, length);
        held = Arrays.copyOf(held, length);
        awaited = Arrays.copyOf(awaited, length);
        offered = Arrays.copyOf(offered, length);
        searching = Arrays.copyOf(searching, length);
        exposed = Arrays.copyOf(exposed, length);
        streamsIn = Arrays.copyOf(streamsIn, length);
        streamsOut = Arrays.copyOf(streamsOut, length);
        stateChanges = Arrays.copyOf(stateChanges, length);
        firstPlace = Arrays.copyOf(firstPlace, length);
        if (length > old) {
            Arrays.fill(firstPlace, old, length, NO_PLACE);
        }
    }

    void copyFrom(Nodes other) {
        if (state.length != other.state.length) {
            resize(other.state.length);
        }
        int length = state.length;
        count = other.count;
        System.arraycopy(other.state, 0, state, 0, length);
        System.arraycopy(other.quarantined, 0, quarantined, 0, length);
        System.arraycopy(other.dealt, 0, dealt, 0, length);
        System.arraycopy(other.used, 0, used, 0, length);
        System.arraycopy(other.held, 0, held, 0, length);
        System.arraycopy(other.awaited, 0, awaited, 0, length);
        System.arraycopy(other.offered, 0, offered, 0, length);
        System.arraycopy(other.searching, 0, searching, 0, length);
        System.arraycopy(other.exposed, 0, exposed, 0, length);
        System.arraycopy(other.streamsIn, 0, streamsIn, 0, length);
        System.arraycopy(other.streamsOut, 0, streamsOut, 0, length);
        System.arraycopy(other.stateChanges, 0, stateChanges, 0, length);
        System.arraycopy(other.firstPlace, 0, firstPlace, 0, length);
        System.arraycopy(other.countByState, 0, countByState, 0, countByState.length);
        quarantinedCount = other.quarantinedCount;
        offeredTotal = other.offeredTotal;
        usedTotal = other.usedTotal;
        exposedTotal = other.exposedTotal;
        crashCount = other.crashCount;
    }
}
