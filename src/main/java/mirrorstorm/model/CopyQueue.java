package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.ColumnLength;
import mirrorstorm.engine.Columns;

/**
 * The copies that wait for a stream, one queue into and one out of each node, first come first served. Each copy is in
 * two queues, that of its source and that of its target; the queues are doubly linked through arrays, so joining and
 * leaving cost O(1).
 */
final class CopyQueue {

    static final int NONE = -1;
    private static final int OUT = 0;
    private static final int IN = 1;
    private static final int SIDES = 2;

    // Link 2 * volume + side; end of queue 2 * node + side.
    private final int[] next;
    private final int[] previous;
    private int[] first;
    private int[] last;

    CopyQueue(int volumes, int nodes) {
        next = new int[SIDES * volumes];
        previous = new int[SIDES * volumes];
        first = new int[SIDES * nodes];
        last = new int[SIDES * nodes];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    /** The volume's copy from one node to another waits from now on. */
    void add(int volume, int from, int to) {
        assert from != to : "a copy onto its own node";
        assert from >= 0 && to >= 0 : from;
        append(SIDES * volume + OUT, SIDES * from + OUT);
        append(SIDES * volume + IN, SIDES * to + IN);
    }

    /** The volume's copy, which waits, does so no longer. */
    void remove(int volume, int from, int to) {
        assert from != to : "a copy onto its own node";
        unlink(SIDES * volume + OUT, SIDES * from + OUT);
        unlink(SIDES * volume + IN, SIDES * to + IN);
    }

    /** The volume that has waited longest for a stream out of the node, or {@link #NONE}. */
    int firstOut(int node) {
        assert node >= 0 : node;
        return SIDES * node < first.length ? volume(first[SIDES * node + OUT]) : NONE;
    }

    /** The volume that has waited longest for a stream into the node, or {@link #NONE}. */
    int firstIn(int node) {
        assert node >= 0 : node;
        return SIDES * node < first.length ? volume(first[SIDES * node + IN]) : NONE;
    }

    /** Who waits next after the volume for a stream out of the same node, or {@link #NONE}. */
    int nextOut(int volume) {
        return volume(next[SIDES * volume + OUT]);
    }

    /** Who waits next after the volume for a stream into the same node, or {@link #NONE}. */
    int nextIn(int volume) {
        return volume(next[SIDES * volume + IN]);
    }

    private static int volume(int link) {
        return link == NONE ? NONE : link / SIDES;
    }

    private void append(int link, int queue) {
        if (queue >= first.length) {
            grow(queue + SIDES);
        }
        int before = last[queue];
        assert before == NONE ? first[queue] == NONE : next[before] == NONE : "the queue goes on behind its end";
        previous[link] = before;
        next[link] = NONE;
        last[queue] = link;
        if (before == NONE) {
            first[queue] = link;
        } else {
            next[before] = link;
        }
    }

    private void unlink(int link, int queue) {
        int before = previous[link];
        int after = next[link];
        assert before == NONE ? first[queue] == link : next[before] == link : "the queue does not lead here";
        assert after == NONE ? last[queue] == link : previous[after] == link : "the queue does not lead back";
        if (before == NONE) {
            first[queue] = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            last[queue] = before;
        } else {
            previous[after] = before;
        }
    }

    private void grow(int lengthMin) {
        int old = first.length;
        int length = Math.max(lengthMin, old + old / SIDES / 2 * SIDES);
        columns(new ColumnLength(length), this);
        Arrays.fill(first, old, length, NONE);
        Arrays.fill(last, old, length, NONE);
    }

    void columns(Columns columns, CopyQueue other) {
        columns.large(next, other.next);
        columns.large(previous, other.previous);
        first = columns.array(first, other.first);
        last = columns.array(last, other.last);
    }
}
