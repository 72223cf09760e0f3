package mirrorstorm.engine;

import java.util.Arrays;

/**
 * A set of small integers from which one can be drawn uniformly. Insert, remove, test and draw cost O(1).
 * The order of {@link #get} is that of a dense array in which the last one fills the gap of the one removed: it
 * depends on the history, which a run repeats exactly.
 */
public final class IndexSet implements Copyable<IndexSet> {

    private int[] members;
    private int[] positions;
    private int size;

    /** An empty set for indices in [0, {@code indexCount}). */
    public IndexSet(int indexCount) {
        assert indexCount >= 0 : indexCount;
        members = new int[indexCount];
        positions = new int[indexCount];
        Arrays.fill(positions, -1);
    }

    /** How many members there are. */
    public int size() {
        return size;
    }

    /** The member at the given position in [0, {@link #size}). */
    public int get(int position) {
        assert position >= 0 && position < size : position + " of " + size;
        return members[position];
    }

    /** Whether {@code index} is a member. */
    public boolean contains(int index) {
        return index < positions.length && positions[index] >= 0;
    }

    /** Inserts {@code index}; does nothing if it is there already. Grows as needed. */
    public void add(int index) {
        assert index >= 0 : index;
        if (contains(index)) {
            return;
        }
        if (index >= positions.length) {
            int length = Math.max(index + 1, positions.length * 3 / 2);
            int old = positions.length;
            positions = Arrays.copyOf(positions, length);
            Arrays.fill(positions, old, length, -1);
            members = Arrays.copyOf(members, length);
        }
        positions[index] = size;
        members[size++] = index;
        assert size <= members.length : size;
    }

    /** Removes {@code index}; does nothing if it is not there. */
    public void remove(int index) {
        if (!contains(index)) {
            return;
        }
        int hole = positions[index];
        assert members[hole] == index : index;
        int last = members[--size];
        members[hole] = last;
        positions[last] = hole;
        positions[index] = -1;
    }

    /** A member, uniformly; the set must not be empty. */
    public int draw(RandomStream stream) {
        assert size > 0 : "nothing to draw from";
        return members[stream.nextInt(size)];
    }

    /** Its fields, where it has an index for each of very many things and is never asked to grow. */
    public void largeColumns(Columns columns, IndexSet other) {
        columns.large(members, other.members);
        columns.large(positions, other.positions);
        size = columns.value(size, other.size);
    }

    @Override
    public void copyFrom(IndexSet other) {
        if (positions.length != other.positions.length) {
            positions = new int[other.positions.length];
            members = new int[other.members.length];
        }
        System.arraycopy(other.positions, 0, positions, 0, positions.length);
        System.arraycopy(other.members, 0, members, 0, other.size);
        assert other.size <= members.length : other.size;
        size = other.size;
    }

    @Override
    public long bytes() {
        return (long) Integer.BYTES * (members.length + positions.length);
    }
}
