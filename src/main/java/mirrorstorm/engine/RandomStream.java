package mirrorstorm.engine;

import org.apache.commons.rng.core.source64.L64X128Mix;

/**
 * A named random stream: one purpose, one stream, seeded from (seed, replication, purpose). A change to the backoff
 * thus never reshuffles which nodes fail, and two variants of a run can share their luck.
 *
 * <p>The generator is Commons RNG's L64_X128_MIX (Steele and Vigna 2021), whose state can be copied; logarithms are
 * {@link StrictMath}'s, because a last bit that differs between machines would change a run.
 */
public final class RandomStream implements Copyable<RandomStream> {

    private static final int SEED_LONGS = 6;
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final double DELAY_NANOS_MAX = Long.MAX_VALUE / 8.0;

    /** A probability that was worked out may end up a rounding above 1. */
    private static final double CERTAIN = 1 + 1e-9;

    private final L64X128Mix generator;

    private RandomStream(L64X128Mix generator) {
        this.generator = generator;
    }

    /**
     * The stream for one purpose of one replication.
     *
     * @param purpose what the numbers are used for; another purpose gives an unrelated stream
     */
    public static RandomStream of(long seed, int replication, String purpose) {
        assert replication >= 0 : replication;
        assert !purpose.isEmpty() : "a stream has a purpose";
        long key = mix(mix(mix(seed) + replication) ^ hash(purpose));
        long[] state = new long[SEED_LONGS];
        for (int i = 0; i < SEED_LONGS; i++) {
            key += GOLDEN_GAMMA;
            state[i] = mix(key);
        }
        return new RandomStream(new L64X128Mix(state));
    }

    /** Uniform over all longs. */
    public long nextLong() {
        return generator.nextLong();
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return generator.nextDouble();
    }

    /** Uniform in [0, bound); {@code bound} &gt;= 1. */
    public int nextInt(int bound) {
        return generator.nextInt(bound);
    }

    /** True with the given probability, a share in [0, 1]. Draws once. */
    public boolean chance(double probability) {
        assert probability >= 0 && probability <= CERTAIN : probability;
        return generator.nextDouble() < probability;
    }

    /**
     * An exponentially distributed wait, in nanoseconds.
     *
     * @param meanNanos its mean, &gt; 0; an infinite mean gives the longest wait there is (36 years)
     */
    public long exponentialNanos(double meanNanos) {
        assert meanNanos > 0 : meanNanos;
        double wait = -meanNanos * StrictMath.log(1 - generator.nextDouble());
        return (long) Math.min(wait, DELAY_NANOS_MAX);
    }

    /**
     * As {@link #exponentialNanos} and several times as fast, for what is drawn by the million. How many numbers of the
     * stream a draw takes is a matter of chance, so that two runs whose means differ do not share their luck.
     */
    public long quickExponentialNanos(double meanNanos) {
        assert meanNanos > 0 : meanNanos;
        return (long) Math.min(meanNanos * Ziggurat.exponential(generator), DELAY_NANOS_MAX);
    }

    @Override
    public void copyFrom(RandomStream other) {
        generator.restoreState(other.generator.saveState());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford). */
    static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    /** FNV-1a over the characters: fixed for ever, which {@code String.hashCode} need not be told apart from. */
    private static long hash(String text) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x0000_0100_0000_01B3L;
        }
        return hash;
    }
}
