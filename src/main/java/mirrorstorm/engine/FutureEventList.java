package mirrorstorm.engine;

import java.util.Arrays;

/**
 * The future event list and its clock: what will happen, ordered by time and then by order of scheduling.
 *
 * <p>An event is a non-negative {@code int} whose meaning belongs to the caller. The list is a 4-ary heap in one
 * {@code long[]}, two longs an entry (time, then sequence and slot), so that the four children that a step down
 * compares share a cache line; entries move through a hole instead of being swapped. Together with the slot table
 * that is 20 bytes a pending event. A cancelled event stays in the heap until it surfaces or until more than half
 * of the heap is cancelled; then the heap is rebuilt.
 *
 * <p>The sequence number is what makes a run repeatable: a heap alone does not keep simultaneous events in the
 * order in which they were scheduled. It has 32 bits; when they are used up, the pending events are renumbered.
 */
public final class FutureEventList {

    /** The handle of no event. */
    public static final int NONE = -1;

    /** The answer of {@link #nextNanos} when nothing is pending. */
    public static final long NEVER = Long.MAX_VALUE;

    /** More pending events than this are a fault of the model, not a large model. */
    static final int PENDING_MAX = 1 << 28;

    private static final int ARITY = 4;
    private static final int CANCELLED = -1;
    private static final long SLOT_MASK = 0xFFFF_FFFFL;
    private static final long SEQUENCE_END = 1L << 32;
    private static final int REBUILD_SIZE_MIN = 64;

    /** Arrays grow by one part in this many: at most 24 bytes a pending event, for five copies of each. */
    private static final int GROWTH_PARTS = 5;

    private static final int GROWTH_MIN = 64;

