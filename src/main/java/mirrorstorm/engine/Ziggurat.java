package mirrorstorm.engine;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The exponential distribution of mean 1 by the ziggurat method (Marsaglia and Tsang 2000): 256 layers of equal area
 * cover the density, and 99 of 100 draws fall well inside one, which costs one number and no logarithm. Exact but for
 * the 53 bits of a draw. {@link StrictMath} decides the others, so every machine draws the same.
 */
final class Ziggurat {

    private static final int LAYERS = 256;

    /** Where the tail begins, and the area of a layer, for 256 layers: from the paper. */
    private static final double TAIL = 7.69711747013105;

    private static final double AREA = 3.949659822581572e-3;

    private static final int BITS = 53;
    private static final double UNIT = 0x1p-53;

    /** Width of a layer for each of the 2^53 draws, and below which draw it is inside the next layer, too. */
    private static final double[] WIDTH = new double[LAYERS];

    private static final long[] INSIDE = new long[LAYERS];
    /** The density at the right edge of a layer; at the left edge of the first. */
    private static final double[] DENSITY = new double[LAYERS];

    static {
        // Layer 0 is the base with the tail, as wide as if it were a rectangle; 255 is above it, and 1 at the top.
        double base = AREA / StrictMath.exp(-TAIL);
        WIDTH[0] = base * UNIT;
        INSIDE[0] = (long) (TAIL / base / UNIT);
        DENSITY[0] = 1;
        double edge = TAIL;
        for (int layer = LAYERS - 1; layer > 0; layer--) {
            DENSITY[layer] = StrictMath.exp(-edge);
            double inner = layer == 1 ? 0 : -StrictMath.log(AREA / edge + StrictMath.exp(-edge));
            WIDTH[layer] = edge * UNIT;
            INSIDE[layer] = (long) (inner / edge / UNIT);
            edge = inner;
        }
        assert edge == 0 : "the layers do not end at the top";
    }

    private Ziggurat() {}

    /** A draw, &gt;= 0. */
    static double exponential(UniformRandomProvider generator) {
        double beyond = 0;
        while (true) {
            long bits = generator.nextLong();
            int layer = (int) bits & (LAYERS - 1);
            long draw = bits >>> (Long.SIZE - BITS);
            double value = draw * WIDTH[layer];
            if (draw < INSIDE[layer]) {
                return beyond + value;
            }
            if (layer == 0) {
                // The tail has the shape of the whole, which has no memory.
                beyond += TAIL;
            } else if (isBelowDensity(layer, value, generator.nextDouble())) {
                return beyond + value;
            }
        }
    }

    /** Whether a point of the layer, at a height uniform between its edges, is below the density. */
    private static boolean isBelowDensity(int layer, double value, double height) {
        double low = DENSITY[layer];
        return low + height * (DENSITY[layer - 1] - low) < StrictMath.exp(-value);
    }
}
