package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.Columns;

/**
 * The volumes that an operator could restore, longest stuck first: one list of those that a snapshot may bring back,
 * one of those for which it has failed. Doubly linked through arrays.
 */
final class WaitingVolumes {

    static final int NONE = -1;

    private static final byte NOWHERE = -1;
    private static final int LISTS = 2;

    private final int[] next;
    private final int[] previous;
    /** Which list the volume is in: 0, 1 or {@link #NOWHERE}. */
    private final byte[] list;

    private final int[] first = new int[LISTS];
    private final int[] last = new int[LISTS];

    WaitingVolumes(int volumes) {
        next = new int[volumes];
        previous = new int[volumes];
        list = new byte[volumes];
        Arrays.fill(list, NOWHERE);
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    /** The volume that is stuck longest, or {@link #NONE}. */
    int first(boolean snapshotFailed) {
        return first[snapshotFailed ? 1 : 0];
    }

    boolean contains(int volume) {
        return list[volume] != NOWHERE;
    }

    /** Puts the volume where those go that are stuck since {@code sinceNanos[volume]}: at the end or near it. */
    void add(int volume, boolean snapshotFailed, long[] sinceNanos) {
        assert !contains(volume) : volume;
        int to = snapshotFailed ? 1 : 0;
        int before = last[to];
        while (before != NONE && sinceNanos[before] > sinceNanos[volume]) {
            before = previous[before];
        }
        int after = before == NONE ? first[to] : next[before];
        assert after == NONE || previous[after] == before : "the list does not lead back";
        list[volume] = (byte) to;
        link(before, volume, to);
        link(volume, after, to);
    }

    void remove(int volume) {
        int from = list[volume];
        if (from != NOWHERE) {
            link(previous[volume], next[volume], from);
            list[volume] = NOWHERE;
        }
    }

    /** Makes one the neighbour of the other; either may be the end of the list. */
    private void link(int before, int after, int of) {
        assert before != after || before == NONE : before;
        if (before == NONE) {
            first[of] = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            last[of] = before;
        } else {
            previous[after] = before;
        }
    }

    void columns(Columns columns, WaitingVolumes other) {
        columns.large(next, other.next);
        columns.large(previous, other.previous);
        columns.large(list, other.list);
        columns.fixed(first, other.first);
        columns.fixed(last, other.last);
    }
}
