package mirrorstorm.engine;

import java.util.Arrays;

/**
 * The future event list and its clock: what will happen, ordered by time and then by order of scheduling.
 *
 * <p>An event is a non-negative {@code int} whose meaning belongs to the caller. The list is a 4-ary heap in one
 * {@code long[]}, two longs an entry: the time, and below it the low 32 bits of the sequence number with the event.
 * That is 16 bytes a pending event, and the four children that a step down compares share a cache line. Entries move
 * through a hole instead of being swapped. Taking the earliest event leaves its hole at the top, so that the event
 * that it usually schedules in turn can sink from there, which halves the work.
 *
 * <p>A cancelled event stays in the heap, marked by its key in a small hash set, until it surfaces or until half of
 * the heap is cancelled.
 *
 * <p>The sequence number is what makes a run repeatable: a heap alone does not keep simultaneous events in the order
 * in which they were scheduled. Of two events at one nanosecond, the one scheduled up to 2^31 schedulings earlier
 * comes first; further apart than that their order is still always the same, but not that of scheduling.
 */
public final class FutureEventList implements Copyable<FutureEventList> {

    /** The handle of no event. */
    public static final long NONE = -1;

    /** The answer of {@link #nextBy} when nothing is due by then. */
    public static final int NOTHING = -1;

    /** The answer of {@link #nextNanos} when nothing is pending. */
    public static final long NEVER = Long.MAX_VALUE;

    /** More pending events than this are a fault of the model, not a large model. */
    static final int PENDING_MAX = 1 << 28;

    /** A copy keeps its memory unless that is more than so many times what it needs. */
    private static final int COPY_SLACK_MAX = 4;

    private static final int ARITY = 4;
    private static final int INITIAL_CAPACITY = 64;
    private static final int REBUILD_SIZE_MIN = 64;

    /**
     * Entry 0 of the heap is at this entry of the array: behind the 16 bytes of an array's header, that puts the
     * four children of an entry on one line of 64 bytes.
     */
    private static final int SHIFT = 2;

    /** With these, twice the arity to a power of two and the shift, see {@link #parentOf} and {@link #firstChildOf}. */
    private static final int ARITY_TWICE_BITS = 3;

    private static final int OFFSET = 2 * SHIFT * (ARITY - 1) - 2;

    private long[] heap = new long[2 * (SHIFT + INITIAL_CAPACITY)];
    private int size;
    /** Whether entry 0 has been taken and waits to be filled or removed; it counts in {@link #size}. */
    private boolean holeAtTop;

    private final LongSet cancelled = new LongSet();
    private long nextSequence;
    private long clockNanos;

    /** An empty list whose clock reads 0. */
    public FutureEventList() {
        this(0);
    }

    FutureEventList(long firstSequence) {
        this.nextSequence = firstSequence;
    }

    /** Nanoseconds since the start of the run; never runs back. */
    public long clockNanos() {
        return clockNanos;
    }

    /** How many events are pending, cancelled ones not counted. */
    public int size() {
        return size - cancelled.size() - (holeAtTop ? 1 : 0);
    }

