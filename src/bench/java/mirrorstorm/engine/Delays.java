package mirrorstorm.engine;

/** Random delays for the hold model, the same in every contestant: cheap, so that the list is what is measured. */
final class Delays {

    private static final double SHORT_NANOS = 1e9;
    private static final double LONG_NANOS = 1e12;

    private final boolean bimodal;
    private long state = 0x9E37_79B9_7F4A_7C15L;

    /** {@code "exponential"}, or {@code "bimodal"}: one delay in sixteen a thousand times as long. */
    Delays(String kind) {
        this.bimodal = kind.equals("bimodal");
    }

    long next() {
        double uniform = (nextLong() >>> 11) * 0x1.0p-53;
        double mean = bimodal && (nextLong() & 15) == 0 ? LONG_NANOS : SHORT_NANOS;
        return (long) (-mean * Math.log(1 - uniform));
    }

    private long nextLong() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }
}
