package mirrorstorm.run;

import java.util.Arrays;

/**
 * How an earlier state of some arrays differs from a later one: for each array the positions at which it does, in
 * ascending order, and what was there earlier. A storm changes some volumes at a time, wherever they are, and of these
 * a few numbers each; so this is a small part of the arrays.
 *
 * <p>Arrays are of an {@link ElementType}, and stay the same in number, order and length.
 */
final class ArrayDelta {

    private static final int HEADER_BYTES = 40;

    private final int[][] positions;
    private final Object[] values;

    private ArrayDelta(int arrayCount) {
        positions = new int[arrayCount][];
        values = new Object[arrayCount];
    }

    /** Positions at which two arrays differ, as they are found. */
    private static final class Positions {

        private int[] all = new int[1024];
        private int count;

        /** Every position at which two arrays of this type differ. */
        int[] between(ElementType type, Object one, Object other) {
            count = 0;
            int from = 0;
            for (int at = type.mismatch(one, other, 0); at >= 0; at = type.mismatch(one, other, from)) {
                add(from + at);
                from += at + 1;
            }
            return Arrays.copyOf(all, count);
        }

        private void add(int position) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = position;
        }
    }

    /** What leads from {@code now} back to the state that is {@code kept}, which becomes equal to {@code now}. */
    static ArrayDelta back(Object[] now, Object[] kept) {
        assert now.length == kept.length : now.length;
        ArrayDelta back = new ArrayDelta(now.length);
        Positions found = new Positions();
        for (int i = 0; i < now.length; i++) {
            ElementType type = ElementType.of(now[i]);
            int[] differing = found.between(type, now[i], kept[i]);
            back.positions[i] = differing;
            back.values[i] = type.gather(kept[i], differing);
            type.scatter(type.gather(now[i], differing), differing, kept[i]);
        }
        return back;
    }

    /** Takes arrays that are in the later state to the earlier one. */
    void applyTo(Object[] arrays) {
        assert arrays.length == values.length : arrays.length;
        for (int i = 0; i < arrays.length; i++) {
            ElementType.of(arrays[i]).scatter(values[i], positions[i], arrays[i]);
        }
    }

    /** What leads as far back as first {@code later} and then this do. */
    ArrayDelta after(ArrayDelta later) {
        assert later.values.length == values.length : later.values.length;
        ArrayDelta both = new ArrayDelta(positions.length);
        for (int i = 0; i < positions.length; i++) {
            int[] ofThis = new int[positions[i].length];
            int[] ofLater = new int[later.positions[i].length];
            both.positions[i] = union(positions[i], later.positions[i], ofThis, ofLater);
            both.values[i] = ElementType.newLike(values[i], both.positions[i].length);
            // Where both have a value this one's is the earlier, so it is put last.
            ElementType type = ElementType.of(values[i]);
            type.scatter(later.values[i], ofLater, both.values[i]);
            type.scatter(values[i], ofThis, both.values[i]);
        }
        return both;
    }

    /** The numbers that are in either ascending list; for each list, where its numbers are among these. */
    private static int[] union(int[] one, int[] other, int[] ofOne, int[] ofOther) {
        int[] union = new int[one.length + other.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            boolean isInOne = j == other.length || (i < one.length && one[i] <= other[j]);
            boolean isInOther = i == one.length || (j < other.length && other[j] <= one[i]);
            union[count] = isInOne ? one[i] : other[j];
            if (isInOne) {
                ofOne[i++] = count;
            }
            if (isInOther) {
                ofOther[j++] = count;
            }
            count++;
        }
        return Arrays.copyOf(union, count);
    }

    /** Memory that this takes. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < positions.length; i++) {
            int bytesEach = Integer.BYTES + ElementType.of(values[i]).bytesEach();
            bytes += HEADER_BYTES + (long) positions[i].length * bytesEach;
        }
        return bytes;
    }
}
