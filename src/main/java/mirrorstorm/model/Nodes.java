package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.ColumnLength;
import mirrorstorm.engine.Columns;

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

    /** Whether that is a node: one that has joined, in whatever state. */
    boolean has(int node) {
        return node >= 0 && node < count;
    }

    boolean isUp(int node) {
        return state[node] == 0;
    }

    private void resize(int length) {
        assert length > count : length;
        int old = firstPlace.length;
        columns(new ColumnLength(length), this);
        Arrays.fill(firstPlace, old, length, NO_PLACE);
    }

    void columns(Columns columns, Nodes other) {
        count = columns.value(count, other.count);
        state = columns.array(state, other.state);
        quarantined = columns.array(quarantined, other.quarantined);
        dealt = columns.array(dealt, other.dealt);
        used = columns.array(used, other.used);
        held = columns.array(held, other.held);
        awaited = columns.array(awaited, other.awaited);
        offered = columns.array(offered, other.offered);
        searching = columns.array(searching, other.searching);
        exposed = columns.array(exposed, other.exposed);
        streamsIn = columns.array(streamsIn, other.streamsIn);
        streamsOut = columns.array(streamsOut, other.streamsOut);
        stateChanges = columns.array(stateChanges, other.stateChanges);
        firstPlace = columns.array(firstPlace, other.firstPlace);
        columns.fixed(countByState, other.countByState);
        quarantinedCount = columns.value(quarantinedCount, other.quarantinedCount);
        offeredTotal = columns.value(offeredTotal, other.offeredTotal);
        usedTotal = columns.value(usedTotal, other.usedTotal);
        exposedTotal = columns.value(exposedTotal, other.exposedTotal);
        crashCount = columns.value(crashCount, other.crashCount);
    }
}
