package mirrorstorm.engine;

import java.util.Locale;

/** A 64-bit hash of numbers in order: equal histories have equal hashes, on every machine. Not for security. */
public final class TraceHash implements Copyable<TraceHash> {

    private long hash = 0x6D69_7272_6F72_7374L;

    /** Appends one number to the history. */
    public void add(long value) {
        hash = RandomStream.mix(Long.rotateLeft(hash, 23) ^ value * 0x9E37_79B9_7F4A_7C15L);
    }

    /** The hash of all numbers so far, as 16 hexadecimal digits. */
    public String hex() {
        return String.format(Locale.ROOT, "%016x", hash);
    }

    @Override
    public void copyFrom(TraceHash other) {
        hash = other.hash;
    }
}
