package mirrorstorm.engine;

/**
 * Random delays for the hold model, the same in every contestant. They are drawn beforehand and taken in turn, so that
 * the list is what is measured, and not the logarithm.
 */
final class Delays {

    private static final double SHORT_NANOS = 1e9;
    private static final double LONG_NANOS = 1e12;

    /** 32 KiB: they are read in order, which leaves the caches to the list. */
    private static final int DRAWN = 1 << 12;

    private final long[] drawn = new long[DRAWN];
    private long state = 0x9E37_79B9_7F4A_7C15L;
    private int taken;

    /** {@code "exponential"}, or {@code "bimodal"}: one delay in sixteen a thousand times as long. */
    Delays(String kind) {
        boolean isBimodal = kind.equals("bimodal");
        for (int i = 0; i < DRAWN; i++) {
            double uniform = (nextLong() >>> 11) * 0x1.0p-53;
            double mean = isBimodal && (nextLong() & 15) == 0 ? LONG_NANOS : SHORT_NANOS;
            drawn[i] = (long) (-mean * Math.log(1 - uniform));
        }
    }

    long next() {
        return drawn[taken++ & DRAWN - 1];
    }

    private long nextLong() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }
}
