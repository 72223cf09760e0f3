package mirrorstorm.engine;

import java.util.Arrays;

/** A set of non-negative longs: open addressing, linear probing, at most half full, no allocation but to grow. */
final class LongSet implements Copyable<LongSet> {

    private static final long EMPTY = -1;
    private static final int INITIAL_CAPACITY = 64;

    private long[] slots = new long[INITIAL_CAPACITY];
    private int size;

    LongSet() {
        Arrays.fill(slots, EMPTY);
    }

    int size() {
        return size;
    }

    @Override
    public long bytes() {
        return 8L * slots.length;
    }

    boolean contains(long value) {
        assert value >= 0 : value;
        return slots[find(value)] == value;
    }

    void add(long value) {
        assert value >= 0 : value;
        if (2 * size >= slots.length) {
            grow();
        }
        int at = find(value);
        if (slots[at] == EMPTY) {
            slots[at] = value;
            size++;
        }
        assert 2 * size <= slots.length : "more than half full";
    }

    /** Whether the value was there. */
    boolean remove(long value) {
        assert value >= 0 : value;
        int hole = find(value);
        if (slots[hole] == EMPTY) {
            return false;
        }
        size--;
        assert size >= 0 : size;
        // What was pushed on by a value in between moves up, so that no search stops short of it (Knuth 6.4 R).
        int mask = slots.length - 1;
        for (int i = (hole + 1) & mask; slots[i] != EMPTY; i = (i + 1) & mask) {
            int home = home(slots[i]);
            boolean stays = hole <= i ? hole < home && home <= i : hole < home || home <= i;
            if (!stays) {
                slots[hole] = slots[i];
                hole = i;
            }
        }
        slots[hole] = EMPTY;
        return true;
    }

    @Override
    public void copyFrom(LongSet other) {
        slots = slots.length == other.slots.length ? slots : new long[other.slots.length];
        System.arraycopy(other.slots, 0, slots, 0, slots.length);
        size = other.size;
        assert 2 * size <= slots.length : size;
    }

    /** Where the value is, or where it would go. */
    private int find(long value) {
        int i = home(value);
        while (slots[i] != EMPTY && slots[i] != value) {
            i = (i + 1) & (slots.length - 1);
        }
        return i;
    }

    private int home(long value) {
        return (int) (RandomStream.mix(value) & (slots.length - 1));
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        assert Integer.bitCount(slots.length) == 1 : slots.length;
        Arrays.fill(slots, EMPTY);
        for (long value : old) {
            if (value != EMPTY) {
                slots[find(value)] = value;
            }
        }
    }
}
