package mirrorstorm.metrics;

import java.util.Arrays;

/**
 * The highest level that a count kept for a given while on end: the maximum over t of the minimum over
 * [t, t + while]. The plain maximum of stuck volumes is the spike at the trigger, the same under every policy; this
 * is what users suffer.
 *
 * <p>A stack holds the levels that the count has not fallen below since they were reached, lowest first, each with
 * the time from which it holds; so a change costs amortised O(1).
 */
final class SustainedPeak {

    private final long whileNanos;
    private int[] levels = new int[16];
    private long[] sinceNanos = new long[16];
    private int size = 1;
    private int peak;
    private long peakSinceNanos;

    /** A level and when its while began. */
    record Peak(int level, long sinceNanos) {}

    /** The count is 0 at time 0. */
    SustainedPeak(long whileNanos) {
        this.whileNanos = whileNanos;
    }

    /** The count has this value from {@code timeNanos} on; times never decrease. */
    void set(long timeNanos, int value) {
        Peak reached = peakIf(timeNanos, value, timeNanos);
        peak = reached.level();
        peakSinceNanos = reached.sinceNanos();
        long since = timeNanos;
        while (size > 0 && levels[size - 1] >= value) {
            size--;
            since = sinceNanos[size];
        }
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, 2 * size);
            sinceNanos = Arrays.copyOf(sinceNanos, 2 * size);
        }
        levels[size] = value;
        sinceNanos[size] = since;
        size++;
    }

    /** The peak up to {@code nowNanos} if the count has {@code value} since {@code timeNanos}. Changes nothing. */
    Peak peakIf(long timeNanos, int value, long nowNanos) {
        int best = peak;
        long bestSince = peakSinceNanos;
        for (int i = 0; i < size; i++) {
            boolean ended = levels[i] > value;
            long end = ended ? timeNanos : nowNanos;
            if (levels[i] > best && end - sinceNanos[i] >= whileNanos) {
                best = levels[i];
                bestSince = sinceNanos[i];
            }
            boolean lowestAbove = ended && (i == 0 || levels[i - 1] < value);
            if (lowestAbove && value > best && nowNanos - sinceNanos[i] >= whileNanos) {
                best = value;
                bestSince = sinceNanos[i];
            }
        }
        boolean risen = size == 0 || levels[size - 1] < value;
        if (risen && value > best && nowNanos - timeNanos >= whileNanos) {
            best = value;
            bestSince = timeNanos;
        }
        return new Peak(best, bestSince);
    }

    /** Forgets all: the count has this value from {@code timeNanos} on, and nothing is known of before. */
    void restart(long timeNanos, int value) {
        size = 1;
        levels[0] = value;
        sinceNanos[0] = timeNanos;
        peak = 0;
        peakSinceNanos = timeNanos;
    }

    void copyFrom(SustainedPeak other) {
        levels = Arrays.copyOf(other.levels, other.levels.length);
        sinceNanos = Arrays.copyOf(other.sinceNanos, other.sinceNanos.length);
        size = other.size;
        peak = other.peak;
        peakSinceNanos = other.peakSinceNanos;
    }
}