    /**
     * Schedules {@code event} to occur {@code delayNanos} after the clock's present reading.
     *
     * @param event the caller's code for it, &gt;= 0
     * @return a handle for {@link #cancel}, valid until the event has occurred or was cancelled
     * @throws IllegalArgumentException if the delay is negative: the past cannot be scheduled
     * @throws ArithmeticException      if the time does not fit in 63 bits (292 years)
     */
    public long schedule(long delayNanos, int event) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("delayNanos must be >= 0, was " + delayNanos);
        }
        assert event >= 0 : event;
        long timeNanos = Math.addExact(clockNanos, delayNanos);
        long key = (nextSequence++ << 32) | event;
        if (holeAtTop) {
            holeAtTop = false;
            siftDown(0, timeNanos, key);
        } else {
            if (2 * (SHIFT + size) == heap.length) {
                grow();
            }
            siftUp(size++, timeNanos, key);
        }
        return key & Long.MAX_VALUE;
    }

    /** Forgets the event with this handle; the handle must be that of a pending event. */
    public void cancel(long handle) {
        assert handle >= 0 && !cancelled.contains(handle) : "not pending: " + handle;
        cancelled.add(handle);
        assert cancelled.size() <= size : "cancelled, but not pending";
        if (cancelled.size() > size / 2 && size >= REBUILD_SIZE_MIN) {
            rebuildWithoutCancelled();
        }
    }

    /**
     * When the event with this handle is due, in nanoseconds since the start, or {@link #NEVER} if it is not pending.
     * Searches all pending events: for those who look at one thing, not for the simulation.
     */
    public long dueNanos(long handle) {
        assert handle != NONE : "the handle of no event";
        for (int i = holeAtTop ? 1 : 0; i < size; i++) {
            if ((keyAt(i) & Long.MAX_VALUE) == handle) {
                return timeAt(i);
            }
        }
        return NEVER;
    }

    /**
     * As {@link #next}, if the earliest event is due by {@code timeNanos}.
     *
     * @return the event's code, or {@link #NOTHING} if nothing is due by then; the clock stays as it is in that case
     */
    public int nextBy(long timeNanos) {
        clearTop();
        return size > 0 && timeAt(0) <= timeNanos ? takeTop() : NOTHING;
    }

    /** When the earliest event is due, in nanoseconds since the start, or {@link #NEVER}. */
    public long nextNanos() {
        clearTop();
        return size == 0 ? NEVER : timeAt(0);
    }

    /**
     * Advances the clock to the earliest event and removes it.
     *
     * @return the event's code
     * @throws IllegalStateException if nothing is pending
     */
    public int next() {
        clearTop();
        if (size == 0) {
            throw new IllegalStateException("nothing is pending");
        }
        return takeTop();
    }

    private int takeTop() {
        assert timeAt(0) >= clockNanos : "the clock must never run backwards";
        clockNanos = timeAt(0);
        holeAtTop = true;
        return (int) keyAt(0);
    }

    /**
     * Advances the clock to a moment at which nothing in this list happens.
     *
     * @throws IllegalArgumentException if that is in the past, or beyond the earliest pending event
     */
    public void advanceTo(long timeNanos) {
        if (timeNanos < clockNanos || timeNanos > nextNanos()) {
            throw new IllegalArgumentException(
                    "cannot advance from " + clockNanos + " to " + timeNanos + " past an event at " + nextNanos());
        }
        clockNanos = timeNanos;
    }

    @Override
    public void copyFrom(FutureEventList other) {
        int needed = 2 * (SHIFT + Math.max(INITIAL_CAPACITY, other.size));
        if (heap.length < needed || heap.length > COPY_SLACK_MAX * needed) {
            heap = new long[needed];
        }
        System.arraycopy(other.heap, 0, heap, 0, 2 * (SHIFT + other.size));
        size = other.size;
        assert size >= 0 && 2 * (SHIFT + size) <= heap.length : size;
        holeAtTop = other.holeAtTop;
        cancelled.copyFrom(other.cancelled);
        nextSequence = other.nextSequence;
        clockNanos = other.clockNanos;
    }

    @Override
    public long bytes() {
        return 8L * heap.length + cancelled.bytes();
    }

    private long timeAt(int i) {
        return heap[2 * (SHIFT + i)];
    }

    private long keyAt(int i) {
        return heap[2 * (SHIFT + i) + 1];
    }

    private void put(int i, long timeNanos, long key) {
        heap[2 * (SHIFT + i)] = timeNanos;
        heap[2 * (SHIFT + i) + 1] = key;
    }

    /** Removes what has been taken or cancelled from the top. */
    private void clearTop() {
        if (holeAtTop) {
            holeAtTop = false;
            removeTop();
        }
        while (cancelled.size() > 0 && size > 0 && cancelled.remove(keyAt(0) & Long.MAX_VALUE)) {
            removeTop();
        }
    }

    private void removeTop() {
        size--;
        if (size > 0) {
            siftDown(0, timeAt(size), keyAt(size));
        }
    }

    // The steps of the heap work on indices of the array: they are what a run spends most on, much of it before the
    // compiler has come to them, when every call costs. Entry i is at 2 * (SHIFT + i); its parent and its first child
    // follow from that.

    private static int parentOf(int at) {
        return ((at + OFFSET) >> ARITY_TWICE_BITS) << 1;
    }

    private static int firstChildOf(int at) {
        return ARITY * at - OFFSET;
    }

    private void siftUp(int start, long timeNanos, long key) {
        long[] h = heap;
        int hole = 2 * (SHIFT + start);
        while (hole > 2 * SHIFT) {
            int parent = parentOf(hole);
            long parentNanos = h[parent];
            long parentKey = h[parent + 1];
            if (parentNanos < timeNanos || (parentNanos == timeNanos && isEarlier(parentKey, key))) {
                break;
            }
            h[hole] = parentNanos;
            h[hole + 1] = parentKey;
            hole = parent;
        }
        h[hole] = timeNanos;
        h[hole + 1] = key;
    }

    private void siftDown(int start, long timeNanos, long key) {
        long[] h = heap;
        int end = 2 * (SHIFT + size);
        int hole = 2 * (SHIFT + start);
        int first = firstChildOf(hole);
        while (first < end) {
            int least = first + 2 * ARITY <= end ? leastOfFour(h, first) : leastOf(h, first, end);
            long leastNanos = h[least];
            long leastKey = h[least + 1];
            if (timeNanos < leastNanos || (timeNanos == leastNanos && isEarlier(key, leastKey))) {
                break;
            }
            h[hole] = leastNanos;
            h[hole + 1] = leastKey;
            hole = least;
            first = firstChildOf(hole);
        }
        h[hole] = timeNanos;
        h[hole + 1] = key;
    }

    /**
     * The earliest of four siblings, as a tournament without branches: which of them it is cannot be predicted, and a
     * wrong guess costs more than the comparisons. Times are not negative, so the sign of a difference is the order.
     */
    private static int leastOfFour(long[] h, int first) {
        long time0 = h[first];
        long time1 = h[first + 2];
        long time2 = h[first + 4];
        long time3 = h[first + 6];
        long isLater0 = (time1 - time0) >> 63;
        long isLater2 = (time3 - time2) >> 63;
        long left = time0 + ((time1 - time0) & isLater0);
        long right = time2 + ((time3 - time2) & isLater2);
        if (time0 == time1 || time2 == time3 || left == right) {
            return leastOf(h, first, first + 2 * ARITY);
        }
        int atLeft = first + 2 * (int) -isLater0;
        int atRight = first + 4 + 2 * (int) -isLater2;
        return atLeft + ((atRight - atLeft) & (int) ((right - left) >> 63));
    }

    private static int leastOf(long[] h, int first, int end) {
        int least = first;
        for (int child = first + 2; child < end; child += 2) {
            if (h[child] < h[least] || (h[child] == h[least] && isEarlier(h[child + 1], h[least + 1]))) {
                least = child;
            }
        }
        return least;
    }

    /** The sequence is in the upper half of the key and wraps around; it is unique among simultaneous events. */
    private static boolean isEarlier(long keyA, long keyB) {
        return keyA - keyB < 0;
    }

    private void grow() {
        assert size < PENDING_MAX : size;
        heap = Arrays.copyOf(heap, heap.length + heap.length / 2 / 2 * 2);
    }

    private void rebuildWithoutCancelled() {
        clearTop();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!cancelled.remove(keyAt(i) & Long.MAX_VALUE)) {
                put(kept++, timeAt(i), keyAt(i));
            }
        }
        assert cancelled.size() == 0 : "cancelled, but not pending: " + cancelled.size();
        size = kept;
        for (int i = (size - 2) / ARITY; i >= 0 && size > 1; i--) {
            siftDown(i, timeAt(i), keyAt(i));
        }
    }
}
