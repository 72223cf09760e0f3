package mirrorstorm.ui.playback;

import java.util.function.LongSupplier;
import mirrorstorm.engine.Nanos;

/**
 * Turns time of the real world into simulated time, which passes at a speed. Time counts once; a window that hung does
 * not jump, and parts of a nanosecond are kept for the next look.
 */
public final class PlaybackClock {

    /** Time that passes between two looks counts up to this, nanoseconds. */
    static final long ELAPSED_MAX = 250_000_000L;

    private final LongSupplier nanoTime;
    private long lastNanos;
    private double oweNanos;

    /** @param nanoTime the real world's clock, nanoseconds */
    public PlaybackClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        lastNanos = nanoTime.getAsLong();
    }

    /** Time begins to pass: what passed before does not count. */
    public void restart() {
        lastNanos = nanoTime.getAsLong();
        forgive();
    }

    /** Real time since the last look, nanoseconds. */
    public long look() {
        long nowNanos = nanoTime.getAsLong();
        long elapsedNanos = nowNanos - lastNanos;
        lastNanos = nowNanos;
        return elapsedNanos;
    }

    /** What counts of real time that passed between two looks, seconds. */
    static double seconds(long elapsedNanos) {
        return Nanos.toSeconds(Math.min(elapsedNanos, ELAPSED_MAX));
    }

    /** How far simulated time is to go on after so much of real time, nanoseconds; {@link #went} has to follow. */
    public long due(long elapsedNanos, Speed speed) {
        oweNanos += speed.nanosPerSecond() * seconds(elapsedNanos);
        return (long) oweNanos;
    }

    /** Simulated time went on by that much, nanoseconds. */
    public void went(long nanos) {
        oweNanos -= nanos;
    }

    /** What is due and was not reached is given up: the speed drops instead of the window. */
    void forgive() {
        oweNanos = 0;
    }
}
