package mirrorstorm.run;

import java.util.Arrays;

/**
 * How an earlier state of some arrays differs from a later one: for each array the positions at which it does, in
 * ascending order, and what was there earlier. A storm changes some volumes at a time, wherever they are, and of these
 * a few numbers each; so this is a small part of the arrays.
 *
 * <p>Arrays are byte[], int[] or long[], and stay the same in number, order and length. The three methods of each type
 * are the same but for the type; primitives allow no other way.
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

        void add(int position) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = position;
        }
    }

    /** What leads from {@code now} back to the state that is {@code kept}, which becomes equal to {@code now}. */
    static ArrayDelta back(Object[] now, Object[] kept) {
        ArrayDelta back = new ArrayDelta(now.length);
        Positions found = new Positions();
        for (int i = 0; i < now.length; i++) {
            found.count = 0;
            if (now[i] instanceof byte[] bytes) {
                back.values[i] = exchange(bytes, (byte[]) kept[i], found);
            } else if (now[i] instanceof int[] ints) {
                back.values[i] = exchange(ints, (int[]) kept[i], found);
            } else {
                back.values[i] = exchange((long[]) now[i], (long[]) kept[i], found);
            }
            back.positions[i] = Arrays.copyOf(found.all, found.count);
        }
        return back;
    }

    /** Takes arrays that are in the later state to the earlier one. */
    void applyTo(Object[] arrays) {
        for (int i = 0; i < arrays.length; i++) {
            if (arrays[i] instanceof byte[] bytes) {
                put((byte[]) values[i], positions[i], bytes);
            } else if (arrays[i] instanceof int[] ints) {
                put((int[]) values[i], positions[i], ints);
            } else {
                put((long[]) values[i], positions[i], (long[]) arrays[i]);
            }
        }
    }

    /** What leads as far back as first {@code later} and then this do. */
    ArrayDelta after(ArrayDelta later) {
        ArrayDelta both = new ArrayDelta(positions.length);
        for (int i = 0; i < positions.length; i++) {
            int[] from = new int[positions[i].length + later.positions[i].length];
            both.positions[i] = union(positions[i], later.positions[i], from);
            from = Arrays.copyOf(from, both.positions[i].length);
            if (values[i] instanceof byte[] bytes) {
                both.values[i] = choose(from, bytes, (byte[]) later.values[i]);
            } else if (values[i] instanceof int[] ints) {
                both.values[i] = choose(from, ints, (int[]) later.values[i]);
            } else {
                both.values[i] = choose(from, (long[]) values[i], (long[]) later.values[i]);
            }
        }
        return both;
    }

    /**
     * The positions that are in either list. For each of them {@code from} gets its index in the first list, if it is
     * there, or the complement of its index in the other.
     */
    private static int[] union(int[] one, int[] other, int[] from) {
        int[] union = new int[one.length + other.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            boolean isInOne = j == other.length || (i < one.length && one[i] <= other[j]);
            boolean isInOther = i == one.length || (j < other.length && other[j] <= one[i]);
            union[count] = isInOne ? one[i] : other[j];
            from[count] = isInOne ? i : ~j;
            count++;
            i += isInOne ? 1 : 0;
            j += isInOther ? 1 : 0;
        }
        return Arrays.copyOf(union, count);
    }

    /** Memory that this takes. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < positions.length; i++) {
            int size =
                    values[i] instanceof byte[] ? Byte.BYTES : values[i] instanceof int[] ? Integer.BYTES : Long.BYTES;
            bytes += HEADER_BYTES + (long) positions[i].length * (Integer.BYTES + size);
        }
        return bytes;
    }

    private static byte[] exchange(byte[] now, byte[] kept, Positions found) {
        int at = Arrays.mismatch(now, kept);
        while (at >= 0) {
            found.add(at);
            int next = Arrays.mismatch(now, at + 1, now.length, kept, at + 1, now.length);
            at = next < 0 ? next : at + 1 + next;
        }
        byte[] old = new byte[found.count];
        for (int i = 0; i < old.length; i++) {
            old[i] = kept[found.all[i]];
            kept[found.all[i]] = now[found.all[i]];
        }
        return old;
    }

    private static void put(byte[] values, int[] positions, byte[] into) {
        for (int i = 0; i < positions.length; i++) {
            into[positions[i]] = values[i];
        }
    }

    private static byte[] choose(int[] from, byte[] earlier, byte[] later) {
        byte[] chosen = new byte[from.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = from[i] >= 0 ? earlier[from[i]] : later[~from[i]];
        }
        return chosen;
    }

    private static int[] exchange(int[] now, int[] kept, Positions found) {
        int at = Arrays.mismatch(now, kept);
        while (at >= 0) {
            found.add(at);
            int next = Arrays.mismatch(now, at + 1, now.length, kept, at + 1, now.length);
            at = next < 0 ? next : at + 1 + next;
        }
        int[] old = new int[found.count];
        for (int i = 0; i < old.length; i++) {
            old[i] = kept[found.all[i]];
            kept[found.all[i]] = now[found.all[i]];
        }
        return old;
    }

    private static void put(int[] values, int[] positions, int[] into) {
        for (int i = 0; i < positions.length; i++) {
            into[positions[i]] = values[i];
        }
    }

    private static int[] choose(int[] from, int[] earlier, int[] later) {
        int[] chosen = new int[from.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = from[i] >= 0 ? earlier[from[i]] : later[~from[i]];
        }
        return chosen;
    }

    private static long[] exchange(long[] now, long[] kept, Positions found) {
        int at = Arrays.mismatch(now, kept);
        while (at >= 0) {
            found.add(at);
            int next = Arrays.mismatch(now, at + 1, now.length, kept, at + 1, now.length);
            at = next < 0 ? next : at + 1 + next;
        }
        long[] old = new long[found.count];
        for (int i = 0; i < old.length; i++) {
            old[i] = kept[found.all[i]];
            kept[found.all[i]] = now[found.all[i]];
        }
        return old;
    }

    private static void put(long[] values, int[] positions, long[] into) {
        for (int i = 0; i < positions.length; i++) {
            into[positions[i]] = values[i];
        }
    }

    private static long[] choose(int[] from, long[] earlier, long[] later) {
        long[] chosen = new long[from.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = from[i] >= 0 ? earlier[from[i]] : later[~from[i]];
        }
        return chosen;
    }
}