    private long[] heap = new long[2 * 64];
    private int[] eventOfSlot = new int[64];
    private int size;
    private int cancelled;
    private int slotCount;
    private int freeSlot = NONE;
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
        return size - cancelled;
    }

    /**
     * Schedules {@code event} to occur {@code delayNanos} after the clock's present reading.
     *
     * @param event the caller's code for it, &gt;= 0
     * @return a handle for {@link #cancel}, valid until the event has occurred or was cancelled
     * @throws IllegalArgumentException if the delay is negative: the past cannot be scheduled
     * @throws ArithmeticException      if the time does not fit in 63 bits (292 years)
     */
    public int schedule(long delayNanos, int event) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("delayNanos must be >= 0, was " + delayNanos);
        }
        assert event >= 0 : event;
        assert size < PENDING_MAX : size;
        long timeNanos = Math.addExact(clockNanos, delayNanos);
        if (nextSequence == SEQUENCE_END) {
            renumber();
        }
        int slot = takeSlot(event);
        if (2 * size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * grown(size));
        }
        siftUp(size++, timeNanos, (nextSequence++ << 32) | slot);
        return slot;
    }

    /** Forgets the event with this handle; the handle must be that of a pending event. */
    public void cancel(int handle) {
        assert handle >= 0 && handle < slotCount && eventOfSlot[handle] >= 0 : "not pending: " + handle;
        eventOfSlot[handle] = CANCELLED;
        cancelled++;
        if (cancelled > size / 2 && size >= REBUILD_SIZE_MIN) {
            rebuildWithoutCancelled();
        }
    }

    /** When the earliest event is due, in nanoseconds since the start, or {@link #NEVER}. */
    public long nextNanos() {
        dropCancelledAtTop();
        return size == 0 ? NEVER : heap[0];
    }

    /**
     * Advances the clock to the earliest event and removes it.
     *
     * @return the event's code
     * @throws IllegalStateException if nothing is pending
     */
    public int next() {
        dropCancelledAtTop();
        if (size == 0) {
            throw new IllegalStateException("nothing is pending");
        }
        assert heap[0] >= clockNanos : "the clock must never run backwards";
        clockNanos = heap[0];
        int slot = (int) heap[1];
        int event = eventOfSlot[slot];
        removeTop();
        return event;
    }

    /**
     * Advances the clock to a moment at which nothing in this list happens.
     *
     * @throws IllegalArgumentException if that is in the past, or beyond the earliest pending event
     */
    public void advanceTo(long timeNanos) {
        if (timeNanos < clockNanos || timeNanos > nextNanos()) {
            throw new IllegalArgumentException("cannot advance from " + clockNanos + " to " + timeNanos
                    + " past an event at " + nextNanos());
        }
        clockNanos = timeNanos;
    }

    /** Makes this list equal to {@code other}, which stays as it is. Reuses this list's memory. */
    public void copyFrom(FutureEventList other) {
        if (heap.length < 2 * other.size) {
            heap = new long[other.heap.length];
        }
        if (eventOfSlot.length < other.slotCount) {
            eventOfSlot = new int[other.eventOfSlot.length];
        }
        System.arraycopy(other.heap, 0, heap, 0, 2 * other.size);
        System.arraycopy(other.eventOfSlot, 0, eventOfSlot, 0, other.slotCount);
        size = other.size;
        cancelled = other.cancelled;
        slotCount = other.slotCount;
        freeSlot = other.freeSlot;
        nextSequence = other.nextSequence;
        clockNanos = other.clockNanos;
    }

    /** Bytes held for pending events, for the record in the performance page. */
    public long bytes() {
        return 8L * heap.length + 4L * eventOfSlot.length;
    }

    private int takeSlot(int event) {
        int slot = freeSlot;
        if (slot == NONE) {
            slot = slotCount++;
            if (slot == eventOfSlot.length) {
                eventOfSlot = Arrays.copyOf(eventOfSlot, grown(eventOfSlot.length));
            }
        } else {
            // A free slot holds -2 minus the next free one, so that it is never mistaken for an event.
            freeSlot = -2 - eventOfSlot[slot];
        }
        eventOfSlot[slot] = event;
        return slot;
    }

    private static int grown(int length) {
        return length + Math.max(GROWTH_MIN, length / GROWTH_PARTS);
    }

    private void releaseSlot(int slot) {
        eventOfSlot[slot] = -2 - freeSlot;
        freeSlot = slot;
    }

    private void dropCancelledAtTop() {
        while (cancelled > 0 && size > 0 && eventOfSlot[(int) heap[1]] == CANCELLED) {
            cancelled--;
            removeTop();
        }
    }

    private void removeTop() {
        releaseSlot((int) heap[1]);
        size--;
        if (size > 0) {
            siftDown(0, heap[2 * size], heap[2 * size + 1]);
        }
    }

    private void siftUp(int start, long timeNanos, long key) {
        int hole = start;
        while (hole > 0) {
            int parent = (hole - 1) / ARITY;
            if (isBefore(heap[2 * parent], heap[2 * parent + 1], timeNanos, key)) {
                break;
            }
            heap[2 * hole] = heap[2 * parent];
            heap[2 * hole + 1] = heap[2 * parent + 1];
            hole = parent;
        }
        heap[2 * hole] = timeNanos;
        heap[2 * hole + 1] = key;
    }

    private void siftDown(int start, long timeNanos, long key) {
        int hole = start;
        for (int first = ARITY * hole + 1; first < size; first = ARITY * hole + 1) {
            int least = first;
            int end = Math.min(first + ARITY, size);
            for (int child = first + 1; child < end; child++) {
                if (isBefore(heap[2 * child], heap[2 * child + 1], heap[2 * least], heap[2 * least + 1])) {
                    least = child;
                }
            }
            if (isBefore(timeNanos, key, heap[2 * least], heap[2 * least + 1])) {
                break;
            }
            heap[2 * hole] = heap[2 * least];
            heap[2 * hole + 1] = heap[2 * least + 1];
            hole = least;
        }
        heap[2 * hole] = timeNanos;
        heap[2 * hole + 1] = key;
    }

    /** The key's high half is the sequence, unique among pending events, so the slot below it never decides. */
    private static boolean isBefore(long timeA, long keyA, long timeB, long keyB) {
        return timeA < timeB || (timeA == timeB && Long.compareUnsigned(keyA, keyB) < 0);
    }

    private void rebuildWithoutCancelled() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int slot = (int) heap[2 * i + 1];
            if (eventOfSlot[slot] == CANCELLED) {
                releaseSlot(slot);
            } else {
                heap[2 * kept] = heap[2 * i];
                heap[2 * kept + 1] = heap[2 * i + 1];
                kept++;
            }
        }
        size = kept;
        cancelled = 0;
        for (int i = (size - 2) / ARITY; i >= 0 && size > 1; i--) {
            siftDown(i, heap[2 * i], heap[2 * i + 1]);
        }
    }

    /** Gives the pending events the sequence numbers 0, 1, 2... in their order; once in 2^32 schedulings. */
    private void renumber() {
        rebuildWithoutCancelled();
        int count = size;
        long[] ordered = new long[heap.length];
        for (int i = 0; i < count; i++) {
            ordered[2 * i] = heap[0];
            ordered[2 * i + 1] = ((long) i << 32) | (heap[1] & SLOT_MASK);
            size--;
            siftDown(0, heap[2 * size], heap[2 * size + 1]);
        }
        heap = ordered;
        size = count;
        nextSequence = count;
    }
}
