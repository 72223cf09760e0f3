package mirrorstorm.picture.chart;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Which samples of a long series to draw: of each pixel column the least and the greatest, so that no spike is lost,
 * in order of time. A column that holds nothing but NaN stays as one NaN: a gap.
 */
final class Downsampling {

    private Downsampling() {}

    /**
     * Positions of the samples to draw, in [first, last], ascending; the first and the last are among them.
     *
     * @param first   position of the first sample
     * @param last    position of the last one; less than {@code first} if there is none
     * @param columns pixels that the samples are spread over, &gt;= 1
     */
    static int[] choose(IntToDoubleFunction value, int first, int last, int columns) {
        int count = last - first + 1;
        if (count <= 0) {
            return new int[0];
        }
        if (count <= 2 * columns) {
            int[] all = new int[count];
            Arrays.setAll(all, i -> first + i);
            return all;
        }
        int[] chosen = new int[2 * columns + 2];
        int size = 0;
        chosen[size++] = first;
        for (int column = 0; column < columns; column++) {
            int from = first + (int) ((long) count * column / columns);
            int to = first + (int) ((long) count * (column + 1) / columns);
            int least = extreme(value, from, to, -1);
            int greatest = extreme(value, from, to, 1);
            size = add(chosen, size, Math.min(least, greatest));
            size = add(chosen, size, Math.max(least, greatest));
        }
        size = add(chosen, size, last);
        return Arrays.copyOf(chosen, size);
    }

    private static int add(int[] chosen, int size, int position) {
        if (position > chosen[size - 1]) {
            chosen[size] = position;
            return size + 1;
        }
        return size;
    }

    /** Where in [from, to) the least (sign -1) or greatest (sign 1) value is; {@code from} if all are NaN. */
    private static int extreme(IntToDoubleFunction value, int from, int to, int sign) {
        int best = from;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double signed = sign * value.applyAsDouble(i);
            if (signed > most) {
                most = signed;
                best = i;
            }
        }
        return best;
    }
}
