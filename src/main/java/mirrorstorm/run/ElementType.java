package mirrorstorm.run;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * The type of an array's elements, and what has to be written anew for each type, since primitives allow no other way:
 * the loops that compare elements, read some and write some.
 */
enum ElementType {
    BYTE(Byte.BYTES) {
        @Override
        int mismatch(Object one, Object other, int from) {
            byte[] bytes = (byte[]) one;
            return Arrays.mismatch(bytes, from, bytes.length, (byte[]) other, from, bytes.length);
        }

        @Override
        Object gather(Object array, int[] positions) {
            byte[] bytes = (byte[]) array;
            byte[] found = new byte[positions.length];
            for (int i = 0; i < positions.length; i++) {
                found[i] = bytes[positions[i]];
            }
            return found;
        }

        @Override
        void scatter(Object values, int[] positions, Object array) {
            byte[] from = (byte[]) values;
            byte[] bytes = (byte[]) array;
            for (int i = 0; i < positions.length; i++) {
                bytes[positions[i]] = from[i];
            }
        }
    },
    INT(Integer.BYTES) {
        @Override
        int mismatch(Object one, Object other, int from) {
            int[] ints = (int[]) one;
            return Arrays.mismatch(ints, from, ints.length, (int[]) other, from, ints.length);
        }

        @Override
        Object gather(Object array, int[] positions) {
            int[] ints = (int[]) array;
            int[] found = new int[positions.length];
            for (int i = 0; i < positions.length; i++) {
                found[i] = ints[positions[i]];
            }
            return found;
        }

        @Override
        void scatter(Object values, int[] positions, Object array) {
            int[] from = (int[]) values;
            int[] ints = (int[]) array;
            for (int i = 0; i < positions.length; i++) {
                ints[positions[i]] = from[i];
            }
        }
    },
    LONG(Long.BYTES) {
        @Override
        int mismatch(Object one, Object other, int from) {
            long[] longs = (long[]) one;
            return Arrays.mismatch(longs, from, longs.length, (long[]) other, from, longs.length);
        }

        @Override
        Object gather(Object array, int[] positions) {
            long[] longs = (long[]) array;
            long[] found = new long[positions.length];
            for (int i = 0; i < positions.length; i++) {
                found[i] = longs[positions[i]];
            }
            return found;
        }

        @Override
        void scatter(Object values, int[] positions, Object array) {
            long[] from = (long[]) values;
            long[] longs = (long[]) array;
            for (int i = 0; i < positions.length; i++) {
                longs[positions[i]] = from[i];
            }
        }
    };

    private final int bytesEach;

    ElementType(int bytesEach) {
        this.bytesEach = bytesEach;
    }

    /** The type of this array's elements. */
    static ElementType of(Object array) {
        if (array instanceof byte[]) {
            return BYTE;
        }
        return array instanceof int[] ? INT : LONG;
    }

    /** Memory that an element takes. */
    int bytesEach() {
        return bytesEach;
    }

    /** Where two arrays of one length first differ at or after {@code from}, counted from there; -1 if nowhere. */
    abstract int mismatch(Object one, Object other, int from);

    /** The elements at these positions. */
    abstract Object gather(Object array, int[] positions);

    /** Puts these values at these positions. */
    abstract void scatter(Object values, int[] positions, Object array);

    /** An array of zeros. */
    static Object newLike(Object array, int length) {
        return Array.newInstance(array.getClass().getComponentType(), length);
    }

    /** An array of its own with the same elements. */
    static Object copyOf(Object array) {
        int length = Array.getLength(array);
        Object copy = newLike(array, length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }
}
